import path from 'node:path';
import type { FastifyInstance } from 'fastify';
import { dataRoutes } from './analysis/data.routes.ts';
import { catalogRoutes } from './catalog/catalog.routes.ts';
import { compareRoutes } from './compare.routes.ts';
import { coverageRoutes } from './coverage.routes.ts';
import { followRoutes } from './follow.routes.ts';
import { frontRoutes } from './front.routes.ts';
import { changeRoutes } from './lists/changes.routes.ts';
import { contractRoutes } from './lists/contracts.routes.ts';
import { frameworkRoutes } from './lists/frameworks.routes.ts';
import { withoutCallRoutes } from './lists/without-call.routes.ts';
import { marketRoutes } from './market.routes.ts';
import { municipalityRoutes } from './municipality-list.routes.ts';
import { noticeRoutes } from './notice.routes.ts';
import { organisationRoutes } from './organisations.routes.ts';
import { processRoutes } from './processes.routes.ts';
import { referenceRoutes } from './reference/reference.routes.ts';
import type { Serving } from './serving.ts';

export { buildAnalysis, type Built } from './analysis/build.ts';
export { analysisIsCurrent, readCurrent } from './analysis/current.ts';
export { generationFolder, type AnalysisPlace, type Generation } from './analysis/generation.ts';
export { openAnalysis, type Analysis, type AnalysisOptions, type AnalysisRow, type AnalysisValue, type Answering } from './analysis/reader.ts';
export { openReleases } from './analysis/releases.ts';
export { readPage } from './query.schema.ts';
export { importFiles, importNotices, type ImportOptions, type ImportSummary, type Progress, type Reject } from './import/importer.ts';
export { rederive } from './import/rederive.ts';
export { filesAt, openSource } from './import/source.ts';
export { isUnreadable, valuesOf, type Found } from './import/values.ts';
export { makeDemoWorld } from './demo.store.ts';
export { OWN_NOTICE, takeInOwnNotices } from './own-notices.ts';
export { COMBINATION } from './process-filter.store.ts';
export { atomOf, type FeedEntry, type FeedFile } from './export/atom.ts';
export { icsOf, type CalendarEvent, type CalendarFile } from './export/ics.ts';
export { tagOf, uidOf } from './followed.ts';
export { DATA_LICENCE, figureAbout, licenceTerms } from './licence.ts';
export { landOf, type Land } from './municipalities/land.ts';
export { readWhole } from './municipality-list.store.ts';
export { purchasesMatching, type NamedPurchase } from './named-purchases.store.ts';
export { heldOf, purchasesInField, type FieldBuyer, type FieldNotice, type FieldPurchase, type FieldQuery } from './field-purchases.store.ts';
export { noCallReason } from './lists/how-bought.ts';
export { legalKindName } from './legal-kind.ts';
export type { NoticeKind } from './notice-kind.ts';
export { noticeKindName } from './notice-parts.tsx';
export { mentionsOf, PLACES as MENTION_PLACES, type Mention, type Place as MentionPlace } from './matching/mentions.ts';
export { NO_RULES, reasonsOf, type Beside, type Matched, type MatchRules, type Reason } from './matching/match.ts';
export { readPapers, readArrivals, type PaperContract, type Papers } from './purchase-papers.store.ts';
export {
  contractListAddress, CONTRACTS, EMPTY_PROCESS_QUERY, FILE_SUFFIX, LIST_FORMATS, MARKET, marketAddress, MUNICIPALITIES_PAGE, noticeAddress, organisationAddress, ORGANISATIONS, placePairs, processAddress, PROCESSES, processListAddress, queryText,
  type ListFormat, type Pair, type Place,
} from './addresses.ts';
export { asideOf, NOTHING_SAID, sayings, type Aside, type Said } from './aside.ts';
export { badCursor, cutPage, GROUP, groupsOf, readCursor, refuseBadKey, type CursorKey, type PageRequest, type RowPage } from './cursor.ts';
export { countryName } from './codes.ts';
export { formName } from './coverage-parts.tsx';
export * as column from './export/table.ts';
export { codeOf, readField } from './cpv/fields.ts';
export { divisions, fieldLabel, fieldName, findFields, narrower, wider } from './cpv/names.ts';
export { listFiles, type ListFiles } from './export/list-files.ts';
export { identify } from './identity/identify.ts';
export { keysOf, mainOf } from './identity/same.store.ts';
export { releasesIn } from './import/releases-in.ts';
export { UNKNOWN } from './list.view.ts';
export { Sectioned, sectionIf, type Section } from './sectioned.tsx';
export { withGaps } from './years.ts';
export { readUpdatedAt } from './front.store.ts';
export { OrganisationName, ProcessLines } from './process-line.tsx';
export { findRows, searchProcesses } from './processes.store.ts';
export { searchOrganisations } from './organisations.store.ts';
export { FRAMEWORKS, viewAddress, WITHOUT_CALL } from './lists/addresses.ts';
export { syncTed, type FetchedNotice, type SyncOutcome, type SyncProgress } from './sync/sync.ts';
export { knownNotices, readSyncRuns } from './sync/sync.store.ts';
export type { SyncView } from './sync/sync.view.ts';
export { openTedClient } from './sync/ted-client.ts';
export { queryName, readSince, readTedQuery } from './sync/ted-query.ts';
export type { OrganisationSummary } from './organisation.view.ts';
export { notFound, sendPage, type Serving } from './serving.ts';
export type { RegisterTables } from './tables.ts';
export { OrganisationLinkSchema, type Frozen, type OrganisationLink, type ProcessSummary } from './views.ts';

/** The register's tables. */
export const registerMigrations = { room: 'register', folder: path.join(import.meta.dirname, 'migrations') };

/** Every page, download and API address of the register. */
export function registerRoutes(app: FastifyInstance, serving: Serving): void {
  frontRoutes(app, serving);
  processRoutes(app, serving);
  followRoutes(app, serving);
  contractRoutes(app, serving);
  changeRoutes(app, serving);
  withoutCallRoutes(app, serving);
  frameworkRoutes(app, serving);
  noticeRoutes(app, serving);
  marketRoutes(app, serving);
  municipalityRoutes(app, serving);
  compareRoutes(app, serving);
  coverageRoutes(app, serving);
  dataRoutes(app, serving);
  organisationRoutes(app, serving);
  catalogRoutes(app, serving);
  referenceRoutes(app, serving);
}
