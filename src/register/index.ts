import path from 'node:path';
import type { FastifyInstance } from 'fastify';
import { frontRoutes } from './front.routes.ts';
import { organisationRoutes } from './organisations.routes.ts';
import { processRoutes } from './processes.routes.ts';
import type { Serving } from './serving.ts';

export { importFiles, type ImportOptions, type ImportSummary, type Progress, type Reject } from './import/importer.ts';
export { makeDemoWorld, readDemoTiles } from './demo.store.ts';
export { PROCESSES, ORGANISATIONS } from './addresses.ts';
export { readUpdatedAt } from './front.store.ts';
export type { Serving } from './serving.ts';
export type { RegisterTables } from './tables.ts';

/** The register's tables. */
export const registerMigrations = { room: 'register', folder: path.join(import.meta.dirname, 'migrations') };

/** Every page, download and API address of the register. */
export function registerRoutes(app: FastifyInstance, serving: Serving): void {
  frontRoutes(app, serving);
  processRoutes(app, serving);
  organisationRoutes(app, serving);
}
