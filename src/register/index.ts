import path from 'node:path';
import type { FastifyInstance } from 'fastify';
import { coverageRoutes } from './coverage.routes.ts';
import { frontRoutes } from './front.routes.ts';
import { changeRoutes } from './lists/changes.routes.ts';
import { contractRoutes } from './lists/contracts.routes.ts';
import { frameworkRoutes } from './lists/frameworks.routes.ts';
import { withoutCallRoutes } from './lists/without-call.routes.ts';
import { noticeRoutes } from './notice.routes.ts';
import { organisationRoutes } from './organisations.routes.ts';
import { processRoutes } from './processes.routes.ts';
import type { Serving } from './serving.ts';

export { importFiles, importNotices, type ImportOptions, type ImportSummary, type Progress, type Reject } from './import/importer.ts';
export { rederive } from './import/rederive.ts';
export { filesAt, openSource } from './import/source.ts';
export { isUnreadable, valuesOf, type Found } from './import/values.ts';
export { makeDemoWorld, readDemoTiles } from './demo.store.ts';
export { PROCESSES, ORGANISATIONS } from './addresses.ts';
export { readUpdatedAt } from './front.store.ts';
export { syncTed, type FetchedNotice, type SyncOutcome, type SyncProgress } from './sync/sync.ts';
export { knownNotices, readSyncRuns } from './sync/sync.store.ts';
export type { SyncView } from './sync/sync.view.ts';
export { openTedClient } from './sync/ted-client.ts';
export { queryName, readSince, readTedQuery } from './sync/ted-query.ts';
export type { Serving } from './serving.ts';
export type { RegisterTables } from './tables.ts';

/** The register's tables. */
export const registerMigrations = { room: 'register', folder: path.join(import.meta.dirname, 'migrations') };

/** Every page, download and API address of the register. */
export function registerRoutes(app: FastifyInstance, serving: Serving): void {
  frontRoutes(app, serving);
  processRoutes(app, serving);
  contractRoutes(app, serving);
  changeRoutes(app, serving);
  withoutCallRoutes(app, serving);
  frameworkRoutes(app, serving);
  noticeRoutes(app, serving);
  coverageRoutes(app, serving);
  organisationRoutes(app, serving);
}
