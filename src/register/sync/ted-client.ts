/**
 * The search of TED (version 3) and the notices themselves, without a key.
 *
 * Documented (https://api.ted.europa.eu/api-v3.yaml, https://docs.ted.europa.eu/ODS/latest/reuse/search-api.html):
 * - POST /v3/notices/search with query, fields (not empty), limit (250 at most; limit times fields 10,000 at most), scope
 *   (LATEST, ACTIVE, ALL), paginationMode (PAGE_NUMBER up to 15,000 notices, ITERATION without end), onlyLatestVersions and
 *   iterationNextToken; the answer has notices, totalNoticeCount and iterationNextToken.
 * - In ITERATION mode all notices have come once a page brings none. The pages show the state of the first request; their token
 *   expires 24 hours after the next release of the Official Journal. Then, or when it is no token, the answer is 400 with
 *   EXPIRED_ITERATION_TOKEN or INVALID_ITERATION_TOKEN.
 * - A notice in XML: /en/notice/{publication-number}/xml (https://ted.europa.eu/en/simap/developers-corner-for-reusers).
 * - Before the portal of 2024: access denied for 24 hours after 500 GET requests in 6 minutes, and for 5 minutes after 666
 *   requests in one (https://ted.europa.eu/TED/misc/news.do, 1 March 2022). No other limits are published; one request a
 *   second stays below these.
 *
 * Assumed, as public clients report: a token still comes with the last page, so only an empty page ends a list; `timedOut` true
 * means that the list has holes; an invalid token can also give 500 (https://github.com/OP-TED/eForms-SDK/discussions/1391);
 * publication numbers may have leading zeros, dates a time zone (`2026-09-29+02:00`); a firewall in front answers with a web
 * page, 403 or 429.
 */
import { fail, isObject, ok, type Failure, type Json, type JsonObject, type Result } from '#base';
import { MANNERS, oddity, politeAsk, realNet, refusal, type Answer, type Ask, type Manners, type Net, type Trouble } from './polite.ts';

export interface TedNotice {
  /** The publication number without leading zeros: `123456-2024`. */
  readonly number: string;
  /** The day of publication (`YYYY-MM-DD`), or null when TED does not say. */
  readonly date: string | null;
}

export interface TedPage {
  readonly notices: readonly TedNotice[];
  /** How many notices the whole list has; null when TED does not say. */
  readonly total: number | null;
  readonly next: string | null;
}

/**
 * What a failure is to the one who asked. `stop`: ask nothing more now. `begin again`: the token is no longer good.
 * `missing`: this notice cannot be had. `doubtful`: neither can this one, but the fault may be the service's.
 */
export type Meaning = 'stop' | 'begin again' | 'missing' | 'doubtful';

export interface TedFailure {
  readonly means: Meaning;
  readonly failure: Failure;
}

export interface TedClient {
  search(query: string, token: string | null): Promise<Result<TedPage, TedFailure>>;
  /** The notice as published. */
  notice(number: string): Promise<Result<Buffer, TedFailure>>;
  /** Its public address. */
  address(number: string): string;
}

export interface TedOptions {
  /** Without a slash at the end. */
  readonly api: string;
  /** Where the notices lie, without a slash at the end. */
  readonly notices: string;
  /** Whom the service can write to about these requests. */
  readonly contact: string | null;
  readonly net?: Net;
  readonly manners?: Manners;
}

export const PAGE_NOTICES = 250;
const FIELDS = ['publication-number', 'publication-date'];
const LONGEST_PAGE = 32 * 1024 * 1024;
const LONGEST_NOTICE = 32 * 1024 * 1024;
/** Characters of what TED says of a request that it refuses. */
const LONGEST_SAYING = 300;

export function openTedClient({ api, notices, contact, net = realNet, manners = MANNERS }: TedOptions): TedClient {
  const ask = politeAsk(net, manners);
  const agent = { 'user-agent': `Torvet (register of public procurement${contact === null ? '' : `; ${contact.replaceAll(/[^\x21-\x7e]/g, '')}`})` };
  const address = (number: string): string => `${notices}/en/notice/${number}/xml`;
  return {
    address,
    search: (query, token) => search(ask, `${api}/v3/notices/search`, agent, query, token),
    notice: (number) => fetchNotice(ask, address(number), agent),
  };
}

