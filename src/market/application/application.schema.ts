/** What an application says: what the supplier declares of itself, and what the owner of the system answered. Seen by these two alone. */
import { Type, type Static } from 'typebox';
import { choice, decimal, fields, line, list, maybe, money, text, truth } from '../core/fields.ts';
import type { MarketRecord } from '../core/record.ts';
import { REMOVAL_GROUNDS } from '../dis/dis.rules.ts';
import { EXCLUSION_GROUNDS } from '../espd/criteria.ts';

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
  cvr: Type.String({ pattern: '^[0-9]{8}$', form: 'line' }),
  /** Grounds of exclusion that do apply, and what was done about them; most suppliers have none. */
  exclusion: list(fields({
    code: choice(EXCLUSION_GROUNDS.map(({ code }) => code)), explanation: text(4000), selfCleaning: maybe(text(4000)), debt: maybe(money()), arrangement: truth(),
  }), EXCLUSION_GROUNDS.length),
  /** None of the others does. */
  noOthers: truth(),
  /** One for each minimum requirement that holds in every category. */
  selection: list(fields({ criterion: Fixed, meets: truth(), value: maybe(decimal()), statement: maybe(text(4000)) }), 50),
  /** One for each category: how its minimum requirements are met. */
  suitability: list(fields({ category: Fixed, meets: truth(), how: maybe(text(5000)) }), 30),
  /** Others on whose abilities the supplier relies (§ 144). */
  reliedOn: list(fields({ name: line(), with: line(300), hasDeclared: truth() }), 30),
  signed: truth(),
};

export const ApplicationWriting = fields(APPLICATION_TEXTS);
export type ApplicationTexts = Static<typeof ApplicationWriting>;

const Verdict = Type.Object({ category: Type.String(), admitted: Type.Boolean(), reason: Type.String() }, strict);
const Said = Type.Object({ da: Type.String(), en: Type.String() }, strict);

export const LETTER_KINDS = ['correction', 'extended', 'decision', 'renewal', 'hearing', 'kept', 'removed'] as const;

export const ApplicationBodySchema = Type.Object({
  /** Title of the system as it was when the application was begun. */
  system: Type.String(),
  categories: Type.Array(Type.String(), { minItems: 1 }),
  /** Left out: not written yet. */
  texts: maybe(ApplicationWriting),
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
export type Application = MarketRecord<ApplicationBody, null>;


/** Nothing leads out of these. */
export const OVER: readonly string[] = ['refused', 'removed', 'withdrawn', 'left'];
