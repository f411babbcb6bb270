import { sql, type Kysely, type RawBuilder } from 'kysely';
import { COPENHAGEN, type Clock } from '#base';
import { byIndex } from './by-index.store.ts';
import { keysOf } from './identity/same.store.ts';
import type { ProcessQuery } from './list.view.ts';
import { countChosen } from './process-counts.store.ts';
import { fewOcids, matchedOcids } from './process-filter.store.ts';
import type { RegisterTables } from './tables.ts';

type Db = Kysely<RegisterTables>;

/** What an overview is asked about. */
export interface OverviewScope {
  /** `select ocid …` of the processes. */
  readonly matched: RawBuilder<unknown>;
  /** The supplier whose awards alone are meant; null: everybody's. */
  readonly supplier: string | null;
  readonly today: Temporal.PlainDate;
}

/** Up to this many are found once and handed to each of the questions; more are found by each of them. */
const MOST_HANDED = 50_000;

export async function scopeOf(db: Db, clock: Clock, query: ProcessQuery): Promise<OverviewScope> {
  const { total, combinations } = await countChosen(db, clock, query);
  return {
    matched: total > MOST_HANDED ? matchedOcids(clock, query) : await handed(db, fewOcids(clock, query, combinations)),
    supplier: query.supplier,
    today: clock.now().toZonedDateTimeISO(COPENHAGEN).toPlainDate(),
  };
}

async function handed(db: Db, ocids: RawBuilder<{ ocid: string }>): Promise<RawBuilder<unknown>> {
  const { rows } = await byIndex(db, (indexed) => ocids.execute(indexed));
  return sql`select unnest(${rows.map(({ ocid }) => ocid)}::text[])`;
}

/** The awards that count, as a table; of a supplier, its own. */
export function countedAwards({ matched, supplier }: OverviewScope): RawBuilder<unknown> {
  const own = supplier === null ? sql`true` : sql`suppliers && ${keysOf(supplier)}`;
  return sql`(select * from award where counted and ${own} and ocid in (${matched})) awarded`;
}