async function search(ask: Ask, url: string, agent: Record<string, string>, query: string, token: string | null): Promise<Result<TedPage, TedFailure>> {
  const body = {
    query, fields: FIELDS, limit: PAGE_NOTICES, scope: 'ALL', paginationMode: 'ITERATION', onlyLatestVersions: false,
    ...(token === null ? {} : { iterationNextToken: token }),
  };
  const init = { method: 'POST', headers: { ...agent, 'content-type': 'application/json', accept: 'application/json' }, body: JSON.stringify(body) };
  const page = await ask({ url, init, longest: LONGEST_PAGE }, (answer) => readPage(url, answer));
  if (page.ok) return page;
  // The same query was answered without a token, so what is refused, also with a 500, is the token.
  const { status, outlook } = page.failure;
  const tokenIsOld = token !== null && status !== null && status >= 400 && status !== 429 && outlook !== 'closed';
  return fail({ means: tokenIsOld ? 'begin again' : 'stop', failure: page.failure });
}

function readPage(url: string, { status, body }: Answer): Result<TedPage, Trouble> {
  const answer = readJson(body);
  if (status !== 200) return fail(refusal(url, status, `HTTP ${status}${answer === null ? '' : `, ${JSON.stringify(answer).slice(0, LONGEST_SAYING)}`}`));
  if (answer === null) return fail(oddity(url, status, 'it is not JSON'));
  const { notices, totalNoticeCount: total, iterationNextToken: next, timedOut } = answer;
  if (timedOut === true) return fail(oddity(url, status, 'the search timed out, so notices would be missing'));
  if (!Array.isArray(notices)) return fail(oddity(url, status, 'it has no list of notices'));
  const read = (notices as readonly Json[]).map(readNotice);
  if (read.includes(null)) return fail(refusal(url, status, 'a notice has no publication number'));
  return ok({
    notices: read.filter((notice) => notice !== null),
    total: typeof total === 'number' ? total : null,
    next: typeof next === 'string' && next !== '' ? next : null,
  });
}

function readJson(body: Buffer): JsonObject | null {
  try {
    const value: unknown = JSON.parse(body.toString('utf8'));
    return isObject(value) ? value : null;
  } catch {
    return null;
  }
}

function readNotice(value: Json): TedNotice | null {
  if (!isObject(value)) return null;
  const number = noticeNumber(value['publication-number']);
  const date = value['publication-date'];
  const [day = null] = typeof date === 'string' ? (/^\d{4}-\d\d-\d\d/.exec(date) ?? []) : [];
  return number === null ? null : { number, date: day };
}

/** `00123456-2024` is `123456-2024`. */
function noticeNumber(value: Json | undefined): string | null {
  const [, number, year] = typeof value === 'string' ? (/^0*(\d+)-(\d{4})$/.exec(value) ?? []) : [];
  return number === undefined || year === undefined ? null : `${number}-${year}`;
}

async function fetchNotice(ask: Ask, url: string, agent: Record<string, string>): Promise<Result<Buffer, TedFailure>> {
  const notice = await ask({ url, init: { headers: { ...agent, accept: 'application/xml' } }, longest: LONGEST_NOTICE }, (answer) => readXml(url, answer));
  return notice.ok ? notice : fail({ means: meaningForNotice(notice.failure), failure: notice.failure });
}

/** Only "not there" and "too long" are said of the notice; all else may be said by a firewall, of every notice. */
function meaningForNotice({ status, outlook }: Trouble): Meaning {
  if (outlook === 'closed' || status === 429) return 'stop';
  return outlook === 'lasting' && [200, 404, 410].includes(status ?? 0) ? 'missing' : 'doubtful';
}

function readXml(url: string, { status, body }: Answer): Result<Buffer, Trouble> {
  if (status === 404 || status === 410) return fail(refusal(url, status, `the notice is listed but not there (HTTP ${status})`));
  if (status >= 300) return fail(refusal(url, status, `HTTP ${status}`));
  const start = body.subarray(0, 1000).toString('latin1').replace(/^(?:\u00ef\u00bb\u00bf)?\s*/, '');
  if (start === '') return fail(oddity(url, status, 'it is empty'));
  if (/^(?:<\?xml[^>]*>\s*)?<(?:!doctype\s+html|html)\b/i.test(start)) return fail(oddity(url, status, 'a web page came instead of the notice'));
  return ok(body);
}
