/** Pages, forms and API of every kind of record, made of its commands: nothing is written twice. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Type, type TSchema } from 'typebox';
import { FailureError, toldIn, unwrap, type Failure } from '#base';
import { asActor, type Action, type Actor } from '#people';
import { renderDocument, type Site } from '#ui';
import { notThere } from './ask.ts';
import type { Command, Warning } from './command.ts';
import { renderCommand } from './command.page.tsx';
import { MORE } from './form.tsx';
import type { FormPairs } from './form-names.ts';
import { pairsOf, type ShownPairs } from './form-pairs.ts';
import { da as faultsDa } from './form-values.da.ts';
import { en as faultsEn } from './form-values.en.ts';
import { readForm } from './form-values.ts';
import { say, saidOf, type FormAbout, type Presentation } from './present.ts';
import { inDanish } from './in-danish.ts';
import type { Kinds } from './kinds.ts';
import { readRecord } from './records.store.ts';
import { renderRecord } from './record.page.tsx';
import { give, settle, type Market, type Outcome } from './run.ts';
import { readFormAbout, readView, readWarnings } from './view.store.ts';

/** What the shell gives the market place for each request. */
export interface MarketServing {
  site(request: FastifyRequest): Promise<Site>;
  actor(request: FastifyRequest): Promise<Actor | null>;
  market(request: FastifyRequest): Market;
}

const Id = Type.String({ format: 'uuid' });
const OutcomeSchema = Type.Object({ record: Id, version: Type.Integer(), outcome: Type.Unsafe<string>(Type.String({ enum: ['done', 'proposed', 'rejected'] })) });

/** Of each kind: its page, and a form and an address of the API for each of its commands. @throws when a kind has no presentation: nobody could see it. */
export function marketPages(app: FastifyInstance, serving: MarketServing, kinds: Kinds, presentations: readonly Presentation[]): void {
  for (const { kind, path, commands } of kinds.all) {
    const presentation = presentations.find((one) => one.kind === kind);
    if (presentation === undefined) throw new Error(`The kind ${kind} has no presentation.`);
    recordPage(app, serving, presentation, path);
    for (const command of commands.filter(({ byTime }) => !byTime)) {
      const route: Route = { serving, presentation, command, path };
      formRoutes(app, route);
      apiRoute(app, route);
    }
  }
}

interface Route {
  readonly serving: MarketServing;
  readonly presentation: Presentation;
  readonly command: Command;
  /** Part of the address for the kind. */
  readonly path: string;
}

type Params = { readonly id?: string };

function recordPage(app: FastifyInstance, serving: MarketServing, presentation: Presentation, path: string): void {
  app.get<{ Params: { id: string }; Querystring: { gjort?: string; udfald?: string } }>(`/torv/${path}/:id`, {
    schema: { hide: true, params: Type.Object({ id: Id }), querystring: Type.Object({ gjort: Type.Optional(Type.String({ maxLength: 60 })), udfald: Type.Optional(Type.String({ maxLength: 10 })) }) },
    config: { page: true, action: `${presentation.kind}.read` as Action },
  }, async (request, reply) => {
    const [site, actor, market] = [await serving.site(request), await serving.actor(request), serving.market(request)];
    const view = await readView(market, presentation, actor, site, request.params.id);
    if (view === null) throw notThere();
    const { gjort, udfald = 'done' } = request.query;
    const done = gjort !== undefined && saidOf(presentation.texts, site.lang, `command.${gjort}`) !== null ? { command: gjort, outcome: udfald } : null;
    const title = market.kinds.of(presentation.kind).titleOf(view.record);
    return sendPrivately(reply, renderDocument(renderRecord({ view, presentation, title, path: `/torv/${path}/${view.record.id}`, done })), view.record.audience === 'public' && actor === null);
  });
}

function addressOf({ command, path }: Route): string {
  return command.starts ? (command.below === null ? `/torv/${path}/ny/${command.name}` : `/torv/under/:id/${command.name}`) : `/torv/${path}/:id/${command.name}`;
}

