/// <reference types="@fastify/cookie" />
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { FailureError, refuse } from '#base';
import type { Actor } from './actor.ts';
import { KEY_MARK, readApiKey } from './api-key.store.ts';
import type { PeopleServing } from './serving.ts';
import { readSession } from './session.store.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Also by an API key in the address (`?noegle=`), for calendars and feed readers, which cannot log in. */
    addressKey?: boolean;
  }
  interface FastifyRequest {
    /** Who asks, by session or API key; null: nobody is logged in. @throws FailureError for an API key that is not good. */
    actor(): Promise<Actor | null>;
  }
}

interface Known {
  readonly actor: Actor | null;
  /** Of the session; null: there is none. */
  readonly handle: string | null;
}

const NOBODY: Known = { actor: null, handle: null };
const known = new WeakMap<FastifyRequest, Promise<Known>>();
/** What has been found out, for hooks that must not wait. */
const found = new WeakMap<FastifyRequest, Known>();

/** Gives every request `actor()`, found out once and only if somebody asks. */
export function addActor(app: FastifyInstance, serving: PeopleServing): void {
  app.decorateRequest('actor', async function actorOf(this: FastifyRequest) {
    return (await knownOf(this, serving)).actor;
  });
}

/** The handle of the session that the request came in; null: by an API key, or nobody is logged in. */
export async function sessionOf(request: FastifyRequest, serving: PeopleServing): Promise<string | null> {
  return (await knownOf(request, serving)).handle;
}

/** True when it was found out that somebody asks, so that the answer may be that person's alone. */
export function isKnown(request: FastifyRequest): boolean {
  return found.get(request)?.actor !== null && found.has(request);
}

export function bearerKey(request: FastifyRequest): string | null {
  const [, key = null] = /^Bearer (\S+)$/i.exec(request.headers.authorization ?? '') ?? [];
  return key?.startsWith(KEY_MARK) === true ? key : null;
}

/** What a key in an address may be good for: addresses are kept in places where no key should be. */
const ADDRESS_SCOPES: ReadonlySet<string> = new Set(['supplier.follow']);

function addressKey({ routeOptions: { config }, query }: FastifyRequest): string | null {
  const key = config.addressKey === true ? (query as { readonly noegle?: unknown }).noegle : null;
  return typeof key === 'string' && key.startsWith(KEY_MARK) ? key : null;
}

function knownOf(request: FastifyRequest, serving: PeopleServing): Promise<Known> {
  const asked = known.get(request) ?? find(request, serving).then((one) => {
    found.set(request, one);
    return one;
  });
  known.set(request, asked);
  return asked;
}

async function find(request: FastifyRequest, serving: PeopleServing): Promise<Known> {
  const inAddress = addressKey(request);
  const key = bearerKey(request) ?? inAddress;
  const db = serving.database(request);
  if (key !== null) {
    const actor = await readApiKey(db, serving.clock, key);
    if (actor === null) throw new FailureError(refuse('forbidden', { da: ['API-nøglen er ukendt her, udløbet eller spærret.', 'Lav en ny på /konto, i den samme verden.'], en: ['The API key is not known here, has ended or was revoked.', 'Make a new one at /konto, in the same world.'] }));
    if (key === inAddress && actor.scopes?.every((scope) => ADDRESS_SCOPES.has(scope)) !== true) throw new FailureError(refuse('forbidden', { da: ['Denne API-nøgle kan mere end at følge med, og hører ikke hjemme i en adresse.', 'Spærr den på /konto, for adresser gemmes mange steder, og lav en adresse på /torv/leverandoer.'], en: ['This API key can do more than follow, and does not belong in an address.', 'Revoke it at /konto, for addresses are kept in many places, and make an address at /torv/leverandoer.'] }));
    return { actor, handle: null };
  }
  // An address that cannot be read reaches no hook, and so has no cookies.
  const secret = (request.cookies as Readonly<Record<string, string | undefined>> | undefined)?.[cookieName(serving, request, 'session')];
  return secret === undefined ? NOBODY : (await readSession(db, serving.clock, secret)) ?? NOBODY;
}

/** A cookie of its own for each world; behind https one that no other host and no plain connection can set. */
export function cookieName(serving: PeopleServing, request: FastifyRequest, what: 'session' | 'login'): string {
  return `${isSecure(serving) ? '__Host-' : ''}torvet-${serving.world(request)}-${what}`;
}

export function setSecretCookie(reply: FastifyReply, serving: PeopleServing, what: 'session' | 'login', secret: string | null): void {
  const name = cookieName(serving, reply.request, what);
  const options = { path: '/', httpOnly: true, sameSite: 'lax', secure: isSecure(serving) } as const;
  if (secret === null) void reply.clearCookie(name, options);
  else void reply.setCookie(name, secret, options);
}

function isSecure({ url }: PeopleServing): boolean {
  return url.startsWith('https:');
}
