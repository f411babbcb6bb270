import type { Socket } from 'node:net';
import { randomUUID } from 'node:crypto';
import type { ConnectionError, FastifyServerOptions } from 'fastify';
import { connectionProblem } from './problem.ts';

/** How long the server waits for its clients, in milliseconds. */
export interface Patience {
  /** For the head of a request. */
  readonly head: number;
  /** For a whole request: a sealed chunk of 4 MiB takes nine minutes over 64 kbit/s. Who sends nothing meanwhile is let go by `silence`. */
  readonly request: number;
  /** For a sign of life while an answer is made or sent: who takes nothing for so long is let go. */
  readonly silence: number;
  /** For the next request on the same connection; longer than proxies keep theirs, so that none is closed under a request of theirs. */
  readonly next: number;
  /** Between two looks at who is late. */
  readonly look: number;
}

export const PATIENCE: Patience = { head: 10_000, request: 900_000, silence: 120_000, next: 72_000, look: 2000 };

/** For the server of Fastify. */
export function waiting({ head, request, silence, next, look }: Patience): Pick<FastifyServerOptions, 'requestTimeout' | 'connectionTimeout' | 'keepAliveTimeout'> & { http: object } {
  return { requestTimeout: request, connectionTimeout: silence, keepAliveTimeout: next, http: { headersTimeout: head, requestTimeout: request, connectionsCheckingInterval: look } };
}

/** Answers what is no request, or not yet one: no route and no hook sees it. */
export function refuseConnection(error: ConnectionError, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const problem = connectionProblem(error.code, randomUUID());
  const body = JSON.stringify(problem);
  const head = [
    `HTTP/1.1 ${problem.status} ${problem.title}`, 'content-type: application/problem+json; charset=utf-8', `content-length: ${Buffer.byteLength(body)}`,
    'cache-control: no-store', 'x-content-type-options: nosniff', `x-request-id: ${problem.requestId}`, 'connection: close',
  ];
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`, () => socket.destroy());
}
