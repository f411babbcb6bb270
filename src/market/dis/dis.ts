/** A dynamic purchasing system: open to every qualified supplier all its life, at no fee. */
import { copenhagenDate, endOfDayInCopenhagen, fail, ok, refuse, type Failure, type Language, type Result } from '#base';
import { kind, start, step, type Change, type Context, type Due } from '../core/command.ts';
import { day, fields, NOTHING, reasons, text } from '../core/fields.ts';
import { findingTold, lawRule, type MarketFinding } from '../findings.ts';
import { en as publicationEn } from '../publication-check.en.ts';
import { da as publicationDa } from '../publication-check.da.ts';
import { checkDis, instantOf, warningsOf } from './dis.draft.ts';
import { disRelease } from './dis.release.ts';
import { DIS_TEXTS, DisBodySchema, type Dis, type DisBody, type DisTexts } from './dis.schema.ts';

const PUBLICATION = { da: publicationDa, en: publicationEn };
const Beginning = fields({ title: DIS_TEXTS.title, description: DIS_TEXTS.description, service: DIS_TEXTS.service, cpv: DIS_TEXTS.cpv });
const Writing = fields(DIS_TEXTS);
const Reason = fields({ reason: text(4000) });

const HOUSE = 'owner' as const;
const ALL = 'public' as const;

function ownerOf({ actor }: Context): string {
  if (actor === null) throw new Error('A system is somebody’s.');
  return actor.organisation;
}

function twice(values: readonly string[]): string | undefined {
  return values.find((value, at) => values.indexOf(value) !== at);
}

/** The first thing wrong in what was written; the rest of what is missing is told before publication. */
function writingFailure({ categories, selection, named, users }: DisTexts): Failure | null {
  const category = twice(categories.map(({ id }) => id));
  if (category !== undefined) return refuse('invalid', { da: [`To kategorier hedder "${category}".`, 'Giv hver sit eget mærke: A, B, C.'], en: [`Two categories are called "${category}".`, 'Give each its own mark: A, B, C.'] }, 'categories');
  const criterion = twice(selection.map(({ code }) => code));
  if (criterion !== undefined) return refuse('invalid', { da: [`Kravet "${criterion}" står der to gange.`, 'Spørg om hvert krav én gang; det, der kun gælder i én kategori, hører til dér.'], en: [`The requirement "${criterion}" stands twice.`, 'Ask about each once; what holds in one category only belongs there.'] }, 'selection');
  if (twice(named.map(({ cvr }) => cvr)) !== undefined) return refuse('invalid', { da: ['Det samme CVR-nummer står der to gange.', 'Nævn hver organisation én gang.'], en: ['The same CVR number stands twice.', 'Name each organisation once.'] }, 'named');
  if (twice(users.map(({ organisation }) => organisation)) !== undefined) return refuse('invalid', { da: ['Den samme organisation er valgt to gange.', 'Vælg hver én gang.'], en: ['The same organisation is chosen twice.', 'Choose each once.'] }, 'users');
  return null;
}

/** What blocks publication, as one failure with every paragraph. */
function blocked(findings: readonly MarketFinding[]): Failure | null {
  const blocks = findings.filter(({ severity }) => severity === 'blocks');
  if (blocks.length === 0) return null;
  const told = (lang: Language): string => blocks.map((one) => `${findingTold(PUBLICATION, one, lang)}${one.rule === null ? '' : ` (${lawRule(one.rule).paragraph})`}`).join(' ');
  return refuse('conflict', { da: [told('da'), 'Skriv det, der mangler, i kladden, og offentliggør den derefter.'], en: [told('en'), 'Write what is missing in the draft, and publish it then.'] });
}

function unknownUser({ body }: Dis, { organisation }: Context): Failure | null {
  const isBuyer = (id: string): boolean => ['municipality', 'central-purchasing-body'].includes(organisation(id)?.kind ?? '');
  if (body.users.every((user) => isBuyer(user.organisation))) return null;
  return refuse('invalid', { da: ['En af dem, der skal købe i systemet, er ikke en indkøber, der er kendt her (§ 96).', 'Vælg fra listen, eller nævn den med CVR-nummer.'], en: ['One of those who are to buy in the system is no buyer known here (§ 96).', 'Choose from the list, or name it with its CVR number.'] });
}

function publish(record: Dis, given: { readonly reasons: DisBody['reasons'] }, context: Context): Result<Change<DisBody, null>> {
  const { body } = record;
  const failure = blocked(checkDis(body, context.now).findings) ?? unknownUser(record, context);
  if (failure !== null) return fail(failure);
  if (body.firstDeadline === undefined || body.endsOn === undefined) throw new Error('The check lets through no system without time limits.');
  if (body.endsOn < body.firstDeadline.slice(0, 10)) return fail(refuse('invalid', { da: ['Systemet ville slutte, før den første ansøgningsfrist er gået.', 'Vælg en senere sidste dag.'], en: ['The system would end before the first applications are due.', 'Choose a later last day.'] }));
  const warned = new Set(warningsOf(body, context.now).map(({ code }) => code));
  const published = {
    ...body, publishedAt: context.now.toString(), firstPeriodEnds: instantOf(body.firstDeadline).toString(), reasons: given.reasons.filter(({ code }) => warned.has(code)),
  };
  return ok({ state: 'open', body: published, audience: ALL, happened: [{ type: 'published', audience: ALL, data: { endsOn: body.endsOn } }] });
}

