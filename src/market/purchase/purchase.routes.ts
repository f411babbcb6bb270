/** Pages and files beside that of the purchase itself: its model to be tried, and moves of its deadline as they were signed. */
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import { parseMoney, unwrap } from '#base';
import { intakeIn, movedDeadlineFile } from '#intake';
import { asActor } from '#people';
import { renderDocument } from '#ui';
import { askedRecord, notThere } from '../core/ask.ts';
import type { MarketServing } from '../core/market.routes.ts';
import { exampleBids } from './evaluation.page.tsx';
import type { Purchase } from './purchase.schema.ts';
import { renderTryModel } from './try-model.page.tsx';
import { typedOf, type Typed } from './try-model.ts';

const Id = Type.String({ format: 'uuid' });
const config = { page: true, action: 'purchase.read' } as const;

export function purchaseRoutes(app: FastifyInstance, serving: MarketServing): void {
  const asked = async (request: FastifyRequest, id: string): Promise<Purchase> => {
    const [actor, market] = [await serving.actor(request), serving.market(request)];
    return asActor(market.db, actor, (trx) => askedRecord(market, trx, actor, { kind: 'purchase', id, action: 'purchase.read' })) as Promise<Purchase>;
  };
  // It keeps nothing: what was typed stands in the address.
  app.get<{ Params: { id: string }; Querystring: Typed }>('/torv/koeb/:id/proev-model', {
    schema: { hide: true, params: Type.Object({ id: Id }), querystring: Type.Record(Type.String(), Type.String({ maxLength: 60 }), { maxProperties: 300 }) }, config,
  }, async (request, reply) => {
    const site = await serving.site(request);
    const { id, body: { title, model, value } } = await asked(request, request.params.id);
    if (model === undefined) throw notThere();
    const isAsked = Object.keys(request.query).some((name) => name.startsWith('pris.'));
    const typed = isAsked ? request.query : typedOf(exampleBids(model, unwrap(parseMoney(value, model.currency))), site.lang);
    return reply.header('cache-control', 'private, no-store').type('text/html; charset=utf-8').send(renderDocument(renderTryModel({ site, purchase: { id, title }, model, typed })));
  });
  app.get<{ Params: { id: string; number: string } }>('/torv/koeb/:id/frister/:number', {
    schema: { hide: true, params: Type.Object({ id: Id, number: Type.String({ pattern: '^[1-9][0-9]{0,3}$' }) }) }, config,
  }, async (request, reply) => {
    const { id, body: { deadlineMoves } } = await asked(request, request.params.id);
    const number = Number(request.params.number);
    const move = deadlineMoves[number - 1];
    if (move === undefined) throw notThere();
    const { from, to, at, reason, signed } = move;
    const file = await movedDeadlineFile(intakeIn(serving.market(request).db), { purchase: id, number, from, to, at, reason }, signed);
    return reply.header('cache-control', 'private, no-store').header('content-disposition', `attachment; filename="frist-${number}.json"`).type('application/json; charset=utf-8').send(JSON.stringify(file));
  });
}
