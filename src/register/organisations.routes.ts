import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Type, type Static } from 'typebox';
import { FailureError, unwrap } from '#base';
import type { Site } from '#ui';
import { organisationAddress, organisationListAddress, ORGANISATIONS } from './addresses.ts';
import { sayings } from './aside.ts';
import { ORGANISATION_COLUMNS } from './export/columns.ts';
import { listFiles } from './export/list-files.ts';
import { listTexts } from './list-parts.tsx';
import { movedTo } from './organisation-identity.store.ts';
import { renderOrganisation } from './organisation.page.tsx';
import { OrganisationSchema, OrganisationSummarySchema, type OrganisationQuery, type OrganisationSummary } from './organisation.view.ts';
import { renderOrganisationList } from './organisations.page.tsx';
import { correctOrganisationQuery, countOrganisations, organisationGroups, readOrganisation, searchOrganisations } from './organisations.store.ts';
import { OrganisationSearchSchema, readOrganisationQuery, readPage } from './query.schema.ts';
import { notFound, sendPage, type Serving } from './serving.ts';

type Search = Static<typeof OrganisationSearchSchema>;
const Key = Type.Object({ key: Type.String({ minLength: 1, maxLength: 500, description: 'Key of the organisation, from a list or a process.' }) });
type KeyParams = Static<typeof Key>;

/** Pages, downloads and API of buyers and suppliers. */
export function organisationRoutes(app: FastifyInstance, serving: Serving): void {
  pages(app, serving);
  files(app, serving);
  api(app, serving);
}

function pages(app: FastifyInstance, serving: Serving): void {
  app.get<{ Querystring: Search }>(ORGANISATIONS, { schema: { hide: true, querystring: OrganisationSearchSchema }, config: { page: true } }, async (request, reply) => {
    const found = unwrap(await searchOrganisations(serving.database(request), readOrganisationQuery(request.query), readPage(request.query)));
    return sendPage(reply, renderOrganisationList(await serving.site(request), found));
  });
  app.get<{ Params: KeyParams }>(`${ORGANISATIONS}/:key`, { schema: { hide: true, params: Key }, config: { page: true } }, async (request, reply) => {
    const view = await readOrganisation(serving.database(request), serving.clock, request.params.key);
    if (view === null) return sendOn(serving, request, reply, (key, site) => site.href(organisationAddress(key)));
    const site = await serving.site(request);
    const said = await sayings(serving.asides, (aside) => aside.ofOrganisation(request, site, { key: view.summary.key, isBuyer: view.asBuyer !== null }));
    return sendPage(reply, renderOrganisation(site, view, said));
  });
}

function files(app: FastifyInstance, serving: Serving): void {
  listFiles<OrganisationQuery, OrganisationSummary>(app, serving, {
    path: ORGANISATIONS, name: 'organisationer', title: { da: listTexts.da.organisationsTitle, en: listTexts.en.organisationsTitle },
    querystring: OrganisationSearchSchema, columns: ORGANISATION_COLUMNS,
    read: (given) => readOrganisationQuery(given as Search),
    address: (query) => organisationListAddress(query),
    find: async (request, asked) => {
      const db = serving.database(request);
      const query = await correctOrganisationQuery(db, asked);
      return { total: await countOrganisations(db, query), groups: () => organisationGroups(db, query) };
    },
  });
}

function api(app: FastifyInstance, serving: Serving): void {
  const page = Type.Object({
    total: Type.Integer(), rows: Type.Array(OrganisationSummarySchema),
    next: Type.Union([Type.String(), Type.Null()]), previous: Type.Union([Type.String(), Type.Null()]),
    didYouMean: Type.Union([Type.String(), Type.Null()]),
  });
  app.get<{ Querystring: Search }>('/api/v1/organisations', {
    schema: { summary: 'Search buyers and suppliers', tags: ['organisations'], querystring: OrganisationSearchSchema, response: { 200: page } },
  }, async (request) => unwrap(await searchOrganisations(serving.database(request), readOrganisationQuery(request.query), readPage(request.query))));
  app.get<{ Params: KeyParams }>('/api/v1/organisations/:key', {
    schema: { summary: 'One organisation: names, numbers, roles, newest processes', tags: ['organisations'], params: Key, response: { 200: OrganisationSchema } },
  }, async (request, reply) => {
    const view = await readOrganisation(serving.database(request), serving.clock, request.params.key);
    return view ?? sendOn(serving, request, reply, (key, site) => site.dataHref(`/api/v1/organisations/${encodeURIComponent(key)}`));
  });
}

/** Sends on who asks by another key of an organisation. Not for ever: the next notice may give the organisation a number. @throws FailureError when nobody has that key */
async function sendOn(serving: Serving, request: FastifyRequest<{ Params: KeyParams }>, reply: FastifyReply, address: (key: string, site: Site) => string): Promise<FastifyReply> {
  const key = await movedTo(serving.database(request), request.params.key);
  if (key === null) throw unknownOrganisation();
  return reply.redirect(address(key, await serving.site(request)), 302);
}

function unknownOrganisation(): FailureError {
  return new FailureError(notFound('The register knows no organisation by that key.', 'Search for its name or number.'));
}
