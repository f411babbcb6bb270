import path from 'node:path';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { unwrap } from '#base';
import { notFound, sendPage, type Serving } from '../serving.ts';
import { readCurrent } from './current.ts';
import { csvMetadata, DATA, dataFileAddress, readData } from './data.ts';
import { renderData } from './data.page.tsx';
import { DataSchema, type DataView } from './data.view.ts';
import { generationFolder } from './generation.ts';
import { sendFile } from './send-file.ts';
import { ANALYSIS_TABLES } from './tables.ts';

const TYPES = { parquet: 'application/vnd.apache.parquet', csv: 'application/gzip' } as const;

/** The analysis files: data dictionary, downloads, API. */
export function dataRoutes(app: FastifyInstance, serving: Serving): void {
  const hidden = { schema: { hide: true }, config: { page: true } };
  const read = async (request: FastifyRequest): Promise<DataView> => readData(serving.database(request), serving.analysis(request), await serving.site(request));
  app.get(DATA, hidden, async (request, reply) => sendPage(reply, renderData(await serving.site(request), await read(request))));
  app.get('/api/v1/data', {
    schema: { summary: 'The analysis files: every table with its columns, rows, addresses and freshness', tags: ['data'], response: { 200: DataSchema } },
  }, read);
  for (const { name } of ANALYSIS_TABLES) {
    for (const kind of ['parquet', 'csv'] as const) tableFile(app, serving, name, kind);
    app.get(dataFileAddress(name, 'metadata'), hidden, async (request, reply) => {
      const [site, data] = await Promise.all([serving.site(request), read(request)]);
      const table = data.tables.find((one) => one.name === name);
      return reply.type('application/csvm+json').send(table === undefined ? '{}' : `${JSON.stringify(csvMetadata(site, data, table), null, 1)}\n`);
    });
  }
}

function tableFile(app: FastifyInstance, serving: Serving, name: string, kind: keyof typeof TYPES): void {
  app.get(dataFileAddress(name, kind), { schema: { hide: true }, config: { page: true } }, async (request, reply) => {
    const place = serving.analysis(request);
    const generation = place === null ? null : await readCurrent(serving.database(request), place);
    const file = generation?.tables.find((table) => table.name === name)?.[kind];
    if (place === null || generation === null || file === undefined) {
      return unwrap({ ok: false, failure: notFound('The analysis files are not made yet.', 'They are made after each import, and by: torvet register rebuild --analysis') });
    }
    const site = await serving.site(request);
    void reply.header('link', `<${site.dataHref(dataFileAddress(name, 'metadata'))}>; rel="describedby"; type="application/csvm+json"`);
    const world = generation.world === 'demo' ? 'demo-' : '';
    const [time = ''] = generation.id.split('-');
    return sendFile(request, reply, {
      path: path.join(generationFolder(place, generation.id), file.file), name: `torvet-${world}${time}-${file.file}`, type: TYPES[kind], sha256: file.sha256,
    });
  });
}
