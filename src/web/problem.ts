import { STATUS_CODES } from 'node:http';
import type { FastifyError, FastifyRequest } from 'fastify';
import { FailureError, type FailureKind, type Told } from '#base';

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
  /** The same as `detail` and `help`, for Danish pages and their scripts; absent: it is said in English only. */
  readonly danish?: Told;
}

/** Here, and nowhere else, a kind of failure becomes an HTTP status. */
const STATUS: Readonly<Record<FailureKind, number>> = {
  invalid: 400, 'not-found': 404, conflict: 409, forbidden: 403, 'too-many': 429, unavailable: 503,
};

const UNEXPECTED = { detail: 'Something went wrong on our side.', help: 'Try again; if it stays, tell us the request id.' };

const TOO_LONG = { detail: 'The question takes the database longer than the server waits for an answer.', help: 'Ask for less: a year, a field, one organisation. The analysis files at /data answer questions about everything.' };

const SEE = 'See /openapi.json for what can be asked.';

/** Addresses that reach no route. */
const ADDRESS_ERRORS: Readonly<Record<string, { readonly detail: string; readonly help: string }>> = {
  FST_ERR_BAD_URL: { detail: 'The address holds a % that is not followed by two hexadecimal digits of UTF-8 text.', help: 'Write a % itself as %25.' },
  FST_ERR_MAX_PARAM_LENGTH: { detail: 'A part of the address is longer than any that Torvet gives.', help: 'Check the address.' },
};

/** What comes in over a connection and is no request. */
const CONNECTION_ERRORS: Readonly<Record<string, { readonly status: number; readonly detail: string; readonly help: string }>> = {
  ERR_HTTP_REQUEST_TIMEOUT: { status: 408, detail: 'The request did not come in whole in the time that the server waits.', help: 'Send it anew, all at once.' },
  HPE_HEADER_OVERFLOW: { status: 431, detail: 'The address and the headers together are longer than the server reads.', help: 'Ask with a shorter address: a search needs no more than 300 letters.' },
};
const NO_REQUEST = { status: 400, detail: 'What came in is no request of HTTP/1.1.', help: 'Check the program that sent it, and the proxies on the way.' };

/** @param code of the error that Node has with the connection */
export function connectionProblem(code: string | undefined, requestId: string): Problem {
  const { status, detail, help } = CONNECTION_ERRORS[code ?? ''] ?? NO_REQUEST;
  return { type: 'about:blank', title: STATUS_CODES[status] ?? 'Error', status, detail, help, requestId };
}

export function problemOf(error: FastifyError | Error, request: FastifyRequest): Problem {
  const status = statusOf(error);
  const common = { type: 'about:blank', title: STATUS_CODES[status] ?? 'Error', status, requestId: request.id } as const;
  if (error instanceof FailureError) {
    const { message, help = '', place, danish } = error.failure;
    return { ...common, detail: message, help, ...(place === undefined ? {} : { place }), ...(danish === undefined ? {} : { danish }) };
  }
  if (isTooLong(error)) return { ...common, ...TOO_LONG };
  if (status >= 500) return { ...common, ...UNEXPECTED };
  const fixed = ADDRESS_ERRORS['code' in error ? error.code : ''];
  if (fixed !== undefined) return { ...common, ...fixed };
  const [finding] = 'validation' in error && error.validation ? error.validation : [];
  if (finding === undefined) return { ...common, detail: error.message, help: SEE };
  const { additionalProperty: unknown, allowedValues } = finding.params;
  if (typeof unknown === 'string') return { ...common, detail: `The parameter ${unknown} is not one that this address takes.`, help: SEE, place: unknown };
  const place = finding.instancePath.slice(1);
  const values = Array.isArray(allowedValues) ? `: ${allowedValues.join(', ')}` : '';
  return { ...common, detail: `The parameter ${place || '(whole query)'} ${finding.message ?? 'is not allowed'}${values}.`, help: SEE, place };
}

function statusOf(error: FastifyError | Error): number {
  if (error instanceof FailureError) return STATUS[error.failure.kind];
  const status = 'statusCode' in error ? error.statusCode : undefined;
  if (status !== undefined && status >= 400 && status < 600) return status;
  return isUnreachable(error) || isTooLong(error) ? 503 : 500;
}

/** The database stopped a question at the limit of time that the server gives each. */
function isTooLong(error: Error): boolean {
  return 'code' in error && error.code === '57014';
}

/**
 * The pool could not reach the database, or the server turned it away (connection classes 08 and 57P, too many
 * connections, a database that was removed): nothing is wrong with the request, and trying again may help.
 */
function isUnreachable(error: Error): boolean {
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  return /^(ECONN[A-Z]+|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENOTFOUND|EAI_AGAIN|08...|57P0.|53300|3D000)$/.test(code)
    || /^Connection terminated|timeout exceeded when trying to connect/.test(error.message);
}
