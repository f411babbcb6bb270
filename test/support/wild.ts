/** Requests as anybody may send them: what the schemas of the routes ask for, what is nearly that, and what is nothing like it. */
import * as fc from 'fast-check';
import type { SeenRoute } from './crawl.ts';
import type { ParameterSchema } from './routes.ts';

export interface WildRequest {
  readonly method: 'GET' | 'HEAD' | 'OPTIONS';
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** What readers type, and what those type who want to see something break. */
export const SEARCHES = [
  '', ' ', 'system', 'kommune', '"', '"drift af', "'--", 'or', '- -', '-system', '(((', ':*', '&|!', '<->', '\\', '%', '_', '<script>alert(1)</script>', '$1', 'x²', '½', '😀', '👩‍👩‍👧', '\u{1F1E9}\u{1F1F0}',
  '\u202eשלום', 'مرحبا', '招标', 'a\u0301', '\u0000', 'a\u0000b', '\u2028', '\u{10FFFF}', 'null', '__proto__', 'constructor', 'a'.repeat(500), 'ord '.repeat(125), 'å'.repeat(10_000), '😀'.repeat(250), "o'brien", '1e999',
] as const;

const ODD = [
  '0', '-1', '1', '101', '1e3', '0x10', '1.5', ' 7', '٣', '9'.repeat(30), '2026', '0000', '9999', '99999', '-0001', '2026-02-31', 'unknown', 'UNKNOWN', 'yes', 'no', 'true', 'DKK', 'XXX', '72', '72000000-5', '7', '00', '72222300-0-0',
  'cpv:72', 'cpv:99', 'cpv:', 'DK-CVR-', '..', '../../etc/passwd', '/', '//evil.example', '\\', '?', '#', ';', '@', '[]', '{"a":1}', '\ud800', '\ufeff', 'toString', '-infinity',
];
/** As they stand in an address: what no encoder writes. */
const BROKEN = ['%', '%%', '%0', '%zz', '%ff', '%c0%af', '%ed%a0%80', '%00', '%2e%2e%2f', '%2F', '%5C', '%252e', '+', '..', '.', ';', '%F0%9F%98', '%0d%0aSet-Cookie:x=1', '%E2%80%AE'];
const PREFIXES = ['', '', '/en', '/demo', '/en/demo', '/demo/en', '/EN', '/en/', '//'];
/** Whole queries. */
const QUERIES = ['?', '?&', '?&&=&', '?=', '?q', '?q=&q=', `?${'q=a&'.repeat(500)}`, `?${'x=1&'.repeat(2000)}`, '?q[]=a', '?q[a]=b', '?__proto__=1', '?__proto__[x]=1', '?constructor=1', '?utm_source=x', '?limit=1&limit=2', '??q=a', '?q=a?q=b'];
const HEADERS: Readonly<Record<string, readonly string[]>> = {
  accept: ['text/html', 'application/json', '*/*', 'text/turtle', 'x', '', 'text/html;q=0', '*/*;q=NaN', ',,;q=', 'text/html,'.repeat(400)],
  'accept-language': ['da', 'en', 'xx;q=9', '*', 'da-DK,da;q=0.9', ';;;', '\u00e6\u00ff', 'a'.repeat(5000)],
  'accept-encoding': ['gzip', 'br;q=0', 'x', '*'],
  range: ['bytes=0-', 'bytes=-5', 'bytes=9-1', 'bytes=0-0,5-9', `bytes=${'9'.repeat(30)}-`, 'bytes=a-b', 'items=1-2', 'bytes=0-,'.repeat(500)],
  'if-none-match': ['*', '"x"', 'W/"x"', '"', ',,,', '"x",'.repeat(1000)],
  'if-range': ['"x"', 'yesterday'],
  'if-modified-since': ['yesterday', 'Thu, 01 Jan 1970 00:00:00 GMT'],
  host: ['evil.example', 'localhost:99999', '[::1', '', 'a b', 'a'.repeat(1000)],
  'x-forwarded-host': ['evil.example'],
  'x-request-id': ['<script>', 'abcdefgh'],
};

const odd = fc.oneof(fc.constantFrom(...SEARCHES), fc.constantFrom(...ODD), fc.string({ unit: 'binary', maxLength: 20 }), fc.string({ unit: 'grapheme', minLength: 200, maxLength: 400 }));

/** Cut, stretched, changed by a letter, or as it was. */
function nearly(text: fc.Arbitrary<string>): fc.Arbitrary<string> {
  return fc.tuple(text, fc.nat(), fc.constantFrom('cut', 'begin', 'upper', 'letter', 'twice', 'space', 'nul')).map(([known, at, how]) => {
    const place = at % (known.length + 1);
    switch (how) {
      case 'cut': return known.slice(0, place);
      case 'begin': return known.slice(place);
      case 'upper': return known.toUpperCase();
      case 'letter': return `${known.slice(0, place)}x${known.slice(place + 1)}`;
      case 'twice': return known + known;
      case 'space': return ` ${known} `;
      default: return `${known}\u0000`;
    }
  });
}

function encoded(text: fc.Arbitrary<string>): fc.Arbitrary<string> {
  return text.map((given) => encodeURIComponent(given.toWellFormed()));
}

/** What the site itself has said: values of parameters by their names, and the parts of its addresses. */
interface Known {
  readonly values: ReadonlyMap<string, readonly string[]>;
  readonly parts: readonly string[];
}

function knownOf(routes: readonly SeenRoute[]): Known {
  const values = new Map<string, string[]>();
  const parts = new Set<string>();
  for (const { url, addresses } of routes) {
    for (const address of addresses) {
      const [path = '', query = ''] = address.split('?');
      for (const [name, value] of new URLSearchParams(query)) values.set(name, [...(values.get(name) ?? []), value]);
      if (url.includes(':')) for (const part of path.split('/').slice(2)) parts.add(decodeURIComponent(part));
    }
  }
  return { values, parts: [...parts] };
}

function fitting(name: string, schema: ParameterSchema, known: Known): fc.Arbitrary<string> {
  if (schema.type === 'array' && schema.items !== undefined) return fitting(name, schema.items, known);
  if (schema.enum !== undefined) return fc.constantFrom(...schema.enum);
  const { minimum = 0, maximum = 100 } = schema;
  if (schema.type === 'integer') return fc.integer({ min: minimum - 1, max: maximum + 1 }).map(String);
  return fc.constantFrom(...(known.values.get(name) ?? []), ...known.parts);
}

function queryOf(route: SeenRoute, known: Known): fc.Arbitrary<string> {
  const declared = Object.entries(route.query);
  const others = [...known.values.keys(), 'x'];
  const pairs = declared.map(([name, schema]) => {
    const value = fitting(name, schema, known);
    return fc.oneof({ weight: 5, arbitrary: encoded(value) }, { weight: 2, arbitrary: encoded(nearly(value)) }, { weight: 4, arbitrary: encoded(odd) }, { weight: 1, arbitrary: fc.constantFrom(...BROKEN) }).map((given) => `${name}=${given}`);
  });
  const stray = fc.tuple(fc.oneof(fc.constantFrom(...others), encoded(odd)), encoded(odd)).map(([name, given]) => `${name}=${given}`);
  const pair = fc.oneof(...pairs.map((arbitrary) => ({ weight: 8, arbitrary })), { weight: pairs.length === 0 ? 1 : pairs.length, arbitrary: stray });
  const written = fc.array(pair, { maxLength: 5, size: 'max' }).map((given) => (given.length === 0 ? '' : `?${given.join('&')}`));
  return fc.oneof({ weight: 12, arbitrary: written }, { weight: 1, arbitrary: fc.constantFrom(...QUERIES) });
}

function pathOf(route: SeenRoute, known: Known): fc.Arbitrary<string> {
  if (!route.url.includes(':')) return fc.oneof({ weight: 20, arbitrary: fc.constant(route.url) }, { weight: 1, arbitrary: fc.constantFrom(`${route.url}/`, `/${route.url}`, `${route.url}/x`, `${route.url}%00`, route.url.toUpperCase()) });
  const part = fc.constantFrom(...known.parts);
  const segment = fc.oneof({ weight: 3, arbitrary: encoded(part) }, { weight: 2, arbitrary: encoded(nearly(part)) }, { weight: 2, arbitrary: encoded(odd) }, { weight: 1, arbitrary: fc.constantFrom(...BROKEN) });
  const made = fc.tuple(...route.url.split('/').map((name) => (name.startsWith(':') ? segment : fc.constant(name)))).map((parts) => parts.join('/'));
  const own = route.addresses.map((address) => address.replace(/\?.*$/s, ''));
  return own.length === 0 ? made : fc.oneof({ weight: 1, arbitrary: fc.constantFrom(...own) }, { weight: 2, arbitrary: made });
}

/** Requests to all of the routes, more of them to those that can be asked more. */
export function wildRequests(routes: readonly SeenRoute[]): fc.Arbitrary<WildRequest> {
  const known = knownOf(routes);
  const headers = fc.record(Object.fromEntries(Object.entries(HEADERS).map(([name, values]) => [name, fc.constantFrom(...values)])), { requiredKeys: [] })
    .map((given) => Object.fromEntries(Object.entries(given).flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const]))));
  const some = fc.oneof({ weight: 1, arbitrary: fc.constant({}) }, { weight: 2, arbitrary: headers });
  return fc.oneof(...routes.map((route) => ({ weight: 1 + 2 * Math.min(4, Object.keys(route.query).length + route.url.split(':').length - 1), arbitrary: fc.record({
    method: fc.constantFrom('GET', 'GET', 'GET', 'GET', 'GET', 'HEAD', 'OPTIONS'),
    url: fc.tuple(fc.constantFrom(...PREFIXES), pathOf(route, known), queryOf(route, known)).map((parts) => parts.join('')),
    headers: some,
  }) })));
}

/** Each parameter of each page and of each address of the API alone, with values that fit it: what chance may leave out. */
export function singleRequests(routes: readonly SeenRoute[]): WildRequest[] {
  const { values } = knownOf(routes);
  return routes.filter(({ url }) => !/[:.]/.test(url)).flatMap(({ url, query }) => Object.entries(query).flatMap(([name, schema]) => {
    const fitting = new Set([...(schema.enum ?? []), ...(values.get(name) ?? []).slice(0, 2), schema.type === 'integer' ? '7' : 'system']);
    return [...fitting].map((value): WildRequest => ({ method: 'GET', url: `${url}?${name}=${encodeURIComponent(value)}`, headers: {} }));
  }));
}
