import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { VNode } from 'preact';
import { Type, type Static } from 'typebox';
import { listFiles, sendPage, type Serving } from '#register';
import { COMPETITION_DATA, METHOD, ROWS, rowsAddress, YEARS, yearsAddress } from './addresses.ts';
import { chooseRoutes } from './choose.routes.ts';
import { renderCompetition } from './competition.page.tsx';
import { readCompetition } from './competition.store.ts';
import { CompetitionSchema, type CompetitionView, type YearView } from './competition.view.ts';
import { demanded, factsKeeper, type Asking, type Facts } from './facts.ts';
import { ROW_COLUMNS, YEAR_COLUMNS } from './files.ts';
import { renderMethod } from './method.page.tsx';
import { named, organisationName } from './named.ts';
import { renderNotReady } from './not-ready.page.tsx';
import { texts } from './parts.tsx';
import { CompetitionQuerySchema, readRowsQuery, RowsDataSchema, RowsQuerySchema, scopeOf, SideBySideSchema } from './query.schema.ts';
import { renderRows, ROWS_ON_PAGE } from './rows.page.tsx';
import { readRows, rowGroups, type RowsQuery } from './rows.store.ts';
import { RowsSchema, type CompetitionRow } from './rows.view.ts';
import { ALL, scopeAddress, scopePath, WHOLE, type Scope } from './scope.ts';
import { sharesRoutes } from './shares.routes.ts';
import { singleMarketMethod, singleMarketSection } from './single-market.section.tsx';
import { readSingleMarket } from './single-market.store.ts';
import { SingleMarketSchema } from './single-market.view.ts';

/** Whether there is competition: pages, rows, files and API. */
export function competitionRoutes(app: FastifyInstance, serving: Serving): void {
  const keeper = factsKeeper();
  app.addHook('onClose', () => keeper.close());
  const asking: Asking = async (request) => {
    const place = serving.analysis(request);
    return place === null ? null : keeper.get(serving.database(request), place);
  };
  chooseRoutes(app, serving, asking);
  app.get(WHOLE, { schema: { hide: true }, config: { page: true } }, async (request, reply) => answerPage(serving, asking, ALL, request, reply));
  for (const kind of ['field', 'buyer', 'agreement', 'country'] as const) {
    app.get<{ Params: { key: string } }>(scopePath(kind), { schema: { hide: true }, config: { page: true } }, async (request, reply) =>
      answerPage(serving, asking, { kind, key: request.params.key }, request, reply));
  }
  app.get(METHOD, { schema: { hide: true }, config: { page: true } }, async (request, reply) => sendPage(reply, await methodPage(serving, request)));
  rowsRoutes(app, serving, asking);
  sharesRoutes(app, serving, asking, described);
  dataRoutes(app, asking);
}

async function methodPage(serving: Serving, request: FastifyRequest): Promise<VNode> {
  const site = await serving.site(request);
  return renderMethod(site, [singleMarketMethod(site)]);
}

async function answerPage(serving: Serving, asking: Asking, asked: Scope, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const [site, facts] = await Promise.all([serving.site(request), asking(request)]);
  if (facts === null) return sendPage(reply, renderNotReady(site));
  const scope = await named(facts, asked);
  // A field written otherwise goes on to its lasting address.
  if (scope.key !== asked.key) return reply.redirect(site.href(scopeAddress(scope)), 302);
  const [view, market] = await Promise.all([readCompetition(facts, scope, scope.name), scope.kind === 'agreement' ? null : readSingleMarket(facts, scope)]);
  return sendPage(reply, renderCompetition(site, view, market === null ? [] : [singleMarketSection(site, market)]));
}

async function competitionOf(facts: Facts, asked: Scope): Promise<CompetitionView> {
  const scope = await named(facts, asked);
  return readCompetition(facts, scope, scope.name);
}

function rowsRoutes(app: FastifyInstance, serving: Serving, asking: Asking): void {
  app.get<{ Querystring: Static<typeof RowsQuerySchema> }>(ROWS, { schema: { hide: true, querystring: RowsQuerySchema }, config: { page: true } }, async (request, reply) => {
    const query = readRowsQuery(request.query);
    const from = request.query.from ?? 0;
    const [site, facts] = await Promise.all([serving.site(request), asking(request)]);
    if (facts === null) return sendPage(reply, renderNotReady(site));
    const scope = await named(facts, query.scope);
    const own = { ...query, scope };
    const [part, supplierName, buyerName] = await Promise.all([readRows(facts, own, from, ROWS_ON_PAGE), organisationName(facts, query.supplier), organisationName(facts, query.buyer)]);
    return sendPage(reply, renderRows(site, { ...part, query: own, scope, supplierName, buyerName, from }));
  });
  listFiles<RowsQuery, CompetitionRow>(app, serving, {
    path: ROWS, name: 'konkurrence', title: { da: texts.da.title, en: texts.en.title }, querystring: RowsQuerySchema, columns: ROW_COLUMNS,
    read: (given) => readRowsQuery(given as Static<typeof RowsQuerySchema>),
    address: (query) => rowsAddress(query),
    find: async (request, query) => {
      const facts = await demanded(asking, request);
      const own = { ...query, scope: await named(facts, query.scope) };
      const { total } = await readRows(facts, own, 0, 1);
      return { total, groups: () => rowGroups(facts, own) };
    },
  });
  yearsRoutes(app, serving, asking);
}

