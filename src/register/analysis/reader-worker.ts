/** Answers questions about one generation, in a process of its own. Started by `reader.ts`. */
import { openDuck, type Duck } from './duck.ts';
import { duckRows } from './duck-values.ts';
import type { AnalysisRow, AnalysisValue, Answer, Question } from './reader.ts';

let duck: Duck | null = null;

// The channel closes when whoever asks is gone, however it went.
process.once('disconnect', () => process.exit(0));
let before: Promise<void> = Promise.resolve();
process.on('message', (question: Question) => {
  before = before.then(() => answer(question));
});

async function answer(question: Question): Promise<void> {
  const { number } = question;
  try {
    const rows = question.kind === 'open' ? await openViews(question) : await ask(question.sql, question.parameters);
    process.send?.({ number, rows } satisfies Answer);
  } catch (error) {
    process.send?.({ number, failure: error instanceof Error ? error.message : String(error) } satisfies Answer);
  }
}

async function openViews({ folder, spill, megabytes, threads, views }: Extract<Question, { kind: 'open' }>): Promise<AnalysisRow[]> {
  duck = await openDuck({ folder, spill, megabytes, threads });
  for (const sql of views) await duck.connection.run(sql);
  return [];
}

async function ask(sql: string, parameters: Readonly<Record<string, AnalysisValue>>): Promise<AnalysisRow[]> {
  if (duck === null) throw new Error('No generation is open.');
  const result = await duck.connection.runAndReadAll(sql, { ...parameters });
  return duckRows(result.getRowObjects());
}
