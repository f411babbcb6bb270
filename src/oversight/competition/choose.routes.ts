import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Static } from 'typebox';
import { sendPage, type Serving } from '#register';
import { SIDE_BY_SIDE } from './addresses.ts';
import { renderChoose } from './choose.page.tsx';
import { readChoose } from './choose.store.ts';
import { readCompetition } from './competition.store.ts';
import type { Asking } from './facts.ts';
import { named } from './named.ts';
import { renderNotReady } from './not-ready.page.tsx';
import { ChooseSchema, scopeOf, SideBySidePageSchema } from './query.schema.ts';
import { COMPETITION, scopeWord } from './scope.ts';
import { renderSideBySide } from './side-by-side.page.tsx';

type Compared = FastifyRequest<{ Querystring: Static<typeof SideBySidePageSchema> }>;

/** The choice of what is asked about, and two of it side by side. */
export function chooseRoutes(app: FastifyInstance, serving: Serving, asking: Asking): void {
  app.get<{ Querystring: Static<typeof ChooseSchema> }>(COMPETITION, { schema: { hide: true, querystring: ChooseSchema }, config: { page: true } }, async (request, reply) => {
    const [site, facts] = await Promise.all([serving.site(request), asking(request)]);
    if (facts === null) return sendPage(reply, renderNotReady(site));
    return sendPage(reply, renderChoose(site, await readChoose(serving.database(request), facts, request.query.q ?? '', null)));
  });
  const options = { schema: { hide: true, querystring: SideBySidePageSchema }, config: { page: true } };
  app.get<{ Querystring: Static<typeof SideBySidePageSchema> }>(SIDE_BY_SIDE, options, (request, reply) => answerSides(serving, asking, request, reply));
}

/** Both sides, or the choice of the second. Without a first there is nothing to compare yet. */
async function answerSides(serving: Serving, asking: Asking, request: Compared, reply: FastifyReply): Promise<FastifyReply> {
  const [site, facts] = await Promise.all([serving.site(request), asking(request)]);
  if (facts === null) return sendPage(reply, renderNotReady(site));
  const { a: first, b: second, q = '' } = request.query;
  if (first === undefined) return reply.redirect(site.href(COMPETITION), 302);
  const a = await named(facts, scopeOf(first, 'a'));
  const b = second === undefined ? null : await named(facts, scopeOf(second, 'b'));
  const same = b !== null && scopeWord(a) === scopeWord(b);
  if (b === null || same) return sendPage(reply, renderChoose(site, await readChoose(serving.database(request), facts, q, a), a, same));
  const [one, other] = await Promise.all([readCompetition(facts, a, a.name), readCompetition(facts, b, b.name)]);
  return sendPage(reply, renderSideBySide(site, { a: one, b: other }));
}
