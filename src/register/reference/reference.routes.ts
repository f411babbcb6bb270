import type { FastifyInstance } from 'fastify';
import { sendPage, type Serving } from '../serving.ts';
import { readApiExample } from './example.store.ts';
import { operationsOf, type ApiDocument } from './operations.ts';
import { renderReference } from './reference.page.tsx';

/** The API as a page, from the very document that describes it to machines. */
export function referenceRoutes(app: FastifyInstance, serving: Serving): void {
  app.get('/api', { schema: { hide: true }, config: { page: true } }, async (request, reply) => {
    const document = app.swagger() as unknown as ApiDocument;
    const [site, example] = await Promise.all([serving.site(request), readApiExample(serving.database(request))]);
    return sendPage(reply, renderReference(site, { operations: operationsOf(document, example), problem: document.components?.schemas?.['Problem']?.properties ?? {}, rate: serving.rate }));
  });
}
