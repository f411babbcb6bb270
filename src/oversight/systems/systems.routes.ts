import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Type, type Static } from 'typebox';
import { copenhagenDate, FailureError, type Language } from '#base';
import { landOf, notFound, sendPage, type Serving } from '#register';
import { heldSystems } from '../overview/holdings.store.ts';
import { overviewsFor } from '../overview/kept.ts';
import { renderSystem } from './system.page.tsx';
import { renderSystems } from './system-list.page.tsx';
import { findSystem } from './system.store.ts';
import { systemCsv, systemJson } from './system.files.ts';
import { systemView, type SystemView } from './system.view.ts';
import { slugOf } from '../overview/slug.ts';
import { SYSTEMS, systemAddress } from './system.addresses.ts';
import { knownSystems, type KnownSystem } from './systems.ts';

const Params = Type.Object({ slug: Type.String({ maxLength: 600 }) });
type Request = FastifyRequest<{ Params: Static<typeof Params> }>;

/** Systems are those of real purchases: the demo world has none. */
export function systemRoutes(app: FastifyInstance, serving: Serving): void {
  const schema = { hide: true, params: Params };
  const today = (): string => copenhagenDate(serving.clock.now()).toString();
  const one = async (request: Request): Promise<SystemView> => {
    const system = (await systemsFor(serving, request)).find(({ names }) => names.some((name) => slugOf(name) === request.params.slug));
    if (system === undefined) throw new FailureError(notFound(`No system is known as "${request.params.slug.slice(0, 60)}".`, `All that are known stand at ${SYSTEMS}.`));
    const land = landOf('register');
    return systemView(system, await findSystem(serving.database(request), land, system), land.places.map(({ name }) => name).toSorted(alphabet.compare), today());
  };
  const file = (ending: string, type: string, write: (view: SystemView, lang: Language) => string): void => {
    app.get<{ Params: Static<typeof Params> }>(`${SYSTEMS}/:slug.${ending}`, { schema, config: { page: true } }, async (request, reply): Promise<FastifyReply> => {
      const view = await one(request);
      const { lang } = await serving.site(request);
      return reply.type(type).header('content-disposition', `attachment; filename="system-${view.system.slug.replaceAll(/[^a-z0-9-]/g, '-')}.${ending}"`).send(write(view, lang));
    });
  };
  app.get(SYSTEMS, { schema: { hide: true }, config: { page: true } }, async (request, reply) => sendPage(reply, renderSystems(await serving.site(request), await systemsFor(serving, request))));
  file('csv', 'text/csv; charset=utf-8', systemCsv);
  file('json', 'application/json; charset=utf-8', (view) => `${JSON.stringify(systemJson(view), null, 1)}\n`);
  app.get<{ Params: Static<typeof Params> }>(`${SYSTEMS}/:slug`, { schema, config: { page: true } }, async (request, reply) => {
    const [site, view] = [await serving.site(request), await one(request)];
    // Another name of the same system.
    if (view.system.slug !== request.params.slug) return reply.redirect(site.href(systemAddress(view.system.slug)), 302);
    return sendPage(reply, renderSystem(site, view, today()));
  });
}

export async function systemsFor(serving: Serving, request: FastifyRequest): Promise<readonly KnownSystem[]> {
  const site = await serving.site(request);
  return site.world === 'register' ? knownSystems(overviewsFor(serving, request, site), await heldSystems(serving.database(request))) : [];
}

const alphabet = new Intl.Collator('da');
