/** What an application says: what the supplier declares of itself, and what the owner of the system answered. Seen by these two alone. */
import { Type, type Static } from 'typebox';
import { choice, fields, line, list, maybe, text, truth } from '../core/fields.ts';
import type { MarketRecord } from '../core/record.ts';
import { REMOVAL_GROUNDS } from '../dis/dis.rules.ts';

/** ISO instant. */
const At = Type.String();
/** ISO date in Copenhagen. */
const Day = Type.String();
const strict = { additionalProperties: false } as const;

export const CategoryId = Type.String({ minLength: 1, maxLength: 20, form: 'choice' });
const Fixed = Type.String({ minLength: 1, maxLength: 60, form: 'hidden' });

/** What the supplier writes; the input of `application.write` and `application.renew`. */
export const APPLICATION_TEXTS = {
  contact: line(120),
  email: Type.String({ maxLength: 200, pattern: '^[^\\s@]+@[^\\s@]+\\.[^\\s@]+$', form: 'line' }),
  /** One for each ground of exclusion that the system asks about. `applies`: it holds for the supplier, and the explanation says what was done about it. */
  grounds: list(fields({ ground: Fixed, applies: truth(), explanation: maybe(text(4000)) }), 40),
  /** One for each category: how its minimum requirements are met. */
  suitability: list(fields({ category: Fixed, meets: truth(), how: maybe(text()) }), 30),
  /** Others on whose abilities the supplier relies (§ 144). */
  reliesOn: list(fields({ name: line(), cvr: maybe(line(20)), with: line(300) }), 20),
};

const Verdict = Type.Object({ category: Type.String(), admitted: Type.Boolean(), reason: Type.String() }, strict);
const Said = Type.Object({ da: Type.String(), en: Type.String() }, strict);

export const LETTER_KINDS = ['correction', 'extended', 'decision', 'renewal', 'hearing', 'kept', 'removed'] as const;

export const ApplicationBodySchema = Type.Object({
  /** Title of the system as it was when the application was begun. */
  system: Type.String(),
  categories: Type.Array(Type.String(), { minItems: 1 }),
  contact: maybe(Type.String()),
  email: maybe(Type.String()),
  grounds: APPLICATION_TEXTS.grounds,
  suitability: APPLICATION_TEXTS.suitability,
  reliesOn: APPLICATION_TEXTS.reliesOn,
  /** First receipt; and of what was missing, from which the time to decide runs anew. */
  receivedAt: maybe(At),
  completedAt: maybe(At),
  /** Day after whose end time looks whether it is decided. */
  watch: maybe(Day),
  overdueSince: maybe(Day),
  extendedBecause: maybe(Type.String()),
  correction: maybe(Type.Object({ at: At, text: Type.String(), answerBy: Day }, strict)),
  decision: maybe(Type.Object({ at: At, verdicts: Type.Array(Verdict) }, strict)),
  /** In which categories it is or was admitted, from when and until when. */
  admission: maybe(Type.Object({ categories: Type.Array(Type.String(), { minItems: 1 }), from: At, to: maybe(At) }, strict)),
  renewals: Type.Array(Type.Object({ askedAt: At, text: Type.String(), due: Day, renewedAt: maybe(At), late: maybe(Type.Boolean()) }, strict)),
  hearings: Type.Array(Type.Object({
    at: At, ground: choice(REMOVAL_GROUNDS), text: Type.String(), answerBy: Day,
    answer: maybe(Type.Object({ at: At, text: Type.String(), selfCleaning: maybe(Type.String()) }, strict)),
    outcome: maybe(Type.Object({ at: At, removed: Type.Boolean(), reason: Type.String(), assessment: maybe(Type.String()) }, strict)),
  }, strict)),
  /** What the owner of the system wrote to the supplier, as it was sent. */
  letters: Type.Array(Type.Object({ at: At, kind: choice(LETTER_KINDS), text: Said }, strict)),
}, strict);
export type ApplicationBody = Static<typeof ApplicationBodySchema>;
export type Application = MarketRecord<ApplicationBody>;

export const ApplicationWriting = fields(APPLICATION_TEXTS);
export type ApplicationTexts = Static<typeof ApplicationWriting>;

/** Nothing leads out of these. */
export const OVER: readonly string[] = ['refused', 'removed', 'withdrawn', 'left'];
