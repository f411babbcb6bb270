import type { FastifyInstance } from 'fastify';
import { Type } from 'typebox';
import { FailureError, LANGUAGES, unwrap, type Language } from '#base';
import { LAW_QUESTIONS } from './law.ts';

const Query = Type.Object({ lang: Type.Optional(Type.String({ enum: [...LANGUAGES], description: 'Language of the texts; Danish when left out.' })) }, { additionalProperties: false });

/** The law by API. The facts are checked by the law's own reader, which names the field and says what it takes. */
export function lawRoutes(app: FastifyInstance): void {
  for (const question of LAW_QUESTIONS) {
    const { name, summary, danish, example, facts, result } = question;
    app.post<{ Querystring: Readonly<Record<string, unknown>> }>(`/api/v1/law/${name}`, {
      schema: { summary, tags: ['law'], querystring: Query, body: facts, response: { 200: result }, ...described({ danish, example }) },
      validatorCompiler: () => () => true,
    }, async (request) => unwrap(question.answer(request.body, languageOf(request.query))));
  }
}

/** What the page of the API shows beside the schemas: `x-` keys of a schema come into the OpenAPI document as they are. */
function described({ danish, example }: { readonly danish: string; readonly example: string }): object {
  return { 'x-danish': { summary: danish, lang: 'Tekstens sprog; dansk, når det ikke er valgt.' }, 'x-example': example };
}

/** @throws FailureError for a parameter that is not known, or a language that Torvet does not speak */
function languageOf(query: Readonly<Record<string, unknown>>): Language {
  const stranger = Object.keys(query).find((name) => name !== 'lang');
  if (stranger !== undefined) throw new FailureError({ kind: 'invalid', message: `The parameter ${stranger} is not one that this address takes.`, help: 'Known parameters: lang.', place: stranger });
  const { lang = 'da' } = query;
  const language = LANGUAGES.find((one) => one === lang);
  if (language === undefined) throw new FailureError({ kind: 'invalid', message: 'The parameter lang names no language of Torvet.', help: `One of: ${LANGUAGES.join(', ')}.`, place: 'lang' });
  return language;
}
