/**
 * How many verdicts the law gives a second, over the cases of its own files, warm, on one core; the goal is 10,000. The floor is
 * `JSON.parse` of the same facts. Then how long a page of a wizard takes, each address once; the goal is 20 ms, the floor `/healthz`.
 */
import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import http from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parse } from 'yaml';
import { unwrap, type Result } from '#base';
import { LAW_QUESTIONS } from '#guide';
import { datesFacts, judgeAddon, judgeDates, judgeRoute, readAddonFacts, readRouteFacts } from '#law';
import { startTorvet } from '../test/support/running.ts';
import type { Bench, Latency } from './bench.ts';
import { latency, percentile, secondsOf, timed } from './latency.ts';

const LAW = path.join(import.meta.dirname, '../src/law');
/** For each thing measured, once to warm up and once that counts. */
const SECONDS = 0.7;
const REQUESTS = 100;

/** Verdicts and answers of route, addon and dates, and pages of the wizards. */
export async function lawBench(): Promise<Bench> {
  const figures = [
    ...measured('route', 'route/route', readRouteFacts, judgeRoute),
    ...measured('addon', 'addon/addon', readAddonFacts, judgeAddon),
    ...measured('dates', 'dates/dates', (given) => datesFacts.read(given), judgeDates),
  ];
  return { name: 'law', figures: [...figures, ...await pages()], note: 'of a verdict, p50 and p95 are those of a round over all cases; "a second" counts verdicts' };
}

/** @param judge gives a verdict on facts that were read */
function measured<Facts>(name: string, file: string, read: (given: unknown) => Result<Facts>, judge: (facts: Facts) => unknown): readonly Latency[] {
  const cases = parse(readFileSync(path.join(LAW, `${file}.cases.yaml`), 'utf8'), { schema: 'core' }) as readonly { readonly facts: unknown }[];
  const question = LAW_QUESTIONS.find((one) => one.name === name);
  if (cases.length === 0 || question === undefined) throw new Error(`There are no cases of the question "${name}".`);
  const texts = cases.map(({ facts }) => JSON.stringify(facts));
  const facts = cases.map((one) => unwrap(read(one.facts)));
  const floor = rounds(texts, (text) => JSON.parse(text) as unknown);
  const shown = (what: string, seconds: readonly number[]): Latency => {
    const figure = latency(`${name}, ${cases.length} cases: ${what}`, seconds, percentile(floor, 0.5));
    return { ...figure, perSecond: figure.perSecond * cases.length };
  };
  return [
    shown('floor: JSON.parse', floor),
    shown('verdict on facts that were read', rounds(facts, judge)),
    shown('JSON of facts to JSON of the answer in Danish', rounds(texts, (text) => JSON.stringify(unwrap(question.answer(JSON.parse(text), 'da'))))),
  ];
}

/** Does it to all, over and over. @returns seconds of each round, the first rounds left out */
function rounds<Given>(all: readonly Given[], work: (given: Given) => unknown): readonly number[] {
  let seconds: number[] = [];
  for (const phase of ['warm', 'counted']) {
    seconds = [];
    const end = performance.now() + SECONDS * 1000;
    while (performance.now() < end) {
      const started = performance.now();
      for (const given of all) if (work(given) === undefined) throw new Error(`There is no answer when ${phase}.`);
      seconds.push((performance.now() - started) / 1000);
    }
  }
  return seconds;
}

const COMMON = 'buyer=municipality&kind=services&price=total&options=-&extensions=-&lots=-&sameKindLast12Months=0&crossBorderInterest=no&via=none';
/** By what they show; each address asks about another amount. */
const PAGES: Readonly<Record<string, (amount: number) => string>> = {
  'wizard page: a choice': (amount) => `/skal-det-i-udbud?on=2024-05-01&${COMMON}&value=${amount}&what=-&spm=kind`,
  'wizard page: rows': (amount) => `/er-det-et-tilkoeb?on=2024-05-01&buyer=municipality&kind=services&tendered=ja&originalValue=${amount}&changes=2022-01-01%7C${amount}%7C180&spm=changes`,
  'answer: must it be tendered': (amount) => `/skal-det-i-udbud?on=2024-05-01&${COMMON}&value=${amount}&what=-`,
  'answer: is it an add-on': (amount) => `/er-det-et-tilkoeb?on=2024-05-01&buyer=municipality&signed=2021-01-01&kind=services&tendered=nej&originalValue=${amount}&changes=-&value=${amount}&sameKindLast12Months=0&argument=-&what=-`,
  'answer: when': (amount) => `/hvornaar?scope=one&step=restricted-tenders&from=2026-05-01&electronic=ja&pin=-&urgent=-&agreedDays=${amount % 3000}&proposed=-&mustRunBy=-`,
  'the rules': (amount) => `/regler?at=${amount}`,
};

async function pages(): Promise<readonly Latency[]> {
  const data = await mkdtemp(path.join(tmpdir(), 'torvet-bench-'));
  const server = await startTorvet(data, { TORVET_DEMO: 'no', TORVET_LOG: 'warn' });
  const agent = new http.Agent({ keepAlive: true, maxSockets: 1 });
  const ask = (place: string): Promise<number> => secondsOf(new URL(place, server.address), agent);
  try {
    await timed(Array.from({ length: 50 }, () => '/healthz'), ask);
    const floor = await timed(Array.from({ length: REQUESTS }, () => '/healthz'), ask);
    const base = percentile(floor, 0.5);
    const figures = [latency('floor: /healthz', floor, base)];
    for (const [what, place] of Object.entries(PAGES)) {
      await timed(Array.from({ length: REQUESTS / 5 }, (_, at) => place(at + 1)), ask);
      figures.push(latency(what, await timed(Array.from({ length: REQUESTS }, (_, at) => place(1_000_000 + at * 10_000)), ask), base));
    }
    return figures;
  } finally {
    agent.destroy();
    await server.stop();
    await rm(data, { recursive: true, force: true });
  }
}
