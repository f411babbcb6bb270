import { randomBytes } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { FailureError, refuse } from '#base';
import { sendPage, type PeopleServing } from '../serving.ts';
import type { PeopleDatabase } from '../tables.ts';
import { demoClaims, listDemoPeople } from './demo-people.store.ts';
import { DEMO_ISSUER, DEMO_PROVIDER, demoProvider } from './demo-provider.ts';
import { renderDemoPeople } from './login.page.tsx';
import { LOGIN_BACK } from './login.routes.ts';
import { oidcLogin } from './oidc.ts';
import type { LoginProvider } from './provider.ts';

const CLIENT = 'torvet';
const CHOOSE = `${DEMO_PROVIDER}/vaelg/:uid`;
const quiet = { schema: { hide: true } } as const;

/** The demo world's login provider on its addresses, and the login by it. */
export function demoLogin(app: FastifyInstance, serving: PeopleServing, db: PeopleDatabase): LoginProvider {
  const issuer = `${serving.url}/demo${DEMO_PROVIDER}`;
  const client = { id: CLIENT, secret: randomBytes(32).toString('base64url'), back: `${serving.url}/demo${LOGIN_BACK}` };
  let made: ReturnType<typeof demoProvider> | undefined;
  const provider = (): ReturnType<typeof demoProvider> => (made ??= demoProvider(issuer, client, async (subject) => demoClaims(db, subject)));

  app.get<{ Params: { uid: string } }>(CHOOSE, { ...quiet, config: { page: true } }, async (request, reply) => {
    onlyInDemo(request, serving);
    return sendPage(reply, renderDemoPeople(await serving.site(request), request.params.uid, await listDemoPeople(db)));
  });
  app.post<{ Params: { uid: string }; Body: readonly (readonly [name: string, value: string])[] | null }>(CHOOSE, { ...quiet, config: { form: true } }, async (request, reply) => {
    onlyInDemo(request, serving);
    const [, person] = (request.body ?? []).find(([name]) => name === 'person') ?? [];
    if (person === undefined || (await demoClaims(db, person)) === undefined) throw new FailureError(refuse('invalid', { da: ['Prøveverdenen har ikke den person.', 'Vælg en fra listen.'], en: ['The demo world has no such person.', 'Choose one of the list.'] }, 'person'));
    const address = await (await provider()).interactionResult(request.raw, reply.raw, { login: { accountId: person } }).catch((): never => {
      throw new FailureError(refuse('forbidden', { da: ['Dette login er ikke i gang i denne browser.', 'Begynd forfra på /log-ind.'], en: ['This login is not under way in this browser.', 'Begin again at /log-ind.'] }));
    });
    return reply.redirect(insideSite(address), 303);
  });
  // The provider reads bodies itself.
  void app.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', (_request, _payload, done) => done(null));
    scope.all(`${DEMO_PROVIDER}/*`, { ...quiet, config: { form: true, sameOrigin: false } }, async (request, reply) => {
      onlyInDemo(request, serving);
      hand(request, reply, (await provider()).callback());
    });
  });
  return oidcLogin({ issuer, clientId: client.id, clientSecret: client.secret, back: client.back, name: DEMO_ISSUER, inside: fetchInside(app, issuer) });
}

function onlyInDemo(request: FastifyRequest, serving: PeopleServing): void {
  if (serving.world(request) !== 'demo') throw new FailureError(refuse('not-found', { da: ['Der er intet på denne adresse.', 'Se efter, om adressen er rigtig, eller begynd på forsiden.'], en: ['Nothing stands at this address.', 'Check the address, or start at the front page.'] }));
}

/** Gives the request to the library as if the library alone stood on these addresses. */
function hand({ raw }: FastifyRequest, reply: FastifyReply, callback: ReturnType<Awaited<ReturnType<typeof demoProvider>>['callback']>): void {
  reply.hijack();
  const { raw: response } = reply;
  for (const [name, value] of Object.entries(reply.getHeaders())) if (value !== undefined) response.setHeader(name, value);
  const setHeader = response.setHeader.bind(response);
  response.setHeader = (name, value) => setHeader(name, name.toLowerCase() === 'location' ? insideSite(String(value)) : value);
  Object.assign(raw, { originalUrl: `/demo${raw.url ?? ''}`, url: (raw.url ?? '').slice(DEMO_PROVIDER.length) });
  void callback(raw, response);
}

/** The browser stays on the host by which it came, whichever address the settings name. */
function insideSite(address: string): string {
  const url = URL.parse(address);
  return url === null ? address : `${url.pathname}${url.search}`;
}

/** A fetch that asks this very server, without a network. */
function fetchInside(app: FastifyInstance, issuer: string): typeof fetch {
  return async (input, init = {}) => {
    const { pathname, search } = new URL(input instanceof Request ? input.url : input);
    const headers = Object.fromEntries(new Headers(init.headers));
    const body = init.body instanceof URLSearchParams ? init.body.toString() : init.body;
    const answer = await app.inject({
      method: init.method === 'POST' ? 'POST' : 'GET', url: `${pathname}${search}`, headers: { ...headers, host: new URL(issuer).host },
      ...(typeof body === 'string' ? { payload: body } : {}),
    });
    return new Response(answer.payload, { status: answer.statusCode, headers: Object.entries(answer.headers).map(([name, value]) => [name, String(value)]) });
  };
}
