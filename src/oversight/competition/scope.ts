/** What is asked about: a field, a buyer, a framework agreement or system, a country, or all of it. */
import type { AnalysisValue } from '#register';

export const SCOPE_KINDS = ['field', 'buyer', 'agreement', 'country', 'all'] as const;
export type ScopeKind = (typeof SCOPE_KINDS)[number];

export interface Scope {
  readonly kind: ScopeKind;
  /** Digits of a CPV field, key of an organisation, ocid, ISO 3166-1 alpha-2; empty for all. */
  readonly key: string;
}

export const ALL: Scope = { kind: 'all', key: '' };

export const COMPETITION = '/konkurrence';
/** The register as a whole, shown as any other scope; `/konkurrence` itself is the choice. */
export const WHOLE = `${COMPETITION}/alt`;
const PATHS = { field: 'felt', buyer: 'koeber', agreement: 'aftale', country: 'land' } as const;

export function scopeAddress({ kind, key }: Scope): string {
  return kind === 'all' ? WHOLE : `${COMPETITION}/${PATHS[kind]}/${encodeURIComponent(key)}`;
}

export function scopePath(kind: Exclude<ScopeKind, 'all'>): string {
  return `${COMPETITION}/${PATHS[kind]}/:key`;
}

/** What a kind is called in a word; a field as in other comparisons. */
const WORDS = { field: 'cpv', buyer: 'buyer', agreement: 'agreement', country: 'country' } as const;

/** One word for an address: `cpv:72`. */
export function scopeWord({ kind, key }: Scope): string {
  return kind === 'all' ? kind : `${WORDS[kind]}:${key}`;
}

/** @returns null for a word that names nothing */
export function readScope(word: string): Scope | null {
  if (word === 'all') return ALL;
  const [name, ...rest] = word.split(':');
  const kind = SCOPE_KINDS.find((one) => one !== 'all' && WORDS[one] === name);
  const key = rest.join(':').trim();
  return kind === undefined || key === '' ? null : { kind, key };
}

export type Parameters = Readonly<Record<string, AnalysisValue>>;

/** The parameters of `scope.sql`. */
export function scopeParameters({ kind, key }: Scope, least: number): Parameters {
  const of = (one: ScopeKind): string => (one === kind ? key : '');
  return { field: of('field'), buyer: of('buyer'), agreement: of('agreement'), country: of('country'), least };
}
