import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Type, type Static } from 'typebox';
import { COPENHAGEN, FailureError, type Language } from '#base';
import { landOf, notFound, sendPage, type Serving } from '#register';
import { fieldsFor } from '../field/fields.ts';
import { findEvidence } from './evidence.store.ts';
import { overviewCsv, overviewJson } from './overview.files.ts';
import { renderOverviews } from './overview-list.page.tsx';
import { OVERVIEWS, renderOverview } from './overview.page.tsx';
import { readOverviews } from './overviews.ts';
import { overviewView, SORTS, type OverviewView } from './overview.view.ts';

const Query = Type.Object({ sort: Type.Optional(Type.Unsafe<(typeof SORTS)[number]>(Type.String({ enum: [...SORTS] }))) }, { additionalProperties: false });
const Params = Type.Object({ id: Type.String({ maxLength: 100 }) });
type Request = FastifyRequest<{ Querystring: Static<typeof Query>; Params: Static<typeof Params> }>;

/** Overviews tell of real purchases: the demo world has none. */
export function overviewRoutes(app: FastifyInstance, serving: Serving): void {
  const all = async (request: FastifyRequest) => {
    const { world } = await serving.site(request);
    const { found, failures } = readOverviews(serving.clock.now().toZonedDateTimeISO(COPENHAGEN).toPlainDate().toString());
    for (const { message, help } of failures) request.log.error({ help }, `an overview is not shown: ${message}`);
    return world === 'register' ? found : [];
  };
  const one = async (request: Request): Promise<OverviewView> => {
    const overview = (await all(request)).find(({ id }) => id === request.params.id);
    if (overview === undefined) throw new FailureError(notFound(`There is no overview called "${request.params.id.slice(0, 60)}".`, `All of them stand at ${OVERVIEWS}.`));
    const land = landOf('register');
    const names = land.places.map(({ name }) => name).toSorted(alphabet.compare);
    return overviewView(overview, names, await findEvidence(serving.database(request), land, overview), request.query.sort ?? 'municipality');
  };
  const schema = { hide: true, params: Params, querystring: Query };
  const file = (ending: string, type: string, write: (view: OverviewView, lang: Language) => string): void => {
    app.get<{ Querystring: Static<typeof Query>; Params: Static<typeof Params> }>(`${OVERVIEWS}/:id.${ending}`, { schema, config: { page: true } }, async (request, reply): Promise<FastifyReply> => {
      const view = await one(request);
      const { lang } = await serving.site(request);
      return reply.type(type).header('content-disposition', `attachment; filename="${view.overview.id}.${ending}"`).send(write(view, lang));
    });
  };
  app.get(OVERVIEWS, { schema: { hide: true }, config: { page: true } }, async (request, reply) => {
    const site = await serving.site(request);
    return sendPage(reply, renderOverviews(site, await all(request), fieldsFor(request, site)));
  });
  file('csv', 'text/csv; charset=utf-8', overviewCsv);
  file('json', 'application/json; charset=utf-8', (view) => `${JSON.stringify(overviewJson(view), null, 1)}\n`);
  app.get<{ Querystring: Static<typeof Query>; Params: Static<typeof Params> }>(`${OVERVIEWS}/:id`, { schema, config: { page: true } }, async (request, reply) =>
    sendPage(reply, renderOverview(await serving.site(request), await one(request), landOf('register'))));
}

const alphabet = new Intl.Collator('da');
