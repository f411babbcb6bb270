/** What a server of the pages of bids is made of in a test: who asks stands in a header, the rest is real. */
import type { FastifyRequest } from 'fastify';
import { intakeRoutes } from '#intake';
import { bidRights, type MarketServing } from '#market';
import type { Actor } from '#people';
import { Page, renderDocument, siteOf, type Site } from '#ui';
import { intakeOf } from './opening.ts';
import type { Buying } from './purchases.ts';

export const WHO = 'x-person';

export function bidServing(own: Buying, actors: readonly Actor[], scripts: (request: FastifyRequest) => Promise<NonNullable<Site['scripts']>>): MarketServing {
  return {
    market: () => own.market,
    actor: async ({ headers }) => actors.find(({ user }) => user === headers[WHO]) ?? null,
    site: async (request) => siteOf({
      lang: 'da', world: 'register', path: request.url, origin: null, hasOtherWorld: false, updatedAt: null, navigation: [], publisher: { name: 'Test', email: null }, scripts: await scripts(request),
    }),
  };
}

/** The addresses of intake, beside the pages of the market place. */
export async function addIntake(app: Parameters<typeof intakeRoutes>[0], own: Buying, serving: MarketServing): Promise<void> {
  await intakeRoutes<Site>(app, {
    clock: own.market.clock, intake: () => intakeOf(own), actor: (request) => serving.actor(request), site: (request) => serving.site(request),
    rights: async (request, action, subject) => bidRights(own.market, await serving.actor(request), action, subject),
    frame: (site, { title, body }) => renderDocument(Page({ site, title, children: body })),
  });
}
