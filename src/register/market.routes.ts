import type { FastifyInstance } from 'fastify';
import type { Static } from 'typebox';
import { MARKET } from './addresses.ts';
import { sayings } from './aside.ts';
import { renderMarket } from './market.page.tsx';
import { readMarket } from './market.store.ts';
import { OverviewSchema } from './overview.view.ts';
import { ProcessQuerySchema, readProcessQuery } from './query.schema.ts';
import { sendPage, type Serving } from './serving.ts';

type Search = Static<typeof ProcessQuerySchema>;

/** The page of a market, and its figures in the API. */
export function marketRoutes(app: FastifyInstance, serving: Serving): void {
  app.get<{ Querystring: Search }>(MARKET, { schema: { hide: true, querystring: ProcessQuerySchema }, config: { page: true } }, async (request, reply) => {
    const view = await readMarket(serving.database(request), serving.clock, readProcessQuery(request.query));
    const site = await serving.site(request);
    const said = await sayings(serving.asides, (aside) => aside.ofMarket(request, site, view.query.cpv));
    return sendPage(reply, renderMarket(site, view, said));
  });
  app.get<{ Querystring: Search }>('/api/v1/overview', {
    schema: { summary: 'What the processes of a search say together', tags: ['processes'], querystring: ProcessQuerySchema, response: { 200: OverviewSchema } },
  }, async (request) => (await readMarket(serving.database(request), serving.clock, readProcessQuery(request.query))).overview);
}
