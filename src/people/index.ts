/** Who acts and what they may: organisations, people, roles, login, sessions, API keys, the policy table. */
import path from 'node:path';
import cookie from '@fastify/cookie';
import type { FastifyInstance } from 'fastify';
import { accountRoutes } from './account/account.routes.ts';
import { demoLogin } from './login/demo.routes.ts';
import { loginRoutes } from './login/login.routes.ts';
import { addActor } from './request-actor.ts';
import { addRights } from './rights/add-rights.ts';
import type { PeopleServing } from './serving.ts';

export * from './actor.ts';
export { asActor, enterActor, leaveActor } from './as-actor.store.ts';
export { demoActors, seedDemoPeople } from './demo.store.ts';
export { makeApiKey } from './api-key.store.ts';
export { declareInterest, readInterests, type Declaration } from './interest.store.ts';
export { LOGIN_BACK } from './login/login.routes.ts';
export { oidcLogin } from './login/oidc.ts';
export type { LoginClaims, LoginProvider } from './login/provider.ts';
export { listPeople, type PersonLine } from './organisation.store.ts';
export { listOrganisations, readOrganisations, readPersonNames, type OrganisationName } from './names.store.ts';
export { keepProof, readKeys, readKeysOf, registerKey, type PersonKey } from './person-key.store.ts';
export { actionsOf, isAction, isForAnyone, isVisible, may, needsSecond, refusedBy } from './rights/may.ts';
export { POLICY, type Action } from './rights/policy.table.ts';
export type { Relation, Rule, SubjectKind } from './rights/policy.ts';
export { actorIn, demand, ownSubject, type PeopleServing } from './serving.ts';
export { peopleIn, type PeopleDatabase, type PeopleTables } from './tables.ts';

/** The tables of people and organisations, and the database role that policies of other rooms speak of. */
export const peopleMigrations = { room: 'people', folder: path.join(import.meta.dirname, 'migrations') };

/** Login, sessions, API keys, account pages, and the fences before every route. Before all other routes. */
export async function addPeople(app: FastifyInstance, serving: PeopleServing): Promise<void> {
  await app.register(cookie);
  addActor(app, serving);
  addRights(app, serving);
  const demo = serving.demo === null ? null : demoLogin(app, serving, serving.demo);
  loginRoutes(app, serving, (request) => (serving.world(request) === 'demo' ? demo : serving.login));
  accountRoutes(app, serving);
}