function changePeriod({ body }: Dis, { endsOn, reason }: { readonly endsOn: string; readonly reason: string }, { now }: Context): Result<Change<DisBody, null>> {
  const from = body.endsOn ?? '';
  if (endsOn === from) return fail(refuse('invalid', { da: ['Det er allerede den sidste dag.', 'Vælg en anden dag.'], en: ['That is the last day already.', 'Choose another day.'] }, 'endsOn'));
  if (endsOn <= copenhagenDate(now).toString() || endsOn < (body.firstDeadline ?? '').slice(0, 10)) {
    return fail(refuse('invalid', { da: ['Den sidste dag skal ligge ude i fremtiden og ikke før udløbet af den første ansøgningsfrist.', 'Vælg en senere dag.'], en: ['The last day must lie ahead, and not before the end of the first time limit for applications.', 'Choose a later day.'] }, 'endsOn'));
  }
  return ok({
    state: 'open', body: { ...body, endsOn, periods: [...body.periods, { at: now.toString(), from, to: endsOn, reason }] },
    happened: [{ type: 'period-changed', audience: ALL, data: { from, to: endsOn, text: reason } }],
  });
}

function due({ state, body }: Dis): readonly Due[] {
  if (state !== 'open' || body.endsOn === undefined || body.firstPeriodEnds === undefined) return [];
  return [
    ...(body.firstPeriodOver === true ? [] : [{ command: 'dis.end-first-period', at: Temporal.Instant.from(body.firstPeriodEnds) }]),
    { command: 'dis.lapse', at: endOfDayInCopenhagen(Temporal.PlainDate.from(body.endsOn)) },
  ];
}

export const dis = kind<DisBody>({
  kind: 'dis',
  path: 'dis',
  states: ['draft', 'open', 'ended', 'cancelled'],
  body: DisBodySchema,
  titleOf: ({ body }) => body.title,
  due,
  release: disRelease,
  commands: [
    start<typeof Beginning, DisBody, null>({
      name: 'dis.start', input: Beginning,
      decide: (input, context) => ok({
        state: 'draft', body: { ...input, categories: [], voluntary: [], selection: [], users: [], named: [], allMunicipalities: false, reasons: [], periods: [] },
        audience: HOUSE, parties: [], owner: ownerOf(context), parent: null, happened: [{ type: 'begun', audience: HOUSE, data: {} }],
      }),
    }),
    step<typeof Writing, DisBody, null>({
      name: 'dis.write', input: Writing, from: ['draft'],
      decide: ({ body: { reasons: given, periods } }, input) => {
        const failure = writingFailure(input);
        if (failure !== null) return fail(failure);
        // As parties their names are known when it is published.
        return ok({ state: 'draft', body: { ...input, reasons: given, periods }, parties: input.users.map(({ organisation }) => organisation), happened: [{ type: 'written', audience: HOUSE, data: {} }] });
      },
    }),
    step({
      name: 'dis.publish', input: fields({ reasons: reasons() }), from: ['draft'], twoPersons: true, publishes: true, decide: publish,
      warnings: ({ body }: Dis, { now }) => warningsOf(body, now),
    }),
    step({ name: 'dis.change-period', input: fields({ endsOn: day(), reason: text(4000) }), from: ['open'], twoPersons: true, publishes: true, decide: changePeriod }),
    step({
      name: 'dis.end', input: Reason, from: ['open'], publishes: true,
      decide: ({ body }: Dis, { reason }, { now }) => ok({ state: 'ended', body: { ...body, ended: { at: now.toString(), reason } }, happened: [{ type: 'ended', audience: ALL, data: { text: reason } }] }),
    }),
    step({
      name: 'dis.cancel', input: Reason, from: ['open'], twoPersons: true, publishes: true,
      decide: ({ body }: Dis, { reason }, { now }) => ok({ state: 'cancelled', body: { ...body, cancelled: { at: now.toString(), reason } }, happened: [{ type: 'cancelled', audience: ALL, data: { text: reason } }] }),
    }),
    step({
      name: 'dis.drop', input: Reason, from: ['draft'],
      decide: ({ body }: Dis, { reason }, { now }) => ok({ state: 'cancelled', body: { ...body, cancelled: { at: now.toString(), reason } }, happened: [{ type: 'dropped', audience: HOUSE, data: { text: reason } }] }),
    }),
    step({
      name: 'dis.end-first-period', input: NOTHING, from: ['open'], byTime: true,
      decide: ({ body }: Dis) => ok({ state: 'open', body: { ...body, firstPeriodOver: true }, happened: [{ type: 'first-period-over', audience: ALL, data: {} }] }),
    }),
    step({
      name: 'dis.lapse', input: NOTHING, from: ['open'], byTime: true, publishes: true,
      decide: ({ body }: Dis, _input, { now }) => ok({ state: 'ended', body: { ...body, ended: { at: now.toString(), reason: null } }, happened: [{ type: 'lapsed', audience: ALL, data: {} }] }),
    }),
  ],
});