function formRoutes(app: FastifyInstance, route: Route): void {
  const { command } = route;
  const address = addressOf(route);
  const params = address.includes(':id') ? { params: Type.Object({ id: Id }) } : {};
  const options = { schema: { hide: true, ...params }, config: { page: true, form: true, action: command.name as Action } } as const;
  app.get<{ Params: Params }>(address, options, async (request, reply) => {
    const form = await openForm(route, request);
    return sendPrivately(reply, renderDocument(pageOf(route, form, pairsOf(form.initial, command.input, form.about.site.lang), new Map(), null)), false);
  });
  app.post<{ Params: Params; Body: FormPairs | null }>(address, options, async (request, reply) => submit(route, request, reply));
  if (!command.twoPersons) return;
  for (const [part, verdict] of [['bekraeft', 'confirm'], ['afvis', 'reject']] as const) {
    app.post<{ Params: Params }>(`${address}/${part}`, options, async (request, reply) => {
      const { serving } = route;
      const outcome = unwrap(await settle(serving.market(request), await serving.actor(request), request.params.id ?? '', command.name, verdict));
      return toRecord(route, request, reply, outcome);
    });
  }
}

interface OpenForm {
  readonly about: FormAbout;
  readonly title: string | null;
  readonly warnings: readonly Warning[];
  readonly initial: unknown;
}

async function openForm({ serving, presentation, command }: Route, request: FastifyRequest<{ Params: Params }>): Promise<OpenForm> {
  const [site, actor, market] = [await serving.site(request), await serving.actor(request), serving.market(request)];
  const about = await readFormAbout(market, presentation, command, actor, site, request.params.id ?? null);
  if (about === null) throw notThere();
  const of = about.record ?? about.parent;
  const title = of === null ? null : market.kinds.of(of.kind).titleOf(of);
  const warnings = about.record === null ? [] : await readWarnings(market, command, actor, about.record);
  const initial = { ...(presentation.initial(command.name, about) as object), ...(warnings.length === 0 ? {} : { reasons: warnings.map(({ code }) => ({ code, reason: '' })) }) };
  return { about, title, warnings, initial };
}

function pageOf(route: Route, { about, title, warnings }: OpenForm, pairs: ShownPairs, errors: ReadonlyMap<string, string>, failure: Failure | null) {
  const { presentation, command } = route;
  const { site } = about;
  const back = about.record !== null ? site.href(`/torv/${route.path}/${about.record.id}`) : about.parent === null ? site.href('/torv') : site.href(`/torv/sag/${about.parent.id}`);
  return renderCommand({
    presentation, about, command, title, back, pairs, errors, warnings, action: site.href(site.path),
    failure: failure === null ? null : { help: '', ...toldIn(site.lang, failure) },
  });
}