/** The figures year by year as files; the page that shows them is that of the scope. */
function yearsRoutes(app: FastifyInstance, serving: Serving, asking: Asking): void {
  app.get<{ Querystring: Static<typeof CompetitionQuerySchema> }>(YEARS, { schema: { hide: true, querystring: CompetitionQuerySchema }, config: { page: true } }, async (request, reply) =>
    reply.redirect((await serving.site(request)).href(scopeAddress(scopeOf(request.query.of, 'of'))), 302));
  listFiles<Scope, YearView>(app, serving, {
    path: YEARS, name: 'konkurrence-aar', title: { da: texts.da.yearsTable, en: texts.en.yearsTable }, querystring: CompetitionQuerySchema, columns: YEAR_COLUMNS,
    read: (given) => scopeOf((given as Static<typeof CompetitionQuerySchema>).of, 'of'),
    address: (scope) => yearsAddress(scope),
    find: async (request, scope) => {
      const { years } = await competitionOf(await demanded(asking, request), scope);
      return { total: years.length, groups: () => once(years) };
    },
  });
}

async function* once<Row>(rows: readonly Row[]): AsyncGenerator<readonly Row[]> {
  yield rows;
}

const IN_DANISH = {
  of: '"cpv:" og 2 til 8 cifre af et område, "buyer:" og nøglen på en organisation, "agreement:" og et OCID, "country:" og to bogstaver, eller "all".',
  figure: 'Det tal, hvis rækker der spørges om.',
  year: 'Kun rækker, der tæller i dette år.',
  division: 'whole: udbud med én delaftale; parts: med flere.',
  supplier: 'Kun tildelinger til, eller tilbud fra, organisationen med denne nøgle.',
  buyer: 'Kun tildelinger fra køberen med denne nøgle.',
  field: 'Kun den række af tildelinger hos én køber, der hører til området med disse tre cifre.',
  years: 'Alle år under ét (together), eller hvert år for sig (each).',
  currency: 'Andele af beløbene i denne valuta; uden den andele af antallet af tildelinger.',
  from: 'Rækker, der springes over.',
  limit: 'Højst så mange rækker.',
} as const;

/** What the page of the API says in Danish, and that an example needs the analysis files: `x-` keys come into the OpenAPI document as they are. */
function described(summary: string): object {
  return { 'x-danish': { ...IN_DANISH, a: IN_DANISH.of, b: IN_DANISH.of, summary }, 'x-analysis': true };
}

function dataRoutes(app: FastifyInstance, asking: Asking): void {
  app.get<{ Querystring: Static<typeof CompetitionQuerySchema> }>(COMPETITION_DATA, {
    schema: { summary: 'Competition in a field, at a buyer, under an agreement or in a country', tags: ['competition'], querystring: CompetitionQuerySchema, response: { 200: CompetitionSchema }, ...described('Konkurrencen i et område, hos en køber, på en aftale eller i et land') },
  }, async (request) => competitionOf(await demanded(asking, request), scopeOf(request.query.of, 'of')));
  app.get<{ Querystring: Static<typeof SideBySideSchema> }>(`${COMPETITION_DATA}/compare`, {
    schema: { summary: 'Competition in two places side by side', tags: ['competition'], querystring: SideBySideSchema, response: { 200: Type.Object({ a: CompetitionSchema, b: CompetitionSchema }) }, ...described('Konkurrencen to steder side om side') },
  }, async (request) => {
    const facts = await demanded(asking, request);
    const [a, b] = await Promise.all([competitionOf(facts, scopeOf(request.query.a, 'a')), competitionOf(facts, scopeOf(request.query.b, 'b'))]);
    return { a, b };
  });
  app.get<{ Querystring: Static<typeof CompetitionQuerySchema> }>(`${COMPETITION_DATA}/single-market`, {
    schema: { summary: 'Indicators of the Single Market Scoreboard for a buyer, a country or a field', tags: ['competition'], querystring: CompetitionQuerySchema, response: { 200: SingleMarketSchema }, ...described('EU’s indikatorer (Single Market Scoreboard) for en køber, et land eller et område') },
  }, async (request) => {
    const facts = await demanded(asking, request);
    return readSingleMarket(facts, await named(facts, scopeOf(request.query.of, 'of')));
  });
  app.get<{ Querystring: Static<typeof RowsDataSchema> }>(`${COMPETITION_DATA}/rows`, {
    schema: { summary: 'The rows behind a figure of competition', tags: ['competition'], querystring: RowsDataSchema, response: { 200: RowsSchema }, ...described('Rækkerne bag et tal om konkurrence') },
  }, async (request) => {
    const facts = await demanded(asking, request);
    const query = readRowsQuery(request.query);
    return readRows(facts, { ...query, scope: await named(facts, query.scope) }, request.query.from ?? 0, request.query.limit ?? ROWS_ON_PAGE);
  });
}
