/** Asks Torvet's own questions of the flat tables of a register, or of a file: three outcomes, coverage, and the evidence of each flag. */
import type { AnalysisRow, AnalysisValue } from '#register';
import type { Asked } from '../indicators/indicator.ts';
import type { FlagSettings } from '../settings/settings.ts';
import { BOUNDS, groundworkOf, textOf } from './groundwork.ts';

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

/** What is flagged, with where and when: as in the coverage. */
export interface Flagged extends Finding {
  /** ISO 3166-1, or empty: not stated. */
  readonly country: string;
  /** ISO date of the newest notice. */
  readonly day: string | null;
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
  readonly flagged: readonly Flagged[];
  readonly evidence: readonly Evidence[];
  readonly coverage: readonly Coverage[];
  /** The rest: what was assessed and is clear, and what could not be. */
  readonly others: () => Promise<readonly Finding[]>;
}

/** What a series leaves behind. */
const MEASURED = ['measured', 'quantile', 'fence'];

/**
 * One indicator after the other. What `others` gives must be asked before the next.
 * @throws Error when a query gives a row of another shape
 */
export async function* runQuestions<One extends Asked>(ask: Ask, settings: FlagSettings<One>): AsyncGenerator<Answered<One>> {
  for (const sql of await groundworkOf(settings)) await ask(sql);
  for (const indicator of settings.runs) {
    const { code, question } = indicator;
    await measure(ask, question.measure);
    await ask(`create temporary table outcome as ${await textOf(question.query)}`);
    const findings = (where: string): Promise<readonly AnalysisRow[]> => ask(`select o.ocid, o.part, o.buyer, o.supplier, o.outcome, o.reason, o.value, p.country, p.day
      from outcome o left join place p on p.ocid = o.ocid where ${where} order by o.ocid, o.part, o.buyer, o.supplier`);
    yield {
      indicator,
      flagged: (await findings("o.outcome = 'flagged'")).map((row) => ({ ...findingOf(code, row), country: textOrNull(row['country']) ?? '', day: textOrNull(row['day']) })),
      evidence: (await ask(inOrder(await textOf(question.evidence)))).map((row) => evidenceOf(code, row)),
      coverage: (await ask(`select p.country, p.source, p.form, o.outcome, o.reason, count(*) as n
        from outcome o join place p on p.ocid = o.ocid group by p.country, p.source, p.form, o.outcome, o.reason order by 1, 2, 3, 4, 5`)).map((row) => coverageOf(code, row)),
      others: async () => (await findings("o.outcome <> 'flagged'")).map((row) => findingOf(code, row)),
    };
    for (const table of ['outcome', ...(question.measure === null ? [] : MEASURED)]) await ask(`drop table ${table}`);
  }
}

/** In ClickHouse the order of a union is that of its last part, so it is told around it. */
export function inOrder(evidence: string): string {
  return `select * from (\n${evidence}\n) as evidence order by ocid, part, nth`;
}

async function measure(ask: Ask, file: URL | null): Promise<void> {
  if (file === null) return;
  await ask(await textOf(file));
  for (const bound of BOUNDS) await ask(await textOf(bound));
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
