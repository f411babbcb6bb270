import type { FastifyInstance } from 'fastify';
import { Type } from 'typebox';
import { asActor } from '#people';
import { renderDocument } from '#ui';
import { notThere } from '../core/ask.ts';
import { OUT, type MarketServing } from '../core/market.routes.ts';
import type { Presentation } from '../core/present.ts';
import { readRecord } from '../core/records.store.ts';
import { renderFront } from './front.page.tsx';
import { readFront } from './front.store.ts';

export function frontRoutes(app: FastifyInstance, serving: MarketServing, presentations: readonly Presentation[]): void {
  app.get<{ Querystring: { [OUT]?: string } }>('/torv', { schema: { hide: true, querystring: Type.Object({ [OUT]: Type.Optional(Type.String({ maxLength: 10 })) }) }, config: { page: true, action: 'market.read' } }, async (request, reply) => {
    const [site, actor, market] = [await serving.site(request), await serving.actor(request), serving.market(request)];
    const view = await readFront(market, actor);
    return reply.type('text/html; charset=utf-8').send(renderDocument(renderFront({ site, actor, view, isOut: actor !== null && request.query[OUT] !== undefined, kinds: market.kinds, presentations })));
  });
  // A key alone, as a form below a record knows it, leads to the page of its kind.
  app.get<{ Params: { id: string } }>('/torv/sag/:id', { schema: { hide: true, params: Type.Object({ id: Type.String({ format: 'uuid' }) }) }, config: { page: true, action: 'market.read' } }, async (request, reply) => {
    const [site, actor, market] = [await serving.site(request), await serving.actor(request), serving.market(request)];
    const record = await asActor(market.db, actor, (trx) => readRecord(trx, request.params.id));
    if (record === null) throw notThere();
    return reply.redirect(site.href(`/torv/${market.kinds.of(record.kind).path}/${record.id}`), 302);
  });
}
