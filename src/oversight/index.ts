/** Points of attention: indicators over public notices, each with its definition and its innocent explanations; whether there is competition; who bought the same system. */
import path from 'node:path';
import type { FastifyInstance } from 'fastify';
import type { Serving } from '#register';
import { competitionRoutes } from './competition/competition.routes.ts';
import { fieldRoutes } from './field/field.routes.ts';
import { flagApi } from './flags/api.routes.ts';
import { flagPages } from './flags/flags.routes.ts';
import { requestRoutes } from './overview/access-request.routes.ts';
import { groundCountRoutes } from './overview/grounds-count.routes.ts';
import { overviewFeeds } from './overview/overview-feed.routes.ts';
import { overviewRoutes } from './overview/overview.routes.ts';
import { systemRoutes } from './systems/systems.routes.ts';

export { competitionAside } from './competition/asides.tsx';
export { prepareCompetition } from './competition/prepared.store.ts';
export { COMPETITION } from './competition/scope.ts';
export { FLAGS } from './flags/addresses.ts';
export { flagsAside } from './flags/asides.tsx';
export { flagsAreCurrent, keepFlags, type Kept } from './own/keep.store.ts';
export { settingsOf } from './own/world-law.ts';
export { FLAG_COLUMNS, linesOf } from './flags/columns.ts';
export { countProcesses } from './told/names.store.ts';
export { explainText, tableText } from './told/told.text.ts';
export { askedSettings, ofProcess, tellAll, toldJson, type Told } from './told/told.ts';

export { exportOverview, type ExportedFile, type ExportOptions } from './overview/export.tsx';
export { fieldView, type FieldView } from './field/field.view.ts';
export { readFields } from './field/fields.ts';
export { importHoldings } from './overview/import-holdings.ts';
export { OVERVIEWS } from './overview/addresses.ts';
export { systemsAside } from './systems/systems.aside.tsx';

/** The tables of points of attention. */
export const oversightMigrations = { room: 'oversight', folder: path.join(import.meta.dirname, 'migrations') };

/** Every page, file and API address of oversight. */
export function oversightRoutes(app: FastifyInstance, serving: Serving): void {
  flagPages(app, serving);
  flagApi(app, serving);
  competitionRoutes(app, serving);
  fieldRoutes(app, serving);
  overviewRoutes(app, serving);
  overviewFeeds(app, serving);
  groundCountRoutes(app, serving);
  requestRoutes(app, serving);
  systemRoutes(app, serving);
}
