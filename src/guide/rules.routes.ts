import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { VNode } from 'preact';
import type { Serving } from '#register';
import { renderDocument, type Site } from '#ui';
import { renderChain } from './chain.page.tsx';
import { renderRules } from './rules.page.tsx';
import { CHAIN_PAGE, GUIDE, renderStart, RULES_PAGE } from './start.page.tsx';

/** The pages that no question leads to: where to begin, the rules themselves, and a real chain of purchases. */
export function rulesRoutes(app: FastifyInstance, serving: Serving): void {
  const page = (path: string, render: (site: Site) => VNode): void => {
    app.get(path, { schema: { hide: true }, config: { page: true } }, async (request: FastifyRequest, reply) =>
      reply.type('text/html; charset=utf-8').send(renderDocument(render(await serving.site(request)))));
  };
  page(GUIDE, renderStart);
  page(RULES_PAGE, renderRules);
  page(CHAIN_PAGE, renderChain);
}
