/** What a supplier says to a dialogue or a purchase: a question, its answers, or why it does not take part. Its own organisation and the buyer see it, nobody else. */
import { Type, type Static } from 'typebox';
import { fail, ok, refuse, type Result } from '#base';
import { kind, start, type Beginning, type Context } from '../core/command.ts';
import { choice, fields, text } from '../core/fields.ts';
import type { MarketRecord } from '../core/record.ts';

export const CONTRIBUTION_TYPES = ['question', 'response', 'decline'] as const;
export type ContributionType = (typeof CONTRIBUTION_TYPES)[number];

const strict = { additionalProperties: false } as const;

const Body = Type.Object({
  type: choice(CONTRIBUTION_TYPES),
  /** Title of what it is said to, as it was then. */
  about: Type.String(),
  text: Type.String(),
  /** Of a response: what was asked about, and the answer. */
  answers: Type.Array(Type.Object({ about: Type.String(), answer: Type.String() }, strict)),
}, strict);
export type ContributionBody = Static<typeof Body>;
export type Contribution = MarketRecord<ContributionBody>;

/** What a supplier sends to the owner of the parent; never changed afterwards. */
export function contributionTo({ parent, actor }: Context, type: ContributionType, content: string, answers: ContributionBody['answers'] = []): Beginning<ContributionBody, null> {
  if (parent === null || actor === null) throw new Error('A contribution is somebody’s, to something.');
  return {
    state: 'sent', audience: 'parties', parties: [parent.owner], owner: actor.organisation, parent: parent.id,
    body: { type, about: (parent.body as { readonly title?: string }).title ?? '', text: content, answers },
    happened: [{ type: `${type}-sent`, audience: 'parties', data: {} }],
  };
}

/** A purchase takes questions until its deadline, by the clock and not by the state that time sets a moment later. */
function inTime({ parent, now }: Context): Result<true> {
  const { deadline } = (parent?.body ?? {}) as { readonly deadline?: string };
  if (parent?.state === 'announced' && deadline !== undefined && Temporal.Instant.compare(now, deadline) <= 0) return ok(true);
  return fail(refuse('conflict', { da: ['Fristen er gået, eller købet er ikke offentliggjort.', 'Se på købets side.'], en: ['The deadline has passed, or the purchase is not announced.', 'Look at the page of the purchase.'] }));
}

const Said = fields({ text: text(4000) });

export const contribution = kind<ContributionBody>({
  kind: 'contribution',
  path: 'bidrag',
  states: ['sent'],
  body: Body,
  titleOf: ({ body }) => body.about,
  commands: [
    start<typeof Said, ContributionBody, null>({
      name: 'purchase.ask', input: Said, below: 'purchase', rightTo: 'parent',
      decide: (input, context) => {
        const open = inTime(context);
        return open.ok ? ok(contributionTo(context, 'question', input.text)) : open;
      },
    }),
    start<typeof Said, ContributionBody, null>({
      name: 'purchase.decline', input: Said, below: 'purchase', rightTo: 'parent',
      decide: (input, context) => {
        const open = inTime(context);
        return open.ok ? ok(contributionTo(context, 'decline', input.text)) : open;
      },
    }),
  ],
});
