import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { TSchema } from 'typebox';
import type { Language } from '#base';
import type { Site } from '#ui';
import { FILE_SUFFIX, LIST_FORMATS } from '../addresses.ts';
import type { Serving } from '../serving.ts';
import { aboutOf, csvMetadata, type FileAbout } from './about.ts';
import { sendList } from './send.ts';
import type { TableColumn } from './table.ts';

/** A list that can be taken away as files. */
export interface ListFiles<Query, Row> {
  /** Of its page: `/udbud`; the files stand at the same address with their endings. */
  readonly path: string;
  /** ASCII name of what is listed, for the file names. */
  readonly name: string;
  readonly title: Readonly<Record<Language, string>>;
  readonly querystring: TSchema;
  readonly columns: readonly TableColumn<Row>[];
  read(given: unknown): Query;
  /** The page that shows the same, inside the site. */
  address(query: Query): string;
  /** The rows in groups, and how many there are. */
  find(request: FastifyRequest, query: Query): Promise<{ readonly total: number; groups(): AsyncIterable<readonly Row[]> }>;
}

/** The routes of a list's files: each format, and beside the two of CSV the description that those have no room for. */
export function listFiles<Query, Row>(app: FastifyInstance, serving: Serving, list: ListFiles<Query, Row>): void {
  const options = { schema: { hide: true, querystring: list.querystring }, config: { page: true } };
  const queryText = (query: Query): string => list.address(query).slice(list.path.length);
  const about = (site: Site, query: Query): FileAbout => aboutOf(site, serving.clock, list.title[site.lang], list.address(query));
  for (const format of LIST_FORMATS) {
    const path = list.path + FILE_SUFFIX[format];
    const isCsv = format === 'csv' || format === 'csv-dk';
    app.get(path, options, async (request, reply) => {
      const query = list.read(request.query);
      const [site, found] = await Promise.all([serving.site(request), list.find(request, query)]);
      const describedBy = isCsv ? site.href(metadataPath(path) + queryText(query)) : null;
      return sendList(reply, format, { site, about: about(site, query), name: list.name, columns: list.columns, describedBy, total: found.total, groups: () => found.groups() });
    });
    if (isCsv) {
      app.get(metadataPath(path), options, async (request, reply) => {
        const query = list.read(request.query);
        const site = await serving.site(request);
        const file = serving.url + site.href(path + queryText(query));
        return reply.type('application/csvm+json; charset=utf-8').send(JSON.stringify(csvMetadata(about(site, query), list.columns, file, site.lang, format === 'csv-dk'), null, 1));
      });
    }
  }
}

function metadataPath(path: string): string {
  return `${path}-metadata.json`;
}
