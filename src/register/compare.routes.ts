import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Static } from 'typebox';
import { FailureError } from '#base';
import { COMPARE, compareAddress } from './addresses.ts';
import { renderCompareChoose } from './compare-choose.page.tsx';
import { compareTexts } from './compare-parts.tsx';
import { compareRows } from './compare.ts';
import { renderComparison } from './compare.page.tsx';
import { findTarget, readChoice, readComparison, readExamples } from './compare.store.ts';
import { CompareSchema, type CompareQuery, type ComparisonView } from './compare.view.ts';
import { COMPARE_COLUMNS, type CompareFileRow } from './export/compare-columns.ts';
import { listFiles } from './export/list-files.ts';
import { CompareDataSchema, ComparePageSchema, readCompareQuery } from './query.schema.ts';
import { notFound, sendPage, type Serving } from './serving.ts';

type Asked = FastifyRequest<{ Querystring: Static<typeof ComparePageSchema> }>;

/** Two sides next to each other: the page, its file, and the API. */
export function compareRoutes(app: FastifyInstance, serving: Serving): void {
  const options = { schema: { hide: true, querystring: ComparePageSchema }, config: { page: true } };
  app.get<{ Querystring: Static<typeof ComparePageSchema> }>(COMPARE, options, (request, reply) => answerPage(serving, request, reply));
  listFiles<CompareQuery, CompareFileRow>(app, serving, {
    path: COMPARE, name: 'sammenligning', title: { da: compareTexts.da.title, en: compareTexts.en.title }, querystring: ComparePageSchema, columns: COMPARE_COLUMNS,
    read: (given) => readCompareQuery(given as Static<typeof ComparePageSchema>),
    address: compareAddress,
    find: async (request, query) => {
      const view = await exactly(serving, request, query);
      const rows = compareRows(view).map((row) => ({ view, row }));
      return { total: rows.length, groups: () => once(rows) };
    },
  });
  app.get<{ Querystring: Static<typeof CompareDataSchema> }>('/api/v1/compare', {
    schema: { summary: 'Two organisations or fields side by side', tags: ['organisations'], querystring: CompareDataSchema, response: { 200: CompareSchema } },
  }, async (request) => exactly(serving, request, { ...readCompareQuery({ a: request.query.a, b: request.query.b }), as: request.query.as ?? null }));
}

async function* once<Row>(rows: readonly Row[]): AsyncGenerator<readonly Row[]> {
  yield rows;
}

/** The comparison, or the choice of what is not yet clear. What was typed and found goes on to its lasting address. */
async function answerPage(serving: Serving, request: Asked, reply: FastifyReply): Promise<FastifyReply> {
  const db = serving.database(request);
  const query = readCompareQuery(request.query);
  const [a, b, site] = await Promise.all([readChoice(db, query.a), readChoice(db, query.b), serving.site(request)]);
  const found = { ...query, a: a.target?.side ?? a.text, b: b.target?.side ?? b.text };
  if (found.a !== query.a || found.b !== query.b) return reply.redirect(site.href(compareAddress(found)), 302);
  const same = a.target !== null && a.target.side === b.target?.side;
  if (a.target !== null && b.target !== null && !same) return sendPage(reply, renderComparison(site, await readComparison(db, serving.clock, a.target, b.target, query.as)));
  const open = same ? { text: '', target: null, matches: [] } : b;
  return sendPage(reply, renderCompareChoose(site, { a, b: open, as: query.as, same, examples: await readExamples(db) }));
}

/** For programs, which name both sides as the register does. @throws FailureError when one is unknown, or both are the same */
async function exactly(serving: Serving, request: FastifyRequest, { a, b, as }: CompareQuery): Promise<ComparisonView> {
  const db = serving.database(request);
  const [one, other] = await Promise.all([findTarget(db, a), findTarget(db, b)]);
  if (one === null || other === null) {
    throw new FailureError({ ...notFound(`The register knows no organisation or field by what ${one === null ? 'a' : 'b'} says.`, 'Give the key of an organisation, or "cpv:" and the digits of a field.'), place: one === null ? 'a' : 'b' });
  }
  if (one.side === other.side) throw new FailureError({ kind: 'invalid', message: 'a and b are the same.', help: 'Give another for one of them.', place: 'b' });
  return readComparison(db, serving.clock, one, other, as);
}
