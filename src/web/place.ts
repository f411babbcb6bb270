import type { IncomingMessage } from 'node:http';
import type { Language } from '#base';

/** Where an address points before the routes see it: `/en/demo/udbud?q=x` is `/udbud?q=x` in English, in the demo world. */
export interface Place {
  readonly lang: Language;
  /** False: the world that is the default just now. */
  readonly demo: boolean;
  /** The address without the prefixes, with its query. */
  readonly path: string;
}

const PREFIX = /^(\/en)?(\/demo)?(?=[/?]|$)/;
const places = new WeakMap<IncomingMessage, Place>();

/** Reads language and world off the address, so that every route is written once. */
export function readPlace(url: string): Place {
  const [prefix = '', lang, demo] = PREFIX.exec(url) ?? [];
  // One slash: two would make a link to this page, in the other language, a link to another host.
  const path = `/${url.slice(prefix.length).replace(/^[/\\]+/, '')}`;
  return { lang: lang === undefined ? 'da' : 'en', demo: demo !== undefined, path };
}

/** For Fastify's `rewriteUrl`. */
export function rewriteUrl(request: IncomingMessage): string {
  const place = readPlace(request.url ?? '/');
  places.set(request, place);
  return place.path;
}

export function placeOf(request: IncomingMessage): Place {
  return places.get(request) ?? { lang: 'da', demo: false, path: request.url ?? '/' };
}
