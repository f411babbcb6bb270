import type { FastifyInstance } from 'fastify';
import type { Static } from 'typebox';
import { ALL_COVERAGE, COVERAGE, coverageAddress } from './addresses.ts';
import { coverageTexts } from './coverage-parts.tsx';
import { renderCoverage } from './coverage.page.tsx';
import { readCoverage, readCoveragePage, readSummary, type CoverageRow } from './coverage.store.ts';
import { COVERAGE_FILTERS, CoverageQuerySchema, CoverageSchema, type CoverageQuery } from './coverage.view.ts';
import { GROUP } from './cursor.ts';
import { COVERAGE_COLUMNS } from './export/columns.ts';
import { listFiles } from './export/list-files.ts';
import { sendPage, type Serving } from './serving.ts';

type Asked = Static<typeof CoverageQuerySchema>;

/** What the register holds: page, downloads, API. */
export function coverageRoutes(app: FastifyInstance, serving: Serving): void {
  const page = { schema: { hide: true, querystring: CoverageQuerySchema }, config: { page: true } };
  app.get<{ Querystring: Asked }>(COVERAGE, page, async (request, reply) => {
    const view = await readCoveragePage(serving.database(request), queryOf(request.query));
    return sendPage(reply, renderCoverage(await serving.site(request), view));
  });
  listFiles<CoverageQuery, CoverageRow>(app, serving, {
    path: COVERAGE, name: 'daekning', title: { da: coverageTexts.da.title, en: coverageTexts.en.title }, querystring: CoverageQuerySchema, columns: COVERAGE_COLUMNS,
    read: (given) => queryOf(given as Asked),
    address: coverageAddress,
    find: async (request, query) => {
      const rows = await readCoverage(serving.database(request), query);
      return { total: rows.length, groups: () => inGroups(rows) };
    },
  });
  app.get<{ Querystring: Asked }>('/api/v1/coverage', {
    schema: { summary: 'What the register holds, and how much of each field is filled', tags: ['coverage'], querystring: CoverageQuerySchema, response: { 200: CoverageSchema } },
  }, async (request) => readSummary(serving.database(request), queryOf(request.query)));
}

async function* inGroups<Row>(rows: readonly Row[]): AsyncGenerator<readonly Row[]> {
  for (let at = 0; at < rows.length; at += GROUP) yield rows.slice(at, at + GROUP);
}

/** An empty choice is none. PostgreSQL knows no U+0000 in text. */
function queryOf(given: Asked): CoverageQuery {
  const values = COVERAGE_FILTERS.map((name) => [name, given[name]?.replaceAll('\u0000', '').toWellFormed() || null] as const);
  return { ...ALL_COVERAGE, ...Object.fromEntries(values) };
}
