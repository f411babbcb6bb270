import { randomUUID } from 'node:crypto';
import swagger, { type FastifyDynamicSwaggerOptions } from '@fastify/swagger';
import Fastify, { type FastifyInstance, type FastifyRequest } from 'fastify';
import { sql } from 'kysely';
import type { Clock } from '#base';
import { ORGANISATIONS, PROCESSES, readUpdatedAt, registerRoutes, type Serving } from '#register';
import { siteOf, type Site } from '#ui';
import { addAssets } from './assets.ts';
import { addErrors } from './errors.ts';
import { addHeaders } from './headers.ts';
import { addMetrics } from './metrics.ts';
import { placeOf, rewriteUrl } from './place.ts';
import { parseQuery, shapeQuery } from './query.ts';
import { texts } from './web.texts.ts';
import { addWorlds, databaseOf, tilesOf, type Worlds } from './worlds.ts';

export interface WebOptions {
  readonly worlds: Worlds;
  readonly clock: Clock;
  /** Public address, without a slash at the end. */
  readonly url: string;
  readonly publisher: string;
  readonly contact: string | null;
  readonly metricsToken: string | null;
  readonly logLevel: string;
  /** Log lines go here; left out: standard error. */
  readonly logStream?: NodeJS.WritableStream;
}

/** The web server, ready to listen: every page, download and API address of this installation. */
export async function buildServer(options: WebOptions): Promise<FastifyInstance> {
  const app = Fastify({
    logger: { level: options.logLevel, stream: options.logStream ?? process.stderr, redact: ['req.headers.authorization', 'req.headers.cookie'] },
    genReqId: requestId,
    rewriteUrl,
    routerOptions: { maxParamLength: 2000, ignoreTrailingSlash: true, querystringParser: parseQuery },
    ajv: { customOptions: { removeAdditional: false, coerceTypes: false, useDefaults: true, allErrors: false } },
    return503OnClosing: true,
    forceCloseConnections: 'idle',
    bodyLimit: 64 * 1024,
  });
  const site = (request: FastifyRequest): Promise<Site> => siteFor(options, request);
  addErrors(app, site);
  addHeaders(app, options.url.startsWith('https:'));
  addWorlds(app, options.worlds);
  addMetrics(app, options.metricsToken);
  app.addHook('preValidation', async (request) => shapeQuery(request, request.routeOptions.config.page ?? false));
  await app.register(swagger, { openapi: openApi(options) });
  addAssets(app);
  addHealth(app, options.worlds);
  const serving: Serving = {
    clock: options.clock, url: options.url, publisher: options.publisher, site,
    database: (request) => databaseOf(options.worlds, request),
    tiles: (request) => tilesOf(options.worlds, request),
  };
  registerRoutes(app, serving);
  app.get('/openapi.json', { schema: { hide: true } }, async (_request, reply) =>
    reply.type('application/json; charset=utf-8').send(JSON.stringify(app.swagger(), null, 1)));
  await app.ready();
  return app;
}

// A number from a proxy in front is kept, so that one search finds both logs; anything odd in it is not.
function requestId(request: { headers: Record<string, string | string[] | undefined> }): string {
  const given = request.headers['x-request-id'];
  return typeof given === 'string' && /^[\w-]{8,64}$/.test(given) ? given : randomUUID();
}

async function siteFor(options: WebOptions, request: FastifyRequest): Promise<Site> {
  const { lang, path } = placeOf(request.raw);
  const t = texts[lang];
  return siteOf({
    lang, path,
    world: request.world,
    origin: options.url,
    navigation: [{ path: '/', label: t.front }, { path: PROCESSES, label: t.processes }, { path: ORGANISATIONS, label: t.organisations }],
    publisher: { name: options.publisher, email: options.contact },
    // An error page must stand also when the database does not.
    updatedAt: await readUpdatedAt(databaseOf(options.worlds, request)).catch(() => null),
    hasOtherWorld: options.worlds.demo !== null,
  });
}

function openApi(options: WebOptions): NonNullable<FastifyDynamicSwaggerOptions['openapi']> {
  return {
    openapi: '3.1.0',
    info: {
      title: 'Torvet', version: '1',
      description: `Public procurement notices as OCDS 1.1. Published by ${options.publisher}. Errors are problem+json (RFC 9457); lists are paged with cursors (after, before); answers carry an ETag. The demo world has the same addresses below /demo.`,
      license: { name: 'EUPL-1.2 (the program; the data keep their publishers\u2019 licences)' },
    },
    servers: [{ url: options.url }],
  };
}

function addHealth(app: FastifyInstance, worlds: Worlds): void {
  const quiet = { schema: { hide: true }, logLevel: 'warn' } as const;
  app.get('/healthz', quiet, async () => ({ status: 'ok' }));
  app.get('/readyz', quiet, async (_request, reply) => {
    try {
      for (const database of [worlds.register, worlds.demo]) if (database !== null) await sql`select 1 from process limit 1`.execute(database);
      return { status: 'ok' };
    } catch {
      return reply.code(503).send({ status: 'the database does not answer' });
    }
  });
}
