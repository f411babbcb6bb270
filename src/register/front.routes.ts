import type { FastifyInstance, FastifyReply } from 'fastify';
import type { Clock } from '#base';
import { renderDocument } from '#ui';
import { renderAbout } from './about.page.tsx';
import { renderAccessibility } from './accessibility.page.tsx';
import { renderFront } from './front.page.tsx';
import { readAbout, readFront } from './front.store.ts';
import { landOf } from './municipalities/land.ts';
import { tilesOf } from './municipality-list.page.tsx';
import { readMunicipalities } from './municipality-list.store.ts';
import { sendPage, type Serving } from './serving.ts';
import { keeping } from './version.store.ts';

/** The day the pages were last tested for accessibility; the browser tests do it again at each change. */
const ACCESSIBILITY_TESTED_ON = '2026-11-22';

/** Languages, worlds, and whatever stands behind a question mark. */
const MOST_KEPT = 20;
const keep = keeping<FrontPage>(MOST_KEPT);

/** The front page, ready to be sent. */
interface FrontPage {
  readonly html: string;
  /** When the first of the open tenders closes (ISO instant): then the page is another one, though the register is the same. */
  readonly until: string | null;
}

function isFresh({ until }: FrontPage, clock: Clock): boolean {
  return until === null || Temporal.Instant.compare(clock.now(), until) <= 0;
}

function sendHtml(reply: FastifyReply, { html }: FrontPage): FastifyReply {
  return reply.type('text/html; charset=utf-8').send(html);
}

/** Front page, about, accessibility statement. */
export function frontRoutes(app: FastifyInstance, serving: Serving): void {
  const options = { schema: { hide: true }, config: { page: true } };
  app.get('/', options, async (request, reply) => {
    const site = await serving.site(request);
    const db = serving.database(request);
    const land = landOf(site.world);
    const make = async (): Promise<FrontPage> => {
      const [front, municipalities] = await Promise.all([readFront(db, serving.clock), readMunicipalities(db, serving.clock, land, { figure: 'processes', cpv: null })]);
      const tiles = tilesOf(municipalities, land);
      // A map that is grey all over tells nothing on a front page.
      const shown = tiles.some(({ value }) => value !== null) ? tiles : [];
      return { html: renderDocument(renderFront(site, { ...front, tiles: shown })), until: front.closingSoon[0]?.tenderEnd ?? null };
    };
    // Whoever is logged in reads a page of one's own, which nobody else is to push out.
    if (site.account) return sendHtml(reply, await make());
    // What a page is made of, apart from the register, is its site.
    return sendHtml(reply, await keep(db, JSON.stringify(site), make, (page) => isFresh(page, serving.clock)));
  });
  app.get('/om', options, async (request, reply) =>
    sendPage(reply, renderAbout(await serving.site(request), await readAbout(serving.database(request)))));
  app.get('/was', options, async (request, reply) =>
    sendPage(reply, renderAccessibility(await serving.site(request), { testedOn: ACCESSIBILITY_TESTED_ON })));
}
