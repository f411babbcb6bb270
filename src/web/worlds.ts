import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Kysely } from 'kysely';
import { FailureError } from '#base';
import { readUpdatedAt, type RegisterTables } from '#register';
import { isThere } from '#store';
import type { World } from '#ui';
import { placeOf } from './place.ts';

type Database = Kysely<RegisterTables>;

/** The databases this installation shows. */
export interface Worlds {
  readonly register: Database;
  /** null when there is no demo world. */
  readonly demo: Database | null;
}

declare module 'fastify' {
  interface FastifyRequest {
    world: World;
  }
}

/** What is known of the worlds at the moment of a request. */
export interface WorldsAtHand {
  /** Decides which world the request is in. @throws FailureError when it asks for a demo world that is not there. */
  enter(request: FastifyRequest): Promise<void>;
  /** True when the world that the request is not in can be shown: an empty register leads nowhere while a demo world stands in for it. */
  hasOther(request: FastifyRequest): Promise<boolean>;
  /** Asks every database for an answer. @throws when one does not give it. */
  check(): Promise<void>;
}

/**
 * Decides for each request which world it is in. An address with /demo is always the demo world; one without is the
 * register, except that an installation whose register is still empty shows the demo world first.
 */
export function addWorlds(app: FastifyInstance, worlds: Worlds): WorldsAtHand {
  // Releases are never deleted, so that a register that has some needs no second look.
  let hasData = false;
  const registerHasData = async (): Promise<boolean> => (hasData ||= (await readUpdatedAt(worlds.register)) !== null);
  const demoStands = demoWatch(worlds.demo);
  const enter = async (request: FastifyRequest): Promise<void> => {
    // An address that cannot be read comes here without what `decorateRequest` gives.
    request.world = 'register';
    if (placeOf(request.raw).demo) {
      if (!(await demoStands())) throw noDemo();
      request.world = 'demo';
    } else if (needsWorld(request) && !(await registerHasData()) && (await demoStands())) {
      request.world = 'demo';
    }
  };
  app.decorateRequest('world', 'register');
  app.addHook('onRequest', enter);
  return {
    enter,
    hasOther: async (request) => (request.world === 'demo' ? registerHasData() : demoStands()),
    check: async () => {
      await readUpdatedAt(worlds.register);
      await demoStands();
    },
  };
}

/** Tells whether the demo world is there. `torvet demo remove` may take it away from under a running server, for good. */
function demoWatch(demo: Database | null): () => Promise<boolean> {
  let gone = demo === null;
  return async () => {
    if (demo !== null && !gone) gone = !(await isThere(demo));
    return !gone;
  };
}

// Assets and health are the same in every world and must answer while the database does not.
function needsWorld(request: FastifyRequest): boolean {
  return !/^\/(assets|healthz|readyz|metrics)\b/.test(request.url);
}

function noDemo(): FailureError {
  return new FailureError({
    kind: 'not-found',
    message: 'This installation has no demo world.',
    help: 'The register stands at the address without /demo.',
  });
}

export function databaseOf(worlds: Worlds, request: FastifyRequest): Database {
  return request.world === 'demo' && worlds.demo !== null ? worlds.demo : worlds.register;
}
