/** Whatever a person reads of a kind of record has its words in both languages. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { LANGUAGES } from '#base';
import { siteOf } from '#ui';
import type { Command } from './core/command.ts';
import { saidOf, type FormAbout, type Presentation } from './core/present.ts';
import { KINDS, PRESENTATIONS } from './kinds.ts';

interface Shape {
  readonly form?: string;
  readonly enum?: readonly string[];
  readonly items?: Shape;
  readonly properties?: Readonly<Record<string, Shape>>;
}

const about: FormAbout = {
  site: siteOf({ lang: 'da', world: 'demo', path: '/', origin: null, hasOtherWorld: false, updatedAt: null, navigation: [], publisher: { name: 'Torvet', email: null } }),
  now: Temporal.Instant.from('2026-12-01T09:00:00Z'), actor: null, record: null, parent: null, extra: null,
};

/** Whether the presentation itself says what can be chosen; it may need what no test knows, and then looks for it. */
function isGiven({ options }: Presentation, command: string, field: string): boolean {
  try {
    return options(command, field, about) !== null;
  } catch (error) {
    if (error instanceof TypeError) return true;
    throw error;
  }
}

/** Keys of the texts that the form of a command asks for; the first of each that is there is enough. */
function wanted(presentation: Presentation, command: string, name: string, shape: Shape): readonly (readonly string[])[] {
  if (shape.form === 'hidden') return [];
  const label = [`field.${command}.${name}`, `field.${name}`];
  if (shape.form === 'list') {
    const item = shape.items ?? {};
    return [label, [`one.${name}`], ...(item.properties === undefined ? wanted(presentation, command, `${name}.item`, item) : inside(presentation, command, item))];
  }
  if (shape.properties !== undefined) return [label, ...inside(presentation, command, shape)];
  const isChosen = shape.form === 'choice' && !isGiven(presentation, command, name);
  return [label, ...(isChosen ? (shape.enum ?? []).map((value) => [`choice.${name}.${value}`]) : [])];
}

function inside(presentation: Presentation, command: string, shape: Shape): readonly (readonly string[])[] {
  return Object.entries(shape.properties ?? {}).flatMap(([name, inner]) => wanted(presentation, command, name, inner));
}

function keysOf(presentation: Presentation, command: Command): readonly (readonly string[])[] {
  return command.byTime ? [] : [[`command.${command.name}`], [`about.${command.name}`], ...inside(presentation, command.name, command.input)];
}

for (const kind of KINDS.all) {
  void test(`${kind.kind}: every state, command, field and choice has its words`, () => {
    const presentation = PRESENTATIONS.find((one) => one.kind === kind.kind);
    assert.ok(presentation !== undefined, 'nobody could see it');
    const { texts } = presentation;
    assert.deepEqual(Object.keys(texts.en).toSorted(), Object.keys(texts.da).toSorted());
    const keys = [['kind'], ...kind.states.map((state) => [`state.${state}`]), ...kind.commands.flatMap((command) => keysOf(presentation, command))];
    const missing = LANGUAGES.flatMap((lang) => keys.filter((any) => any.every((key) => saidOf(texts, lang, key) === null)).map((any) => `${lang} ${any.at(-1)}`));
    assert.deepEqual(missing, []);
  });
}
