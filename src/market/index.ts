/** The market place: needs, dialogue, purchases in dynamic purchasing systems and under framework agreements, to the contract. */
import path from 'node:path';
import type { FastifyInstance } from 'fastify';
import { assessmentRoutes } from './assessment/assessment.routes.ts';
import { marketPages, type MarketServing } from './core/market.routes.ts';
import { bidRoutes } from './bid/bid.routes.ts';
import { frameworkRoutes } from './framework/framework.routes.ts';
import { recordApiRoutes } from './core/record-api.routes.ts';
import { documentRoutes } from './document/document.routes.ts';
import type { Scan } from './document/scan.ts';
import { demoKeyRoutes } from './demo/demo-key.routes.ts';
import { frontRoutes } from './front/front.routes.ts';
import { KINDS, PRESENTATIONS } from './kinds.ts';
import { openingRoutes } from './opening/opening.routes.ts';
import { supplierRoutes } from './supplier/supplier.routes.ts';
import { purchaseRoutes } from './purchase/purchase.routes.ts';

export { bidRights } from './core/bid-rights.ts';
export type * from './core/record.ts';
export type { MarketServing } from './core/market.routes.ts';
export { give, settle, type BoughtBefore, type Market, type Order, type Outcome } from './core/run.ts';
export { catchUp } from './core/time.ts';
export type { BidDocument } from './bid/bid.ts';
export { openRevealed } from './opening/open-revealed.ts';
export { sharesFor, type SharesToOpen } from './opening/shares.ts';
export { scanWith, WITHOUT_SCANNER, type Scan } from './document/scan.ts';
export { seedDemoMarket, type DemoPlace } from './demo/demo-market.store.ts';
export { KINDS } from './kinds.ts';
export { marketIn, type MarketTables } from './tables.ts';

/** Address of the front of the market place. */
export const MARKET_PLACE = '/torv';

/** The tables of the market place. */
export const marketMigrations = { room: 'market', folder: path.join(import.meta.dirname, 'migrations') };

/** Every page, form and API address of the market place. @param scan looks at every file that is uploaded */
export function marketRoutes(app: FastifyInstance, serving: MarketServing, scan: Scan): void {
  frontRoutes(app, serving, PRESENTATIONS);
  assessmentRoutes(app, serving, PRESENTATIONS);
  recordApiRoutes(app, serving);
  documentRoutes(app, serving, scan);
  supplierRoutes(app, serving);
  frameworkRoutes(app, serving);
  bidRoutes(app, serving);
  purchaseRoutes(app, serving);
  openingRoutes(app, serving);
  demoKeyRoutes(app, serving);
  marketPages(app, serving, KINDS, PRESENTATIONS);
}
