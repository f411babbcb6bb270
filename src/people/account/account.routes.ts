import type { FastifyInstance, FastifyRequest } from 'fastify';
import { FailureError, isId, refuse, unwrap } from '#base';
import type { Actor } from '../actor.ts';
import { makeApiKey, revokeApiKey } from '../api-key.store.ts';
import { asActor } from '../as-actor.store.ts';
import { ROLES_OF } from '../organisation-roles.ts';
import { registerKey } from '../person-key.store.ts';
import { sessionOf, setSecretCookie } from '../request-actor.ts';
import { may } from '../rights/may.ts';
import { actorIn, demand, ownSubject, sendPage, type PeopleServing } from '../serving.ts';
import { actFor, revokeSessions } from '../session.store.ts';
import { renderAccount, renderMembers } from './account.page.tsx';
import { listMembers, readAccount, setRoles } from './account.store.ts';
import { renderNewKey, scopesFor } from './api-keys.section.tsx';

/** The fields of the form in the order sent. */
type Form = { Body: readonly (readonly [name: string, value: string])[] | null };
const hide = { hide: true } as const;
const ACCOUNT = '/konto';

/** The account of whoever is logged in. */
export function accountRoutes(app: FastifyInstance, serving: PeopleServing): void {
  app.get(ACCOUNT, { schema: hide, config: { page: true, action: 'account.read' } }, async (request, reply) => {
    const actor = await actorIn(request);
    demand(actor, 'account.read', ownSubject('account', actor.organisation));
    return sendPage(reply, renderAccount(await serving.site(request), { ...(await readAccount(serving.database(request), serving.clock, actor)), handle: await sessionOf(request, serving) }));
  });
  app.post<Form>(`${ACCOUNT}/organisation`, { schema: hide, config: { form: true, action: 'account.read' } }, async (request, reply) => {
    const actor = await actorIn(request);
    demand(actor, 'account.read', ownSubject('account', actor.organisation));
    const [organisation, handle] = [field(request, 'organisation'), await sessionOf(request, serving)];
    const done = handle !== null && isId(organisation) && (await actFor(serving.database(request), serving.clock, { person: actor.user, handle, organisation }));
    if (!done) throw new FailureError(refuse('not-found', { da: ['Du kan ikke handle for den organisation.', 'Vælg blandt det, din konto viser.'], en: ['You act for no such organisation.', 'Choose one of those that your account lists.'] }));
    return reply.redirect((await serving.site(request)).href(ACCOUNT), 303);
  });
  app.post<Form>(`${ACCOUNT}/logins/afslut`, { schema: hide, config: { form: true, action: 'session.revoke' } }, async (request, reply) => {
    const actor = await actorIn(request);
    demand(actor, 'session.revoke', ownSubject('session', actor.organisation));
    const login = field(request, 'login');
    const all = login === 'alle';
    if (!all && !isId(login)) throw new FailureError(refuse('invalid', { da: ['Der er ikke valgt et login.', 'Vælg blandt det, din konto viser.'], en: ['No login is named.', 'Choose one of those that your account lists.'] }, 'login'));
    await revokeSessions(serving.database(request), serving.clock, actor.user, all ? null : login);
    const site = await serving.site(request);
    if (!all && login !== (await sessionOf(request, serving))) return reply.redirect(site.href(ACCOUNT), 303);
    setSecretCookie(reply, serving, 'session', null);
    return reply.redirect(site.href('/log-ind'), 303);
  });
  app.post<Form>(`${ACCOUNT}/noegle`, { schema: hide, config: { form: true, action: 'key.register' } }, async (request, reply) => {
    const actor = await actorIn(request);
    demand(actor, 'key.register', ownSubject('key', actor.organisation));
    const recipient = field(request, 'recipient');
    // Thrown inside: then the earlier key is not retired either.
    await asActor(serving.database(request), actor, async (trx) => unwrap(await registerKey(trx, serving.clock, actor.user, recipient)));
    return reply.redirect((await serving.site(request)).href(`${ACCOUNT}#noegle`), 303);
  });
  apiKeyRoutes(app, serving);
  memberRoutes(app, serving);
}

