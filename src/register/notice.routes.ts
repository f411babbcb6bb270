import type { FastifyInstance } from 'fastify';
import { Type, type Static } from 'typebox';
import { FailureError } from '#base';
import { noticeAddress, originalAddress, PROCESSES } from './addresses.ts';
import { sendOn } from './moved.ts';
import { renderNotice } from './notice.page.tsx';
import { isPlace, readNoticePage, readOriginal } from './notice.store.ts';
import { ocidParameter, releaseKeyParameter } from './query.schema.ts';
import { notFound, sendPage, type Serving } from './serving.ts';

const Name = Type.Object({ ocid: Type.String({ minLength: 1, maxLength: 3000 }), name: Type.String({ minLength: 1, maxLength: 3000 }) });
const Key = Type.Object({ ocid: ocidParameter, key: releaseKeyParameter });

/** The page of each notice, and the notice as it was published. */
export function noticeRoutes(app: FastifyInstance, serving: Serving): void {
  app.get<{ Params: Static<typeof Name> }>(`${PROCESSES}/:ocid/bekendtgoerelse/:name`, { schema: { hide: true, params: Name }, config: { page: true } }, async (request, reply) => {
    const { ocid, name } = request.params;
    const found = await readNoticePage(serving.database(request), ocid, name);
    if (found === null) throw unknownNotice();
    const site = await serving.site(request);
    // Not for good: a notice moves when another joins its process to an older one.
    return isPlace(found) ? reply.redirect(site.href(noticeAddress(found.ocid, found.name)), 302) : sendPage(reply, renderNotice(site, found));
  });
  app.get<{ Params: Static<typeof Key> }>('/api/v1/processes/:ocid/releases/:key/original.xml', {
    schema: {
      summary: 'The notice that a release was read from, in XML', tags: ['processes'], params: Key,
      response: { 200: Type.Unknown({ description: 'The notice as published, to the letter unless it names persons (contact points, signatories, beneficial owners, sole traders), who are masked.' }) },
    },
  }, async (request, reply) => {
    const original = await readOriginal(serving.database(request), request.params.ocid, request.params.key);
    if (original === null) {
      const { key } = request.params;
      return sendOn(serving, request, reply, { address: (now, site) => site.dataHref(originalAddress(now, key)), otherwise: unknownNotice() });
    }
    return reply.type('application/xml').header('content-disposition', `attachment; filename="notice-${request.params.key}.xml"`).send(original);
  });
}

function unknownNotice(): FailureError {
  return new FailureError(notFound('The register holds no such notice.', 'The notices of a process stand on its page, and in /api/v1/processes/{ocid}.'));
}
