/** What a supplier says to a dialogue or a purchase: a question, its answers, or why it does not take part. Its own organisation and the buyer see it, nobody else. */
import { Type, type Static } from 'typebox';
import { fail, ok, refuse, type Result } from '#base';
import { kind, start, type Beginning, type Context } from '../core/command.ts';
import { choice, fields, list, maybe, text } from '../core/fields.ts';
import type { MarketRecord } from '../core/record.ts';
import type { Dialogue } from '../dialogue/dialogue.schema.ts';

export const CONTRIBUTION_TYPES = ['question', 'response', 'decline'] as const;
export type ContributionType = (typeof CONTRIBUTION_TYPES)[number];

/** What a supplier can say to a requirement. */
export const ABILITIES = ['can', 'price', 'cannot'] as const;
export type Ability = (typeof ABILITIES)[number];

/** "We will not bid because": a closed list, so that it can be counted. */
export const DECLINE_REASONS = ['not-ours', 'requirements', 'security', 'terms', 'price-model', 'size', 'time', 'capacity', 'cost', 'slanted', 'other'] as const;
export type DeclineReason = (typeof DECLINE_REASONS)[number];

const strict = { additionalProperties: false } as const;

const Body = Type.Object({
  type: choice(CONTRIBUTION_TYPES),
  /** Title of what it is said to, as it was then. */
  about: Type.String(),
  text: Type.String(),
  /** Of a response: the requirement by its id and its text, what the supplier can, and what it says to it. */
  answers: Type.Array(Type.Object({ id: Type.String(), about: Type.String(), can: choice(ABILITIES), answer: Type.String() }, strict)),
  /** Of a decline. */
  because: Type.Optional(choice(DECLINE_REASONS)),
  /** What the supplier holds to be confidential, apart from the rest, so that nobody publishes it by mistake. */
  confidential: Type.Optional(Type.String()),
}, strict);
export type ContributionBody = Static<typeof Body>;
export type Contribution = MarketRecord<ContributionBody>;

type More = Partial<Pick<ContributionBody, 'answers' | 'because' | 'confidential'>>;

/** What a supplier sends to the owner of the parent; never changed afterwards. */
export function contributionTo({ parent, actor }: Context, type: ContributionType, content: string, more: More = {}): Beginning<ContributionBody, null> {
  if (parent === null || actor === null) throw new Error('A contribution is somebody’s, to something.');
  return {
    state: 'sent', audience: 'parties', parties: [parent.owner], owner: actor.organisation, parent: parent.id,
    body: { type, about: (parent.body as { readonly title?: string }).title ?? '', text: content, answers: [], ...more },
    happened: [{ type: `${type}-sent`, audience: 'parties', data: {} }],
  };
}

/** A purchase takes questions until its deadline, by the clock and not by the state that time sets a moment later. */
function inTime({ parent, now }: Context): Result<true> {
  const { deadline } = (parent?.body ?? {}) as { readonly deadline?: string };
  if (parent?.state === 'announced' && deadline !== undefined && Temporal.Instant.compare(now, deadline) <= 0) return ok(true);
  return fail(refuse('conflict', { da: ['Fristen er gået, eller købet er ikke offentliggjort.', 'Se på købets side.'], en: ['The deadline has passed, or the purchase is not announced.', 'Look at the page of the purchase.'] }));
}

/** The same of a dialogue. */
function inDialogue({ parent, now }: Context): Result<Dialogue> {
  const dialogue = parent as Dialogue;
  if (dialogue.state === 'open' && Temporal.Instant.compare(now, dialogue.body.closesAt) <= 0) return ok(dialogue);
  return fail(refuse('conflict', { da: ['Dialogen er lukket.', 'Det, der blev sagt, står på dens side.'], en: ['The dialogue is closed.', 'What was said stands on its page.'] }));
}

const Asked = fields({ text: text(4000) });
const AskedInDialogue = fields({ text: text(4000), confidential: maybe(text(4000)) });
const Declined = fields({ because: choice(DECLINE_REASONS), text: text(4000) });
const Answered = fields({ id: Type.String({ pattern: '^S[0-9]{1,3}$', form: 'hidden' }), can: choice(ABILITIES), answer: maybe(text(4000)) });
const Responded = fields({ answers: list(Answered, 100), text: text(10_000), confidential: maybe(text(10_000)) });

/** One answer to each requirement of the dialogue, in its order. */
function answersTo({ body: { requirements } }: Dialogue, given: Static<typeof Responded>['answers']): Result<ContributionBody['answers']> {
  const fits = given.length === requirements.length && requirements.every(({ id }) => given.some((one) => one.id === id));
  if (!fits) return fail(refuse('invalid', { da: ['Hvert krav skal have ét svar.', 'Svar på dem alle: kan, kan mod betaling, kan ikke.'], en: ['Each requirement has one answer.', 'Answer all of them: can, can at a price, cannot.'] }, 'answers'));
  return ok(requirements.flatMap(({ id, text: about }) => given.filter((one) => one.id === id).map(({ can, answer = '' }) => ({ id, about, can, answer }))));
}

function marked(confidential: string | undefined): Pick<More, 'confidential'> {
  return confidential === undefined ? {} : { confidential };
}

const TO_PURCHASE = [
  start<typeof Asked, ContributionBody, null>({
    name: 'purchase.ask', input: Asked, below: 'purchase', rightTo: 'parent',
    decide: (input, context) => {
      const open = inTime(context);
      return open.ok ? ok(contributionTo(context, 'question', input.text)) : open;
    },
  }),
  start<typeof Declined, ContributionBody, null>({
    name: 'purchase.decline', input: Declined, below: 'purchase', rightTo: 'parent',
    decide: ({ because, text: said }, context) => {
      const open = inTime(context);
      return open.ok ? ok(contributionTo(context, 'decline', said, { because })) : open;
    },
  }),
];

const TO_DIALOGUE = [
  start<typeof AskedInDialogue, ContributionBody, null>({
    name: 'dialogue.ask', input: AskedInDialogue, below: 'dialogue', rightTo: 'parent',
    decide: ({ text: said, confidential }, context) => {
      const open = inDialogue(context);
      return open.ok ? ok(contributionTo(context, 'question', said, marked(confidential))) : open;
    },
  }),
  start<typeof Responded, ContributionBody, null>({
    name: 'dialogue.respond', input: Responded, below: 'dialogue', rightTo: 'parent',
    decide: ({ answers, text: said, confidential }, context) => {
      const open = inDialogue(context);
      if (!open.ok) return open;
      const all = answersTo(open.value, answers);
      return all.ok ? ok(contributionTo(context, 'response', said, { answers: [...all.value], ...marked(confidential) })) : all;
    },
  }),
  start<typeof Declined, ContributionBody, null>({
    name: 'dialogue.decline', input: Declined, below: 'dialogue', rightTo: 'parent',
    decide: ({ because, text: said }, context) => {
      const open = inDialogue(context);
      return open.ok ? ok(contributionTo(context, 'decline', said, { because })) : open;
    },
  }),
];

export const contribution = kind<ContributionBody>({
  kind: 'contribution',
  path: 'bidrag',
  states: ['sent'],
  body: Body,
  titleOf: ({ body }) => body.about,
  commands: [...TO_PURCHASE, ...TO_DIALOGUE],
});
