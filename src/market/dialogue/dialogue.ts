/** A market dialogue before a purchase: open to everybody, answered to everybody, and an annex of the purchase that comes of it. */
import { Type } from 'typebox';
import { fail, ok, refuse, type Failure, type Result } from '#base';
import { kind, start, step, type Change, type Context } from '../core/command.ts';
import { count, day, fields, line, list, moment, NOTHING, text } from '../core/fields.ts';
import { instantOf } from '../purchase/purchase.draft.ts';
import { countsOf, FEWEST_TOLD, waitingQuestions } from './counts.ts';
import { dialogueRelease } from './dialogue.release.ts';
import { DialogueBodySchema, type Dialogue, type DialogueBody } from './dialogue.schema.ts';

const ALL = 'public' as const;

const Start = fields({
  title: line(),
  announcement: text(),
  wanted: text(),
  requirements: list(fields({ requirement: text(2000) }), 100),
  closesAt: moment(),
});

const Answer = fields({
  question: Type.String({ format: 'uuid', form: 'choice' }),
  /** As it is shown to all: without what tells who asked. */
  shown: text(4000),
  answer: text(10_000),
});

const Note = fields({ on: day(), suppliers: count(1, 999), text: text(20_000) });

/** Texts for everybody name nobody who has said something here. */
function nameFailure(texts: Readonly<Record<string, string>>, { children, organisation }: Context): Failure | null {
  const names = children.flatMap(({ owner }) => organisation(owner)?.name.toLocaleLowerCase('da') ?? []);
  const place = Object.keys(texts).find((field) => names.some((name) => texts[field]?.toLocaleLowerCase('da').includes(name)));
  return place === undefined ? null : refuse('invalid', { da: ['Teksten nævner en leverandør, der har været med.', 'Skriv den, så ingen kan se, hvem det var: alle læser den.'], en: ['This names a supplier that has taken part.', 'Write it so that nobody can see who it was: everybody reads it.'] }, place);
}

const begin = start<typeof Start, DialogueBody, null>({
  name: 'dialogue.start', input: Start, below: 'need', publishes: true,
  decide: ({ requirements, closesAt: local, ...texts }, { parent, actor, now }) => {
    if (parent === null || actor === null || parent.owner !== actor.organisation) return fail(refuse('not-found', { da: ['I har ikke et sådant behov.', 'Begynd fra et af jeres egne behov.'], en: ['There is no such need of yours.', 'Begin from one of your own needs.'] }));
    if (parent.state !== 'draft' && parent.state !== 'decided') return fail(refuse('conflict', { da: ['Behovet er opgivet, eller der er købt ind til det.', 'En dialog kommer før købet.'], en: ['The need is given up, or bought for.', 'A dialogue comes before the purchase.'] }));
    const closesAt = instantOf(local);
    if (closesAt === null || Temporal.Instant.compare(closesAt, now) <= 0) return fail(refuse('invalid', { da: ['Dialogen skal lukke på et tidspunkt, der ikke er gået.', 'Vælg en dag og et klokkeslæt, der kommer, i dansk tid.'], en: ['The dialogue must close at an instant that is still ahead.', 'Write it like 2026-12-01T12:00, in the time of Copenhagen.'] }, 'closesAt'));
    return ok({
      state: 'open', audience: ALL, parties: [], owner: actor.organisation, parent: parent.id,
      body: {
        ...texts, requirements: requirements.map(({ requirement }, at) => ({ id: `S${at + 1}`, text: requirement })), openedAt: now.toString(), closesAt: closesAt.toString(), questions: [], notes: [],
      },
      happened: [{ type: 'begun', audience: ALL, data: {} }],
    });
  },
});

// Also after the end: the last question comes on the last day, and notes are written after the meeting.
const ANSWERED_IN = ['open', 'closed'] as const;

const answer = step({
  name: 'dialogue.answer', input: Answer, from: [...ANSWERED_IN], asks: ['children'], publishes: true,
  decide: ({ state, body }: Dialogue, { question, shown, answer: given }, context): Result<Change<DialogueBody, null>> => {
    if (waitingQuestions(body, context.children).every(({ id }) => id !== question)) return fail(refuse('invalid', { da: ['Spørgsmålet findes ikke, eller det er besvaret.', 'Vælg et, der venter på svar.'], en: ['There is no such question, or it is answered.', 'Choose one that waits.'] }, 'question'));
    const failure = nameFailure({ shown, answer: given }, context);
    if (failure !== null) return fail(failure);
    return ok({
      state, body: { ...body, questions: [...body.questions, { id: question, question: shown, answer: given, at: context.now.toString() }] },
      happened: [{ type: 'answered', audience: ALL, data: { text: shown } }],
    });
  },
});

const note = step({
  name: 'dialogue.note', input: Note, from: [...ANSWERED_IN], asks: ['children'], publishes: true,
  decide: ({ state, body }: Dialogue, { on, suppliers, text: said }, context): Result<Change<DialogueBody, null>> => {
    const failure = nameFailure({ text: said }, context);
    if (failure !== null) return fail(failure);
    return ok({ state, body: { ...body, notes: [...body.notes, { on, suppliers, text: said, at: context.now.toString() }] }, happened: [{ type: 'noted', audience: ALL, data: { suppliers } }] });
  },
});

/** What was counted is told with the end, and never before: nobody answers by what others have said. */
function ended(body: DialogueBody, { children, now }: Context, reason: string | null): DialogueBody {
  const { answered, counts } = countsOf(body, children);
  return { ...body, closed: { at: now.toString(), reason }, ...(answered < FEWEST_TOLD ? {} : { outcome: { answered, counts: [...counts] } }) };
}

const close = step({
  name: 'dialogue.close', input: fields({ reason: text(4000) }), from: ['open'], asks: ['children'], publishes: true,
  decide: ({ body }: Dialogue, { reason }, context): Result<Change<DialogueBody, null>> => {
    const failure = nameFailure({ reason }, context);
    if (failure !== null) return fail(failure);
    return ok({ state: 'closed', body: ended(body, context, reason), happened: [{ type: 'closed', audience: ALL, data: { text: reason } }] });
  },
});

const lapse = step({
  name: 'dialogue.lapse', input: NOTHING, from: ['open'], byTime: true, asks: ['children'], publishes: true,
  decide: ({ body }: Dialogue, _input, context): Result<Change<DialogueBody, null>> => ok({ state: 'closed', body: ended(body, context, null), happened: [{ type: 'lapsed', audience: ALL, data: {} }] }),
});

export const dialogue = kind<DialogueBody>({
  kind: 'dialogue',
  path: 'dialog',
  states: ['open', 'closed'],
  body: DialogueBodySchema,
  titleOf: ({ body }) => body.title,
  due: ({ state, body }) => (state === 'open' ? [{ command: 'dialogue.lapse', at: Temporal.Instant.from(body.closesAt) }] : []),
  release: dialogueRelease,
  commands: [begin, answer, note, close, lapse],
});
