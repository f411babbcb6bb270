/** Two engines, asked the same. */
import assert from 'node:assert/strict';
import type { AnalysisRow } from '#register';

export interface SomeEngine {
  readonly name: string;
  readonly version: string;
  /** SQL that gives a Parquet file the name of a table. */
  see(table: string, file: string): string;
  run(sql: string): Promise<void>;
  rows(sql: string): Promise<readonly AnalysisRow[]>;
}

/** What was compared. */
export class Tally {
  /** Texts by their file. */
  readonly texts = new Map<string, number>();
  answers = 0;
  rows = 0;

  count(file: string, rows: number): void {
    this.texts.set(file, (this.texts.get(file) ?? 0) + 1);
    this.answers += 1;
    this.rows += rows;
  }
}

const CREATES = /^\s*create temporary (table|view) (\w+)/im;
const FILLS = /^\s*insert into (\w+)/im;

export class Pair {
  readonly engines: readonly [SomeEngine, SomeEngine];
  readonly tally: Tally;
  readonly #made: { readonly kind: string; readonly name: string }[] = [];

  constructor(engines: readonly [SomeEngine, SomeEngine], tally: Tally) {
    this.engines = engines;
    this.tally = tally;
  }

  /** Both see the file as a table. */
  async see(table: string, file: string): Promise<void> {
    for (const engine of this.engines) await engine.run(engine.see(table, file));
    this.#made.push({ kind: 'view', name: table });
  }

  /** Runs a text that creates or fills a table in both, and compares all that then stands in the table. */
  async step(file: string, sql: string): Promise<void> {
    const bare = sql.replaceAll(/--.*$/gm, '');
    const [, kind = '', created = ''] = CREATES.exec(bare) ?? [];
    const [, filled = ''] = FILLS.exec(bare) ?? [];
    const table = created || filled || assert.fail(`${file} neither creates nor fills a table`);
    if (created !== '') this.#made.push({ kind, name: created });
    for (const engine of this.engines) await said(engine, file, () => engine.run(sql));
    const answers = await this.#answers(file, `select * from ${table}`);
    assert.deepEqual(...ends(answers.map((rows) => rows.map(lineOf).toSorted())), file);
    this.tally.count(file, answers[0].length);
  }

  /** Runs a statement that gives nothing. @param name of the table that it makes; empty: it makes none */
  async both(name: string, sql: string): Promise<void> {
    if (name !== '') this.#made.push({ kind: 'table', name });
    for (const engine of this.engines) await said(engine, name, () => engine.run(sql));
  }

  /** Drops tables at once. */
  async forget(names: readonly string[]): Promise<void> {
    for (const name of names) for (const engine of this.engines) await engine.run(`drop table if exists ${name}`);
  }

  /** Runs a question in both: the same rows in the same order. @returns how many */
  async ask(file: string, sql: string, read: (row: AnalysisRow) => AnalysisRow = (row) => row): Promise<number> {
    const answers = await this.#answers(file, sql);
    assert.deepEqual(...ends(answers.map((rows) => rows.map((row) => lineOf(read(row))))), file);
    this.tally.count(file, answers[0].length);
    return answers[0].length;
  }

  async #answers(file: string, sql: string): Promise<readonly [readonly AnalysisRow[], readonly AnalysisRow[]]> {
    const [one, other] = this.engines;
    return [await said(one, file, () => one.rows(sql)), await said(other, file, () => other.rows(sql))];
  }

  /** Forgets all tables, for the next case. */
  async clear(): Promise<void> {
    for (const { kind, name } of this.#made.splice(0).toReversed()) for (const engine of this.engines) await engine.run(`drop ${kind} if exists ${name}`);
  }
}

async function said<Answer>({ name }: SomeEngine, file: string, ask: () => Promise<Answer>): Promise<Answer> {
  try {
    return await ask();
  } catch (error) {
    throw new Error(`${name} does not run ${file}: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
  }
}

function ends<One>(all: readonly One[]): [One, One] {
  return [all[0] as One, all[1] as One];
}

/** A row as text, in which numbers that JSON does not know differ too. */
function lineOf(row: AnalysisRow): string {
  return JSON.stringify(Object.entries(row).map(([name, value]) => [name, typeof value === 'number' && (!Number.isFinite(value) || Object.is(value, -0)) ? `number ${Object.is(value, -0) ? '-0' : value}` : value]));
}
