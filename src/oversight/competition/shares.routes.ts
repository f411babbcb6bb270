/** The winners behind the figures of concentration: page, files and API. */
import type { FastifyInstance } from 'fastify';
import type { Static } from 'typebox';
import { listFiles, sendPage, type Serving } from '#register';
import { COMPETITION_DATA, SHARES, sharesAddress } from './addresses.ts';
import { demanded, type Asking } from './facts.ts';
import { SHARE_COLUMNS } from './files.ts';
import { named } from './named.ts';
import { renderNotReady } from './not-ready.page.tsx';
import { readSharesQuery, SharesDataSchema, SharesQuerySchema } from './query.schema.ts';
import { renderShares, SHARES_ON_PAGE, sharesTexts } from './shares.page.tsx';
import { readShares, shareGroups, type SharesQuery } from './shares.store.ts';
import { SharesSchema, type Share } from './shares.view.ts';

/** @param described what the page of the API says in Danish */
export function sharesRoutes(app: FastifyInstance, serving: Serving, asking: Asking, described: (summary: string) => object): void {
  app.get<{ Querystring: Static<typeof SharesQuerySchema> }>(SHARES, { schema: { hide: true, querystring: SharesQuerySchema }, config: { page: true } }, async (request, reply) => {
    const query = readSharesQuery(request.query);
    const from = request.query.from ?? 0;
    const [site, facts] = await Promise.all([serving.site(request), asking(request)]);
    if (facts === null) return sendPage(reply, renderNotReady(site));
    const scope = await named(facts, query.scope);
    const own = { ...query, scope };
    return sendPage(reply, renderShares(site, { ...await readShares(facts, own, from, SHARES_ON_PAGE), query: own, scope, from }));
  });
  listFiles<SharesQuery, Share>(app, serving, {
    path: SHARES, name: 'konkurrence-vindere', title: { da: sharesTexts.da.title, en: sharesTexts.en.title }, querystring: SharesQuerySchema, columns: SHARE_COLUMNS,
    read: (given) => readSharesQuery(given as Static<typeof SharesQuerySchema>),
    address: (query) => sharesAddress(query),
    find: async (request, query) => {
      const facts = await demanded(asking, request);
      const own = { ...query, scope: await named(facts, query.scope) };
      const { total } = await readShares(facts, own, 0, 1);
      return { total, groups: () => shareGroups(facts, own) };
    },
  });
  app.get<{ Querystring: Static<typeof SharesDataSchema> }>(`${COMPETITION_DATA}/winners`, {
    schema: { summary: sharesTexts.en.summary, tags: ['competition'], querystring: SharesDataSchema, response: { 200: SharesSchema }, ...described(sharesTexts.da.summary) },
  }, async (request) => {
    const facts = await demanded(asking, request);
    const query = readSharesQuery(request.query);
    return readShares(facts, { ...query, scope: await named(facts, query.scope) }, request.query.from ?? 0, request.query.limit ?? SHARES_ON_PAGE);
  });
}
