import { sql, type RawBuilder } from 'kysely';
import { COPENHAGEN, type Clock } from '#base';
import type { CursorKey } from './cursor.ts';
import { MOST_WEIGHED, type ProcessQuery, type ProcessSort } from './list.view.ts';
import type { SearchText } from './search-text.ts';

/**
 * A stretch of a sorted list, for which there is an index: the whole list, or one of those that follow each other in it. Within
 * it rows stand by the key, and by the ocid where that is equal. A cursor names its stretch.
 */
export interface Stretch {
  readonly name: string;
  readonly key: RawBuilder<unknown>;
  readonly type: CursorKey;
  readonly descending: boolean;
  readonly where: RawBuilder<unknown> | null;
  /** The condition where it looks at the words of a row, put so that an index answers it: for rows that are fetched and not walked to. */
  readonly byIndex?: RawBuilder<unknown>;
  /** True: the planner cannot know how many meet the condition, which has an index of its own. */
  readonly isUncertain?: boolean;
}

/** Up to this many are fetched and put in order; of more the words say too little to weigh them one by one, and it would take seconds. */
export const FEW = MOST_WEIGHED;

export function sortInForce(query: ProcessQuery, text: SearchText | null): ProcessSort {
  const wished = query.sort ?? (text === null ? 'newest' : 'relevance');
  if (wished === 'relevance' && text === null) return 'newest';
  // Amounts are only put in order within one currency.
  if (wished === 'value' && query.filters.currency?.length !== 1) return 'newest';
  return wished;
}

const NEWEST = { key: sql`coalesce(last_date, '-infinity')`, type: 'timestamptz', descending: true } as const;

/** The stretches of a list, in their order; of a search by relevance in both ways that there are, see `FEW`. */
export function stretchesOf(sort: ProcessSort, text: SearchText | null, clock: Clock): Readonly<Record<'few' | 'many', readonly Stretch[]>> {
  if (sort === 'relevance' && text !== null) return { few: [{ name: sort, key: text.rank, type: 'float8', descending: true, where: null }], many: titlesFirst(text) };
  const stretches = sort === 'deadline' ? deadlines(clock) : [{ name: sort, where: null, ...keyOf(sort) }];
  return { few: stretches, many: stretches };
}

function keyOf(sort: Exclude<ProcessSort, 'deadline'>): Pick<Stretch, 'key' | 'type' | 'descending'> {
  if (sort === 'oldest') return { key: sql`coalesce(first_date, 'infinity')`, type: 'timestamptz', descending: false };
  return sort === 'value' ? { key: sql`coalesce(amount, -1)`, type: 'numeric', descending: true } : NEWEST;
}

/** Those with the words in the title first, the newest of them first; then the others. */
function titlesFirst(text: SearchText): Stretch[] {
  const inTitle = sql`to_tsvector('danish', coalesce(title, '')) @@ ${text.query}`;
  const titled = sql`(select titled.ocid from process titled where to_tsvector('danish', coalesce(titled.title, '')) @@ ${text.query})`;
  return [
    { name: 'relevance title', ...NEWEST, where: inTitle, byIndex: sql`process.ocid in ${titled}`, isUncertain: true },
    { name: 'relevance text', ...NEWEST, where: sql`not (${inTitle})`, byIndex: sql`process.ocid not in ${titled}` },
  ];
}

/** The nearest deadline ahead first, then those that are over, last those without one. */
function deadlines(clock: Clock): Stretch[] {
  // From the start of the day, so that the pages of a list that is read today fit together.
  const day = clock.now().toZonedDateTimeISO(COPENHAGEN).startOfDay().toInstant().toString();
  return [
    { name: 'deadline ahead', key: sql`tender_end`, type: 'timestamptz', descending: false, where: sql`tender_end >= ${day}::timestamptz` },
    { name: 'deadline over', key: sql`tender_end`, type: 'timestamptz', descending: true, where: sql`tender_end < ${day}::timestamptz` },
    { name: 'deadline none', key: sql`'infinity'::timestamptz`, type: 'timestamptz', descending: false, where: sql`tender_end is null` },
  ];
}
