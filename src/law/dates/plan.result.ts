import { Type } from 'typebox';
import { ColophonSchema, FindingSchema, gradeSchema, list, orNull, text } from '../facts/answer.ts';
import type { Finding } from '../finding.ts';
import type { Grade } from '../grade.ts';
import type { Said } from '../rule.ts';
import type { Colophon } from '../version.ts';
import { WarningSchema, type Warning } from './dates.result.ts';

export const PLAN_STEPS = ['applications', 'selection', 'tenders', 'negotiation', 'evaluation', 'standstill', 'signature'] as const;
export type PlanStepId = (typeof PLAN_STEPS)[number];

/** One step of the plan. Dates are ISO dates. */
export interface PlanStep {
  readonly id: PlanStepId;
  readonly title: Said;
  /** The day on which it begins (dispatch, notification), and its last day, both at the earliest; the signature has one day. */
  readonly from: string;
  readonly last: string;
  readonly lastIfClosed: string | null;
  readonly days: number;
  readonly counting: 'calendar' | 'working';
  /** Of the rule that sets the period; null: the buyer does. */
  readonly paragraph: string | null;
  readonly grade: Grade | null;
  readonly findings: readonly Finding[];
  readonly warnings: readonly Warning[];
  /** What the plan took for granted here. */
  readonly note: Said | null;
}

export interface PlanResult extends Colophon {
  /** The day on which the first step begins; null: the law of that day is not known. */
  readonly start: string | null;
  readonly signature: string | null;
  /** Whether the contract can be signed by mustRunBy; null when that is not given, or turns on days that are closed by custom only. */
  readonly inTime: boolean | null;
  /** The latest start with which it can. */
  readonly lastStart: string | null;
  /** The latest start with which it can even if 5 June, 24 and 31 December are public holidays; null when that makes no difference. */
  readonly lastStartIfClosed: string | null;
  readonly steps: readonly PlanStep[];
  /** What the plan left out, and what else concerns it as a whole. */
  readonly notes: readonly Said[];
}

const date = orNull(Type.String({ format: 'date' }));

/** The answer as JSON, in one language. */
export const PlanResultSchema = Type.Object({
  start: date,
  signature: date,
  inTime: orNull(Type.Boolean()),
  lastStart: date,
  lastStartIfClosed: date,
  steps: list(Type.Object({
    id: Type.String({ enum: [...PLAN_STEPS] }),
    title: text,
    from: Type.String({ format: 'date' }),
    last: Type.String({ format: 'date' }),
    lastIfClosed: date,
    days: Type.Integer(),
    counting: Type.String({ enum: ['calendar', 'working'] }),
    paragraph: orNull(text),
    grade: orNull(gradeSchema),
    findings: list(FindingSchema),
    warnings: list(WarningSchema),
    note: orNull(text),
  })),
  notes: list(text),
  ...ColophonSchema,
});
