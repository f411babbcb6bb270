import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Static } from 'typebox';
import type { Site } from '#ui';
import { municipalityListAddress, MUNICIPALITIES_PAGE } from './addresses.ts';
import { readField } from './cpv/fields.ts';
import { MUNICIPALITY_COLUMNS } from './export/municipality-columns.ts';
import { listFiles } from './export/list-files.ts';
import { landOf } from './municipalities/land.ts';
import { municipalityTitles, renderMunicipalityList } from './municipality-list.page.tsx';
import { readMunicipalities, type MunicipalityQuery } from './municipality-list.store.ts';
import { MunicipalityListSchema, MunicipalityQuerySchema, type MunicipalityListView, type MunicipalityRow } from './municipality-list.view.ts';
import { sendPage, type Serving } from './serving.ts';

type Query = Static<typeof MunicipalityQuerySchema>;

/** The municipalities on a map and in a table, as files and in the API. */
export function municipalityRoutes(app: FastifyInstance, serving: Serving): void {
  const schema = { hide: true, querystring: MunicipalityQuerySchema };
  const read = async (request: FastifyRequest<{ Querystring: Query }>, { world }: Site): Promise<MunicipalityListView> => {
    return readMunicipalities(serving.database(request), serving.clock, landOf(world), queryOf(request.query));
  };
  app.get<{ Querystring: Query }>(MUNICIPALITIES_PAGE, { schema, config: { page: true } }, async (request, reply) => {
    const site = await serving.site(request);
    return sendPage(reply, renderMunicipalityList(site, await read(request, site), landOf(site.world)));
  });
  listFiles<MunicipalityQuery, MunicipalityRow>(app, serving, {
    path: MUNICIPALITIES_PAGE, name: 'kommuner', title: municipalityTitles, querystring: MunicipalityQuerySchema, columns: MUNICIPALITY_COLUMNS,
    read: (given) => queryOf(given as Query),
    address: municipalityListAddress,
    find: async (request, query) => {
      const { world } = await serving.site(request);
      const { rows } = await readMunicipalities(serving.database(request), serving.clock, landOf(world), query);
      return { total: rows.length, groups: () => once(rows) };
    },
  });
  app.get<{ Querystring: Query }>('/api/v1/municipalities', {
    schema: { summary: 'The municipalities by a figure, with what it is based on', tags: ['organisations'], querystring: MunicipalityQuerySchema, response: { 200: MunicipalityListSchema } },
  }, async (request) => read(request, await serving.site(request)));
}

function queryOf({ figure = 'processes', cpv = '' }: Query): MunicipalityQuery {
  return { figure, cpv: readField(cpv) };
}

async function* once<Row>(rows: readonly Row[]): AsyncGenerator<readonly Row[]> {
  yield rows;
}
