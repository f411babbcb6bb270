import type { FastifyInstance } from 'fastify';
import { Type, type Static } from 'typebox';
import { FailureError, unwrap } from '#base';
import {
  EMPTY_PROCESS_QUERY, processAddress, processDataAddress, processListAddress, processListFile, PROCESSES, recordPackageAddress, releaseDownloadAddress, releasePackageAddress,
} from './addresses.ts';
import { NOTHING_SAID, sayings } from './aside.ts';
import { compiledReleases } from './compiled.store.ts';
import { PROCESS_COLUMNS } from './export/columns.ts';
import { aboutOf } from './export/about.ts';
import { listFiles } from './export/list-files.ts';
import { sendLines } from './export/send.ts';
import { listTexts } from './list-parts.tsx';
import type { ProcessQuery } from './list.view.ts';
import { renderProcessList } from './list.page.tsx';
import { sendOn, type Moved } from './moved.ts';
import { packageOf, recordPackageOf } from './packages.ts';
import { renderProcess } from './process.page.tsx';
import { readCompiled, readPackagedReleases, readProcessPage, readReceived } from './process.store.ts';
import { countProcesses } from './process-counts.store.ts';
import { correctProcessQuery, processGroups, searchProcesses } from './processes.store.ts';
import { ocidParameter, ProcessSearchSchema, readPage, readProcessQuery, releaseKeyParameter } from './query.schema.ts';
import { notFound, sendPage, type Serving } from './serving.ts';
import { ProcessSummarySchema, ReleaseSchema, type ProcessSummary } from './views.ts';

type Search = Static<typeof ProcessSearchSchema>;
const Ocid = Type.Object({ ocid: ocidParameter });
const ReleaseKey = Type.Object({ ocid: ocidParameter, key: releaseKeyParameter });
type OcidParams = Static<typeof Ocid>;
type ReleaseParams = Static<typeof ReleaseKey>;

/** Pages, downloads and API of contracting processes. */
export function processRoutes(app: FastifyInstance, serving: Serving): void {
  pages(app, serving);
  files(app, serving);
  api(app, serving);
  packages(app, serving);
}

function pages(app: FastifyInstance, serving: Serving): void {
  app.get<{ Querystring: Search }>(PROCESSES, { schema: { hide: true, querystring: ProcessSearchSchema }, config: { page: true } }, async (request, reply) => {
    const found = unwrap(await searchProcesses(serving.database(request), serving.clock, readProcessQuery(request.query), readPage(request.query)));
    const site = await serving.site(request);
    const words = found.query.q.trim();
    const said = words === '' ? NOTHING_SAID : await sayings(serving.asides, (aside) => aside.ofWords(request, site, words));
    return sendPage(reply, renderProcessList(site, found, said));
  });
  app.get<{ Params: OcidParams }>(`${PROCESSES}/:ocid`, { schema: { hide: true, params: Ocid }, config: { page: true } }, async (request, reply) => {
    const view = await readProcessPage(serving.database(request), request.params.ocid);
    if (view === null) return sendOn(serving, request, reply, { address: (now, site) => site.href(processAddress(now)), otherwise: unknownProcess(request.params.ocid) });
    const site = await serving.site(request);
    const { framework, dynamicPurchasingSystem } = view.details.procedure;
    const about = { ocid: view.summary.ocid, isAgreement: framework !== null || dynamicPurchasingSystem !== null };
    const said = await sayings(serving.asides, (aside) => aside.ofProcess(request, site, about));
    return sendPage(reply, renderProcess(site, view, said));
  });
}

function files(app: FastifyInstance, serving: Serving): void {
  listFiles<ProcessQuery, ProcessSummary>(app, serving, {
    path: PROCESSES, name: 'udbud', title: { da: listTexts.da.processesTitle, en: listTexts.en.processesTitle }, querystring: ProcessSearchSchema, columns: PROCESS_COLUMNS,
    read: (given) => readProcessQuery(given as Search),
    address: (query) => processListAddress(query),
    find: async (request, asked) => {
      const db = serving.database(request);
      const query = await correctProcessQuery(db, serving.clock, asked);
      return { total: await countProcesses(db, serving.clock, query), groups: () => processGroups(db, serving.clock, query) };
    },
  });
  app.get<{ Querystring: Search }>(processListFile(EMPTY_PROCESS_QUERY, 'jsonl'), { schema: { hide: true, querystring: ProcessSearchSchema }, config: { page: true } }, async (request, reply) => {
    const db = serving.database(request);
    const asked = readProcessQuery(request.query);
    const [site, query] = await Promise.all([serving.site(request), correctProcessQuery(db, serving.clock, asked)]);
    const about = aboutOf(site, serving.clock, listTexts[site.lang].processesTitle, processListAddress(asked));
    return sendLines(reply, { site, about, name: 'udbud' }, compiledReleases(db, serving.clock, query));
  });
}

