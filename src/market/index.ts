/** The market place: needs, dialogue, purchases in dynamic purchasing systems and under framework agreements, to the contract. */
import path from 'node:path';
import type { FastifyInstance } from 'fastify';
import { marketPages, type MarketServing } from './core/market.routes.ts';
import { frameworkRoutes } from './framework/framework.routes.ts';
import { frontRoutes } from './front/front.routes.ts';
import { KINDS, PRESENTATIONS } from './kinds.ts';
import { supplierRoutes } from './supplier/supplier.routes.ts';

export { bidRights } from './core/bid-rights.ts';
export type * from './core/record.ts';
export type { MarketServing } from './core/market.routes.ts';
export { give, settle, type Market, type Order, type Outcome } from './core/run.ts';
export { catchUp } from './core/time.ts';
export type { BidDocument } from './bid/bid.ts';
export { openRevealed } from './opening/open-revealed.ts';
export { sharesFor, type SharesToOpen } from './opening/shares.ts';
export { KINDS } from './kinds.ts';
export { marketIn, type MarketTables } from './tables.ts';

/** Address of the front of the market place. */
export const MARKET_PLACE = '/torv';

/** The tables of the market place. */
export const marketMigrations = { room: 'market', folder: path.join(import.meta.dirname, 'migrations') };

/** Every page, form and API address of the market place. */
export function marketRoutes(app: FastifyInstance, serving: MarketServing): void {
  frontRoutes(app, serving, PRESENTATIONS);
  supplierRoutes(app, serving);
  frameworkRoutes(app, serving);
  marketPages(app, serving, KINDS, PRESENTATIONS);
}
