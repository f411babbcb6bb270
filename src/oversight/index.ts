/** Points of attention: indicators over public notices, each with its definition and its innocent explanations. */
import path from 'node:path';
import type { FastifyInstance } from 'fastify';
import type { Serving } from '#register';
import { overviewRoutes } from './overview/overview.routes.ts';

export { cardinalFlags } from './cardinal.ts';
export { keepFlags, type Kept } from './own/keep.store.ts';
export { defaultSettings, readSettings, type FlagSettings } from './settings/settings.ts';

export { importHoldings } from './overview/import-holdings.ts';
export { OVERVIEWS } from './overview/overview.page.tsx';

/** Every page and address of oversight. */
export function oversightRoutes(app: FastifyInstance, serving: Serving): void {
  overviewRoutes(app, serving);
}

/** The tables of points of attention. */
export const oversightMigrations = { room: 'oversight', folder: path.join(import.meta.dirname, 'migrations') };
