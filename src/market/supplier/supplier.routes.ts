import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import { fill, FailureError, refuse, unwrap } from '#base';
import { demand, makeApiKey, ownSubject, peopleIn, type Action, type Actor } from '#people';
import { atomOf, icsOf } from '#register';
import { renderDocument } from '#ui';
import type { MarketServing } from '../core/market.routes.ts';
import { renderDisList } from '../dis/dis-list.page.tsx';
import { CALENDAR, deadlinesOf, FEED, newsOf, type Following } from './supplier.follow.ts';
import { renderFollowAddresses, renderSupplier, supplierTexts } from './supplier.page.tsx';
import { readOpenSystems, readSupplierHome } from './supplier.store.ts';

const NOT_LOGGED_IN = refuse('forbidden', { da: ['Dette er for leverandører, der er logget ind.', 'Log ind på /log-ind.'], en: ['This is for suppliers who are logged in.', 'Log in at /log-ind.'] });
const ADDRESS_DAYS = 366;

/** The list of open systems, for everybody, and a supplier's home, with what calendars and feed readers fetch. */
export function supplierRoutes(app: FastifyInstance, serving: MarketServing): void {
  const options = { schema: { hide: true }, config: { page: true, action: 'market.read' } } as const;
  app.get('/torv/dis', options, async (request, reply) => {
    const [site, actor, market] = [await serving.site(request), await serving.actor(request), serving.market(request)];
    return reply.type('text/html; charset=utf-8').send(renderDocument(renderDisList({ site, ...await readOpenSystems(market, actor) })));
  });
  app.get('/torv/leverandoer', options, async (request, reply) => {
    const [site, actor, market] = [await serving.site(request), await serving.actor(request), serving.market(request)];
    if (actor === null) throw new FailureError(NOT_LOGGED_IN);
    const home = await readSupplierHome(market, actor);
    return reply.header('cache-control', 'private, no-store').type('text/html; charset=utf-8').send(renderDocument(renderSupplier({ site, actor, now: market.clock.now(), home })));
  });
  followRoutes(app, serving);
}

function followRoutes(app: FastifyInstance, serving: MarketServing): void {
  const options = { schema: { hide: true, querystring: Type.Object({ noegle: Type.Optional(Type.String({ maxLength: 200 })) }) }, config: { action: 'supplier.follow', addressKey: true } } as const;
  app.get(CALENDAR, options, async (request, reply) => {
    const { actor, following } = await followingOf(serving, request);
    const t = supplierTexts[following.site.lang];
    const calendar = {
      name: fill(t.calendarName, { organisation: actor.organisationName }), description: fill(t.calendarHolds, { organisation: actor.organisationName }), lang: following.site.lang,
      self: following.address(CALENDAR), updated: following.now.toString(), events: async function* events() { yield deadlinesOf(following); },
    };
    return reply.header('cache-control', 'private, no-store').type('text/calendar; charset=utf-8').header('content-disposition', 'inline; filename="torvet-frister.ics"').send(Readable.from(icsOf(calendar)));
  });
  app.get(FEED, options, async (request, reply) => {
    const { actor, following } = await followingOf(serving, request);
    const { site, address } = following;
    const t = supplierTexts[site.lang];
    const feed = atomOf({
      id: address(FEED), title: fill(t.feedTitle, { organisation: actor.organisationName }), subtitle: t.feedHolds, lang: site.lang, self: address(FEED), page: address('/torv/leverandoer'),
      publisher: site.publisher.name, licence: null, updated: following.now.toString(), entries: newsOf(following),
    });
    return reply.header('cache-control', 'private, no-store').type('application/atom+xml; charset=utf-8').send(feed);
  });
  // An address that opens without a login is an API key of its own: shown once, kept as a hash, ended at the account like any other.
  app.post('/torv/leverandoer/adresse', { schema: { hide: true }, config: { form: true, action: 'api-key.manage' } }, async (request, reply) => {
    const { actor, following: { site, address } } = await followingOf(serving, request);
    demand(actor, 'api-key.manage', ownSubject('api-key', actor.organisation));
    const market = serving.market(request);
    const t = supplierTexts[site.lang];
    const scopes: readonly Action[] = ['supplier.follow'];
    const key = unwrap(await makeApiKey(peopleIn(market.db), market.clock, actor, { name: t.followKey, scopes, days: ADDRESS_DAYS }));
    const addresses = [{ label: t.followCalendar, address: `${address(CALENDAR)}?noegle=${key}` }, { label: t.followFeed, address: `${address(FEED)}?noegle=${key}` }];
    return reply.header('cache-control', 'private, no-store').type('text/html; charset=utf-8').send(renderDocument(renderFollowAddresses(site, addresses)));
  });
}

/** @throws FailureError for whoever is not of a supplier */
async function followingOf(serving: MarketServing, request: FastifyRequest): Promise<{ readonly actor: Actor; readonly following: Following }> {
  const [site, actor, market] = [await serving.site(request), await serving.actor(request), serving.market(request)];
  if (actor === null) throw new FailureError(NOT_LOGGED_IN);
  demand(actor, 'supplier.follow', ownSubject('account', actor.organisation));
  return { actor, following: { site, address: (path) => new URL(site.href(path), market.address('/')).href, home: await readSupplierHome(market, actor), now: market.clock.now() } };
}
