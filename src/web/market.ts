/** The market place in the shell: which world, who asks, and who may do what with bids. */
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { idSource, unwrap, type Clock } from '#base';
import { intakeIn, intakeRoutes, type IntakeServing } from '#intake';
import { bidRights, type BoughtBefore, KINDS, marketIn, marketRoutes, scanWith, WITHOUT_SCANNER, type Market } from '#market';
import type { OrganisationName } from '#people';
import { EMPTY_PROCESS_QUERY, findRows, identify } from '#register';
import { address, Breadcrumbs, Page, renderDocument, type Site, type World } from '#ui';
import type { databaseOf } from './worlds.ts';

export interface MarketWiring {
  readonly clock: Clock;
  /** Public address, without a slash at the end. */
  readonly url: string;
  readonly ocidPrefix: string;
  readonly virusScan: string | null;
  readonly site: (request: FastifyRequest) => Promise<Site>;
  readonly database: (request: FastifyRequest) => ReturnType<typeof databaseOf>;
  readonly wake: (world: World) => void;
}

const SHOWN = 5;

async function boughtBefore(db: ReturnType<typeof databaseOf>, clock: Clock, { name, cvr }: OrganisationName, cpv: string): Promise<BoughtBefore> {
  // As the register knows whom a release names so; see the parties of the market's own.
  const { key: buyer } = identify({ scheme: cvr === null ? null : 'DK-CVR', number: cvr, name, country: cvr === null ? null : 'DK', locality: null });
  const query = { buyer, cpv: cpv.slice(0, 2) };
  const { rows } = unwrap(await findRows(db, clock, { ...EMPTY_PROCESS_QUERY, ...query, sort: 'newest' }, { after: null, before: null, limit: SHOWN }));
  return { query, rows };
}

/** Needs, purchases, bids: every address of the rooms `market` and `intake`. */
export async function addMarket(app: FastifyInstance, wiring: MarketWiring): Promise<void> {
  const { clock, url, ocidPrefix, virusScan, site, database, wake } = wiring;
  const market = (request: FastifyRequest): Market => ({
    db: marketIn(database(request)), clock, kinds: KINDS, ocidPrefix, bought: async (buyer, cpv) => boughtBefore(database(request), clock, buyer, cpv), address: (path) => url + address(path, 'da', request.world), wake: () => wake(request.world),
    report: (error, what) => request.log.error({ err: error, what }, 'what time moves did not move'),
  });
  const serving = { site, market, actor: (request: FastifyRequest) => request.actor() };
  marketRoutes(app, serving, virusScan === null ? WITHOUT_SCANNER : scanWith(virusScan));
  const newId = idSource(clock);
  const intake: IntakeServing<Site> = {
    clock, site, actor: serving.actor,
    intake: (request) => ({ db: intakeIn(database(request)), clock, newId, installation: url + address('', 'da', request.world), warn: (message) => request.log.warn(message) }),
    rights: async (request, action, subject) => bidRights(market(request), await request.actor(), action, subject),
    frame: (place, { title, body }) => renderDocument(Page({
      site: place, title, noindex: true, before: Breadcrumbs({ lang: place.lang, crumbs: [{ label: 'Torvet', href: place.href('/') }, { label: title, href: null }] }), children: body,
    })),
  };
  await intakeRoutes(app, intake);
}
