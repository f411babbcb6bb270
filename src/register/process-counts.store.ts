import { sql, type Kysely } from 'kysely';
import type { Clock } from '#base';
import { byIndex } from './by-index.store.ts';
import { PROCESS_FACETS, UNKNOWN, type FacetView, type ProcessFacet, type ProcessQuery } from './list.view.ts';
import { matchesUnfiltered } from './process-filter.store.ts';
import { readSearchText } from './search-text.ts';
import type { RegisterTables } from './tables.ts';
import { keeping } from './version.store.ts';

type Db = Kysely<RegisterTables>;

export const MOST_FACET_OPTIONS = 60;
/** Answers kept for each register: the pages of a list and its filters ask for the same counts again and again. */
const MOST_KEPT = 200;
const keep = keeping<readonly Combination[]>(MOST_KEPT);

/** How many processes have just these values of all the filters. A combination that nothing has is not among them. */
interface Combination {
  readonly id: number;
  readonly values: Readonly<Record<ProcessFacet, string>>;
  readonly count: number;
}

/** How many processes a query finds. */
export async function countProcesses(db: Db, clock: Clock, query: ProcessQuery): Promise<number> {
  return totalOf(await readCombinations(db, clock, query), query);
}

/** How many processes a query finds, and the numbers of the combinations of filters that they have; null: they may have any. */
export async function countChosen(db: Db, clock: Clock, query: ProcessQuery): Promise<{ total: number; combinations: number[] | null }> {
  const combinations = await readCombinations(db, clock, query);
  const chosen = chosenIn(query);
  return { total: totalOf(combinations, query), combinations: chosen.length === 0 ? null : combinations.filter((one) => isChosen(one, chosen)).map(({ id }) => id) };
}

/** How many processes a query finds, and what each value of each filter would give. All exact. */
export async function countFacets(db: Db, clock: Clock, query: ProcessQuery): Promise<{ total: number; facets: FacetView<ProcessFacet>[] }> {
  const combinations = await readCombinations(db, clock, query);
  return { total: totalOf(combinations, query), facets: PROCESS_FACETS.map((name) => facetOf(combinations, query, name)) };
}

function readCombinations(db: Db, clock: Clock, query: ProcessQuery): Promise<readonly Combination[]> {
  const text = readSearchText(query.q);
  const read = (): Promise<readonly Combination[]> => countCombinations(db, clock, query);
  // What is open changes with the clock, and is little.
  return query.open === true ? read() : keep(db, JSON.stringify([text?.text, query.cpv, query.buyer, query.supplier, query.reason, query.under, query.procedure, query.oneBid]), read);
}

async function countCombinations(db: Db, clock: Clock, query: ProcessQuery): Promise<readonly Combination[]> {
  const text = readSearchText(query.q);
  const counting = sql<{ id: number; parts: string; count: number }>`
    select id, parts, count from (
      select combination, count(*) as count from process_search where ${matchesUnfiltered(clock, query, text)} group by combination) counted
    join combination on id = combination`;
  const { rows } = await (text === null ? counting.execute(db) : byIndex(db, (indexed) => counting.execute(indexed)));
  return rows.map(({ id, parts, count }) => {
    const values = JSON.parse(parts) as (string | number | null)[];
    return { id, count, values: Object.fromEntries(PROCESS_FACETS.map((name, at) => [name, String(values[at] ?? UNKNOWN)])) as Combination['values'] };
  });
}

type Chosen = readonly (readonly [ProcessFacet, ReadonlySet<string>])[];

function chosenIn({ filters }: ProcessQuery): Chosen {
  return PROCESS_FACETS.flatMap((name) => (filters[name] ?? []).length === 0 ? [] : [[name, new Set(filters[name])] as const]);
}

function isChosen({ values }: Combination, chosen: Chosen): boolean {
  return chosen.every(([name, wanted]) => wanted.has(values[name]));
}

function totalOf(combinations: readonly Combination[], query: ProcessQuery): number {
  const chosen = chosenIn(query);
  return combinations.reduce((sum, one) => (isChosen(one, chosen) ? sum + one.count : sum), 0);
}

/** What each value of a filter would give: the most frequent ones, and those that are chosen, also when they give nothing. */
function facetOf(combinations: readonly Combination[], query: ProcessQuery, name: ProcessFacet): FacetView<ProcessFacet> {
  const others = chosenIn(query).filter(([other]) => other !== name);
  const counts = new Map<string, number>();
  for (const one of combinations) {
    if (isChosen(one, others)) counts.set(one.values[name], (counts.get(one.values[name]) ?? 0) + one.count);
  }
  const options = [...counts].map(([value, count]) => ({ value, count })).toSorted(name === 'year' ? newestFirst : mostFirst);
  const chosen = [...new Set(query.filters[name])];
  const shown = options.filter(({ value }, at) => at < MOST_FACET_OPTIONS || chosen.includes(value));
  const missing = chosen.filter((value) => !counts.has(value));
  return { name, options: [...shown, ...missing.map((value) => ({ value, count: 0 }))] };
}

interface Option {
  readonly value: string;
  readonly count: number;
}

function mostFirst(one: Option, other: Option): number {
  return other.count - one.count || (one.value < other.value ? -1 : 1);
}

function newestFirst(one: Option, other: Option): number {
  const year = ({ value }: Option): number => (value === UNKNOWN ? -Infinity : Number(value));
  return year(other) > year(one) ? 1 : -1;
}
