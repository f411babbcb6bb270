import type { FastifyInstance } from 'fastify';
import type { Route } from './routes.ts';

export interface SeenRoute extends Route {
  /** Addresses of it that the site itself gives, without language and world, with their queries. */
  readonly addresses: readonly string[];
}

const PREFIX = /^(\/en)?(\/demo)?(?=[/?]|$)/;

/**
 * Walks through the pages by their links and keeps a few addresses of each route, so that whoever asks knows what there is to ask for.
 * @param worlds prefixes to begin at
 * @param most addresses of one route
 * @throws when a link leads nowhere
 */
export async function crawl(app: FastifyInstance, routes: readonly Route[], worlds: readonly string[], most: number): Promise<SeenRoute[]> {
  const seen = routes.map((route) => ({ ...route, addresses: [] as string[], pattern: patternOf(route.url) }));
  // Those without parameters first: "/udbud.csv" is no ocid.
  const ordered = seen.toSorted((one, other) => one.url.split(':').length - other.url.split(':').length);
  const queue = worlds.flatMap((world) => routes.filter(({ url }) => !url.includes(':')).map(({ url }) => (world + url).replace(/(.)\/$/, '$1')));
  const asked = new Set<string>();
  for (let url = queue.shift(); url !== undefined; url = queue.shift()) {
    const address = url.replace(PREFIX, '').replace(/^(?!\/)/, '/');
    const route = ordered.find(({ pattern }) => pattern.test(address.replace(/\?.*$/s, '')));
    const isFirst = !asked.has(url) && route !== undefined && (route.addresses.length < most || worlds.some((world) => url === world + route.url));
    asked.add(url);
    if (!isFirst) continue;
    route.addresses.push(address);
    if (/\.\w+$/.test(route.url)) continue;
    const answer = await app.inject(url);
    if (answer.statusCode >= 500 || answer.statusCode === 404) throw new Error(`${url} gave ${answer.statusCode}`);
    if (String(answer.headers['content-type']).startsWith('text/html')) queue.push(...linksOf(answer.body));
  }
  return seen;
}

function patternOf(url: string): RegExp {
  return new RegExp(`^${url.replaceAll('.', '\\.').replaceAll(/:\w+/g, '[^/]+')}$`);
}

function linksOf(html: string): string[] {
  return [...html.matchAll(/(?:href|action)="(\/[^"#]*)/g)].map(([, link = '']) => link.replaceAll('&amp;', '&'));
}
