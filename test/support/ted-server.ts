/**
 * A server on this machine that answers as TED's search API (version 3) and its notices are documented to, with faults on demand.
 * What is documented, and where, stands in `src/register/sync/ted-client.ts`.
 */
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';

export interface ListedNotice {
  /** As TED writes it: leading zeros may stand. */
  readonly number: string;
  readonly date: string;
  readonly country?: string;
  readonly cpv?: readonly string[];
  /** null: listed, and 404 when it is asked for. */
  readonly xml: Buffer | null;
}

export interface SearchBody {
  readonly query: string;
  readonly fields: readonly string[];
  readonly limit: number;
  readonly scope: string;
  readonly paginationMode: string;
  readonly onlyLatestVersions?: boolean;
  readonly iterationNextToken?: string;
}

export interface Seen {
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  readonly search: SearchBody | null;
}

/** What goes wrong with a request, or null: `cut` breaks the connection, `half` does so in the middle of the answer, `silence` never answers. */
export type Fault = 'cut' | 'half' | 'silence' | { readonly status: number; readonly headers?: Readonly<Record<string, string>>; readonly body?: string };

export interface TedServerOptions {
  readonly notices: readonly ListedNotice[];
  /** Pages are no longer than this, whatever is asked for. */
  readonly pageSize?: number;
  /** Lists notices in their own order, whatever order is asked for. */
  readonly unsorted?: boolean;
  /** @param nth of all requests, from 0 */
  fault?(seen: Seen, nth: number): Fault | null;
  /** Changes what a page holds before it is sent. */
  page?(page: SearchPage, seen: Seen, nth: number): unknown;
}

export interface SearchPage {
  readonly notices: readonly Record<string, unknown>[];
  readonly totalNoticeCount: number;
  readonly iterationNextToken: string | null;
  readonly timedOut: boolean;
}

export interface TedServer {
  readonly address: string;
  readonly seen: readonly Seen[];
  /** All tokens given out so far are expired from now on. */
  expireTokens(): void;
  close(): Promise<void>;
}

const KEYS = new Set(['query', 'fields', 'page', 'limit', 'scope', 'checkQuerySyntax', 'paginationMode', 'onlyLatestVersions', 'iterationNextToken']);

export async function startTedServer(options: TedServerOptions): Promise<TedServer> {
  const seen: Seen[] = [];
  let age = 0;
  const server = createServer((request, response) => {
    void (async () => {
      const body = request.method === 'POST' ? JSON.parse((await buffer(request)).toString()) as SearchBody : null;
      const nth = seen.push({ path: request.url ?? '', headers: request.headers, search: body }) - 1;
      const one = seen[nth];
      if (one === undefined) return;
      const fault = options.fault?.(one, nth) ?? null;
      if (fault !== null) breakOff(response, fault);
      else if (body === null) sendNotice(response, one.path, options);
      else sendJson(response, ...searched(body, options, age, (page) => options.page?.(page, one, nth) ?? page));
    })();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    seen,
    expireTokens: () => { age += 1; },
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

function breakOff(response: ServerResponse, fault: Fault): void {
  if (fault === 'silence') return;
  if (fault === 'cut') response.destroy();
  else if (fault === 'half') {
    response.writeHead(200, { 'content-length': '100000' });
    response.write('{"notices": [', () => response.destroy());
  } else response.writeHead(fault.status, fault.headers).end(fault.body ?? '');
}

function sendJson(response: ServerResponse, status: number, value: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(typeof value === 'string' ? value : JSON.stringify(value));
}

const normal = (number: string): string => number.replace(/^0+(?=\d)/, '');

function sendNotice(response: ServerResponse, path: string, { notices }: TedServerOptions): void {
  const [, number] = /^\/en\/notice\/(\d+-\d{4})\/xml$/.exec(path) ?? [];
  const xml = notices.find((notice) => normal(notice.number) === number)?.xml ?? null;
  if (xml === null) response.writeHead(404, { 'content-type': 'text/html' }).end('<!DOCTYPE html><html><body>Not found</body></html>');
  else response.writeHead(200, { 'content-type': 'application/xml' }).end(xml);
}

function searched(body: SearchBody, { notices, pageSize = 250, unsorted = false }: TedServerOptions, age: number, change: (page: SearchPage) => unknown): [number, unknown] {
  const unknown = Object.keys(body).find((key) => !KEYS.has(key));
  if (unknown !== undefined) return [400, { message: `Unrecognized field "${unknown}"` }];
  if (body.fields.length === 0) return [400, { message: 'Validation error', error: [{ field: 'fields', message: 'must not be empty' }] }];
  if (body.limit > 250 || body.limit * body.fields.length > 10_000) return [400, { message: 'limit exceeds maximum allowed value (250)', error: { type: 'UNSUPPORTED_VALUE' } }];
  const found = matching(body.query, notices, unsorted);
  if (found === null) return [400, { message: 'Syntax error', error: { type: 'QUERY_SYNTAX_ERROR' } }];
  const at = readToken(body.iterationNextToken, age);
  if (typeof at === 'string') return [400, { message: 'Iteration token', error: { type: at } }];
  const end = at + Math.min(pageSize, body.limit);
  const page = found.slice(at, end).map(({ number, date }) => ({
    'publication-number': number, 'publication-date': `${date}+01:00`, links: { xml: { MUL: `https://ted.europa.eu/en/notice/${number}/xml` } },
  }));
  // A token comes with every page, also with the last and with the empty one behind it.
  return [200, change({ notices: page, totalNoticeCount: found.length, iterationNextToken: writeToken(end, age), timedOut: false })];
}

function writeToken(at: number, age: number): string {
  return Buffer.from(JSON.stringify({ at, age })).toString('base64url');
}

function readToken(token: string | undefined, age: number): number | 'EXPIRED_ITERATION_TOKEN' | 'INVALID_ITERATION_TOKEN' {
  if (token === undefined) return 0;
  try {
    const read = JSON.parse(Buffer.from(token, 'base64url').toString()) as { at: number; age: number };
    return read.age === age ? read.at : 'EXPIRED_ITERATION_TOKEN';
  } catch {
    return 'INVALID_ITERATION_TOKEN';
  }
}

/** The part of the expert search that is asked for here; null for anything else. */
function matching(query: string, notices: readonly ListedNotice[], unsorted: boolean): readonly ListedNotice[] | null {
  const [conditions = '', order = ''] = query.split(' SORT BY ');
  const tests = conditions.split(' AND ').map(readCondition);
  if (tests.includes(null) || !/^(?:publication-date)?$/.test(order)) return null;
  const found = notices.filter((notice) => tests.every((passes) => passes?.(notice)));
  return order === '' || unsorted ? found : found.toSorted((a, b) => a.date.localeCompare(b.date));
}

function readCondition(text: string): ((notice: ListedNotice) => boolean) | null {
  const [, field, list, day] = /^(buyer-country|classification-cpv|publication-date)(?: IN \(([A-Z0-9* ]+)\)|>=(\d{8}))$/.exec(text) ?? [];
  if (field === 'publication-date' && day !== undefined) return ({ date }) => date.replaceAll('-', '') >= day;
  const values = list?.split(' ');
  if (values === undefined || field === 'publication-date') return null;
  if (field === 'buyer-country') return ({ country = 'DNK' }) => values.includes(country);
  return ({ cpv = [] }) => cpv.some((code) => values.some((value) => (value.endsWith('*') ? code.startsWith(value.slice(0, -1)) : code === value)));
}
