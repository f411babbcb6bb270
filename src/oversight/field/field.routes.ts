import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Type, type Static } from 'typebox';
import { copenhagenDate, FailureError, type Language } from '#base';
import { notFound, sendPage, type Serving } from '#register';
import { OVERVIEWS } from '../overview/overview.page.tsx';
import { fieldCsv, fieldJson } from './field.files.ts';
import { renderField } from './field.page.tsx';
import { FIELDS } from './field.texts.ts';
import { fieldView, type FieldView } from './field.view.ts';
import { fieldsFor } from './fields.ts';

const Params = Type.Object({ id: Type.String({ maxLength: 100 }) });
type Request = FastifyRequest<{ Params: Static<typeof Params> }>;

/** Overviews made out of notices. They tell of real purchases: the demo world has none. */
export function fieldRoutes(app: FastifyInstance, serving: Serving): void {
  const one = async (request: Request): Promise<FieldView> => {
    const field = fieldsFor(request, await serving.site(request)).find(({ id }) => id === request.params.id);
    if (field === undefined) throw new FailureError(notFound(`There is no overview called "${request.params.id.slice(0, 60)}".`, `All of them stand at ${OVERVIEWS}.`));
    return fieldView(serving.database(request), field, copenhagenDate(serving.clock.now()).toString());
  };
  const options = { schema: { hide: true, params: Params }, config: { page: true } };
  const file = (ending: string, type: string, write: (view: FieldView, lang: Language) => string): void => {
    app.get<{ Params: Static<typeof Params> }>(`${FIELDS}/:id.${ending}`, options, async (request, reply): Promise<FastifyReply> => {
      const view = await one(request);
      const { lang } = await serving.site(request);
      return reply.type(type).header('content-disposition', `attachment; filename="${view.field.id}.${ending}"`).send(write(view, lang));
    });
  };
  file('csv', 'text/csv; charset=utf-8', fieldCsv);
  file('json', 'application/json; charset=utf-8', (view) => `${JSON.stringify(fieldJson(view), null, 1)}\n`);
  app.get<{ Params: Static<typeof Params> }>(`${FIELDS}/:id`, options, async (request, reply) => sendPage(reply, renderField(await serving.site(request), await one(request))));
}
