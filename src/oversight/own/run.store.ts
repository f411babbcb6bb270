/** Asks Torvet's own questions of the flat tables of a register, or of a file: three outcomes, coverage, and the evidence of each flag. */
import { readFile } from 'node:fs/promises';
import type { AnalysisRow, AnalysisValue } from '#register';
import type { Asked } from '../indicators/indicator.ts';
import type { FlagSettings } from '../settings/settings.ts';
import { preludeOf } from './prelude.ts';

/** Runs one statement on the engine. */
export type Ask = (sql: string) => Promise<readonly AnalysisRow[]>;

export const OUTCOMES = ['flagged', 'clear', 'not-assessed'] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** What an indicator says of one thing that it looked at. */
export interface Finding {
  readonly ocid: string;
  /** Tells several findings of one process from each other: a lot, a contract, a field; empty when there is but one. */
  readonly part: string;
  /** Keys of the organisations that it concerns; null: none. */
  readonly buyer: string | null;
  readonly supplier: string | null;
  readonly outcome: Outcome;
  /** Why it cannot be assessed: one of the indicator's reasons. */
  readonly reason: string | null;
  readonly value: number | null;
}

/** A row that a flag rests on. */
export interface Evidence {
  readonly ocid: string;
  readonly part: string;
  /** In the order in which they are read, from 1. */
  readonly nth: number;
  /** What the row is: one of the indicator's kinds of evidence. */
  readonly what: string;
  /** The process that the row stands in; null: a rule, or a sum. */
  readonly source: string | null;
  /** Id of the notice in it. */
  readonly notice: string | null;
  /** ISO date. */
  readonly day: string | null;
  /** Exact decimal. */
  readonly amount: string | null;
  readonly currency: string | null;
  readonly number: number | null;
  /** In the words of the source. */
  readonly words: string | null;
}

export interface Coverage {
  /** ISO 3166-1, or empty: not stated. */
  readonly country: string;
  /** `ted`, `eforms`, `ocds`. */
  readonly source: string;
  /** Empty: not stated. */
  readonly form: string;
  readonly outcome: Outcome;
  readonly reason: string | null;
  readonly count: number;
}

export interface Answered<One extends Asked = Asked> {
  readonly indicator: One;
  readonly flagged: readonly Finding[];
  readonly evidence: readonly Evidence[];
  readonly coverage: readonly Coverage[];
  /** The rest: what was assessed and is clear, and what could not be. */
  readonly others: () => Promise<readonly Finding[]>;
}

/** What several indicators build on, in the order in which one needs the other. */
const STEPS = ['place', 'called', 'announced', 'dated', 'who', 'divided', 'winner', 'decision', 'offer', 'bidder', 'contest', 'margin', 'entry', 'rejection', 'supplied'];
/** Where the bounds of a series lie, in the same words as for the published indicators. */
const BOUNDS = ['quantile', 'fence'];

/**
 * One indicator after the other. What `others` gives must be asked before the next.
 * @throws Error when a query gives a row of another shape
 */
export async function* runQuestions<One extends Asked>(ask: Ask, settings: FlagSettings<One>): AsyncGenerator<Answered<One>> {
  for (const sql of preludeOf(settings)) await ask(sql);
  for (const name of STEPS) await ask(await textOf(new URL(`${name}.sql`, import.meta.url)));
  for (const indicator of settings.runs) {
    const { code, question } = indicator;
    await measure(ask, question.measure);
    await ask(`create table outcome as ${await textOf(question.query)}`);
    const findings = async (where: string): Promise<Finding[]> => (await ask(`select * from outcome where ${where} order by ocid, part, buyer, supplier`)).map((row) => findingOf(code, row));
    yield {
      indicator,
      flagged: await findings("outcome = 'flagged'"),
      evidence: (await ask(await textOf(question.evidence))).map((row) => evidenceOf(code, row)),
      coverage: (await ask(`select p.country, p.source, p.form, o.outcome, o.reason, count(*) as n
        from outcome o join place p on p.ocid = o.ocid group by p.country, p.source, p.form, o.outcome, o.reason order by 1, 2, 3, 4, 5`)).map((row) => coverageOf(code, row)),
      others: () => findings("outcome <> 'flagged'"),
    };
    for (const table of ['outcome', ...(question.measure === null ? [] : ['measured', ...BOUNDS])]) await ask(`drop table ${table}`);
  }
}

async function measure(ask: Ask, file: URL | null): Promise<void> {
  if (file === null) return;
  await ask(await textOf(file));
  for (const name of BOUNDS) await ask(await textOf(new URL(`../indicators/common/${name}.sql`, import.meta.url)));
}

function textOf(file: URL): Promise<string> {
  return readFile(file, 'utf8');
}

function findingOf(code: string, row: AnalysisRow): Finding {
  return {
    ocid: textIn(code, row['ocid']), part: textIn(code, row['part']), buyer: textOrNull(row['buyer']), supplier: textOrNull(row['supplier']),
    outcome: outcomeIn(code, row['outcome']), reason: textOrNull(row['reason']), value: numberOrNull(row['value']),
  };
}

function evidenceOf(code: string, row: AnalysisRow): Evidence {
  return {
    ocid: textIn(code, row['ocid']), part: textIn(code, row['part']), nth: Number(row['nth']), what: textIn(code, row['what']),
    source: textOrNull(row['source']), notice: textOrNull(row['notice']), day: textOrNull(row['day']),
    amount: row['amount'] === null || row['amount'] === undefined ? null : String(row['amount']), currency: textOrNull(row['currency']),
    number: numberOrNull(row['number']), words: textOrNull(row['words']),
  };
}

function coverageOf(code: string, row: AnalysisRow): Coverage {
  return {
    country: textIn(code, row['country']), source: textIn(code, row['source']), form: textIn(code, row['form']),
    outcome: outcomeIn(code, row['outcome']), reason: textOrNull(row['reason']), count: Number(row['n']),
  };
}

function textIn(code: string, value: AnalysisValue | undefined): string {
  if (typeof value !== 'string') throw new Error(`${code} gave ${JSON.stringify(value)} where a text belongs.`);
  return value;
}

function outcomeIn(code: string, value: AnalysisValue | undefined): Outcome {
  const known = OUTCOMES.find((outcome) => outcome === value);
  if (known === undefined) throw new Error(`${code} gave the outcome ${JSON.stringify(value)}.`);
  return known;
}

function textOrNull(value: AnalysisValue | undefined): string | null {
  return typeof value === 'string' ? value : null;
}

function numberOrNull(value: AnalysisValue | undefined): number | null {
  return value === null || value === undefined ? null : Number(value);
}
