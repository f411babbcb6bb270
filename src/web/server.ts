import { randomUUID } from 'node:crypto';
import swagger from '@fastify/swagger';
import Fastify, { type FastifyError, type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import type { Clock } from '#base';
import { GUIDE, guideRoutes } from '#guide';
import { MARKET_PLACE } from '#market';
import { COMPETITION, FLAGS, competitionAside, flagsAside, oversightRoutes, OVERVIEWS, systemsAside } from '#oversight';
import { addPeople, LOGIN_BACK, oidcLogin, peopleIn, type PeopleServing } from '#people';
import { MARKET, MUNICIPALITIES_PAGE, ORGANISATIONS, PROCESSES, readUpdatedAt, registerRoutes, type Serving } from '#register';
import { siteOf, type Site, type World } from '#ui';
import { addAssets } from './assets.ts';
import { addErrors, answer } from './errors.ts';
import { addForms } from './forms.ts';
import { addHeaders, setHeaders } from './headers.ts';
import { addLimits } from './limits.ts';
import { addMarket } from './market.ts';
import { addMetrics } from './metrics.ts';
import { openApi } from './openapi.ts';
import { PATIENCE, refuseConnection, waiting, type Patience } from './patience.ts';
import { placeOf, rewriteUrl } from './place.ts';
import { problemOf } from './problem.ts';
import { parseQuery, refuseParams, shapeQuery } from './query.ts';
import { addScripts, scriptsOrNone } from './scripts.ts';
import { texts } from './web.texts.ts';
import { addWorlds, databaseOf, type Worlds, type WorldsAtHand } from './worlds.ts';

export interface WebOptions {
  readonly worlds: Worlds;
  /** Folder of the analysis files; left out: none are shown. */
  readonly analysisFolder?: string;
  readonly clock: Clock;
  /** Public address, without a slash at the end. */
  readonly url: string;
  readonly publisher: string;
  readonly contact: string | null;
  /** Municipalities and suppliers that own the publisher, or are its customers, by name; left out: none. */
  readonly owners?: readonly string[];
  readonly customers?: readonly string[];
  /** oversight: the register and what watches over it, without wizards and law. Left out: all. */
  readonly rooms?: 'all' | 'oversight';
  /** The login service of the register; null or left out: nobody can log in to it. */
  readonly login?: { readonly issuer: string; readonly clientId: string; readonly clientSecret: string } | null;
  /** Prefix of the ocids of purchases made here; left out: that of the settings' fallback. */
  readonly ocidPrefix?: string;
  /** Program that looks at uploaded files; null or left out: none. */
  readonly virusScan?: string | null;
  readonly metricsToken: string | null;
  readonly logLevel: string;
  /** Requests for data a minute of one client; pages may be asked for more often. null or left out: no limit. */
  readonly rate?: number | null;
  /** Addresses and networks of proxies whose word on the client's address is taken. */
  readonly trustProxy?: readonly string[];
  /** Has the work that follows a command done at once, instead of within the minute. Left out: nothing works here. */
  readonly wake?: (world: World) => void;
  /** Tests only: less of it than people need. */
  readonly patience?: Patience;
  /** Log lines go here; left out: standard error. */
  readonly logStream?: NodeJS.WritableStream;
}

/** What a log line says of a request: never the key that a calendar has in its address. */
function loggedRequest({ method, url, host, ip }: FastifyRequest): { readonly method: string; readonly url: string; readonly host: string; readonly remoteAddress: string } {
  return { method, url: url.replace(/(?<=[?&]noegle=)[^&]*/g, '…'), host, remoteAddress: ip };
}

/** The web server, ready to listen: every page, download and API address of this installation. */
export async function buildServer(options: WebOptions): Promise<FastifyInstance> {
  const app = Fastify({
    logger: { level: options.logLevel, stream: options.logStream ?? process.stderr, redact: ['req.headers.authorization', 'req.headers.cookie'], serializers: { req: loggedRequest } },
    genReqId: requestId,
    trustProxy: [...(options.trustProxy ?? [])],
    rewriteUrl,
    routerOptions: { maxParamLength: 10_000, ignoreTrailingSlash: true, querystringParser: parseQuery },
    // `form` and `decimal` say how a form asks for a field; the pattern beside them is what is checked.
    ajv: { customOptions: { removeAdditional: false, coerceTypes: false, useDefaults: true, allErrors: false, keywords: ['form'], formats: { decimal: true, 'local-minute': true } } },
    return503OnClosing: true,
    forceCloseConnections: 'idle',
    bodyLimit: 64 * 1024,
    ...waiting(options.patience ?? PATIENCE),
    clientErrorHandler: refuseConnection,
    frameworkErrors: (fault, request, reply) => {
      unrouted(fault, request, reply).catch((reason: unknown) => {
        request.log.error({ err: reason }, 'no answer to an address that cannot be read');
        reply.raw.destroy();
      });
    },
  });
  const secure = options.url.startsWith('https:');
  addHeaders(app, secure);
  const worlds = addWorlds(app, options.worlds);
  const site = (request: FastifyRequest): Promise<Site> => siteFor(options, worlds, request);
  // An address that cannot be read reaches no route and no hook; it gets the same answer as every other error.
  const unrouted = async (fault: FastifyError, request: FastifyRequest, reply: FastifyReply): Promise<void> => {
    setHeaders(request, reply, secure);
    await worlds.enter(request).catch(() => {});
    await answer(problemOf(fault, request), request, reply, site);
  };
  addErrors(app, site);
  if (options.rate) await addLimits(app, options.clock, options.rate);
  addMetrics(app, options.metricsToken);
  app.addHook('preValidation', async (request) => {
    refuseParams(request);
    shapeQuery(request, request.routeOptions.config.page ?? false);
  });
  await app.register(swagger, openApi(options));
  await addForms(app);
  const database = (request: FastifyRequest): ReturnType<typeof databaseOf> => databaseOf(options.worlds, request);
  // Before all routes: what it demands of them is looked at as each is made.
  if (hasAll(options)) await addPeople(app, peopleServing(options, site, database));
  addAssets(app);
  addScripts(app);
  addHealth(app, worlds);
  const serving: Serving = {
    clock: options.clock, url: options.url, publisher: options.publisher, rate: options.rate ?? null, site,
    database,
    wake: (request) => options.wake?.(request.world),
    asides: [flagsAside(database), competitionAside(), systemsAside({ database, clock: options.clock })],
    analysis: (request) => (options.analysisFolder === undefined ? null : { folder: options.analysisFolder, world: request.world }),
  };
  registerRoutes(app, serving);
  if (hasAll(options)) guideRoutes(app, serving);
  oversightRoutes(app, serving);
  if (hasAll(options)) await addMarket(app, { clock: options.clock, url: options.url, ocidPrefix: options.ocidPrefix ?? 'ocds-torvet', virusScan: options.virusScan ?? null, site, database, wake: (world) => options.wake?.(world) });
  app.get('/openapi.json', { schema: { hide: true } }, async (_request, reply) =>
    reply.type('application/json; charset=utf-8').send(JSON.stringify(app.swagger(), null, 1)));
  await app.ready();
  return app;
}

function hasAll({ rooms = 'all' }: WebOptions): boolean {
  return rooms === 'all';
}

function peopleServing(options: WebOptions, site: PeopleServing['site'], database: (request: FastifyRequest) => ReturnType<typeof databaseOf>): PeopleServing {
  const { clock, url, login = null, worlds } = options;
  return {
    clock, url, site,
    login: login === null ? null : oidcLogin({ ...login, back: `${url}${LOGIN_BACK}` }),
    demo: worlds.demo === null ? null : peopleIn(worlds.demo),
    world: (request) => request.world,
    database: (request) => peopleIn(database(request)),
  };
}

// A number from a proxy in front is kept, so that one search finds both logs; anything odd in it is not.
function requestId(request: { headers: Record<string, string | string[] | undefined> }): string {
  const given = request.headers['x-request-id'];
  return typeof given === 'string' && /^[\w-]{8,64}$/.test(given) ? given : randomUUID();
}

async function siteFor(options: WebOptions, worlds: WorldsAtHand, request: FastifyRequest): Promise<Site> {
  const { lang, path } = placeOf(request.raw);
  const t = texts[lang];
  // An error page must stand also when the database does not.
  const [scripts, updatedAt, hasOtherWorld, actor] = await Promise.all([
    scriptsOrNone(request.log),
    readUpdatedAt(databaseOf(options.worlds, request)).catch(() => null),
    worlds.hasOther(request).catch(() => false),
    // An address that cannot be read comes here without what `decorateRequest` gives.
    hasAll(options) && 'actor' in request ? request.actor().catch(() => null) : null,
  ]);
  return siteOf({
    lang, path,
    world: request.world,
    origin: options.url,
    navigation: [{ path: '/', label: t.front }, ...(hasAll(options) ? [{ path: MARKET_PLACE, label: t.marketPlace }] : []), { path: PROCESSES, label: t.processes }, { path: ORGANISATIONS, label: t.organisations }, { path: MARKET, label: t.markets }, { path: COMPETITION, label: t.competition }, { path: MUNICIPALITIES_PAGE, label: t.municipalities }, { path: FLAGS, label: t.flags }, ...(request.world === 'register' ? [{ path: OVERVIEWS, label: t.overviews }] : []), ...(hasAll(options) ? [{ path: GUIDE, label: t.guide }] : [])],
    publisher: { name: options.publisher, email: options.contact, owners: options.owners ?? [], customers: options.customers ?? [] },
    hasGuide: hasAll(options),
    ...(hasAll(options) ? { account: actor === null ? null : { name: actor.name, organisation: actor.organisationName } } : {}),
    updatedAt, hasOtherWorld, scripts,
  });
}

function addHealth(app: FastifyInstance, worlds: WorldsAtHand): void {
  const quiet = { schema: { hide: true }, logLevel: 'warn' } as const;
  app.get('/healthz', quiet, async () => ({ status: 'ok' }));
  app.get('/readyz', quiet, async (_request, reply) => {
    try {
      await worlds.check();
      return { status: 'ok' };
    } catch {
      return reply.code(503).send({ status: 'the database does not answer' });
    }
  });
}
