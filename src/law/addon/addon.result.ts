import { Type } from 'typebox';
import { ColophonSchema, FindingSchema, list, orNull, text } from '../facts/answer.ts';
import type { Finding } from '../finding.ts';
import type { RouteResult } from '../route/route.result.ts';
import { RouteResultSchema } from '../route/route.result.ts';
import type { Said } from '../rule.ts';
import type { Colophon } from '../version.ts';
import type { Sums } from './sums.ts';

/** What may come out of the question "is this an add-on?"; review: a human must settle it. */
export const ADDON_VERDICTS = ['call-off', 'option', 'small-change', 'additional-delivery', 'unforeseeable', 'not-basic', 'new-purchase', 'review'] as const;
export type AddonVerdict = (typeof ADDON_VERDICTS)[number];

/** What one answer to an open question would lead to, when all else stays as it is. */
export interface AddonAnswer {
  /** true or false; a number of kroner means: from so much, up to the next answer; a text is an ISO date. */
  readonly answer: string | boolean | number;
  readonly verdict: AddonVerdict;
  readonly likely: AddonVerdict | null;
  readonly tenderRequired: boolean | null;
  /** The tests that then come out otherwise. */
  readonly changes: readonly { readonly paragraph: string; readonly result: Finding['result'] }[];
}

export interface AddonMissing {
  /** Name of the fact in the input: "purchase.necessary". */
  readonly fact: string;
  readonly question: Said;
  readonly answers: readonly AddonAnswer[];
}

export interface AddonResult extends Colophon {
  readonly verdict: AddonVerdict;
  /** With a review: where it points, as far as anything is known. */
  readonly likely: AddonVerdict | null;
  /** The paragraph that carries the verdict: "§ 180"; null: none, or none is needed. */
  readonly ground: string | null;
  /** Whether a tender under Udbudsloven is required; null: not known. */
  readonly tenderRequired: boolean | null;
  readonly noticeRequired: boolean | null;
  readonly sums: Sums;
  /** The tests in their order, also those after the one that decides. */
  readonly steps: readonly Finding[];
  /** What bears on the answer and does not decide it. */
  readonly findings: readonly Finding[];
  readonly missing: readonly AddonMissing[];
  /** How the new purchase is made; null: it is none. */
  readonly route: RouteResult | null;
  /** Plain text for the case file. */
  readonly memo: Said;
}

const verdict = Type.String({ enum: [...ADDON_VERDICTS] });
const kroner = Type.Number({ description: 'Decimal kroner excluding VAT.' });
const truth = orNull(Type.Boolean());

/** The answer as JSON, in one language. */
export const AddonResultSchema = Type.Object({
  verdict,
  likely: orNull(verdict),
  ground: orNull(Type.String({ description: 'The paragraph that carries the verdict, such as "§ 180".' })),
  tenderRequired: truth,
  noticeRequired: truth,
  sums: Type.Object({
    changesBefore: kroner, withThis: kroner,
    shareOfOriginal: orNull(Type.Number({ description: 'withThis as a fraction of the value of the contract, indexed where it is.' })),
    limit10: kroner, threshold: orNull(kroner), deliveriesBefore: kroner, deliveriesWithThis: kroner,
  }),
  steps: list(FindingSchema),
  findings: list(FindingSchema),
  missing: list(Type.Object({
    fact: Type.String(),
    question: text,
    answers: list(Type.Object({
      answer: Type.Union([Type.String(), Type.Boolean(), Type.Number()], { description: 'A number of kroner means: from so much, up to the next answer. A text is a date.' }),
      verdict, likely: orNull(verdict), tenderRequired: truth,
      changes: list(Type.Object({ paragraph: Type.String(), result: FindingSchema.properties.result })),
    })),
  })),
  route: orNull(RouteResultSchema),
  memo: text,
  ...ColophonSchema,
});
