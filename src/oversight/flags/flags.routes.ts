/** The pages and files of points of attention. */
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Type, type Static } from 'typebox';
import { FailureError, unwrap } from '#base';
import { GROUP, groupsOf, listFiles, notFound, readPage, sendPage, type Serving } from '#register';
import { ASKED } from '../indicators/asked.ts';
import type { Asked } from '../indicators/indicator.ts';
import { FLAG_LIST, flagListAddress, FLAGS, indicatorAddress } from './addresses.ts';
import { FLAG_COLUMNS, linesOf, type FlagLine } from './columns.ts';
import { readCounts, readCoverage, readRun } from './coverage.store.ts';
import { da } from './flags.da.ts';
import { en } from './flags.en.ts';
import { countFlags, findFlags, searchFlags } from './flags.store.ts';
import { FlagSearchSchema, IndicatorSearchSchema, readFlagQuery, type FlagQuery, type FlagSearch } from './flags.view.ts';
import { indicatorOf } from './indicator-of.ts';
import { renderIndicator } from './indicator.page.tsx';
import { renderFlagList } from './list.page.tsx';
import { renderOverview } from './overview.page.tsx';
import { readmeOf } from './readme.ts';
import type { Site } from '#ui';

const Code = Type.Object({ code: Type.String({ minLength: 1, maxLength: 20 }) });
type CodeRequest = FastifyRequest<{ Params: Static<typeof Code>; Querystring: Static<typeof IndicatorSearchSchema> }>;

export function flagPages(app: FastifyInstance, serving: Serving): void {
  app.get(FLAGS, { schema: { hide: true }, config: { page: true } }, async (request, reply) => {
    const db = serving.database(request);
    const [site, run, counts] = await Promise.all([serving.site(request), readRun(db), readCounts(db)]);
    return sendPage(reply, renderOverview(site, { run, counts }));
  });
  app.get<{ Querystring: FlagSearch }>(FLAG_LIST, { schema: { hide: true, querystring: FlagSearchSchema }, config: { page: true } }, async (request, reply) => {
    const list = unwrap(await searchFlags(serving.database(request), readFlagQuery(request.query), readPage(request.query)));
    return sendPage(reply, renderFlagList(await serving.site(request), list));
  });
  app.get<{ Params: Static<typeof Code>; Querystring: Static<typeof IndicatorSearchSchema> }>(
    `${FLAGS}/:code`, { schema: { hide: true, params: Code, querystring: IndicatorSearchSchema }, config: { page: true } }, async (request, reply) => {
      const indicator = indicatorOf(request.params.code);
      const site = await serving.site(request);
      if (indicator === null) return reply.redirect(site.href(indicatorAddress(meant(request.params.code).code)), 302);
      return sendPage(reply, renderIndicator(site, await viewOf(serving, request, site, indicator)));
    });
  files(app, serving);
}

/** A code is known in small letters too. @throws FailureError when there is none like it */
function meant(code: string): Asked {
  const found = ASKED.find((one) => one.code === code.toUpperCase());
  if (found === undefined) throw new FailureError(notFound(`No point of attention has the code ${code}.`, `There are: ${ASKED.map((one) => one.code).join(', ')}.`));
  return found;
}

async function viewOf(serving: Serving, request: CodeRequest, { lang }: Site, indicator: Asked): Promise<Parameters<typeof renderIndicator>[1]> {
  const db = serving.database(request);
  const query = { ...readFlagQuery(request.query), indicator: indicator.code };
  const [readme, run, coverage, list] = await Promise.all([readmeOf(indicator, lang), readRun(db), readCoverage(db, indicator.code), searchFlags(db, query, readPage(request.query))]);
  return { indicator, readme, run, coverage, list: unwrap(list) };
}

function files(app: FastifyInstance, serving: Serving): void {
  listFiles<FlagQuery, FlagLine>(app, serving, {
    path: FLAG_LIST, name: 'opmaerksomhedspunkter', title: { da: da.listTitle, en: en.listTitle }, querystring: FlagSearchSchema, columns: FLAG_COLUMNS,
    read: (given) => readFlagQuery(given as FlagSearch),
    address: (query) => flagListAddress(query),
    find: async (request, query) => {
      const db = serving.database(request);
      return { total: await countFlags(db, query), groups: () => lineGroups(db, query) };
    },
  });
}

async function* lineGroups(db: ReturnType<Serving['database']>, query: FlagQuery): AsyncGenerator<readonly FlagLine[]> {
  for await (const rows of groupsOf((after) => findFlags(db, query, { after, before: null, limit: GROUP }))) yield rows.flatMap(linesOf);
}
