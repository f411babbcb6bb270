import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Static } from 'typebox';
import { unwrap } from '#base';
import { EMPTY_PROCESS_QUERY, processListFile } from './addresses.ts';
import { atomOf, type FeedFile } from './export/atom.ts';
import { icsOf, type CalendarFile } from './export/ics.ts';
import { calendarOf, deadlinesOf, feedOf } from './follow.ts';
import type { Followed } from './followed.ts';
import type { ProcessQuery } from './list.view.ts';
import { findRows, nameOrganisations, processGroups } from './processes.store.ts';
import { ProcessSearchSchema, readProcessQuery } from './query.schema.ts';
import type { Serving } from './serving.ts';

type Search = Static<typeof ProcessSearchSchema>;

/** Of a feed. */
export const MOST_ENTRIES = 50;

/**
 * A search of processes that programs come back to: a feed of what is new, a calendar of the deadlines ahead. The words
 * are taken as they are written: who waits for the first hit is not sent those of a similar word meanwhile.
 */
export function followRoutes(app: FastifyInstance, serving: Serving): void {
  const options = { schema: { hide: true, querystring: ProcessSearchSchema }, config: { page: true } };
  app.get<{ Querystring: Search }>(processListFile(EMPTY_PROCESS_QUERY, 'atom'), options, async (request, reply) => {
    const query: ProcessQuery = { ...readProcessQuery(request.query), sort: null };
    const newest = { after: null, before: null, limit: MOST_ENTRIES };
    const { rows } = unwrap(await findRows(serving.database(request), serving.clock, { ...query, sort: 'newest' }, newest));
    return sendFeed(reply, feedOf(await followedSearch(serving, request, query), rows));
  });
  app.get<{ Querystring: Search }>(processListFile(EMPTY_PROCESS_QUERY, 'ics'), options, async (request, reply) => {
    const query: ProcessQuery = { ...readProcessQuery(request.query), sort: null };
    const about = await followedSearch(serving, request, query);
    const groups = processGroups(serving.database(request), serving.clock, { ...query, open: true, sort: 'deadline' });
    const events = async function* events() {
      for await (const rows of groups) yield deadlinesOf(about, rows);
    };
    return sendCalendar(reply, 'frister', { ...calendarOf(about), events });
  });
}

export function sendFeed(reply: FastifyReply, feed: FeedFile): FastifyReply {
  return reply.type('application/atom+xml; charset=utf-8').send(atomOf(feed));
}

/** @param name ASCII, for the name of the file */
export function sendCalendar(reply: FastifyReply, name: string, calendar: CalendarFile): FastifyReply {
  return reply.type('text/calendar; charset=utf-8').header('content-disposition', `inline; filename="torvet-${name}.ics"`).send(Readable.from(icsOf(calendar)));
}

export async function followedSearch(serving: Serving, request: FastifyRequest, query: ProcessQuery): Promise<Followed> {
  const [site, names] = await Promise.all([serving.site(request), nameOrganisations(serving.database(request), [query.buyer, query.supplier])]);
  return { site, url: serving.url, query, names, updated: site.updatedAt ?? serving.clock.now().toString() };
}