function apiKeyRoutes(app: FastifyInstance, serving: PeopleServing): void {
  app.post<Form>(`${ACCOUNT}/api-noegler`, { schema: hide, config: { form: true, action: 'api-key.manage' } }, async (request, reply) => {
    const actor = await actorIn(request);
    demand(actor, 'api-key.manage', ownSubject('api-key', actor.organisation));
    const asked = fields(request, 'scopes');
    const scopes = scopesFor(actor).filter((action) => asked.includes(action));
    if (scopes.length !== asked.length) throw new FailureError(refuse('forbidden', { da: ['En nøgle kan ikke mere end den, der laver den, og intet af det, et menneske skal gøre.', 'Vælg blandt de handlinger, formularen viser.'], en: ['A key can do no more than its maker, and nothing that a person must do.', 'Choose among the actions that the form lists.'] }, 'scopes'));
    const days = field(request, 'days');
    const key = unwrap(await makeApiKey(serving.database(request), serving.clock, actor, { name: field(request, 'name'), scopes, days: /^\d{1,3}$/.test(days) ? Number(days) : 0 }));
    return sendPage(reply, renderNewKey(await serving.site(request), key));
  });
  app.post<Form>(`${ACCOUNT}/api-noegler/tilbagekald`, { schema: hide, config: { form: true, action: 'api-key.manage' } }, async (request, reply) => {
    const actor = await actorIn(request);
    demand(actor, 'api-key.manage', ownSubject('api-key', actor.organisation));
    const id = field(request, 'id');
    const done = isId(id) && (await asActor(serving.database(request), actor, async (trx) => revokeApiKey(trx, serving.clock, id)));
    if (!done) throw new FailureError(refuse('not-found', { da: ['Der er ingen sådan nøgle, som du kan spærre.', 'Se nøglerne på din konto; den kan være udløbet.'], en: ['There is no such key that you may revoke.', 'Look at the keys of your account; it may have ended already.'] }));
    return reply.redirect((await serving.site(request)).href(`${ACCOUNT}#api-noegler`), 303);
  });
}

function memberRoutes(app: FastifyInstance, serving: PeopleServing): void {
  app.get(`${ACCOUNT}/medlemmer`, { schema: hide, config: { page: true, action: 'account.read' } }, async (request, reply) => {
    const actor = await actorIn(request);
    demand(actor, 'account.read', ownSubject('account', actor.organisation));
    return sendPage(reply, renderMembers(await serving.site(request), {
      members: await listMembers(serving.database(request), serving.clock, actor), mine: actor.user, organisation: actor.organisationName,
      canManage: may(actor, 'people.manage', people(actor)).allowed, roles: ROLES_OF[actor.kind],
    }));
  });
  app.post<Form>(`${ACCOUNT}/medlemmer`, { schema: hide, config: { form: true, action: 'people.manage' } }, async (request, reply) => {
    const actor = await actorIn(request);
    demand(actor, 'people.manage', people(actor));
    const [person, asked] = [field(request, 'person'), fields(request, 'roles')];
    const roles = ROLES_OF[actor.kind].filter((role) => asked.includes(role));
    if (person === actor.user || roles.length !== asked.length) throw new FailureError(refuse('forbidden', { da: ['Ingen ændrer sine egne roller, og en organisation giver kun de roller, der hører til dens slags.', 'Lad en kollega, der styrer medlemmer, gøre det.'], en: ['Nobody changes own roles, and an organisation gives only roles of its kind.', 'Let a colleague who manages members do it.'] }, 'roles'));
    const done = isId(person) && (await setRoles(serving.database(request), serving.clock, actor, { person, roles }));
    if (!done) throw new FailureError(refuse('not-found', { da: ['Jeres organisation har ikke det medlem.', 'Vælg et af dem, siden viser.'], en: ['Your organisation has no such member.', 'Choose one of those that the page lists.'] }));
    return reply.redirect((await serving.site(request)).href(`${ACCOUNT}/medlemmer`), 303);
  });
}

function people({ organisation }: Actor): ReturnType<typeof ownSubject> {
  return ownSubject('people', organisation);
}

/** A field of a form; one that is missing is empty. */
function field(request: FastifyRequest, name: string): string {
  return fields(request, name)[0] ?? '';
}

function fields({ body }: FastifyRequest, asked: string): readonly string[] {
  return ((body as Form['Body']) ?? []).filter(([name]) => name === asked).map(([, value]) => value);
}
