/** Releases in, findings out: every case and worked example of the indicators that are asked of a register. A new case needs no code. */
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { isObject, parseJson, unwrap } from '#base';
import { openReleases } from '#register';
import { ASKED } from '../indicators/asked.ts';
import type { Asked } from '../indicators/indicator.ts';
import { defaultsOf, readSettingsOf } from '../settings/settings.ts';
import { runQuestions, type Answered, type Evidence, type Finding } from './run.store.ts';

async function answer(indicator: Asked, lines: string, ini: string | null): Promise<Answered & { readonly rest: readonly Finding[] }> {
  const releases = lines.split('\n').filter((line) => line !== '').map((line) => parseJson(line)).filter(isObject);
  const open = await openReleases(releases);
  try {
    const settings = ini === null ? defaultsOf([indicator]) : unwrap(readSettingsOf([indicator], ini));
    for await (const answered of runQuestions((sql) => open.query(sql), settings)) return { ...answered, rest: await answered.others() };
  } finally {
    await open.close();
  }
  return assert.fail('the indicator did not run');
}

const nameOf = ({ ocid, part }: { readonly ocid: string; readonly part: string }): string => (part === '' ? ocid : `${ocid} | ${part}`);
const rowOf = ({ what, source, day, amount, currency, number }: Evidence): string => [what, source, day, amount?.replace(/\.?0+$/, ''), currency, number].filter((cell) => cell !== null && cell !== undefined).join(' ');

/** By name: "clear", the reason why not assessed, or what is flagged with its value and the rows it rests on. */
async function outcomeOf(indicator: Asked, lines: string, ini: string | null): Promise<object> {
  const { flagged, rest, evidence, coverage } = await answer(indicator, lines, ini);
  for (const { what } of evidence) assert.ok(Object.hasOwn(indicator.question.rows, what), `evidence "${what}" has no text`);
  for (const { reason } of rest) assert.ok(reason === null || Object.hasOwn(indicator.question.reasons, reason), `reason "${reason}" has no text`);
  assert.equal(coverage.reduce((sum, { count }) => sum + count, 0), flagged.length + rest.length, 'the coverage counts every finding');
  return Object.fromEntries([
    ...flagged.map((finding) => {
      const rows = evidence.filter((row) => nameOf(row) === nameOf(finding)).map(rowOf);
      assert.ok(rows.length > 0, `${nameOf(finding)} is flagged without evidence`);
      return [nameOf(finding), { flagged: finding.value, rows }];
    }),
    ...rest.map((finding) => [nameOf(finding), finding.reason ?? finding.outcome]),
  ]);
}

const HEADINGS = ['Definition', 'Method', 'Settings', 'Why it matters', 'Sources', 'Exclusions', 'Assumptions', 'Innocent explanations', 'How to check it', 'Worked example'];
const DANISH_HEADINGS = ['Definition', 'Metode', 'Indstillinger', 'Hvorfor det er værd at se på', 'Kilder', 'Hvad der ikke er med', 'Antagelser', 'Uskyldige forklaringer', 'Kontrol i hånden', 'Gennemregnet eksempel'];

const headingsOf = (readme: string): (string | undefined)[] => [...readme.matchAll(/^## (.+)$/gm)].map(([, heading]) => heading);
const codeOf = (readme: string): string[] => [...readme.matchAll(/^```[\s\S]*?^```$/gm)].map(([block]) => block);
/** The numbers of each section, whatever stands between their digits and wherever in the section they stand. */
const numbersOf = (readme: string): string[][] => readme.split(/^## /m).map((section) => (section.match(/\d+/g) ?? []).toSorted());
const namesOf = (readme: string): string[] => [...new Set(readme.match(/`[^`\n]+`/g) ?? [])].toSorted();

for (const indicator of ASKED) {
  const { code, title, question, settings } = indicator;
  const folder = path.dirname(fileURLToPath(question.query));
  describe(`${code} ${title.en}, asked of a register`, () => {
    const names = readdirSync(path.join(folder, 'cases')).filter((name) => name.endsWith('.jsonl')).map((name) => name.replace(/\.jsonl$/, ''));
    assert.ok(names.length > 0, `${code} has cases`);
    for (const name of names) {
      const read = (ending: string): string => readFileSync(path.join(folder, 'cases', `${name}.${ending}`), 'utf8');
      test(name, async () => assert.deepEqual(await outcomeOf(indicator, read('jsonl'), existsSync(path.join(folder, 'cases', `${name}.ini`)) ? read('ini') : null), JSON.parse(read('json'))));
    }
    const readme = readFileSync(path.join(folder, 'README.md'), 'utf8');
    const block = (language: string): string | null => new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\`$`, 'm').exec(readme)?.[1] ?? null;
    test('the README has the fixed headings in their order', () => {
      assert.ok(readme.startsWith(`# ${code} ${title.en}`));
      assert.deepEqual(headingsOf(readme), HEADINGS);
      for (const name of Object.keys(settings)) assert.ok(readme.includes(`\`${name}\``), `the README names the setting ${name}`);
    });
    test('the Danish one has its headings in their order, the same example, and the numbers and names of the English', () => {
      const danish = readFileSync(path.join(folder, 'README.da.md'), 'utf8');
      assert.ok(danish.startsWith(`# ${code} ${title.da}`));
      assert.deepEqual(headingsOf(danish), DANISH_HEADINGS);
      assert.deepEqual(codeOf(danish), codeOf(readme));
      assert.deepEqual(numbersOf(danish), numbersOf(readme));
      assert.deepEqual(namesOf(danish), namesOf(readme));
    });
    test('the worked example', async () => assert.deepEqual(await outcomeOf(indicator, block('jsonl') ?? assert.fail('no jsonl'), block('ini')), JSON.parse(block('json') ?? assert.fail('no json'))));
  });
}
