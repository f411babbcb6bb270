import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Type, type Static } from 'typebox';
import { FailureError } from '#base';
import { atomOf, DATA_LICENCE, landOf, licenceTerms, notFound, readArrivals, tagOf, type FeedEntry, type Serving } from '#register';
import type { Site } from '#ui';
import { overviewAddress, OVERVIEWS } from './addresses.ts';
import { findEvidence } from './evidence.store.ts';
import { overviewsFor } from './kept.ts';
import { ALL_FEED, feedAddress, feedTexts, MOST_ENTRIES, newestFirst, overviewEntries } from './overview-feed.ts';
import type { Overview } from './overview.schema.ts';

const Params = Type.Object({ id: Type.String({ maxLength: 100 }) });

interface Feed {
  readonly title: string;
  readonly subtitle: string;
  /** Of the page with the same content, and of the feed: paths inside the site. */
  readonly page: string;
  readonly file: string;
  readonly entries: readonly FeedEntry[];
}

/** What is new in an overview, and in all of them. */
export function overviewFeeds(app: FastifyInstance, serving: Serving): void {
  app.get<{ Params: Static<typeof Params> }>(`${OVERVIEWS}/:id.atom`, { schema: { hide: true, params: Params }, config: { page: true } }, async (request, reply) => {
    const site = await serving.site(request);
    const overview = overviewsFor(serving, request, site).find(({ id }) => id === request.params.id);
    if (overview === undefined) throw new FailureError(notFound(`There is no overview called "${request.params.id.slice(0, 60)}".`, `All of them stand at ${OVERVIEWS}.`));
    const title = overview.title[site.lang];
    return send(serving, site, reply, { title: feedTexts[site.lang].feedTitle.replace('{title}', () => title), subtitle: overview.lead[site.lang], page: overviewAddress(overview.id), file: feedAddress(overview.id), entries: await entriesOf(serving, request, site, overview) });
  });
  app.get(ALL_FEED, { schema: { hide: true }, config: { page: true } }, async (request, reply) => {
    const site = await serving.site(request);
    const t = feedTexts[site.lang];
    const entries = await Promise.all(overviewsFor(serving, request, site).map(async (overview) => (await entriesOf(serving, request, site, overview)).map((entry) => ({ ...entry, title: `${overview.title[site.lang]}: ${entry.title}` }))));
    return send(serving, site, reply, { title: t.allTitle, subtitle: t.allLead, page: OVERVIEWS, file: ALL_FEED, entries: newestFirst(entries.flat()).slice(0, MOST_ENTRIES) });
  });
}

async function entriesOf(serving: Serving, request: FastifyRequest, site: Site, overview: Overview): Promise<readonly FeedEntry[]> {
  const db = serving.database(request);
  const evidence = await findEvidence(db, landOf('register'), overview);
  return overviewEntries({ site, url: serving.url, overview, evidence, arrivals: await readArrivals(db, evidence.notices.map(({ ocid }) => ocid)) });
}

function send({ url, clock }: Serving, site: Site, reply: FastifyReply, { title, subtitle, page, file, entries }: Feed): FastifyReply {
  const place = site.href(file);
  return reply.type('application/atom+xml; charset=utf-8').send(atomOf({
    id: tagOf({ url }, place), title, subtitle, lang: site.lang, self: url + place, page: url + site.href(page), publisher: site.publisher.name,
    licence: { rights: licenceTerms(site).join(' '), url: DATA_LICENCE.url }, updated: site.updatedAt ?? clock.now().toString(), entries,
  }));
}
