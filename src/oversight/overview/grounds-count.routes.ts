import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Type, type Static } from 'typebox';
import { sendPage, type Serving } from '#register';
import { GROUND_CODES, type GroundCode } from './grounds.ts';
import { groundCountsCsv, groundCountsJson } from './grounds-count.files.ts';
import { renderGroundCounts } from './grounds-count.page.tsx';
import { countedClaims, countGrounds, GROUND_COUNTS, RESULTS, UNTOLD, type CountedClaim } from './grounds-count.ts';
import { overviewsFor } from './kept.ts';

const Query = Type.Object({
  ground: Type.Optional(Type.Unsafe<GroundCode>(Type.String({ enum: [...GROUND_CODES] }))),
  year: Type.Optional(Type.String({ pattern: String.raw`^(?:\d{4}|${UNTOLD})$` })),
  result: Type.Optional(Type.String({ enum: [...RESULTS, UNTOLD] })),
  overview: Type.Optional(Type.String({ maxLength: 100 })),
}, { additionalProperties: false });

/** The grounds that are given for buying without a tender, counted over all overviews. */
export function groundCountRoutes(app: FastifyInstance, serving: Serving): void {
  const all = async (request: FastifyRequest): Promise<readonly CountedClaim[]> => countedClaims(overviewsFor(serving, request, await serving.site(request)));
  const schema = { hide: true };
  app.get<{ Querystring: Static<typeof Query> }>(GROUND_COUNTS, { schema: { ...schema, querystring: Query }, config: { page: true } }, async (request, reply) => {
    const claims = await all(request);
    const { ground = null, year = null, result = null, overview = null } = request.query;
    return sendPage(reply, renderGroundCounts({ site: await serving.site(request), claims, counts: countGrounds(claims), query: { ground, year, result, overview } }));
  });
  app.get(`${GROUND_COUNTS}.csv`, { schema, config: { page: true } }, async (request, reply) => {
    const { lang } = await serving.site(request);
    return reply.type('text/csv; charset=utf-8').header('content-disposition', 'attachment; filename="begrundelser.csv"').send(groundCountsCsv(await all(request), lang));
  });
  app.get(`${GROUND_COUNTS}.json`, { schema, config: { page: true } }, async (request, reply) => {
    const claims = await all(request);
    return reply.type('application/json; charset=utf-8').header('content-disposition', 'attachment; filename="begrundelser.json"').send(`${JSON.stringify(groundCountsJson(claims, countGrounds(claims)), null, 1)}\n`);
  });
}
