import type { FastifyInstance, FastifyRequest } from 'fastify';
import { FailureError, refuse, unwrap } from '#base';
import { setSecretCookie, sessionOf, cookieName } from '../request-actor.ts';
import { sendPage, type PeopleServing } from '../serving.ts';
import { revokeSessions, startSession } from '../session.store.ts';
import { renderLogin } from './login.page.tsx';
import { admit, keepAttempt, takeAttempt } from './login.store.ts';
import type { LoginProvider } from './provider.ts';

/** Where a login service sends the browser back to. */
export const LOGIN_BACK = '/log-ind/retur';

type ProviderOf = (request: FastifyRequest) => LoginProvider | null;

/** The way in and the way out. */
export function loginRoutes(app: FastifyInstance, serving: PeopleServing, providerOf: ProviderOf): void {
  app.get<{ Querystring: { til?: unknown } }>('/log-ind', { schema: { hide: true }, config: { page: true } }, async (request, reply) => {
    const provider = providerOf(request);
    const way = provider === null ? 'none' : provider.isDemo ? 'demo' : 'service';
    return sendPage(reply, renderLogin(await serving.site(request), { way, back: backPath(request.query.til) }));
  });
  app.get<{ Querystring: { til?: unknown } }>('/log-ind/start', { schema: { hide: true } }, async (request, reply) => {
    const site = await serving.site(request);
    const provider = providerOf(request);
    // That page says so.
    if (provider === null) return reply.redirect(site.href('/log-ind'), 303);
    const { address, attempt } = unwrap(await provider.begin());
    const back = site.href(backPath(request.query.til));
    setSecretCookie(reply, serving, 'login', await keepAttempt(serving.database(request), serving.clock, { ...attempt, back }));
    return reply.redirect(address, 303);
  });
  app.get(LOGIN_BACK, { schema: { hide: true } }, async (request, reply) => {
    const secret = request.cookies[cookieName(serving, request, 'login')];
    const db = serving.database(request);
    setSecretCookie(reply, serving, 'login', null);
    const attempt = secret === undefined ? null : await takeAttempt(db, serving.clock, secret);
    if (attempt === null) throw new FailureError(refuse('forbidden', { da: ['Denne browser er ikke i gang med et login, eller det tog mere end 15 minutter.', 'Begynd forfra på /log-ind.'], en: ['This browser has no login under way, or it took longer than 15 minutes.', 'Begin again at /log-ind.'] }));
    const [, query = ''] = request.url.split(/\?(.*)/s);
    const claims = unwrap(await demandProvider(providerOf(request)).finish(query, attempt));
    const admitted = unwrap(await admit(db, serving.clock, claims));
    await endSession(request, serving);
    setSecretCookie(reply, serving, 'session', await startSession(db, serving.clock, admitted));
    return reply.redirect(attempt.back, 303);
  });
  app.post('/log-ud', { schema: { hide: true }, config: { form: true } }, async (request, reply) => {
    await endSession(request, serving);
    setSecretCookie(reply, serving, 'session', null);
    return reply.redirect((await serving.site(request)).href('/'), 303);
  });
}

async function endSession(request: FastifyRequest, serving: PeopleServing): Promise<void> {
  const [actor, handle] = [await request.actor(), await sessionOf(request, serving)];
  if (actor !== null && handle !== null) await revokeSessions(serving.database(request), serving.clock, actor.user, handle);
}

function demandProvider(provider: LoginProvider | null): LoginProvider {
  if (provider === null) throw new FailureError(refuse('not-found', { da: ['Denne installation har intet login til sit register.', 'De, der driver den, sætter TORVET_OIDC_ISSUER; se ./torvet settings.'], en: ['This installation has no login for its register.', 'Whoever runs it sets TORVET_OIDC_ISSUER; see ./torvet settings.'] }));
  return provider;
}

/** A path of this site and nothing else: no other host can be written as one. */
function backPath(given: unknown): string {
  return typeof given === 'string' && /^\/(?![/\\])[\x21-\x7e]*$/.test(given) && given.length <= 2000 ? given : '/konto';
}
