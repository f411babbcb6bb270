import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Type, type Static } from 'typebox';
import { FailureError } from '#base';
import { notFound, sendPage, type Serving } from '#register';
import type { Site } from '#ui';
import { fieldsFor } from '../field/fields.ts';
import { EMBEDDED, OVERVIEWS, rowSlug } from './addresses.ts';
import { EMBED_HEADERS, renderEmbedded } from './embed.page.tsx';
import { overviewsFor } from './kept.ts';
import { loadOverview, type Loaded } from './load.ts';
import { overviewCsv, overviewJson } from './overview.files.ts';
import { renderOverviews } from './overview-list.page.tsx';
import { renderOverview } from './overview.page.tsx';
import { overviewPdf } from './overview.pdf.ts';
import { SORTS } from './overview.view.ts';
import { renderRow } from './row.page.tsx';
import { STATUSES } from './words.ts';

function oneOf<const Values extends readonly string[]>(values: Values) {
  return Type.Optional(Type.Unsafe<Values[number]>(Type.String({ enum: [...values] })));
}
const Query = Type.Object({ sort: oneOf(SORTS), order: oneOf(['asc', 'desc']), status: oneOf(STATUSES) }, { additionalProperties: false });
const Params = Type.Object({ id: Type.String({ maxLength: 100 }), municipality: Type.Optional(Type.String({ maxLength: 100 })) });
interface Shape {
  Querystring: Static<typeof Query>;
  Params: Static<typeof Params>;
}

interface Asking extends Loaded {
  readonly site: Site;
}

/** Overviews tell of real purchases: the demo world has none. */
export function overviewRoutes(app: FastifyInstance, serving: Serving): void {
  const schema = { hide: true, params: Params, querystring: Query };
  const get = (address: string, send: (asking: Asking, request: FastifyRequest<Shape>, reply: FastifyReply) => FastifyReply | Promise<FastifyReply>): void => {
    app.get<Shape>(`${OVERVIEWS}/:id${address}`, { schema, config: { page: true } }, async (request, reply): Promise<FastifyReply> => send(await ask(serving, request), request, reply));
  };
  const file = (ending: string, type: string, write: (asking: Asking) => string | Promise<Buffer>): void => get(`.${ending}`, async (asking, _request, reply) =>
    reply.type(type).header('content-disposition', `attachment; filename="${asking.view.overview.id}.${ending}"`).send(await write(asking)));

  app.get(OVERVIEWS, { schema: { hide: true }, config: { page: true } }, async (request, reply) => {
    const site = await serving.site(request);
    return sendPage(reply, renderOverviews(site, overviewsFor(serving, request, site), fieldsFor(request, site)));
  });
  file('csv', 'text/csv; charset=utf-8', ({ view, site }) => overviewCsv(view, site.lang));
  file('json', 'application/json; charset=utf-8', ({ view, site }) => `${JSON.stringify(overviewJson(view, site), null, 1)}\n`);
  file('pdf', 'application/pdf', (asking) => overviewPdf({ ...asking, at: serving.clock.now() }));
  get('', (asking, _request, reply) => sendPage(reply, renderOverview(asking)));
  get(`/${EMBEDDED}`, (asking, _request, reply) => sendPage(reply.headers(EMBED_HEADERS), renderEmbedded(asking)));
  get('/:municipality', (asking, request, reply) => {
    const row = asking.view.rows.find(({ municipality }) => rowSlug(municipality) === request.params.municipality);
    if (row === undefined) throw new FailureError(notFound(`There is no municipality "${request.params.municipality?.slice(0, 60) ?? ''}".`, `The overview stands at ${OVERVIEWS}/${asking.view.overview.id}.`));
    return sendPage(reply, renderRow({ ...asking, row }));
  });
}

async function ask(serving: Serving, request: FastifyRequest<Shape>): Promise<Asking> {
  const { params: { id }, query: { sort = 'municipality', order, status = null } } = request;
  const site = await serving.site(request);
  const overview = overviewsFor(serving, request, site).find((one) => one.id === id);
  if (overview === undefined) throw new FailureError(notFound(`There is no overview called "${id.slice(0, 60)}".`, `All of them stand at ${OVERVIEWS}.`));
  return { site, ...await loadOverview(serving.database(request), overview, { sort, descending: order === 'desc', status }) };
}
