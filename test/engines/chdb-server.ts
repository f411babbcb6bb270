/**
 * As much of ClickHouse's HTTP interface as `TORVET_CLICKHOUSE_URL` uses, over the engine in this process: the statement in the body,
 * settings, parameters and the session in the address. The engine is ClickHouse's; the server around it is not.
 */
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { openSession, type ChdbSession } from './chdb.ts';

/** What stands in the address and is no setting. */
const NOT_SETTINGS = new Set(['query', 'query_id', 'session_id', 'session_timeout', 'session_check', 'close_session', 'database', 'role', 'default_format', 'wait_end_of_query', 'enable_http_compression', 'compress']);

export interface ChdbServer {
  readonly url: string;
  /** Sessions that were named and not closed. */
  readonly sessions: ReadonlyMap<string, unknown>;
  close(): Promise<void>;
}

export async function startChdbServer(): Promise<ChdbServer> {
  const sessions = new Map<string, ChdbSession>();
  const answer = async (request: http.IncomingMessage, response: http.ServerResponse): Promise<void> => {
    const body = await text(request);
    const given = new URL(request.url ?? '/', 'http://localhost').searchParams;
    const id = given.get('session_id') ?? '';
    const chdb = sessions.get(id) ?? openSession();
    sessions.set(id, chdb);
    const { status, said } = answerTo(chdb, given, (given.get('query') ?? '') + body);
    if (given.get('close_session') === '1') {
      chdb.cleanup();
      sessions.delete(id);
    }
    response.writeHead(status, { 'content-type': 'text/plain; charset=UTF-8', ...(status === 200 ? {} : { 'x-clickhouse-exception-code': /Code: (\d+)/.exec(said)?.[1] ?? '0' }) }).end(said);
  };
  const server = http.createServer((request, response) => void answer(request, response));
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve); });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, sessions,
    close: () => new Promise((resolve) => {
      server.closeAllConnections();
      server.close(() => resolve());
    }),
  };
}

function answerTo(chdb: ChdbSession, given: URLSearchParams, sql: string): { readonly status: number; readonly said: string } {
  try {
    for (const [name, value] of given) if (!NOT_SETTINGS.has(name)) chdb.query(`set ${name} = '${value.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`, 'Null');
    return { status: 200, said: chdb.query(sql, 'TabSeparated') };
  } catch (error) {
    return { status: 500, said: String(error instanceof Error ? error.message : error).replace(/^Query failed: /, '') };
  }
}
