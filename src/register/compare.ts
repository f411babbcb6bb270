/** What is compared, and how far it can be: pure. */
import { EMPTY_PROCESS_QUERY } from './addresses.ts';
import type { CompareRemark, CompareSide, CompareTarget, ComparisonView } from './compare.view.ts';
import { codeOf, readField } from './cpv/fields.ts';
import { fieldName } from './cpv/names.ts';
import type { ProcessQuery } from './list.view.ts';
import type { OrganisationRole } from './organisation.view.ts';

/** Shares of fewer say little. */
export const FEW = 10;

/** The field that a side names, "cpv:72" or "cpv:72000000"; null when it names none that the vocabulary has. */
export function fieldTarget(side: string): CompareTarget | null {
  const field = readField(/^cpv:(\d{2,8})$/.exec(side)?.[1] ?? '');
  const [da, en] = field === null ? [null, null] : [fieldName(field, 'da'), fieldName(field, 'en')];
  if (field === null || da === null || en === null) return null;
  const code = ` (${codeOf(field)})`;
  return { side: `cpv:${field}`, key: null, field, mark: null, names: { da: da + code, en: en + code }, asBuyer: 0, asSupplier: 0 };
}

/** What both are most: the role in which the one that has fewer processes has more of them. null of two fields. */
export function commonRole(a: CompareTarget, b: CompareTarget): OrganisationRole | null {
  const organisations = [a, b].filter(({ key }) => key !== null);
  if (organisations.length === 0) return null;
  const [bought, supplied] = [organisations.map(({ asBuyer }) => asBuyer), organisations.map(({ asSupplier }) => asSupplier)];
  const [least, most] = [Math.min(...supplied) - Math.min(...bought), Math.max(...supplied) - Math.max(...bought)];
  return least > 0 || (least === 0 && most > 0) ? 'supplier' : 'buyer';
}

/** The search that a side's figures are of: the same as its own page has. */
export function sideQuery({ key, field }: Pick<CompareTarget, 'key' | 'field'>, as: OrganisationRole | null): ProcessQuery {
  if (key === null) return { ...EMPTY_PROCESS_QUERY, cpv: field };
  return as === 'supplier' ? { ...EMPTY_PROCESS_QUERY, supplier: key } : { ...EMPTY_PROCESS_QUERY, buyer: key };
}

/** Whom the sides have dealings with: a buyer has suppliers, a supplier has buyers, a field has both. */
export function counterpartsOf(as: OrganisationRole | null): readonly ('suppliers' | 'buyers')[] {
  if (as === null) return ['suppliers', 'buyers'];
  return as === 'buyer' ? ['suppliers'] : ['buyers'];
}

type Sides = Pick<ComparisonView, 'a' | 'b'>;

/** What makes the comparison weak; see `COMPARE_REMARKS`. */
export function remarksOf({ a, b }: Sides): CompareRemark[] {
  return [
    ...sparse(a).map((kind): CompareRemark => ({ kind, of: 'a' })),
    ...sparse(b).map((kind): CompareRemark => ({ kind, of: 'b' })),
    ...(otherYears(a, b) ? [{ kind: 'years', of: null } as const] : []),
    ...withinEachOther(a, b),
    ...((a.key === null) === (b.key === null) ? [] : [{ kind: 'kinds', of: null } as const]),
  ];
}

function sparse({ overview: { processes, calls, bids } }: CompareSide): ('nothing' | 'few' | 'few-calls' | 'few-bids')[] {
  if (processes === 0) return ['nothing'];
  if (processes < FEW) return ['few'];
  const isFew = (stated: number): boolean => stated > 0 && stated < FEW;
  return [...(isFew(calls.with + calls.without) ? ['few-calls' as const] : []), ...(isFew(bids.counted) ? ['few-bids' as const] : [])];
}

/** Fewer than half of the years that the two span are in both. */
function otherYears({ years: one }: CompareSide, { years: other }: CompareSide): boolean {
  if (one === null || other === null) return false;
  const both = Math.max(0, Math.min(one.last, other.last) - Math.max(one.first, other.first) + 1);
  return 2 * both < Math.max(one.last, other.last) - Math.min(one.first, other.first) + 1;
}

function withinEachOther({ field: one }: CompareSide, { field: other }: CompareSide): CompareRemark[] {
  if (one === null || other === null || one === other) return [];
  if (one.startsWith(other)) return [{ kind: 'within', of: 'a' }];
  return other.startsWith(one) ? [{ kind: 'within', of: 'b' }] : [];
}

/** A figure of a side: an exact decimal; of a share, what it is a part of; of an amount, the awards it adds. */
export interface CompareFigure {
  readonly value: string;
  readonly of: number | null;
}

export type CompareMeasure = 'processes' | 'first-year' | 'last-year' | 'without-call' | 'single-bid' | 'suppliers' | 'buyers' | 'awards' | 'amount' | 'ending';

