/** How often each ground was given, over systems and years, and what came of the purchases that it was given for. Pure. */
import { answeredOf, type Answered } from './answered.ts';
import { OVERVIEWS } from './addresses.ts';
import { GROUND_CODES, type GroundCode } from './grounds.ts';
import type { Overview, StatementOf } from './overview.schema.ts';
import { currentOf } from './rows.ts';
import { partyName } from './rules.ts';
import type { OutcomeCode } from './words.ts';

export const GROUND_COUNTS = `${OVERVIEWS}/begrundelser`;

/** What an authority or a court made of the purchase, the weightiest first. `undecided`: it ended without a decision. */
export const RESULTS = ['set-aside', 'stood', 'no-case', 'undecided', 'not-known'] as const;
export type ResultCode = (typeof RESULTS)[number];

const RESULT_OF: Readonly<Record<OutcomeCode, ResultCode>> = {
  'assessed-unlawful': 'set-aside', 'award-set-aside': 'set-aside', ineffective: 'set-aside', 'economic-sanction': 'set-aside',
  'complaint-not-upheld': 'stood', 'no-case-opened': 'no-case',
  settled: 'undecided', 're-tendered': 'undecided', cancelled: 'undecided', 'before-the-courts': 'undecided', 'not-before-the-courts': 'undecided',
  'not-known': 'not-known',
};

export interface CountedClaim extends Answered {
  readonly overview: Overview;
  readonly claim: StatementOf<'claim'>;
  /** null: it is counted and not named, because no outcome or no words of its own stand beside it. */
  readonly municipality: string | null;
  /** Four digits, of when it was said; null: not known. */
  readonly year: string | null;
  /** null: nothing is said of what came of it. */
  readonly result: ResultCode | null;
}

/** Every claim that has not been corrected away, in the order of grounds, then years, then files. */
export function countedClaims(overviews: readonly Overview[]): readonly CountedClaim[] {
  const claims = overviews.flatMap((overview) => currentOf(overview.statements).flatMap((statement): CountedClaim[] => {
    const name = partyName(statement.about);
    if (statement.kind !== 'claim' || name === null) return [];
    const answered = answeredOf(overview, name);
    const found = new Set(answered.outcomes.map(({ outcome }) => RESULT_OF[outcome]));
    return [{
      ...answered, overview, claim: statement, municipality: answered.outcomes.length > 0 && answered.words.length > 0 ? name : null,
      year: statement.date?.slice(0, 4) ?? null, result: RESULTS.find((result) => found.has(result)) ?? null,
    }];
  }));
  const place = ({ claim: { ground } }: CountedClaim): number => GROUND_CODES.indexOf(ground);
  return claims.toSorted((one, other) => place(one) - place(other) || (one.year ?? '9999').localeCompare(other.year ?? '9999'));
}

export interface GroundCount {
  readonly ground: GroundCode;
  readonly claims: readonly CountedClaim[];
  /** How many were said in each year, the earliest first; null: not known. */
  readonly years: readonly { readonly year: string | null; readonly count: number }[];
  readonly overviews: readonly { readonly overview: Overview; readonly count: number }[];
  /** Of each result, those without any left out; null: none is told. */
  readonly results: readonly { readonly result: ResultCode | null; readonly count: number }[];
  /** Named municipalities, each once. */
  readonly saidBy: readonly string[];
}

/** One for each ground that was given, in the order of the codes. */
export function countGrounds(claims: readonly CountedClaim[]): readonly GroundCount[] {
  return GROUND_CODES.flatMap((ground): GroundCount[] => {
    const own = claims.filter(({ claim }) => claim.ground === ground);
    if (own.length === 0) return [];
    const results = Map.groupBy(own, ({ result }) => result);
    return [{
      ground, claims: own,
      years: [...Map.groupBy(own, ({ year }) => year)].map(([year, some]) => ({ year, count: some.length })),
      overviews: [...Map.groupBy(own, ({ overview }) => overview)].map(([overview, some]) => ({ overview, count: some.length })),
      results: [...RESULTS, null].flatMap((result) => (results.has(result) ? [{ result, count: results.get(result)?.length ?? 0 }] : [])),
      saidBy: [...new Set(own.flatMap(({ municipality }) => municipality ?? []))],
    }];
  });
}

/** Which claims are shown; null: all. A year or result of `unknown` is one that is not told. */
export interface ClaimQuery {
  readonly ground: GroundCode | null;
  readonly year: string | null;
  readonly result: string | null;
  /** Id of an overview. */
  readonly overview: string | null;
}

export const EVERY_CLAIM: ClaimQuery = { ground: null, year: null, result: null, overview: null };
export const UNTOLD = 'unknown';

export function claimsAsked(claims: readonly CountedClaim[], { ground, year, result, overview }: ClaimQuery): readonly CountedClaim[] {
  return claims.filter((one) => (ground === null || one.claim.ground === ground) && (year === null || (one.year ?? UNTOLD) === year) && (result === null || (one.result ?? UNTOLD) === result) && (overview === null || one.overview.id === overview));
}

export function groundCountsAddress(query: Partial<ClaimQuery>): string {
  const pairs = Object.entries(query).flatMap(([name, value]) => (value === null ? [] : [[name, value]]));
  return pairs.length === 0 ? GROUND_COUNTS : `${GROUND_COUNTS}?${new URLSearchParams(pairs).toString()}#krav`;
}