async function submit(route: Route, request: FastifyRequest<{ Params: Params; Body: FormPairs | null }>, reply: FastifyReply): Promise<FastifyReply> {
  const { serving, command } = route;
  const sent = request.body ?? [];
  // What begins with a line is the page's own: the version that was looked at, the button that was pressed.
  const own = new Map(sent.filter(([name]) => name.startsWith('_')));
  const typed = sent.filter(([name]) => !name.startsWith('_'));
  const [more, version] = [own.get(MORE), own.get('_version')];
  const form = await openForm(route, request);
  const { lang } = form.about.site;
  const again = (status: number, errors: ReadonlyMap<string, string>, failure: Failure | null, shown: ShownPairs = new Map(typed)): FastifyReply =>
    sendPrivately(reply.code(status), renderDocument(pageOf(route, form, shown, errors, failure)), false);
  if (more !== undefined) return again(200, new Map(), null, withRow(new Map(typed), more));
  const read = readForm(typed, command.input, lang);
  if (!read.ok) return again(400, new Map(read.failure.map(({ place, fault }) => [place, FAULTS[lang][fault]])), null);
  const order = { command: command.name, record: request.params.id ?? null, input: read.value, version: version === undefined ? null : Number(version), key: null };
  const outcome = await give(serving.market(request), await serving.actor(request), order);
  if (outcome.ok) return toRecord(route, request, reply, outcome.value);
  const { failure } = outcome;
  if (failure.kind === 'not-found') throw new FailureError(failure);
  const place = failure.place ?? '';
  const isField = Object.hasOwn(command.input.properties, place.replace(/[.[].*$/, ''));
  return isField ? again(400, new Map([[place, toldIn(lang, failure).message]]), null) : again(failure.kind === 'invalid' ? 400 : failure.kind === 'forbidden' ? 403 : 409, new Map(), failure);
}

/** Said to the front of the market place: the reader has just taken itself out of something. */
export const OUT = 'ude';

const FAULTS = { da: faultsDa, en: faultsEn } as const;

/** A row more: the first field that the new row could have, left empty, makes the form draw it. */
function withRow(pairs: ShownPairs, list: string): ShownPairs {
  const rows = [...pairs.keys()].flatMap((key) => (key.startsWith(`${list}[`) ? [Number.parseInt(key.slice(list.length + 1), 10) + 1] : []));
  return new Map([...pairs, [`${list}[${Math.max(1, ...rows)}]`, '']]);
}

async function toRecord({ serving, path, command }: Route, request: FastifyRequest, reply: FastifyReply, outcome: Outcome): Promise<FastifyReply> {
  const [site, actor, market] = [await serving.site(request), await serving.actor(request), serving.market(request)];
  // Whoever has declared a conflict may see nothing of it any more.
  if (await asActor(market.db, actor, (trx) => readRecord(trx, outcome.record)) === null) return reply.redirect(`${site.href('/torv')}?${OUT}=ja`, 303);
  return reply.redirect(`${site.href(`/torv/${path}/${outcome.record}`)}?gjort=${encodeURIComponent(command.name)}${outcome.outcome === 'done' ? '' : `&udfald=${outcome.outcome}`}`, 303);
}

const KEY_MEANS = {
  da: 'En nøgle, som programmet selv finder på: den samme igen giver det svar, der blev givet, og gør intet to gange.',
  en: 'A key that the program makes up: the same again gives the answer that was given, and does nothing twice.',
} as const;

/** The same command for programs: the same schema, the same right, the same answer. */
function apiRoute(app: FastifyInstance, { serving, command, presentation: { texts } }: Route): void {
  const properties: Record<string, TSchema> = { input: command.input };
  if (!command.starts || command.below !== null) properties['record'] = Id;
  if (!command.starts) properties['version'] = Type.Optional(Type.Integer({ minimum: 1, description: 'The version that was looked at; another one by now is a conflict.' }));
  app.post<{ Body: { readonly input: unknown; readonly record?: string; readonly version?: number } }>(`/api/v1/market/commands/${command.name}`, {
    schema: {
      tags: ['market'], summary: say(texts, 'en', `about.${command.name}`), ...inDanish({ summary: say(texts, 'da', `about.${command.name}`), 'idempotency-key': KEY_MEANS.da }), body: Type.Object(properties, { additionalProperties: false }),
      headers: Type.Object({ 'idempotency-key': Type.Optional(Type.String({ pattern: '^[\\w-]{8,100}$', description: KEY_MEANS.en })) }),
      response: { 200: OutcomeSchema },
    },
    config: { action: command.name as Action },
  }, async (request): Promise<Outcome> => {
    const { record = null, version = null, input } = request.body;
    const key = request.headers['idempotency-key'];
    return unwrap(await give(serving.market(request), await serving.actor(request), { command: command.name, record, input, version, key: typeof key === 'string' ? key : null }));
  });
}

/** What is one's own is kept by nobody on the way. */
function sendPrivately(reply: FastifyReply, html: string, isPublic: boolean): FastifyReply {
  if (!isPublic) void reply.header('cache-control', 'private, no-store');
  return reply.type('text/html; charset=utf-8').send(html);
}
