import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { sendPage, type Serving } from '../serving.ts';
import { CATALOG_FILES, renderCatalog } from './catalog.page.tsx';
import { catalogOf } from './dcat.ts';
import { preferred } from './preferred.ts';
import { jsonLdOf, turtleOf } from './rdf.ts';

type Kind = keyof typeof CATALOG_FILES;

/** What is published, for people and for other catalogues: one address that answers in the form that is asked for, and one for each form. */
export function catalogRoutes(app: FastifyInstance, serving: Serving): void {
  const options = { schema: { hide: true }, config: { page: true } };
  const send = async (kind: Kind, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    const things = catalogOf(await serving.site(request), serving.url);
    const text = kind === 'text/turtle' ? turtleOf(things) : JSON.stringify(jsonLdOf(things), null, 1);
    return reply.type(`${kind}; charset=utf-8`).send(text);
  };
  app.get('/catalog', options, async (request, reply) => {
    void reply.header('vary', 'accept');
    const kind = preferred(request.headers.accept, ['application/ld+json', 'application/json', 'text/turtle', 'text/html']);
    if (kind === 'text/html') return sendPage(reply, renderCatalog(await serving.site(request)));
    return send(kind === 'text/turtle' ? kind : 'application/ld+json', request, reply);
  });
  for (const [kind, path] of Object.entries(CATALOG_FILES) as [Kind, string][]) {
    app.get(path, options, async (request, reply) => send(kind, request, reply));
  }
}
