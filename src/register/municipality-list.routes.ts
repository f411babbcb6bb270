import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Static } from 'typebox';
import type { Site } from '#ui';
import { LIST_FORMATS, municipalityListFile, MUNICIPALITIES_PAGE } from './addresses.ts';
import { readField } from './cpv/fields.ts';
import { MUNICIPALITY_COLUMNS } from './export/municipality-columns.ts';
import { sendList } from './export/send.ts';
import { landOf } from './municipalities/land.ts';
import { renderMunicipalityList } from './municipality-list.page.tsx';
import { readMunicipalities } from './municipality-list.store.ts';
import { MunicipalityListSchema, MunicipalityQuerySchema, type MunicipalityListView } from './municipality-list.view.ts';
import { sendPage, type Serving } from './serving.ts';

type Query = Static<typeof MunicipalityQuerySchema>;

/** The municipalities on a map and in a table, as files and in the API. */
export function municipalityRoutes(app: FastifyInstance, serving: Serving): void {
  const schema = { hide: true, querystring: MunicipalityQuerySchema };
  const read = async (request: FastifyRequest<{ Querystring: Query }>, { world }: Site): Promise<MunicipalityListView> => {
    const { figure = 'processes', cpv = '' } = request.query;
    return readMunicipalities(serving.database(request), serving.clock, landOf(world), { figure, cpv: readField(cpv) });
  };
  app.get<{ Querystring: Query }>(MUNICIPALITIES_PAGE, { schema, config: { page: true } }, async (request, reply) => {
    const site = await serving.site(request);
    return sendPage(reply, renderMunicipalityList(site, await read(request, site), landOf(site.world)));
  });
  for (const format of LIST_FORMATS) {
    app.get<{ Querystring: Query }>(municipalityListFile({ figure: 'processes', cpv: null }, format), { schema, config: { page: true } }, async (request, reply) => {
      const site = await serving.site(request);
      const { rows } = await read(request, site);
      return sendList(reply, format, { site, clock: serving.clock, name: 'kommuner', columns: MUNICIPALITY_COLUMNS, total: rows.length, groups: () => once(rows) });
    });
  }
  app.get<{ Querystring: Query }>('/api/v1/municipalities', {
    schema: { summary: 'The municipalities by a figure, with what it is based on', tags: ['organisations'], querystring: MunicipalityQuerySchema, response: { 200: MunicipalityListSchema } },
  }, async (request) => read(request, await serving.site(request)));
}

async function* once<Row>(rows: readonly Row[]): AsyncGenerator<readonly Row[]> {
  yield rows;
}
