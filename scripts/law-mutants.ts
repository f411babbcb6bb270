/**
 * Plants small faults in the rules of the law, one at a time, and lets the law's cases try each: a fault that no case sees is
 * a verdict that nothing holds in place. Writes docs/law-mutants.md; fails when a survivor has no reason in scripts/law-mutants/survivors.yaml.
 * A word on the command line takes only the files whose names hold it, and writes nothing.
 */
import { glob, readFile, writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { parse } from 'yaml';
import { mutantsOf, type Mutant } from './law-mutants/mutants.ts';
import { startTrials, type Trials } from './law-mutants/trials.ts';

const root = path.dirname(import.meta.dirname);
const [only = ''] = process.argv.slice(2);
const SOURCES = 'src/law/{addon,route,dates,udbudsloven,tilbudsloven,klagenaevnsloven,directive,regulation1182}/*.ts';
/** Schemas and texts carry no verdict. */
const WITHOUT_VERDICT = /\.(?:test|facts|result|da|en)\.ts$|\/(?:memo|arguments|examples|questions|mirror)\.ts$/;
/** Random cases are slow: they try only what the written cases let through. */
const IS_RANDOM = /properties\.test\.ts$/;
const PATIENCE_MS = { cases: 60_000, properties: 300_000 } as const;
const FEWEST = 100;

interface Planted extends Mutant {
  readonly file: string;
}
type Fate = 'cases' | 'properties' | 'survived';

interface Reason {
  readonly file: string;
  readonly from: string;
  readonly to: string;
  readonly reason: string;
}

async function filesOf(pattern: string): Promise<string[]> {
  const files: string[] = [];
  for await (const file of glob(pattern, { cwd: root })) files.push(file);
  return files.sort();
}

/** A file of the law with all that it imports, and what that imports. */
async function reachOf(file: string, reached = new Set<string>()): Promise<ReadonlySet<string>> {
  reached.add(file);
  for (const [, place = ''] of (await readFile(path.join(root, file), 'utf8')).matchAll(/ from '(\.[^']+)'/g)) {
    const next = path.join(path.dirname(file), place);
    if (!reached.has(next)) await reachOf(next, reached);
  }
  return reached;
}

interface Test {
  readonly file: string;
  readonly reach: ReadonlySet<string>;
}

/** The nearest cases see most faults, so they are asked first; a test that does not reach the fault is not asked. */
async function firstToSee({ file, text }: Planted, trials: Trials, all: readonly Test[]): Promise<Fate> {
  const tests = all.filter(({ reach }) => reach.has(file)).map((test) => test.file);
  const cases = tests.filter((test) => !IS_RANDOM.test(test));
  const own = cases.filter((test) => path.dirname(test) === path.dirname(file));
  const near = own.length > 0 ? own : cases.filter((test) => test.endsWith('/paragraphs.test.ts'));
  for (const [fate, some] of [['cases', near], ['cases', cases.filter((test) => !near.includes(test))], ['properties', tests.filter((test) => IS_RANDOM.test(test))]] as const) {
    if (some.length > 0 && await trials.failureOf({ fault: { file, text }, tests: some, patienceMs: PATIENCE_MS[fate] }) !== null) return fate;
  }
  return 'survived';
}

async function tryAll(planted: readonly Planted[]): Promise<Map<Planted, Fate>> {
  const tests = await Promise.all((await filesOf('src/law/**/*.test.ts')).map(async (file) => ({ file, reach: await reachOf(file) })));
  const fates = new Map<Planted, Fate>();
  const waiting = [...planted];
  const first = startTrials();
  const failure = await first.failureOf({ fault: null, tests: tests.map(({ file }) => file), patienceMs: PATIENCE_MS.properties });
  if (failure !== null) throw new Error(`The tests of the law do not hold without a fault: ${failure}`);
  await Promise.all([first, ...Array.from({ length: availableParallelism() - 1 }, startTrials)].map(async (trials) => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const fate = await firstToSee(next, trials, tests);
      fates.set(next, fate);
      if (fate === 'survived') console.log(`survived: ${next.file}:${next.line}\n  ${next.from}\n  ${next.to}`);
      if (fates.size % 50 === 0) console.log(`${fates.size} of ${planted.length} tried`);
    }
    await trials.stop();
  }));
  return fates;
}

function cell(text: string): string {
  return `\`${text.replaceAll('|', '\\|')}\``;
}

function page(planted: readonly Planted[], fates: ReadonlyMap<Planted, Fate>, reasonOf: (mutant: Planted) => string | null, minutes: string): string {
  const count = (fate: Fate): number => planted.filter((mutant) => fates.get(mutant) === fate).length;
  const rows = planted.filter((mutant) => fates.get(mutant) === 'survived')
    .map((mutant) => `| ${mutant.file}:${mutant.line} | ${cell(mutant.from)} | ${cell(mutant.to)} | ${reasonOf(mutant) ?? '**not explained**'} |`);
  return `# Faults planted in the law

\`npm run test:deep\` plants small faults in the rules of the law, one at a time: a comparison or its strictness, "and" for "or",
yes for no, a condition that is not asked. The cases of the law must see each; what they let through is tried by the random
properties, too. It writes this page. The reasons stand in \`scripts/law-mutants/survivors.yaml\`: a survivor without one fails the run.
\`node scripts/launch.mjs --run scripts/law-mutants.ts p180\` tries the files whose names hold "p180".

| Planted | Seen by a case | Seen by a property only | Survived | Minutes |
|---|---|---|---|---|
| ${planted.length} | ${count('cases')} | ${count('properties')} | ${count('survived')} | ${minutes} |

## Survivors

| Place | The law | The fault | Why nothing sees it |
|---|---|---|---|
${rows.join('\n')}
`;
}

const started = performance.now();
const sources = (await filesOf(SOURCES)).filter((file) => !WITHOUT_VERDICT.test(file) && file.includes(only));
const planted = (await Promise.all(sources.map(async (file) => mutantsOf(await readFile(path.join(root, file), 'utf8')).map((mutant) => ({ file, ...mutant }))))).flat();
if (planted.length < (only === '' ? FEWEST : 1)) throw new Error(`Only ${planted.length} faults could be planted.`);
console.log(`${planted.length} faults in ${sources.length} files`);
const fates = await tryAll(planted);
const reasons = parse(await readFile(path.join(root, 'scripts/law-mutants/survivors.yaml'), 'utf8')) as readonly Reason[];
const reasonOf = (mutant: Planted): string | null => reasons.find(({ file, from, to }) => file === mutant.file && from === mutant.from && to === mutant.to)?.reason ?? null;
const unexplained = planted.filter((mutant) => fates.get(mutant) === 'survived' && reasonOf(mutant) === null);
if (only === '') await writeFile(path.join(root, 'docs/law-mutants.md'), page(planted, fates, reasonOf, ((performance.now() - started) / 60_000).toFixed(1)));
console.log(`${planted.length} planted, ${[...fates.values()].filter((fate) => fate === 'survived').length} survived, ${unexplained.length} without a reason.`);
process.exitCode = unexplained.length > 0 ? 1 : 0;
