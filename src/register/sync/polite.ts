/** Requests to a service that others use too: never faster than a pace, again only after waiting, never more than is asked for. */
import { setTimeout } from 'node:timers/promises';
import { fail, ok, systemClock, type Clock, type Failure, type Result } from '#base';

/** What reaches the outside: handed in, so that tests need neither net nor time. */
export interface Net {
  readonly fetch: typeof fetch;
  readonly sleep: (milliseconds: number) => Promise<unknown>;
  readonly clock: Clock;
  /** From 0 up to 1. */
  readonly random: () => number;
}

export const realNet: Net = { fetch, sleep: (milliseconds) => setTimeout(milliseconds), clock: systemClock, random: Math.random };

export interface Manners {
  /** Milliseconds from the start of one request to the start of the next, whatever comes between. */
  readonly pause: number;
  /** How often one thing is asked for before it is given up. */
  readonly tries: number;
  /** Milliseconds of the first wait after a failure; each further wait is twice as long, and up to half as much longer by chance. */
  readonly wait: number;
  /** Milliseconds beyond which a service that asks for patience is left alone instead. */
  readonly longestWait: number;
  /** Milliseconds until an answer must be whole. */
  readonly timeout: number;
}

export const MANNERS: Manners = { pause: 1000, tries: 5, wait: 1000, longestWait: 15 * 60_000, timeout: 60_000 };

export interface Answer {
  readonly status: number;
  readonly body: Buffer;
}

/** Why there is no answer that can be used. */
export interface Trouble extends Failure {
  /** null: nothing came back. */
  readonly status: number | null;
  /** `passing`: worth asking again. `lasting`: this will not come. `closed`: nothing will, and asking makes it worse. */
  readonly outlook: 'passing' | 'lasting' | 'closed';
  /** Milliseconds that the service asks to wait. */
  readonly wait?: number;
}

export interface Request {
  readonly url: string;
  readonly init?: Omit<RequestInit, 'signal'>;
  /** Bytes; a longer answer is not read to its end. */
  readonly longest: number;
}

/** Asks, and asks again while the trouble may pass. `read` judges an answer that came whole and is not the service's own trouble. */
export type Ask = <T>(request: Request, read: (answer: Answer) => Result<T, Trouble>) => Promise<Result<T, Trouble>>;

export function politeAsk(net: Net, manners: Manners = MANNERS): Ask {
  const turn = turns(net, manners.pause);
  return async (request, read) => {
    for (let tried = 1; ; tried += 1) {
      await turn();
      const answer = await once(net, manners, request);
      const result = answer.ok ? read(answer.value) : answer;
      if (result.ok || result.failure.outlook !== 'passing') return result;
      if (tried >= manners.tries) return fail({ ...result.failure, message: `${result.failure.message} So it went ${tried} times.` });
      const wait = Math.max(result.failure.wait ?? 0, manners.wait * 2 ** (tried - 1) * (1 + net.random() / 2));
      if (wait > manners.longestWait) return fail(tooLong(result.failure, wait));
      await net.sleep(wait);
    }
  };
}

/** Waits until the pause after the request before is over. A clock that is set back costs one pause, not more. */
function turns({ clock, sleep }: Net, pause: number): () => Promise<void> {
  let next = -Infinity;
  return async () => {
    const left = next - clock.now().epochMilliseconds;
    if (left > 0) await sleep(Math.min(left, pause));
    next = clock.now().epochMilliseconds + pause;
  };
}

async function once(net: Net, { timeout }: Manners, { url, init, longest }: Request): Promise<Result<Answer, Trouble>> {
  let response: Response;
  let body: Buffer | null;
  try {
    response = await net.fetch(url, { ...init, signal: AbortSignal.timeout(timeout) });
    body = await bodyOf(response, longest);
  } catch (error) {
    return fail(silence(url, error));
  }
  const { status, headers } = response;
  if (status === 429 || status === 408 || status >= 500) return fail(busy(url, status, patience(headers.get('retry-after'), net.clock)));
  if (status === 403) return fail(denied(url));
  if (body === null) return fail(refusal(url, status, `the answer is longer than ${Math.round(longest / 1e6)} MB`));
  return ok({ status, body });
}

/** null when there is more than is wanted. */
async function bodyOf(response: Response, longest: number): Promise<Buffer | null> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of response.body ?? []) {
    bytes += chunk.length;
    // Leaving the loop lets go of the rest.
    if (bytes > longest) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** Milliseconds in a `Retry-After`: seconds, or a date. @see RFC 9110, section 10.2.3 */
function patience(header: string | null, clock: Clock): number {
  if (header === null) return 0;
  if (/^\s*\d+\s*$/.test(header)) return Number(header) * 1000;
  const date = Date.parse(header);
  return Number.isNaN(date) ? 0 : Math.max(0, date - clock.now().epochMilliseconds);
}

/** An answer that asking again would not change. */
export function refusal(url: string, status: number, why: string): Trouble {
  return {
    kind: 'unavailable', status, outlook: 'lasting', message: `${place(url)} gave no answer that can be used: ${why}.`,
    help: 'Look at the address, and whether the service has changed.',
  };
}

/** An answer that should have been another, and may be the next time. */
export function oddity(url: string, status: number, why: string): Trouble {
  return { ...refusal(url, status, why), outlook: 'passing', help: 'Try again later; what was taken stays.' };
}

function denied(url: string): Trouble {
  return {
    kind: 'unavailable', status: 403, outlook: 'closed', message: `${place(url)} denies access (HTTP 403).`,
    help: 'That is the answer to too many requests from one address, for up to 24 hours. Try again then; what was taken stays.',
  };
}

function busy(url: string, status: number, wait: number): Trouble {
  const why = status === 429 ? 'asks for fewer requests' : 'cannot answer now';
  return { kind: 'unavailable', status, outlook: 'passing', wait, message: `${place(url)} ${why} (HTTP ${status}).`, help: 'Try again later; what was taken stays.' };
}

function tooLong(trouble: Trouble, wait: number): Trouble {
  const minutes = Math.ceil(wait / 60_000);
  return { ...trouble, outlook: 'closed', message: `${trouble.message} It asks to be left alone for ${minutes} minutes.`, help: `Try again in ${minutes} minutes; what was taken stays.` };
}

const REASONS: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'nothing answers there',
  ENOTFOUND: 'the name is not known on this network',
  EAI_AGAIN: 'the name cannot be looked up now',
  ECONNRESET: 'the connection was cut',
  UND_ERR_SOCKET: 'the connection was cut',
  TimeoutError: 'the answer did not come in time',
};

function silence(url: string, error: unknown): Trouble {
  const { name, message, cause } = error as Error & { cause?: { code?: string; message?: string } };
  const reason = REASONS[cause?.code ?? name] ?? cause?.code ?? cause?.message ?? message;
  return {
    kind: 'unavailable', status: null, outlook: 'passing', message: `${place(url)} cannot be reached: ${reason}.`,
    help: 'Look at the network of this machine (a proxy is used with NODE_USE_ENV_PROXY=1 and HTTPS_PROXY), and try again; what was taken stays.',
  };
}

function place(url: string): string {
  const { origin, pathname } = new URL(url);
  return origin + pathname;
}
