/** A letter to one supplier about the outcome of a purchase (§ 171): what was decided, why, and whether the buyer waits before it signs. Written once, never changed. */
import { Type, type Static } from 'typebox';
import { kind, type Context, type NewRecord } from '../core/command.ts';
import { choice } from '../core/fields.ts';
import type { MarketRecord } from '../core/record.ts';

export const LETTER_OUTCOMES = ['won', 'not-won', 'cancelled'] as const;

const strict = { additionalProperties: false } as const;
const Uuid = Type.String({ format: 'uuid' });

const Body = Type.Object({
  /** Of the purchase, as it was then. */
  title: Type.String(),
  purchase: Uuid,
  to: Uuid,
  outcome: choice(LETTER_OUTCOMES),
  /** Null: nobody won. */
  winner: Type.Union([Uuid, Type.Null()]),
  /** Reasons in Danish, paragraph by paragraph. */
  reasons: Type.Array(Type.String(), { minItems: 1 }),
  /** Last instant of the wait; null: the buyer does not wait. `voluntary`: the law asks for none. */
  standstill: Type.Union([Type.Object({ ends: Type.String(), voluntary: Type.Boolean() }, strict), Type.Null()]),
  sentAt: Type.String(),
}, strict);
export type LetterBody = Static<typeof Body>;
export type Letter = MarketRecord<LetterBody>;

export interface LetterTo extends Pick<LetterBody, 'to' | 'outcome' | 'winner' | 'reasons' | 'standstill'> {
  readonly title: string;
}

/** A letter, for `creates` of the step that sends it. Its supplier alone sees it, beside the buyer. */
export function letterTo(purchase: Pick<MarketRecord, 'id' | 'owner'>, { to, ...content }: LetterTo, { now }: Pick<Context, 'now'>): NewRecord {
  const body: LetterBody = { ...content, to, purchase: purchase.id, sentAt: now.toString() };
  return { kind: 'letter', owner: purchase.owner, parent: purchase.id, state: 'sent', audience: 'parties', parties: [to], body };
}

export const letter = kind<LetterBody>({ kind: 'letter', path: 'brev', states: ['sent'], body: Body, titleOf: ({ body }) => body.title, commands: [] });
