import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import type { Serving } from '#register';
import { renderDocument, type Site } from '#ui';
import type { VNode } from 'preact';
import { renderQuestion } from './wizard.page.tsx';
import { readRows, readValue } from './values.ts';
import type { WrongAnswer } from './wizard-answers.tsx';
import { addressOf, AT, askedOf, BAR, GIVEN, MORE, nextOf, SENT, SKIPPED, UNKNOWN, type Answers, type PlainField, type Question, type RowsField, type Wizard } from './wizard.ts';

export type Given = Readonly<Record<string, readonly string[] | undefined>>;
type Asked = FastifyRequest<{ Querystring: Given }>;

const MOST_VALUES = 60;
const LONGEST = 300;

/** The parameters that a wizard's address can hold; each may come several times. */
export function wizardSchema({ questions }: Wizard) {
  const columns = questions.flatMap(({ field }) => (field.kind === 'rows' ? field.columns.map(({ name }) => `${GIVEN}.${name}`) : []));
  const names = [...questions.map(({ name }) => name), AT, SENT, GIVEN, UNKNOWN, MORE, ...columns];
  return Type.Object(Object.fromEntries(names.map((name) => [name, Type.Optional(Type.Array(Type.String({ maxLength: LONGEST }), { maxItems: MOST_VALUES }))])), { additionalProperties: false });
}

/** The pages of a wizard: a question until all are answered, then the answer. */
export function wizardRoutes(app: FastifyInstance, serving: Serving, wizard: Wizard, renderAnswer: (request: FastifyRequest, site: Site, answers: Answers) => Promise<VNode>): void {
  app.get<{ Querystring: Given }>(wizard.path, { schema: { hide: true, querystring: wizardSchema(wizard) }, config: { page: true } }, async (request, reply) => {
    const site = await serving.site(request);
    const answers = readAnswers(wizard, request.query);
    const at = askedOf(wizard, answers).find(({ name }) => name === request.query[AT]?.[0]);
    if (at !== undefined && request.query[SENT] !== undefined) return submit(request, reply, { site, wizard, answers, question: at });
    const question = at ?? nextOf(wizard, answers);
    if (question === null) return send(reply, await renderAnswer(request, site, answers));
    return send(reply, renderQuestion({ site, wizard, answers, question, wrong: null, rows: null }));
  });
}

/** The answers that an address holds. One that does not fit its question counts as not given: the question is asked again. */
export function readAnswers({ questions }: Wizard, given: Given): Answers {
  const answers = new Map<string, readonly string[]>();
  for (const question of questions) {
    const values = given[question.name];
    if (values !== undefined && values.length > 0 && isAnswer(question, values)) answers.set(question.name, values);
  }
  return answers;
}

function isAnswer({ field, skip }: Question, values: readonly string[]): boolean {
  if (values.length === 1 && values[0] === SKIPPED) return skip !== null;
  if (field.kind !== 'rows') return values.length === 1 && isCanonical(field, values[0] ?? '');
  return values.length <= field.most && values.every((row) => {
    const parts = row.split(BAR);
    return parts.length === field.columns.length && field.columns.every((column, at) => (parts[at] === '' ? column.mayBeEmpty : isCanonical(column.field, parts[at] ?? '')));
  });
}

/** Written as the address writes it, so that one set of facts has one address. */
function isCanonical(field: PlainField, value: string): boolean {
  const read = readValue(field, value, 'en');
  return read.ok && read.value === value;
}

interface Step {
  readonly site: Site;
  readonly wizard: Wizard;
  readonly answers: Answers;
  readonly question: Question;
}

/** Takes what was typed and goes on to the address that holds it; or shows the question again with what is wrong. */
async function submit(request: Asked, reply: FastifyReply, step: Step): Promise<FastifyReply> {
  const { site, wizard, answers, question } = step;
  const { field } = question;
  const given = request.query;
  const rows = field.kind === 'rows' ? typedRows(given, field) : null;
  if (rows !== null && given[MORE] !== undefined) return send(reply, renderQuestion({ ...step, wrong: null, rows: [...rows, {}] }));
  const values = given[UNKNOWN] !== undefined && question.skip !== null ? [SKIPPED] : read(field, given, rows, site);
  if (!Array.isArray(values)) return send(reply.code(400), renderQuestion({ ...step, wrong: values as WrongAnswer, rows }));
  return reply.redirect(site.href(addressOf(wizard, new Map(answers).set(question.name, values as readonly string[]))), 302);
}

function read(field: PlainField | RowsField, given: Given, rows: readonly Readonly<Record<string, string>>[] | null, { lang }: Site): readonly string[] | WrongAnswer {
  if (field.kind === 'rows') {
    const found = readRows(field, rows ?? [], lang);
    return found.ok ? found.value : { given: rows?.[found.failure.row]?.[found.failure.column] ?? '', fault: found.failure };
  }
  const [typed = ''] = given[GIVEN] ?? [];
  const found = readValue(field, typed, lang);
  return found.ok ? [found.value] : { given: typed, fault: found.failure };
}

function typedRows(given: Given, { columns }: RowsField): readonly Readonly<Record<string, string>>[] {
  const lists = columns.map(({ name }) => [name, given[`${GIVEN}.${name}`] ?? []] as const);
  const length = Math.max(...lists.map(([, list]) => list.length));
  return Array.from({ length }, (_, at) => Object.fromEntries(lists.map(([name, list]) => [name, list[at] ?? ''])));
}

function send(reply: FastifyReply, page: VNode): FastifyReply {
  return reply.type('text/html; charset=utf-8').send(renderDocument(page));
}
