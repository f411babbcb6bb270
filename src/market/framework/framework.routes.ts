/** The list of framework agreements, and the page that says whether something can be bought under one. */
import type { FastifyInstance } from 'fastify';
import { Type } from 'typebox';
import { renderDocument } from '#ui';
import { notThere } from '../core/ask.ts';
import { readDecimal } from '../core/form-text.ts';
import type { MarketServing } from '../core/market.routes.ts';
import { renderCallOff } from './call-off.page.tsx';
import { renderFrameworkList } from './framework-list.page.tsx';
import { readCallOff, readFrameworks } from './framework-pages.store.ts';

const Asked = Type.Object({ delaftale: Type.Optional(Type.String({ maxLength: 60 })), vaerdi: Type.Optional(Type.String({ maxLength: 30 })) });
const MONEY = /^(?:0|[1-9][0-9]{0,12})(?:\.[0-9]{1,2})?$/;

export function frameworkRoutes(app: FastifyInstance, serving: MarketServing): void {
  app.get('/torv/rammeaftaler', { schema: { hide: true }, config: { page: true, action: 'market.read' } }, async (request, reply) => {
    const [site, actor, market] = [await serving.site(request), await serving.actor(request), serving.market(request)];
    const page = renderFrameworkList({ site, now: market.clock.now(), list: await readFrameworks(market, actor) });
    if (actor !== null) void reply.header('cache-control', 'private, no-store');
    return reply.type('text/html; charset=utf-8').send(renderDocument(page));
  });
  app.get<{ Params: { id: string }; Querystring: { delaftale?: string; vaerdi?: string } }>('/torv/rammeaftale/:id/koeb', {
    schema: { hide: true, params: Type.Object({ id: Type.String({ format: 'uuid' }) }), querystring: Asked }, config: { page: true, action: 'framework.read' },
  }, async (request, reply) => {
    const [site, actor, market] = [await serving.site(request), await serving.actor(request), serving.market(request)];
    const view = await readCallOff(market, actor, request.params.id);
    if (view === null) throw notThere();
    const { delaftale = '', vaerdi = '' } = request.query;
    const value = readDecimal(vaerdi, site.lang);
    const asked = { lot: view.record.body.lots.some(({ id }) => id === delaftale) ? delaftale : '', value: value !== null && MONEY.test(value) ? value : null, typed: vaerdi };
    const buyer = actor === null ? null : view.names.get(actor.organisation) ?? null;
    return reply.header('cache-control', 'private, no-store').type('text/html; charset=utf-8').send(renderDocument(renderCallOff({ site, now: market.clock.now(), view, buyer, asked })));
  });
}
