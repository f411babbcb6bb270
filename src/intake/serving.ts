/** What the shell gives the routes of this room. */
import type { FastifyRequest } from 'fastify';
import type { VNode } from 'preact';
import { FailureError, refuse, type Clock, type Language } from '#base';
import { refusedBy, type Action, type Actor, type Verdict } from '#people';
import type { Intake, Sender } from './intake.ts';

/** Actions of the policy table that the routes ask for. */
export type BidAction = Extract<Action, 'bid.upload' | 'bid.submit' | 'bid.withdraw' | 'bid.read'>;

/** What the action is done to. Who knows the record makes a subject of the policy table of it. */
export interface BidSubject {
  readonly purchase: string;
  /** Whose bid it is. */
  readonly supplier: string;
}

/** Language and addresses of a request, as far as pages need them. */
export interface Place {
  readonly lang: Language;
  readonly href: (path: string) => string;
}

export interface IntakeServing<Site extends Place = Place> {
  readonly clock: Clock;
  /** Of the world that the request asks for. */
  intake(request: FastifyRequest): Intake;
  /** Null: nobody is logged in. */
  actor(request: FastifyRequest): Promise<Actor | null> | Actor | null;
  rights(request: FastifyRequest, action: BidAction, subject: BidSubject): Promise<Verdict> | Verdict;
  site(request: FastifyRequest): Promise<Site>;
  /** A whole page around what stands in it. */
  frame(site: Site, page: { readonly title: string; readonly body: VNode }): string;
}

/** Settings of a route that the shell reads. */
declare module 'fastify' {
  interface FastifyContextConfig {
    action?: Action;
  }
}

/** Who sends, when that is allowed. @throws FailureError when it is not */
export async function senderOf(serving: IntakeServing, request: FastifyRequest, action: BidAction, purchase: string): Promise<Sender> {
  const actor = await serving.actor(request);
  if (actor === null) throw new FailureError(refuse('forbidden', { da: ['Ingen er logget ind, så intet af et tilbud kan sendes eller ses.', 'Log ind, eller send en API-nøgle.'], en: ['Nobody is logged in, so nothing of a bid can be sent or seen.', 'Log in, or send an API key.'] }));
  const verdict = await serving.rights(request, action, { purchase, supplier: actor.organisation });
  if (!verdict.allowed) throw new FailureError(refusedBy(verdict));
  return { supplier: actor.organisation, person: actor.user };
}
