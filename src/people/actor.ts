/** Who acts: a person, on behalf of one organisation, with the roles that it gave, proved as strongly as the login told. */
import type { Told } from '#base';

export const ROLES = [
  'buyer', 'approver', 'committee', 'evaluator', 'contract-manager', 'auditor', 'supplier-admin', 'bidder', 'editor', 'platform-admin',
] as const;
export type Role = (typeof ROLES)[number];

export const ORGANISATION_KINDS = ['municipality', 'central-purchasing-body', 'supplier', 'oversight-publisher', 'platform'] as const;
export type OrganisationKind = (typeof ORGANISATION_KINDS)[number];

/** How sure the login is of who it is (NSIS): lav, betydelig, høj. In order, weakest first. */
export const ASSURANCES = ['low', 'substantial', 'high'] as const;
export type Assurance = (typeof ASSURANCES)[number];

export interface Actor {
  /** Key of the person. */
  readonly user: string;
  /** Name as the login told it, for history and header. */
  readonly name: string;
  /** Key of the organisation that the person acts for now. */
  readonly organisation: string;
  readonly organisationName: string;
  readonly kind: OrganisationKind;
  readonly roles: readonly Role[];
  readonly assurance: Assurance;
  readonly via: 'session' | 'api-key';
  /** What an API key may do, by names of actions; null: whatever its roles may. */
  readonly scopes: readonly string[] | null;
}

/** What an action is done to, as far as rights go. */
export interface Subject {
  /** Kind of record: `dis`, `purchase`, … */
  readonly kind: string;
  /** Organisation that owns it; null: the platform itself. */
  readonly owner: string | null;
  /** Organisations that take part (invited suppliers, the owner of the DIS that an application is for). */
  readonly parties: readonly string[];
  readonly state: string;
  readonly audience: 'owner' | 'parties' | 'public';
  /** Persons whom a declared conflict of interest keeps out of it. */
  readonly conflicted: readonly string[];
  /** Persons named for a task in it: holders of keys, evaluators. Empty: whoever has the role. */
  readonly named: readonly string[];
  /** Who proposed the step that is to be confirmed; null: nobody has. */
  readonly proposer: string | null;
}

/** An answer about rights. `hidden`: the asker may not even learn that it is there. */
export type Verdict =
  | { readonly allowed: true }
  | { readonly allowed: false; readonly hidden: boolean; readonly why: string; readonly help: string; readonly danish: Told };
