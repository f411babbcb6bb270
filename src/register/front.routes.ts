import type { FastifyInstance } from 'fastify';
import { renderAbout } from './about.page.tsx';
import { renderAccessibility } from './accessibility.page.tsx';
import { renderFront } from './front.page.tsx';
import { readAbout, readFront } from './front.store.ts';
import { landOf } from './municipalities/land.ts';
import { tilesOf } from './municipality-list.page.tsx';
import { readMunicipalities } from './municipality-list.store.ts';
import { sendPage, type Serving } from './serving.ts';

/** The day the pages were last tested for accessibility; the browser tests do it again at each change. */
const ACCESSIBILITY_TESTED_ON = '2026-11-22';

/** Front page, about, accessibility statement. */
export function frontRoutes(app: FastifyInstance, serving: Serving): void {
  const options = { schema: { hide: true }, config: { page: true } };
  app.get('/', options, async (request, reply) => {
    const [site, db] = [await serving.site(request), serving.database(request)];
    const land = landOf(site.world);
    const [front, municipalities] = await Promise.all([readFront(db, serving.clock), readMunicipalities(db, serving.clock, land, { figure: 'processes', cpv: null })]);
    const tiles = tilesOf(municipalities, land);
    // A map that is grey all over tells nothing on a front page.
    return sendPage(reply, renderFront(site, { ...front, tiles: tiles.some(({ value }) => value !== null) ? tiles : [] }));
  });
  app.get('/om', options, async (request, reply) =>
    sendPage(reply, renderAbout(await serving.site(request), await readAbout(serving.database(request)))));
  app.get('/was', options, async (request, reply) =>
    sendPage(reply, renderAccessibility(await serving.site(request), { testedOn: ACCESSIBILITY_TESTED_ON })));
}
