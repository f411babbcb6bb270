/** The key file of a demo person, for whoever is logged in as that person. In the register there is none to give. */
import type { FastifyInstance } from 'fastify';
import { FailureError, refuse } from '#base';
import type { MarketServing } from '../core/market.routes.ts';
import { readDemoKey } from './demo-keys.store.ts';

export const DEMO_KEY = '/konto/demo-noegle';

export function demoKeyRoutes(app: FastifyInstance, serving: MarketServing): void {
  app.get(DEMO_KEY, { schema: { hide: true }, config: { page: true, action: 'account.read' } }, async (request, reply) => {
    const [site, actor] = [await serving.site(request), await serving.actor(request)];
    const file = actor === null || site.world !== 'demo' ? null : await readDemoKey(serving.market(request).db, actor);
    if (file === null) throw new FailureError(refuse('not-found', { da: ['Her er ingen nøglefil.', 'Torvet gemmer kun hemmelige nøgler for demoverdenens opdigtede personer, og kun så længe de bruger dem.'], en: ['There is no key file here.', 'Torvet keeps the secret keys of the demo world’s fictional people alone, while they use them.'] }));
    return reply.header('cache-control', 'private, no-store').header('content-disposition', 'attachment; filename="demo.key"').type('text/plain; charset=utf-8').send(file);
  });
}
