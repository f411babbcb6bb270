import type { Language } from '#base';
import { kroner } from './kroner.ts';
import type { Said } from './rule.ts';

/** An answer as its reader gets it: texts in one language, amounts as decimal kroner. */
export type Written<Answer> =
  Answer extends bigint ? number
    : Answer extends Said ? string
      : Answer extends readonly (infer Item)[] ? readonly Written<Item>[]
        : Answer extends object ? { readonly [Key in keyof Answer]: Written<Answer[Key]> }
          : Answer;

/** The answer in one language: every text in both becomes one string, and every amount in øre a number of kroner. Nothing else changes. */
export function written<Answer>(answer: Answer, lang: Language): Written<Answer> {
  return write(answer, lang) as Written<Answer>;
}

function write(value: unknown, lang: Language): unknown {
  if (typeof value === 'bigint') return kroner(value);
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((item) => write(item, lang));
  if (isSaid(value)) return value[lang];
  const result: Record<string, unknown> = {};
  for (const name of Object.keys(value)) result[name] = write((value as Readonly<Record<string, unknown>>)[name], lang);
  return result;
}

function isSaid(value: object): value is Said {
  return 'da' in value && 'en' in value;
}
