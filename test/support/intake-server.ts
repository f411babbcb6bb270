/** A server with the addresses of intake alone, for tests and benchmarks: who sends stands in two headers. */
import type { AddressInfo } from 'node:net';
import Fastify, { type FastifyRequest } from 'fastify';
import { renderToString } from 'preact-render-to-string';
import { FailureError } from '#base';
import { intakeRoutes, type Intake } from '#intake';
import type { Actor } from '#people';

export interface IntakeServer {
  readonly port: number;
  readonly app: ReturnType<typeof Fastify>;
  close(): Promise<void>;
}

export interface ServerOptions {
  /** What is looked up of a request before its body is read. */
  readonly lookUp?: () => Promise<void>;
  /** Only organisations that are suppliers may act; left out: everybody who says who it is. */
  readonly refuses?: (actor: Actor, action: string) => boolean;
}

const KINDS: Readonly<Record<string, number>> = { invalid: 400, 'not-found': 404, conflict: 409, forbidden: 403 };

export async function intakeServer(intake: Intake, { lookUp, refuses }: ServerOptions = {}): Promise<IntakeServer> {
  const app = Fastify({ ajv: { customOptions: { removeAdditional: false, coerceTypes: false } }, forceCloseConnections: true, routerOptions: { maxParamLength: 200 } });
  if (lookUp !== undefined) app.addHook('onRequest', async () => lookUp());
  app.setErrorHandler((error: Error, _request, reply) => {
    const status = error instanceof FailureError ? KINDS[error.failure.kind] : 'statusCode' in error ? Number(error.statusCode) : 500;
    return reply.code(status ?? 500).send(error instanceof FailureError ? error.failure : { kind: 'error', message: error.message });
  });
  await intakeRoutes(app, {
    clock: intake.clock, intake: () => intake, actor: actorOf,
    rights: (request, action) => (refuses?.(actorOf(request) ?? NOBODY, action) === true ? { allowed: false, hidden: true, why: 'Nothing stands here.', help: 'Check the address.', danish: { message: 'Her er intet.', help: 'Se efter, om adressen er rigtig.' } } : { allowed: true }),
    site: async () => ({ lang: 'da', href: (path) => path }),
    frame: (site, { title, body }) => `<!DOCTYPE html><html lang="${site.lang}"><head><title>${title}</title></head><body><main>${renderToString(body)}</main></body></html>`,
  });
  await app.listen({ port: 0, host: '127.0.0.1' });
  return { app, port: (app.server.address() as AddressInfo).port, close: () => app.close() };
}

const NOBODY: Actor = { user: '', name: '', organisation: '', organisationName: '', kind: 'supplier', roles: [], assurance: 'low', via: 'session', scopes: null };

function actorOf({ headers }: FastifyRequest): Actor | null {
  const { 'x-supplier': organisation, 'x-person': user } = headers;
  if (typeof organisation !== 'string' || typeof user !== 'string') return null;
  return { ...NOBODY, user, organisation, name: 'Test', organisationName: 'Test ApS', roles: ['bidder'], assurance: 'high' };
}
