/** When a request was here whole. Nothing that is looked up before its body is read may make it later. */
import type { IncomingMessage } from 'node:http';
import { PassThrough, pipeline, type Readable } from 'node:stream';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Clock } from '#base';

interface Arrival {
  at: Temporal.Instant | null;
  /** The body as it comes in, read on although nobody asks for it yet; null: whoever wants it reads the request itself. */
  readonly body: Readable | null;
}

/** A small request is read to its end at once; more than this waits for its reader. */
const READ_AHEAD = 2 * 1024 * 1024;

const arrivals = new WeakMap<IncomingMessage, Arrival>();

/**
 * Notes, for requests that write to an address of the kind, the instant at which the server had parsed their last byte.
 * @param watched tells by address and method, before any route is found
 */
export function noteArrivals(app: FastifyInstance, clock: Clock, watched: (method: string, url: string) => boolean): void {
  // Before the server's own listener, which asks databases who sends before it reads what is sent.
  app.server.prependListener('request', (request: IncomingMessage) => {
    if (watched(request.method ?? '', request.url ?? '')) watch(request, clock);
  });
  app.addHook('preParsing', async (request, _reply, payload) => {
    if (!watched(request.method, request.raw.url ?? '')) return payload;
    const arrival = arrivals.get(request.raw);
    if (arrival !== undefined) return arrival.body ?? payload;
    // Came by another way than the server's socket, as in tests.
    const late: Arrival = { at: hasBody(request.raw) ? null : clock.now(), body: null };
    arrivals.set(request.raw, late);
    payload.once('end', () => { late.at ??= clock.now(); });
    return payload;
  });
}

/** @throws Error before the request is here whole, or when its address is not watched */
export function arrivedAt(request: FastifyRequest): Temporal.Instant {
  const at = arrivals.get(request.raw)?.at;
  if (at === null || at === undefined) throw new Error('The instant at which the request was here whole is not known.');
  return at;
}

function watch(request: IncomingMessage, clock: Clock): void {
  // Parts of a form are read off the request itself; they are too large to read ahead.
  const isForm = /^multipart\//i.test(request.headers['content-type'] ?? '');
  const arrival: Arrival = { at: null, body: isForm ? null : new PassThrough({ highWaterMark: READ_AHEAD }) };
  arrivals.set(request, arrival);
  // The end is pushed when the last byte was parsed; that it is read may come later.
  const push = request.push.bind(request);
  request.push = (chunk: unknown, encoding?: BufferEncoding): boolean => {
    if (chunk === null) arrival.at ??= clock.now();
    return push(chunk, encoding);
  };
  if (arrival.body !== null) pipeline(request, arrival.body as PassThrough, () => {});
}

function hasBody({ headers }: IncomingMessage): boolean {
  return headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;
}
