/** The pages of a market place on a server of their own: who asks stands in a header, for nobody logs in here. */
import fastify, { type FastifyInstance } from 'fastify';
import { FailureError, type Language } from '#base';
import { marketRoutes, WITHOUT_SCANNER } from '#market';
import type { Actor } from '#people';
import { siteOf } from '#ui';
import type { TestMarket } from './market.ts';

export interface MarketPages {
  readonly app: FastifyInstance;
  /** The page at a path as this actor sees it; null: nobody is logged in. */
  page(path: string, actor?: Actor | null, lang?: Language): Promise<{ readonly status: number; readonly html: string }>;
}

export async function marketPagesOf(market: TestMarket): Promise<MarketPages> {
  const app = fastify({ ajv: { customOptions: { keywords: ['form'], formats: { decimal: true, 'local-minute': true } } } });
  app.setErrorHandler((error, _request, reply) => reply.code(error instanceof FailureError && error.failure.kind === 'not-found' ? 404 : 500).send(String(error)));
  const actors = new Map<string, Actor>();
  marketRoutes(app, {
    market: () => market,
    actor: async (request) => actors.get(String(request.headers['x-person'])) ?? null,
    site: async (request) => siteOf({
      lang: request.headers['x-lang'] === 'en' ? 'en' : 'da', world: 'register', path: request.url.split('?')[0] ?? '', origin: null, hasOtherWorld: false, updatedAt: null, navigation: [],
      publisher: { name: 'Torvet', email: null },
    }),
  }, WITHOUT_SCANNER);
  await app.ready();
  return {
    app,
    page: async (path, actor = null, lang = 'da') => {
      if (actor !== null) actors.set(actor.user, actor);
      const { statusCode, body } = await app.inject({ url: path, headers: { 'x-lang': lang, ...(actor === null ? {} : { 'x-person': actor.user }) } });
      return { status: statusCode, html: body };
    },
  };
}
