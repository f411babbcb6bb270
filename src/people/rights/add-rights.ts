import type { FastifyInstance, FastifyRequest } from 'fastify';
import { FailureError, refuse } from '#base';
import { bearerKey, isKnown } from '../request-actor.ts';
import type { PeopleServing } from '../serving.ts';
import { isAction, isForAnyone } from './may.ts';
import type { Action } from './policy.table.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** The action of the policy table that the route does. Every route of the market place and of the account has one. */
    action?: Action;
    /** False: asked by programs of other sites that hold a secret of their own. Left out: what changes something is taken from this site's pages alone. */
    sameOrigin?: boolean;
  }
}

/** What lies here belongs to somebody: a route without a declared action does not start. All else is public or part of logging in. */
const GUARDED = /^\/(?:torv|konto|api\/v1\/market)(?:[/.?]|$)/;
const LOGIN = /^\/(?:log-ind|log-ud|login-udbyder)(?:[/?]|$)/;
const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/** The fences that stand before every route: declared actions, somebody logged in where the action takes it, changes from this site alone, nothing private in a cache. */
export function addRights(app: FastifyInstance, serving: PeopleServing): void {
  app.addHook('onRoute', ({ url, method, config }) => {
    if (!GUARDED.test(url)) return;
    const { action } = config ?? {};
    if (action === undefined || !isAction(action)) throw new Error(`${String(method)} ${url} declares no action of the policy table (config.action), so that nobody could tell who may use it.`);
  });
  app.addHook('onRequest', async (request) => {
    if (!request.is404 && !SAFE.has(request.method) && isSomebodys(request) && bearerKey(request) === null) refuseOtherSites(request, serving);
  });
  app.addHook('preValidation', async (request, reply) => {
    const { action, page } = request.routeOptions.config;
    if (action === undefined || isForAnyone(action) || (await request.actor()) !== null) return;
    if (page !== true || request.method !== 'GET') throw new FailureError(refuse('forbidden', { da: ['Dette er for dem, der er logget ind.', 'Log ind på /log-ind, eller send en API-nøgle.'], en: ['This is for people who are logged in.', 'Log in at /log-ind, or send an API key.'] }));
    const site = await serving.site(request);
    await reply.redirect(site.href(`/log-ind?til=${encodeURIComponent(site.path)}`), 303);
  });
  app.addHook('onSend', async (request, reply, payload) => {
    const { action } = request.routeOptions.config;
    const isPrivate = LOGIN.test(request.url) || (action !== undefined && !isForAnyone(action));
    if (isPrivate || isKnown(request)) void reply.header('cache-control', 'private, no-store');
    if (isPrivate) void reply.header('x-robots-tag', 'noindex');
    return payload;
  });
}

// A question that anybody may ask, and that comes without cookies, is answered to every program.
function isSomebodys({ url, headers, routeOptions: { config } }: FastifyRequest): boolean {
  return config.sameOrigin !== false && (config.action !== undefined || config.form === true || headers.cookie !== undefined || LOGIN.test(url));
}

/**
 * A form on another site cannot change anything here, whatever cookies come with it.
 * @see Fetch Metadata, section 2.3; RFC 6454, section 7
 */
function refuseOtherSites(request: FastifyRequest, serving: PeopleServing): void {
  const { 'sec-fetch-site': site, origin } = request.headers;
  const host = URL.parse(origin ?? '')?.host;
  const isOwn = site === undefined
    ? host !== undefined && host !== '' && (host === request.host || host === new URL(serving.url).host)
    : site === 'same-origin';
  if (!isOwn) throw new FailureError(refuse('forbidden', { da: ['Forespørgslen kommer ikke fra en side på dette websted, så det er måske ikke det, du ville.', 'Gør det på selve siden; et program sender en API-nøgle.'], en: ['The request does not come from a page of this site, so that it might not be what you meant.', 'Do it on the page itself; a program sends an API key.'] }));
}
