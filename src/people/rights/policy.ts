/** What a line of the policy table says. The table itself stands in policy.table.ts; who reads it is `may`. */
import type { Role } from '../actor.ts';

/** The organisation that acts, seen from what is acted on: its owner, one that takes part, any other. */
export const RELATIONS = ['own', 'party', 'other'] as const;
export type Relation = (typeof RELATIONS)[number];

/** What an action is done to: a kind of record, or what stands beside the records. A bid is owned by its supplier, has the buyer as party and the state of its purchase. */
export type SubjectKind =
  | 'need' | 'dialogue' | 'dis' | 'application' | 'framework' | 'purchase' | 'contribution' | 'letter' | 'contract'
  | 'bid' | 'receipt' | 'market' | 'people' | 'key' | 'api-key' | 'session' | 'account';

export interface Rule<Name extends string = string> {
  readonly action: Name;
  readonly on: SubjectKind;
  /** `anyone`: also who is not logged in, where the thing itself is public. Of a step of two persons: who may propose it. */
  readonly roles: readonly Role[] | 'anyone';
  readonly whose: readonly Relation[];
  /** `new`: it is being started. */
  readonly states: readonly string[] | 'any';
  /** The login must have been at least substantial (NSIS betydelig). */
  readonly strong: boolean;
  /** Two persons: it is proposed, and one of these roles confirms who is not the one who proposed. Null: one person is enough. */
  readonly second: readonly Role[] | null;
  /** Only persons who are named for the task in that very record. */
  readonly named: boolean;
  /** By a person who is logged in, never by an API key. */
  readonly personal: boolean;
  /** The line in plain Danish. */
  readonly says: string;
}

type Choices = Partial<Pick<Rule, 'whose' | 'strong' | 'second' | 'named' | 'personal'>>;

/** A line with what most lines have: one's own organisation, any login, one person, nobody named, an API key will do. */
export function rule<const Name extends string>(
  action: Name, on: SubjectKind, roles: Rule['roles'], states: Rule['states'], says: string, choices: Choices = {},
): Rule<Name> {
  return { action, on, roles, states, says, whose: ['own'], strong: false, second: null, named: false, personal: false, ...choices };
}
