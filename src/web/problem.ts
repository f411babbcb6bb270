import { STATUS_CODES } from 'node:http';
import type { FastifyError, FastifyRequest } from 'fastify';
import { FailureError, type FailureKind } from '#base';

/** An error as the API tells it. @see RFC 9457 */
export interface Problem {
  readonly type: 'about:blank';
  readonly title: string;
  readonly status: number;
  /** What happened and why. */
  readonly detail: string;
  /** What to do. */
  readonly help: string;
  /** Where in the request, when that is known. */
  readonly place?: string;
  /** The number of the request in the log. */
  readonly requestId: string;
}

/** Here, and nowhere else, a kind of failure becomes an HTTP status. */
const STATUS: Readonly<Record<FailureKind, number>> = {
  invalid: 400, 'not-found': 404, conflict: 409, forbidden: 403, unavailable: 503,
};

const UNEXPECTED = { detail: 'Something went wrong on our side.', help: 'Try again; if it stays, tell us the request id.' };

export function problemOf(error: FastifyError | Error, request: FastifyRequest): Problem {
  const status = statusOf(error);
  const common = { type: 'about:blank', title: STATUS_CODES[status] ?? 'Error', status, requestId: request.id } as const;
  if (error instanceof FailureError) {
    const { message, help = '', place } = error.failure;
    return { ...common, detail: message, help, ...(place === undefined ? {} : { place }) };
  }
  if (status >= 500) return { ...common, ...UNEXPECTED };
  const [finding] = 'validation' in error && error.validation ? error.validation : [];
  if (finding === undefined) return { ...common, detail: error.message, help: 'See /openapi.json for what can be asked.' };
  const unknown = finding.params['additionalProperty'];
  const place = typeof unknown === 'string' ? unknown : finding.instancePath.slice(1);
  return { ...common, detail: `The parameter ${place || '(whole query)'} ${finding.message ?? 'is not allowed'}${unknown === undefined ? '' : `: ${place}`}.`, help: 'See /openapi.json for what can be asked.', place };
}

function statusOf(error: FastifyError | Error): number {
  if (error instanceof FailureError) return STATUS[error.failure.kind];
  const status = 'statusCode' in error ? error.statusCode : undefined;
  if (status !== undefined && status >= 400 && status < 600) return status;
  // The pool could not reach the database: nothing is wrong with the request, and trying again may help.
  const code = 'code' in error ? error.code : undefined;
  return code !== undefined && /^(ECONNREFUSED|ECONNRESET|ENOTFOUND|57P0[123])$/.test(code) ? 503 : 500;
}
