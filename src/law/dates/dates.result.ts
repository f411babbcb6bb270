import { Type } from 'typebox';
import { ColophonSchema, FindingSchema, gradeSchema, list, orNull, text } from '../facts/answer.ts';
import type { Finding, Missing } from '../finding.ts';
import type { Grade } from '../grade.ts';
import type { Said } from '../rule.ts';
import type { Colophon } from '../version.ts';

export const WARNINGS = [
  'agreed-too-short', 'before-start', 'weekend', 'public-holiday', 'closed-day', 'vacation-weeks', 'few-working-days', 'night', 'clock-change', 'nearest-better-date',
] as const;

/** Advice, never a bar. */
export interface Warning {
  readonly kind: (typeof WARNINGS)[number];
  readonly detail: Said;
  /** The day that it is about; null: the period as a whole. */
  readonly date: string | null;
}

/** What would be known if a fact were: each answer with the last day that it leads to, in `verdict`, and with the days. */
export interface MissingDate extends Missing {
  readonly answers: readonly { readonly answer: string | boolean | number; readonly verdict: string; readonly days: number | null }[];
}

/** Dates are ISO dates. Everything about the period is null when the law of that day, or what a complaint is about, is not known. */
export interface DatesResult extends Colophon {
  /** How long the period is; null also for one of months. */
  readonly days: number | null;
  readonly months: number | null;
  readonly counting: 'calendar' | 'working';
  /** The last day of the period, to its end. */
  readonly last: string | null;
  /** The same if 5 June, 24 and 31 December were public holidays; null when that makes no difference. */
  readonly lastIfClosed: string | null;
  /** The first day on which the contract may be signed; only for the standstill. */
  readonly earliestAct: string | null;
  readonly proposedIsLawful: boolean | null;
  readonly paragraph: string;
  readonly grade: Grade;
  /** Working days from the day after the start to the proposed day, or to the last one; and those of them outside vacations. */
  readonly workingDays: number | null;
  readonly effectiveWorkingDays: number | null;
  /** The latest start with which the step is over by mustRunBy; null also when the law of that day is not known. */
  readonly lastStart: string | null;
  readonly lastStartIfClosed: string | null;
  readonly findings: readonly Finding[];
  readonly warnings: readonly Warning[];
  readonly missing: readonly MissingDate[];
}

const date = orNull(Type.String({ format: 'date' }));
const number = orNull(Type.Integer());

export const WarningSchema = Type.Object({ kind: Type.String({ enum: [...WARNINGS] }), detail: text, date });

export const MissingDateSchema = Type.Object({
  fact: text,
  question: text,
  answers: list(Type.Object({ answer: Type.Union([Type.String(), Type.Boolean(), Type.Number()]), verdict: Type.String({ format: 'date', description: 'The last day of the period.' }), days: number })),
});

export const datesAnswer = {
  days: orNull(Type.Integer({ description: 'null for a period of months, and when it is not known.' })),
  months: number,
  counting: Type.String({ enum: ['calendar', 'working'] }),
  last: date,
  lastIfClosed: orNull(Type.String({ format: 'date', description: 'The last day if 5 June, 24 and 31 December were public holidays; null when that makes no difference.' })),
  earliestAct: orNull(Type.String({ format: 'date', description: 'The first day on which the contract may be signed; only for the standstill.' })),
  proposedIsLawful: orNull(Type.Boolean()),
  paragraph: text,
  grade: gradeSchema,
  workingDays: number,
  effectiveWorkingDays: number,
  lastStart: orNull(Type.String({ format: 'date', description: 'The latest start with which the step is over by mustRunBy.' })),
  lastStartIfClosed: date,
  findings: list(FindingSchema),
  warnings: list(WarningSchema),
  missing: list(MissingDateSchema),
};

/** The answer as JSON, in one language. */
export const DatesResultSchema = Type.Object({ ...datesAnswer, ...ColophonSchema });
