import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Type, type Static } from 'typebox';
import { FailureError } from '#base';
import { landOf, notFound, sendPage, type Serving } from '#register';
import { canBeAsked, requestText } from './access-request.ts';
import { renderRequest, type RequestView } from './access-request.page.tsx';
import { overviewAddress, OVERVIEWS, rowSlug } from './addresses.ts';
import { findEvidence } from './evidence.store.ts';
import { overviewsFor } from './kept.ts';
import { rowsOf } from './rows.ts';

const Params = Type.Object({ id: Type.String({ maxLength: 100 }), municipality: Type.String({ maxLength: 100 }) });
type Request = FastifyRequest<{ Params: Static<typeof Params> }>;

/** A draft of a request for access to documents, for each row whose purchase is not known. */
export function requestRoutes(app: FastifyInstance, serving: Serving): void {
  const view = async (request: Request): Promise<RequestView> => {
    const { id, municipality: slug } = request.params;
    const site = await serving.site(request);
    const overview = overviewsFor(serving, request, site).find((one) => one.id === id);
    const land = landOf('register');
    const place = land.places.find(({ name }) => rowSlug(name) === slug);
    if (overview === undefined || place === undefined) throw new FailureError(notFound('There is no such overview or municipality.', `All overviews stand at ${OVERVIEWS}.`));
    const [row] = rowsOf(overview, [place.name], await findEvidence(serving.database(request), land, overview));
    if (row === undefined || !canBeAsked(row)) throw new FailureError(notFound(`How ${place.name} bought is known, so there is nothing to ask for.`, `It stands at ${overviewAddress(id)}.`));
    return { overview, municipality: place.name, holdings: row.holdings, status: row.status, address: serving.url + site.href(overviewAddress(id)) };
  };
  const options = { schema: { hide: true, params: Params }, config: { page: true } };
  const path = `${OVERVIEWS}/:id/aktindsigt/:municipality`;
  app.get<{ Params: Static<typeof Params> }>(path, options, async (request, reply) => sendPage(reply, renderRequest(await serving.site(request), await view(request))));
  app.get<{ Params: Static<typeof Params> }>(`${path}.txt`, options, async (request, reply) => {
    const found = await view(request);
    return reply.type('text/plain; charset=utf-8').header('content-disposition', `attachment; filename="aktindsigt-${found.overview.id}-${request.params.municipality}.txt"`).send(requestText(found, 'da'));
  });
}
