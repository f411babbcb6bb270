import { sql, type RawBuilder } from 'kysely';
import { COPENHAGEN, type Clock } from '#base';
import { keysOf } from './identity/same.store.ts';
import type { ProcessQuery } from './list.view.ts';
import { matchedOcids } from './process-filter.store.ts';

/** What an overview is asked about. */
export interface OverviewScope {
  /** `select ocid …` of the processes. */
  readonly matched: RawBuilder<unknown>;
  /** The supplier whose awards alone are meant; null: everybody's. */
  readonly supplier: string | null;
  readonly today: Temporal.PlainDate;
}

export function scopeOf(clock: Clock, query: ProcessQuery): OverviewScope {
  return {
    matched: matchedOcids(clock, query),
    supplier: query.supplier,
    today: clock.now().toZonedDateTimeISO(COPENHAGEN).toPlainDate(),
  };
}

/** The awards that count, as a table; of a supplier, its own. */
export function countedAwards({ matched, supplier }: OverviewScope): RawBuilder<unknown> {
  const own = supplier === null ? sql`true` : sql`suppliers && ${keysOf(supplier)}`;
  return sql`(select * from award where counted and ${own} and ocid in (${matched})) awarded`;
}
