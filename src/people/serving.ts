import type { FastifyReply, FastifyRequest } from 'fastify';
import type { VNode } from 'preact';
import { FailureError, refuse, type Clock } from '#base';
import { renderDocument, type Site, type World } from '#ui';
import type { Actor, Subject } from './actor.ts';
import type { LoginProvider } from './login/provider.ts';
import { may, refusedBy } from './rights/may.ts';
import type { Action } from './rights/policy.table.ts';
import type { PeopleDatabase } from './tables.ts';

/** What the shell gives the routes of people. */
export interface PeopleServing {
  readonly clock: Clock;
  /** Public address of this installation, without a slash at the end. */
  readonly url: string;
  /** How people log in to the register; null: they cannot. The demo world has its own way. */
  readonly login: LoginProvider | null;
  /** The database of the demo world, null: there is none. */
  readonly demo: PeopleDatabase | null;
  world(request: FastifyRequest): World;
  database(request: FastifyRequest): PeopleDatabase;
  site(request: FastifyRequest): Promise<Site>;
}

export function sendPage(reply: FastifyReply, page: VNode): FastifyReply {
  return reply.type('text/html; charset=utf-8').send(renderDocument(page));
}

/** @throws FailureError when the actor may not: as if nothing were there, where the actor may not know that something is. */
export function demand(actor: Actor | null, action: Action, subject: Subject): void {
  const verdict = may(actor, action, subject);
  if (verdict.allowed) return;
  throw new FailureError(refusedBy(verdict));
}

/** The actor of a request to an address that the shell lets nobody reach without one. @throws FailureError all the same when there is none. */
export async function actorIn(request: FastifyRequest): Promise<Actor> {
  const actor = await request.actor();
  if (actor === null) throw new FailureError(refuse('forbidden', { da: ['Dette er for dem, der er logget ind.', 'Log ind på /log-ind.'], en: ['This is for people who are logged in.', 'Log in at /log-ind.'] }));
  return actor;
}

/** What stands beside the records and belongs to an organisation or a person of it: members, keys, sessions. */
export function ownSubject(kind: string, organisation: string): Subject {
  return { kind, owner: organisation, parties: [], state: '', audience: 'owner', conflicted: [], named: [], proposer: null };
}
