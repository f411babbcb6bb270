/** What a market dialogue says to everybody: the announcement, questions with answers, notes of meetings, and after its end how many can meet what. */
import { Type, type Static } from 'typebox';
import type { MarketRecord } from '../core/record.ts';

const strict = { additionalProperties: false } as const;
/** ISO instant. */
const At = Type.String();

/** How many organisations answered what to a requirement; those who left it open are in none of the three. */
const Count = Type.Object({ requirement: Type.String(), can: Type.Integer(), price: Type.Integer(), cannot: Type.Integer() }, strict);
export type RequirementCount = Static<typeof Count>;

export const DialogueBodySchema = Type.Object({
  title: Type.String(),
  announcement: Type.String(),
  wanted: Type.String(),
  /** Each with the id by which suppliers answer it: `S1`. */
  requirements: Type.Array(Type.Object({ id: Type.String(), text: Type.String() }, strict)),
  openedAt: At,
  /** Until then suppliers ask and answer. */
  closesAt: At,
  /** By the key of what the supplier sent, which the buyer and the supplier alone can open. */
  questions: Type.Array(Type.Object({ id: Type.String({ format: 'uuid' }), question: Type.String(), answer: Type.String(), at: At }, strict)),
  /** Day of the meeting, and how many suppliers were met. */
  notes: Type.Array(Type.Object({ on: Type.String(), suppliers: Type.Integer(), text: Type.String(), at: At }, strict)),
  /** A null reason: it closed when it was to. */
  closed: Type.Optional(Type.Object({ at: At, reason: Type.Union([Type.String(), Type.Null()]) }, strict)),
  /** Left out: open, or fewer answered than can be told of. */
  outcome: Type.Optional(Type.Object({ answered: Type.Integer(), counts: Type.Array(Count) }, strict)),
}, strict);
export type DialogueBody = Static<typeof DialogueBodySchema>;
export type Dialogue = MarketRecord<DialogueBody>;
