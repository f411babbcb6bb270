/** The parts that the answers to all questions are made of, as JSON in one language. */
import { Type, type TSchema } from 'typebox';

export const text = Type.String();

export function orNull<Schema extends TSchema>(schema: Schema) {
  return Type.Union([schema, Type.Null()]);
}

export function list<Schema extends TSchema>(schema: Schema) {
  return Type.Array(schema);
}

export const gradeSchema = Type.String({ enum: ['V', 'P', 'U', 'M'], description: 'V: read in the law or at an authority. P: read by proxy. U: not verified. M: not found.' });

export const FindingSchema = Type.Object({
  paragraph: Type.String(),
  result: Type.String({ enum: ['met', 'not-met', 'unknown', 'review'] }),
  because: text,
  source: Type.String(),
  grade: gradeSchema,
});

/** A fact that was not given, and what each answer would do. @param verdict schema of the verdicts of the question */
export function missingSchema<Verdict extends TSchema>(verdict: Verdict) {
  return Type.Object({
    fact: Type.String(),
    question: text,
    answers: list(Type.Object({ answer: Type.Union([Type.String(), Type.Boolean(), Type.Number()], { description: 'A number of kroner means: from so much, up to the next answer.' }), verdict })),
  });
}

/** The keys that every answer ends with; see version.ts. */
export const ColophonSchema = {
  version: Type.String({ description: 'The day of which the rules are the state.' }),
  note: text,
  unverified: list(Type.Object({ paragraph: Type.String(), grade: gradeSchema, source: Type.String(), confirm: orNull(text) })),
};
