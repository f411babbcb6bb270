/** The page on which a model is tried. It keeps nothing: what was typed stands in the address. */
import type { FastifyInstance } from 'fastify';
import { Type } from 'typebox';
import { parseMoney, unwrap } from '#base';
import { asActor } from '#people';
import { renderDocument } from '#ui';
import { askedRecord, notThere } from '../core/ask.ts';
import type { MarketServing } from '../core/market.routes.ts';
import { exampleBids } from './evaluation.page.tsx';
import type { Purchase } from './purchase.schema.ts';
import { renderTryModel } from './try-model.page.tsx';
import { typedOf, type Typed } from './try-model.ts';

export function tryModelRoutes(app: FastifyInstance, serving: MarketServing): void {
  app.get<{ Params: { id: string }; Querystring: Typed }>('/torv/koeb/:id/proev-model', {
    schema: { hide: true, params: Type.Object({ id: Type.String({ format: 'uuid' }) }), querystring: Type.Record(Type.String(), Type.String({ maxLength: 60 }), { maxProperties: 300 }) },
    config: { page: true, action: 'purchase.read' },
  }, async (request, reply) => {
    const [site, actor, market] = [await serving.site(request), await serving.actor(request), serving.market(request)];
    const purchase = await asActor(market.db, actor, (trx) => askedRecord(market, trx, actor, { kind: 'purchase', id: request.params.id, action: 'purchase.read' })) as Purchase;
    const { id, body: { title, model, value } } = purchase;
    if (model === undefined) throw notThere();
    const isAsked = Object.keys(request.query).some((name) => name.startsWith('pris.'));
    const typed = isAsked ? request.query : typedOf(exampleBids(model, unwrap(parseMoney(value, model.currency))), site.lang);
    return reply.header('cache-control', 'private, no-store').type('text/html; charset=utf-8').send(renderDocument(renderTryModel({ site, purchase: { id, title }, model, typed })));
  });
}
