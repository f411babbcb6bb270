import { Type } from 'typebox';
import type { Finding, Missing } from '../finding.ts';
import type { Grade } from '../grade.ts';
import type { Oere } from '../kroner.ts';
import type { Said } from '../rule.ts';
import type { Colophon } from '../version.ts';
import { ColophonSchema, FindingSchema, gradeSchema, list, missingSchema, orNull, text } from '../facts/answer.ts';

/** What may come out of the question "must this be tendered?"; review: a human must settle it. */
export const ROUTE_VERDICTS = [
  'eu-tender', 'light-regime', 'below-threshold-cross-border', 'below-threshold-market-terms', 'no-duty', 'call-off', 'review',
] as const;
export type RouteVerdict = (typeof ROUTE_VERDICTS)[number];

export interface RouteValue {
  /** null: not known. */
  readonly amount: Oere | null;
  readonly currency: 'DKK';
  /** How it was reckoned, a line for each part. */
  readonly how: readonly Said[];
}

export interface RouteThreshold {
  /** Kroner as published; null: not found, and never worked out. */
  readonly amount: Oere | null;
  readonly currency: 'DKK';
  readonly eur: number | null;
  /** The period, inclusive ISO dates; null: no period is known for the day. */
  readonly from: string | null;
  readonly to: string | null;
  readonly source: string | null;
  /** Of the amount, or of the euro where there is no amount. */
  readonly grade: Grade;
  /** What the answer reasons with: the threshold lies between these two, which are equal where it is known; null: nothing firm is known. */
  readonly between: { readonly low: Oere; readonly high: Oere } | null;
}

/** A way to buy that the law knows. */
export interface Procedure {
  readonly id: string;
  readonly paragraph: string;
  readonly allowed: 'yes' | 'if' | 'no';
  readonly condition: Said | null;
  readonly source: string;
  readonly grade: Grade;
}

/** Something that the law permits here and buyers seldom use. */
export interface Room {
  readonly id: string;
  readonly paragraph: string;
  readonly what: Said;
  readonly source: string;
  readonly grade: Grade;
}

export interface Duty {
  readonly paragraph: string;
  readonly duty: Said;
  readonly source: string;
  readonly grade: Grade;
}

export interface RouteResult extends Colophon {
  readonly verdict: RouteVerdict;
  /** With a review: where it points, as far as anything is known. */
  readonly likely: RouteVerdict | null;
  readonly value: RouteValue;
  readonly threshold: RouteThreshold;
  /** Those of the verdict; none with a review. */
  readonly procedures: readonly Procedure[];
  readonly roomForManoeuvre: readonly Room[];
  /** In the order in which a buyer meets them. */
  readonly duties: readonly Duty[];
  readonly findings: readonly Finding[];
  readonly missing: readonly Missing<RouteVerdict>[];
}

const verdict = Type.String({ enum: [...ROUTE_VERDICTS] });
const amount = orNull(Type.Number({ description: 'Decimal kroner excluding VAT.' }));
const based = { paragraph: Type.String(), source: Type.String(), grade: gradeSchema };

/** The answer as JSON, in one language. */
export const RouteResultSchema = Type.Object({
  verdict,
  likely: orNull(verdict),
  value: Type.Object({ amount, currency: Type.Literal('DKK'), how: list(text) }),
  threshold: Type.Object({
    amount, currency: Type.Literal('DKK'), eur: orNull(Type.Number()), from: orNull(Type.String()), to: orNull(Type.String()), source: orNull(Type.String()), grade: gradeSchema,
    between: orNull(Type.Object({ low: Type.Number(), high: Type.Number() })),
  }),
  procedures: list(Type.Object({ id: Type.String(), ...based, allowed: Type.String({ enum: ['yes', 'if', 'no'] }), condition: orNull(text) })),
  roomForManoeuvre: list(Type.Object({ id: Type.String(), ...based, what: text })),
  duties: list(Type.Object({ ...based, duty: text })),
  findings: list(FindingSchema),
  missing: list(missingSchema(verdict)),
  ...ColophonSchema,
});
