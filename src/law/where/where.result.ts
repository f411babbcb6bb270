import { Type } from 'typebox';
import { list, missingSchema, text } from '../facts/answer.ts';
import type { Missing } from '../finding.ts';
import type { Said } from '../rule.ts';
import { WAYS, type Way } from './reasons.ts';

export interface RankedWay {
  readonly id: Way;
  readonly title: Said;
  /** Sum of the weights of the reasons; it orders the list and means nothing else. */
  readonly score: number;
  /** The weightiest first. */
  readonly for: readonly Said[];
  readonly against: readonly Said[];
}

export interface WhereResult {
  /** The four ways, the one with most in its favour first. */
  readonly ranked: readonly RankedWay[];
  /** What was not said, and which way each answer would put first. */
  readonly missing: readonly Missing<Way>[];
  readonly version: string;
  readonly note: Said;
}

const way = Type.String({ enum: [...WAYS] });

/** The answer as JSON, in one language. */
export const WhereResultSchema = Type.Object({
  ranked: list(Type.Object({ id: way, title: text, score: Type.Integer(), for: list(text), against: list(text) })),
  missing: list(missingSchema(way)),
  version: Type.String(),
  note: text,
});
