import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { TSchema } from 'typebox';
import { saidOf } from './core/present.ts';
import { KINDS, PRESENTATIONS } from './kinds.ts';

type Shown = TSchema & { readonly form?: string; readonly enum?: readonly string[]; readonly items?: Shown; readonly properties?: Readonly<Record<string, Shown>> };

/** Choices that a presentation names itself: criteria of suitability have the texts of the ESPD. */
const NAMED_ELSEWHERE: ReadonlySet<string> = new Set(['code']);

/** Keys that a form of this schema asks for; `one of` several where a text for the command alone may stand in for the shared one. */
function fieldKeys(schema: Shown, command: string): readonly (readonly string[])[] {
  return Object.entries(schema.properties ?? {}).flatMap(([name, field]): readonly (readonly string[])[] => {
    if (field.form === 'hidden') return [];
    const label = [`field.${command}.${name}`, `field.${name}`];
    const choices = field.form === 'choice' && !NAMED_ELSEWHERE.has(name) ? (field.enum ?? []).map((value) => [`choice.${name}.${value}`]) : [];
    if (field.form !== 'list') return [label, ...choices, ...fieldKeys(field, command)];
    const item = field.items ?? {};
    return [label, [`one.${name}`], ...(item.properties === undefined ? [[`field.${command}.${name}.item`, `field.${name}.item`]] : fieldKeys(item, command))];
  });
}

void test('every kind has its texts in both languages: name, states, commands, fields, choices', () => {
  let asked = 0;
  for (const { kind, texts } of PRESENTATIONS) {
    const { states, commands } = KINDS.of(kind);
    const keys = [['kind'], ...states.map((state) => [`state.${state}`]),
      ...commands.filter(({ byTime }) => !byTime).flatMap(({ name, input }) => [[`command.${name}`], [`about.${name}`], ...fieldKeys(input as Shown, name)])];
    for (const lang of ['da', 'en'] as const) {
      const missing = keys.filter((any) => any.every((key) => (saidOf(texts, lang, key) ?? '').trim() === ''));
      assert.deepEqual(missing.map((any) => any.at(-1)), [], `${kind}, ${lang}`);
      asked += keys.length;
    }
  }
  assert.ok(asked > 200, String(asked));
  assert.deepEqual(PRESENTATIONS.map(({ kind }) => kind).toSorted(), KINDS.all.map(({ kind }) => kind).toSorted(), 'every kind has a page');
});
