/** The market place: needs, dialogue, purchases in dynamic purchasing systems and under framework agreements, to the contract. */
import path from 'node:path';

export type * from './core/record.ts';
export { give, settle, type Market, type Order, type Outcome } from './core/run.ts';
export { catchUp } from './core/time.ts';
export type { BidDocument } from './bid/bid.ts';
export { bidVerdict } from './bid/bid.rights.ts';
export { bidRoutes } from './bid/bid.routes.ts';
export type { MarketServing } from './core/market.routes.ts';
export { openingRoutes } from './opening/opening.routes.ts';
export { openRevealed } from './opening/open-revealed.ts';
export { sharesFor, type SharesToOpen } from './opening/shares.ts';
export { KINDS } from './kinds.ts';
export type { MarketTables } from './tables.ts';

/** The tables of the market place. */
export const marketMigrations = { room: 'market', folder: path.join(import.meta.dirname, 'migrations') };