/** null: the side says nothing of it, which is not zero. */
export interface CompareRow {
  readonly measure: CompareMeasure;
  /** Of an amount; null: none stated. */
  readonly currency: string | null;
  readonly a: CompareFigure | null;
  readonly b: CompareFigure | null;
}

/** The table of the page, and of its file. Amounts of each currency stand in a row of their own. */
export function compareRows({ as, a, b }: ComparisonView): CompareRow[] {
  const row = (measure: CompareMeasure, figure: (side: CompareSide) => CompareFigure | null): CompareRow => ({ measure, currency: null, a: figure(a), b: figure(b) });
  return [
    row('processes', ({ overview }) => counted(overview.processes)),
    row('first-year', ({ years }) => (years === null ? null : counted(years.first))),
    row('last-year', ({ years }) => (years === null ? null : counted(years.last))),
    row('without-call', ({ overview: { calls } }) => partOf(calls.without, calls.with + calls.without)),
    row('single-bid', ({ overview: { bids } }) => partOf(bids.single, bids.counted)),
    ...counterpartsOf(as).map((of) => row(of, ({ overview }) => (overview[of].total === 0 ? null : counted(overview[of].total)))),
    row('awards', ({ overview }) => partOf(overview.awards.valued, overview.awards.made)),
    ...currencies(a, b).map((currency): CompareRow => ({ measure: 'amount', currency, a: sumIn(a, currency), b: sumIn(b, currency) })),
    row('ending', ({ overview: { ending } }) => (ending.known === 0 ? null : { value: String(ending.total), of: ending.known })),
  ];
}

function counted(value: number): CompareFigure {
  return { value: String(value), of: null };
}

function partOf(part: number, whole: number): CompareFigure | null {
  return whole === 0 ? null : { value: String(part), of: whole };
}

/** Those with most awards on both sides together first. */
function currencies(a: CompareSide, b: CompareSide): (string | null)[] {
  const awards = new Map<string | null, number>();
  for (const { value: { currency }, awards: added } of [...a.overview.awards.sums, ...b.overview.awards.sums]) awards.set(currency, (awards.get(currency) ?? 0) + added);
  return [...awards].toSorted(([, one], [, other]) => other - one).map(([currency]) => currency);
}

function sumIn({ overview }: CompareSide, currency: string | null): CompareFigure | null {
  const sum = overview.awards.sums.find(({ value }) => value.currency === currency);
  return sum === undefined ? null : { value: sum.value.amount, of: sum.awards };
}

export interface CompareYear {
  readonly year: number;
  readonly a: number;
  readonly b: number;
}

/** Processes of each year that one of them has, oldest first. */
export function compareYears({ a, b }: Sides): CompareYear[] {
  const years = new Set([...a.overview.perYear, ...b.overview.perYear].map(({ year }) => year));
  return [...years].toSorted((one, other) => one - other).map((year) => ({ year, a: processesIn(a, year), b: processesIn(b, year) }));
}

function processesIn({ overview }: CompareSide, year: number): number {
  const calls = overview.perYear.find((entry) => entry.year === year);
  return calls === undefined ? 0 : calls.with + calls.without + calls.unknown;
}

type Procedure = ComparisonView['a']['overview']['procedures'][number];

export interface ProcedureMix {
  readonly parts: readonly (Pick<Procedure, 'code' | 'method'> & { readonly a: number; readonly b: number })[];
  /** Processes with any other procedure. */
  readonly rest: { readonly a: number; readonly b: number };
  /** Processes that state their procedure: what the shares are of. */
  readonly stated: { readonly a: number; readonly b: number };
}

/** The procedures of both in one order, those with the largest shares first. @param most how many are told apart */
export function procedureMix({ a, b }: Sides, most: number): ProcedureMix {
  const of = new Map<string, { code: string | null; method: string | null; a: number; b: number }>();
  for (const [name, side] of [['a', a], ['b', b]] as const) {
    for (const { code, method, processes } of side.overview.procedures) {
      if (code === null && method === null) continue;
      const key = JSON.stringify([code, method]);
      of.set(key, { ...(of.get(key) ?? { code, method, a: 0, b: 0 }), [name]: processes });
    }
  }
  const all = [...of.values()];
  const stated = summed(all);
  const weight = (part: { a: number; b: number }): number => part.a / Math.max(1, stated.a) + part.b / Math.max(1, stated.b);
  const ranked = all.toSorted((one, other) => weight(other) - weight(one));
  const parts = ranked.slice(0, ranked.length > most ? most - 1 : most);
  return { parts, rest: summed(ranked.slice(parts.length)), stated };
}

function summed(parts: readonly { readonly a: number; readonly b: number }[]): { a: number; b: number } {
  return parts.reduce((sum, part) => ({ a: sum.a + part.a, b: sum.b + part.b }), { a: 0, b: 0 });
}
