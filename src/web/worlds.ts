import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Kysely } from 'kysely';
import { FailureError } from '#base';
import { readDemoTiles, readUpdatedAt, type RegisterTables } from '#register';
import type { Tile, World } from '#ui';
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

/**
 * Decides for each request which world it is in. An address with /demo is always the demo world; one without is the
 * register, except that an installation whose register is still empty shows the demo world first.
 */
export function addWorlds(app: FastifyInstance, worlds: Worlds): void {
  let hasData = false;
  app.decorateRequest('world', 'register');
  app.addHook('onRequest', async (request) => {
    if (placeOf(request.raw).demo) {
      if (worlds.demo === null) throw noDemo();
      request.world = 'demo';
    } else if (worlds.demo !== null && !hasData && needsWorld(request)) {
      hasData = (await readUpdatedAt(worlds.register)) !== null;
      request.world = hasData ? 'register' : 'demo';
    }
  });
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

/** The demo world has a map of its own; that of Denmark comes with the register's municipalities. */
export async function tilesOf(worlds: Worlds, request: FastifyRequest): Promise<readonly Tile[]> {
  return request.world === 'demo' && worlds.demo !== null ? readDemoTiles(worlds.demo) : [];
}
