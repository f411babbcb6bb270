/** A list that programs come back to: its feed and its calendar, from what each list says of a row. */
import { createHash } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import type { Static, TObject } from 'typebox';
import type { Clock, Language, Result } from '#base';
import { GROUP, groupsOf, type PageRequest, type RowPage } from '../cursor.ts';
import type { FeedEntry } from '../export/atom.ts';
import type { CalendarEvent } from '../export/ics.ts';
import { followedSearch, MOST_ENTRIES, sendCalendar, sendFeed } from '../follow.routes.ts';
import { calendarFile, feedFile, type Followed } from '../followed.ts';
import type { Serving } from '../serving.ts';
import { viewFile, type OwnFields } from './addresses.ts';
import { da } from './follow.da.ts';
import { en } from './follow.en.ts';
import type { Db } from './part.store.ts';
import type { PartQuery, Told } from './part.view.ts';

export const partFollowTexts = { da, en };
type TextKey = keyof typeof da;

export interface PartFeed<Query, Row> {
  readonly holds: TextKey;
  /** What the feed keeps of what the list adds to the search. */
  own(query: Query): OwnFields;
  /** What the page is asked for that shows the same. */
  shown(query: Query): Query;
  newest(db: Db, clock: Clock, query: Query, limit: number): Promise<readonly (Row & Told)[]>;
  entryOf(followed: Followed, row: Row & Told): FeedEntry;
}

export interface PartCalendar<Query, Row> extends Pick<PartFeed<Query, Row>, 'holds' | 'own'> {
  /** What it is called, and in ASCII for the name of the file. */
  readonly list: TextKey;
  readonly file: string;
  find(db: Db, clock: Clock, query: Query, page: PageRequest): Promise<Result<RowPage<Row & Told>>>;
  eventsOf(followed: Followed, row: Row & Told): readonly CalendarEvent[];
}

export interface FollowedPart<Schema extends TObject, Query, Row> {
  readonly path: string;
  readonly title: Readonly<Record<Language, string>>;
  readonly schema: Schema;
  address(query: Query): string;
  read(given: Static<Schema>): Query;
  readonly feed: PartFeed<Query, Row>;
  readonly calendar?: PartCalendar<Query, Row>;
}

/** The words of a followed search are taken as they are written, as those of a search of processes are. */
export function followPart<Schema extends TObject, Query extends PartQuery, Row>(app: FastifyInstance, serving: Serving, list: FollowedPart<Schema, Query, Row>): void {
  const { feed, calendar, path } = list;
  const options = { schema: { hide: true, querystring: list.schema }, config: { page: true } };
  const searched = (query: Query) => ({ ...query.search, sort: null, open: false });
  app.get(viewFile(path, {}, {}, 'atom'), options, async (request, reply) => {
    const query: Query = { ...list.read(request.query as Static<Schema>), sort: null };
    const [followed, rows] = await Promise.all([followedSearch(serving, request, searched(query)), feed.newest(serving.database(request), serving.clock, query, MOST_ENTRIES)]);
    const { lang } = followed.site;
    const file = viewFile(path, query.search, feed.own(query), 'atom');
    const entries = distinct(rows.map((row) => feed.entryOf(followed, row)), new Map(), ({ id }) => id, (entry, id) => ({ ...entry, id }));
    return sendFeed(reply, feedFile(followed, { list: list.title[lang], holds: partFollowTexts[lang][feed.holds], page: list.address(feed.shown(query)), file }, entries));
  });
  if (calendar === undefined) return;
  app.get(viewFile(path, {}, {}, 'ics'), options, async (request, reply) => {
    const query: Query = { ...list.read(request.query as Static<Schema>), sort: null };
    const [db, followed] = [serving.database(request), await followedSearch(serving, request, searched(query))];
    const t = partFollowTexts[followed.site.lang];
    const seen = new Map<string, number>();
    const events = async function* events() {
      for await (const rows of groupsOf((after) => calendar.find(db, serving.clock, query, { after, before: null, limit: GROUP }))) {
        yield distinct(rows.flatMap((row) => calendar.eventsOf(followed, row)), seen, ({ uid }) => uid, (event, uid) => ({ ...event, uid }));
      }
    };
    return sendCalendar(reply, calendar.file, { ...calendarFile(followed, { list: t[calendar.list], holds: t[calendar.holds], file: viewFile(path, query.search, calendar.own(query), 'ics') }), events });
  });
}

/** Nothing has the name of another: publishers use an id twice now and then. */
function distinct<Item>(items: readonly Item[], seen: Map<string, number>, nameOf: (item: Item) => string, renamed: (item: Item, name: string) => Item): readonly Item[] {
  return items.map((item) => {
    const name = nameOf(item);
    const times = (seen.get(name) ?? 0) + 1;
    seen.set(name, times);
    return times === 1 ? item : renamed(item, `${times}.${name}`);
  });
}

/** The id of a thing within its process; of one without an id what is said of it, so that its name stays as long as that does. */
export function lastingName(id: string | null, ...said: readonly (string | null)[]): string {
  return id ?? `-${createHash('sha256').update(JSON.stringify(said)).digest('hex').slice(0, 16)}`;
}