function api(app: FastifyInstance, serving: Serving): void {
  const page = Type.Object({
    total: Type.Integer(), rows: Type.Array(ProcessSummarySchema),
    next: Type.Union([Type.String(), Type.Null()]), previous: Type.Union([Type.String(), Type.Null()]),
    didYouMean: Type.Union([Type.String(), Type.Null()], { description: 'The spelling that was searched for instead, when nothing matched as written.' }),
  });
  app.get<{ Querystring: Search }>('/api/v1/processes', {
    schema: { summary: 'Search contracting processes', tags: ['processes'], querystring: ProcessSearchSchema, response: { 200: page } },
  }, async (request) => unwrap(await searchProcesses(serving.database(request), serving.clock, readProcessQuery(request.query), readPage(request.query))));
  app.get<{ Params: OcidParams }>('/api/v1/processes/:ocid', {
    schema: {
      summary: 'One contracting process: summary, releases received, compiled release', tags: ['processes'], params: Ocid,
      response: { 200: Type.Object({ summary: ProcessSummarySchema, releases: Type.Array(ReleaseSchema), compiledRelease: Type.Unknown({ description: 'OCDS 1.1 compiled release.' }) }) },
    },
    // The compiled release may hold numbers that a double cannot; they are written as they were received.
    serializerCompiler: () => (value) => JSON.stringify(value),
  }, async (request, reply) => {
    const view = await readProcessPage(serving.database(request), request.params.ocid);
    const compiledRelease = await readCompiled(serving.database(request), request.params.ocid);
    if (view === null) return sendOn(serving, request, reply, dataAt(request.params.ocid, processDataAddress));
    return { summary: view.summary, releases: view.releases, compiledRelease };
  });
  app.get<{ Params: ReleaseParams }>('/api/v1/processes/:ocid/releases/:key', {
    schema: { summary: 'One release as it was received', tags: ['processes'], params: ReleaseKey, response: { 200: Type.Unknown({ description: 'The text that was received, to the letter, so that its SHA-256 can be checked. Where it names persons (contact points, signatories, beneficial owners, sole traders) they are masked, and the SHA-256 is that of the original.' }) } },
  }, async (request, reply) => {
    const received = await readReceived(serving.database(request), request.params.ocid, request.params.key);
    if (received === null) return sendOn(serving, request, reply, { ...dataAt(request.params.ocid, (now) => releaseDownloadAddress(now, request.params.key)), otherwise: unknownRelease() });
    return reply.type('application/json; charset=utf-8').header('content-disposition', `attachment; filename="release-${request.params.key}.json"`).send(received);
  });
}

function packages(app: FastifyInstance, serving: Serving): void {
  app.get<{ Params: OcidParams }>('/api/v1/processes/:ocid/release-package', {
    schema: { summary: 'All releases of a process as an OCDS 1.1 release package', tags: ['packages'], params: Ocid, response: { 200: Type.Unknown({ description: 'OCDS 1.1 release package.' }) } },
  }, async (request, reply) => {
    const found = await readPackagedReleases(serving.database(request), request.params.ocid);
    if (found === null) return sendOn(serving, request, reply, dataAt(request.params.ocid, releasePackageAddress));
    const site = await serving.site(request);
    return reply.type('application/json; charset=utf-8').send(JSON.stringify(packageOf(serving, site, request.params.ocid, found)));
  });
  app.get<{ Params: OcidParams }>('/api/v1/processes/:ocid/record-package', {
    schema: { summary: 'A process as an OCDS 1.1 record package, with its compiled release', tags: ['packages'], params: Ocid, response: { 200: Type.Unknown({ description: 'OCDS 1.1 record package.' }) } },
  }, async (request, reply) => {
    const { ocid } = request.params;
    const database = serving.database(request);
    const [found, compiled] = await Promise.all([readPackagedReleases(database, ocid), readCompiled(database, ocid)]);
    if (found === null || compiled === null) return sendOn(serving, request, reply, dataAt(ocid, recordPackageAddress));
    const site = await serving.site(request);
    return reply.type('application/json; charset=utf-8').send(JSON.stringify(recordPackageOf(serving, site, ocid, found, compiled)));
  });
}

function dataAt(ocid: string, address: (ocid: string) => string): Moved {
  return { address: (now, site) => site.dataHref(address(now)), otherwise: unknownProcess(ocid) };
}

function unknownRelease(): FailureError {
  return new FailureError(notFound('The register holds no such release.', 'The keys stand in /api/v1/processes/{ocid}.'));
}

function unknownProcess(ocid: string): FailureError {
  return new FailureError(notFound(`No contracting process has the ocid ${ocid.slice(0, 100)}.`, 'Search for it; it may not have been imported.'));
}
