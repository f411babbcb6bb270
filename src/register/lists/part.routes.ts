/** Page, files, feed and API of a list of what stands in processes, from one definition. */
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Type, type Static, type TObject } from 'typebox';
import type { VNode } from 'preact';
import { unwrap, type Clock, type Language, type Result } from '#base';
import type { Site } from '#ui';
import { GROUP, groupsOf, type PageRequest, type RowPage } from '../cursor.ts';
import { listFiles } from '../export/list-files.ts';
import type { TableColumn } from '../export/table.ts';
import { readPage } from '../query.schema.ts';
import { sendPage, type Serving } from '../serving.ts';
import { followPart, type PartCalendar, type PartFeed } from './part.follow.ts';
import type { Db } from './part.store.ts';
import type { PartListView, PartQuery } from './part.view.ts';

type PlaceGiven = Parameters<typeof readPage>[0];

export interface PartList<Schema extends TObject, Query extends PartQuery, Row, View extends PartListView<Query, Row>> {
  readonly path: string;
  /** Of the API, with what it says of itself. */
  readonly api: { readonly path: string; readonly summary: string };
  /** ASCII name for the files, and what they are called. */
  readonly file: string;
  readonly title: Readonly<Record<Language, string>>;
  /** The page of a query, inside the site. */
  address(query: Query): string;
  readonly schema: Schema;
  /** Of a row, for the API. */
  readonly row: TObject;
  readonly columns: readonly TableColumn<Row>[];
  read(given: Static<Schema>): Query;
  /** What a list shows is also what its file holds: the spelling that finds something. */
  correct(db: Db, clock: Clock, query: Query): Promise<Query>;
  search(db: Db, clock: Clock, query: Query, page: PageRequest): Promise<Result<View>>;
  find(db: Db, clock: Clock, query: Query, page: PageRequest): Promise<Result<RowPage<Row>>>;
  count(db: Db, clock: Clock, query: Query): Promise<number>;
  render(site: Site, view: View, clock: Clock): VNode;
  readonly feed: PartFeed<Query, Row>;
  readonly calendar?: PartCalendar<Query, Row>;
}

export function partRoutes<Schema extends TObject, Query extends PartQuery, Row, View extends PartListView<Query, Row>>(
  app: FastifyInstance, serving: Serving, list: PartList<Schema, Query, Row, View>,
): void {
  const ask = async (request: FastifyRequest): Promise<View> =>
    unwrap(await list.search(serving.database(request), serving.clock, list.read(request.query as Static<Schema>), readPage(request.query as PlaceGiven)));
  app.get(list.path, { schema: { hide: true, querystring: list.schema }, config: { page: true } }, async (request, reply) => {
    const view = await ask(request);
    return sendPage(reply, list.render(await serving.site(request), view, serving.clock));
  });
  listFiles<Query, Row>(app, serving, {
    path: list.path, name: list.file, title: list.title, querystring: list.schema, columns: list.columns,
    read: (given) => list.read(given as Static<Schema>),
    address: (query) => list.address(query),
    find: async (request, asked) => {
      const db = serving.database(request);
      const query = await list.correct(db, serving.clock, asked);
      return { total: await list.count(db, serving.clock, query), groups: () => groupsOf((after) => list.find(db, serving.clock, query, { after, before: null, limit: GROUP })) };
    },
  });
  followPart<Schema, Query, Row>(app, serving, list);
  app.get(list.api.path, {
    schema: { summary: list.api.summary, tags: ['lists'], querystring: list.schema, response: { 200: pageOf(list.row) } },
  }, ask);
}

function pageOf(row: TObject) {
  const textOrNull = Type.Union([Type.String(), Type.Null()]);
  return Type.Object({ total: Type.Integer(), sort: Type.String(), rows: Type.Array(row), next: textOrNull, previous: textOrNull, didYouMean: textOrNull });
}
