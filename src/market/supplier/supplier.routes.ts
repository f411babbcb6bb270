import type { FastifyInstance } from 'fastify';
import { FailureError, refuse } from '#base';
import { renderDocument } from '#ui';
import type { MarketServing } from '../core/market.routes.ts';
import { renderDisList } from '../dis/dis-list.page.tsx';
import { renderSupplier } from './supplier.page.tsx';
import { readOpenSystems, readSupplierHome } from './supplier.store.ts';

/** The list of open systems, for everybody, and a supplier's home. */
export function supplierRoutes(app: FastifyInstance, serving: MarketServing): void {
  const options = { schema: { hide: true }, config: { page: true, action: 'market.read' } } as const;
  app.get('/torv/dis', options, async (request, reply) => {
    const [site, actor, market] = [await serving.site(request), await serving.actor(request), serving.market(request)];
    return reply.type('text/html; charset=utf-8').send(renderDocument(renderDisList({ site, ...await readOpenSystems(market, actor) })));
  });
  app.get('/torv/leverandoer', options, async (request, reply) => {
    const [site, actor, market] = [await serving.site(request), await serving.actor(request), serving.market(request)];
    if (actor === null) throw new FailureError(refuse('forbidden', { da: ['Denne side er for leverandører, der er logget ind.', 'Log ind på /log-ind.'], en: ['This page is for suppliers who are logged in.', 'Log in at /log-ind.'] }));
    const home = await readSupplierHome(market, actor);
    return reply.header('cache-control', 'private, no-store').type('text/html; charset=utf-8').send(renderDocument(renderSupplier({ site, actor, now: market.clock.now(), home })));
  });
}
