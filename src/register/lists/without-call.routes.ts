import type { FastifyInstance } from 'fastify';
import type { Static } from 'typebox';
import { unwrap } from '#base';
import { ProcessSearchSchema, readPage, readProcessQuery } from '../query.schema.ts';
import { LIST_FORMATS, processListFile } from '../addresses.ts';
import { sendPage, type Serving } from '../serving.ts';
import { viewFile, WITHOUT_CALL } from './addresses.ts';
import { renderWithoutCall } from './without-call.page.tsx';
import { searchWithoutCall, withoutCall } from './without-call.store.ts';

type Search = Static<typeof ProcessSearchSchema>;

/** What was bought without a call for competition. It is a search of processes: its files, its feed and its API are theirs. */
export function withoutCallRoutes(app: FastifyInstance, serving: Serving): void {
  const options = { schema: { hide: true, querystring: ProcessSearchSchema }, config: { page: true } };
  app.get<{ Querystring: Search }>(WITHOUT_CALL, options, async (request, reply) => {
    const found = unwrap(await searchWithoutCall(serving.database(request), serving.clock, readProcessQuery(request.query), readPage(request.query)));
    return sendPage(reply, renderWithoutCall(await serving.site(request), found));
  });
  for (const format of [...LIST_FORMATS, 'atom'] as const) {
    app.get<{ Querystring: Search }>(viewFile(WITHOUT_CALL, {}, {}, format), options, async (request, reply) => {
      const site = await serving.site(request);
      return reply.redirect(site.href(processListFile(withoutCall(readProcessQuery(request.query)), format)), 302);
    });
  }
}
