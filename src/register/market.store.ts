import type { Kysely } from 'kysely';
import type { Clock } from '#base';
import { findFields } from './cpv/names.ts';
import type { ProcessQuery } from './list.view.ts';
import type { MarketView } from './market.view.ts';
import { readOverview } from './overview.store.ts';
import { correctProcessQuery, organisationName } from './processes.store.ts';
import type { RegisterTables } from './tables.ts';

const SUGGESTED = 6;

/** What a search says as a market. Nothing found as written is searched for by the spelling that was meant. */
export async function readMarket(db: Kysely<RegisterTables>, clock: Clock, query: ProcessQuery): Promise<MarketView> {
  const meant = await correctProcessQuery(db, clock, query);
  const [overview, buyerName, supplierName] = await Promise.all([
    readOverview(db, clock, meant), organisationName(db, query.buyer), organisationName(db, query.supplier),
  ]);
  return { query, didYouMean: meant === query ? null : meant.q, overview, suggested: findFields(query.q, SUGGESTED), buyerName, supplierName };
}
