/** Torvet's own mode: each indicator's questions to the tables of a register, in both engines. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { isObject, parseJson, unwrap, type JsonObject } from '#base';
import { ASKED, BOUNDS, defaultsOf, groundworkOf, inOrder, readSettingsOf, textOf, type Asked, type FlagSettings } from '../../src/oversight/engines.ts';
import type { AnalysisRow } from '#register';
import type { Pair } from './engine.ts';

export interface OwnCase {
  readonly name: string;
  readonly indicator: Asked;
  readonly settings: FlagSettings<Asked>;
  readonly releases: readonly JsonObject[];
}

/** Every case of every folder. */
export function ownCases(): readonly OwnCase[] {
  return ASKED.flatMap((indicator) => {
    const folder = path.join(path.dirname(fileURLToPath(indicator.question.query)), 'cases');
    return readdirSync(folder).filter((name) => name.endsWith('.jsonl')).map((name) => {
      const ini = path.join(folder, name.replace(/\.jsonl$/, '.ini'));
      return {
        name: `${indicator.code} asked of a register, ${name.replace(/\.jsonl$/, '')}`, indicator,
        settings: existsSync(ini) ? unwrap(readSettingsOf([indicator], readFileSync(ini, 'utf8'))) : defaultsOf([indicator]),
        releases: readFileSync(path.join(folder, name), 'utf8').split('\n').filter((line) => line !== '').map((line) => parseJson(line)).filter(isObject),
      };
    });
  });
}

const MADE = /^\s*create temporary table (\w+)/im;

/** What the questions build on, then each of them: all rows of all tables, and the evidence, must be equal. @param nameOf a file as the page names it */
export async function compareQuestions(pair: Pair, settings: FlagSettings<Asked>, nameOf: (file: URL) => string): Promise<void> {
  for (const sql of await groundworkOf(settings)) {
    const [, name = ''] = MADE.exec(sql.replaceAll(/--.*$/gm, '')) ?? [];
    if (/\bas\s*(?:with|select)\b/i.test(sql)) await pair.step(`src/oversight/own/${name}.sql`, sql);
    else await pair.both(name, sql);
  }
  for (const { question } of settings.runs) {
    if (question.measure !== null) for (const file of [question.measure, ...BOUNDS]) await pair.step(nameOf(file), await textOf(file));
    await pair.step(nameOf(question.query), `create temporary table outcome as ${await textOf(question.query)}`);
    await pair.ask(nameOf(question.evidence), inOrder(await textOf(question.evidence)), withoutZeros);
    await pair.forget(['outcome', ...(question.measure === null ? [] : ['measured', 'quantile', 'fence'])]);
  }
}

/** A decimal as text has the zeros of its type in DuckDB and none in ClickHouse; they are taken off before anybody sees them. */
function withoutZeros(row: AnalysisRow): AnalysisRow {
  const { amount } = row;
  return typeof amount === 'string' ? { ...row, amount: amount.replace(/(\.\d*?)0+$/, '$1').replace(/\.$/, '') } : row;
}

/** All of them, by their defaults. */
export const allAsked = (): FlagSettings<Asked> => defaultsOf(ASKED);
