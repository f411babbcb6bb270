import type { FastifyInstance } from 'fastify';
import { renderAbout } from './about.page.tsx';
import { renderAccessibility } from './accessibility.page.tsx';
import { renderFront } from './front.page.tsx';
import { readAbout, readFront } from './front.store.ts';
import { sendPage, type Serving } from './serving.ts';

/** The day the pages were last tested for accessibility; the browser tests do it again at each change. */
const ACCESSIBILITY_TESTED_ON = '2026-11-22';

/** Front page, about, accessibility statement. */
export function frontRoutes(app: FastifyInstance, serving: Serving): void {
  const options = { schema: { hide: true }, config: { page: true } };
  app.get('/', options, async (request, reply) => {
    const [site, front, tiles] = await Promise.all([serving.site(request), readFront(serving.database(request), serving.clock), serving.tiles(request)]);
    return sendPage(reply, renderFront(site, { ...front, tiles }));
  });
  app.get('/om', options, async (request, reply) =>
    sendPage(reply, renderAbout(await serving.site(request), await readAbout(serving.database(request)))));
  app.get('/was', options, async (request, reply) =>
    sendPage(reply, renderAccessibility(await serving.site(request), { testedOn: ACCESSIBILITY_TESTED_ON })));
}
