/** The analysis files, prepared for questions about competition: one process with DuckDB for each world, kept while it is asked. */
import { readFile } from 'node:fs/promises';
import { FailureError } from '#base';
import { readCurrent, type Analysis, type AnalysisPlace, type AnalysisRow, type Generation, type RegisterTables } from '#register';
import type { FastifyRequest } from 'fastify';
import type { Kysely } from 'kysely';
import { LEAST_CLOSED, OPEN_SOURCES } from './disclosure.ts';
import { openPrepared, usedIn } from './prepared.store.ts';
import { scopeParameters, type Parameters, type Scope } from './scope.ts';

type Db = Kysely<RegisterTables>;

/** @param question the name of a text, or of several that make one */
export type Asked = (question: string | readonly string[], scope: Scope, more?: Parameters) => Promise<readonly AnalysisRow[]>;

export interface Facts {
  readonly generation: Generation;
  /** Asks the question of that name about a scope. The files never change, so an answer is kept. */
  readonly ask: Asked;
  /** The same for lists, whose answers are long and not kept. */
  readonly list: Asked;
  close(): Promise<void>;
}

const MOST_ANSWERS = 500;

/**
 * Opens the current generation of a world; null when there is none yet.
 * @param openSources where notices come from that everybody can read
 */
export async function openFacts(db: Db, place: AnalysisPlace, openSources: readonly string[] = OPEN_SOURCES): Promise<Facts | null> {
  const analysis = await openPrepared(db, place, openSources);
  if (analysis === null) return null;
  const answers = new Map<string, Promise<readonly AnalysisRow[]>>();
  const tableOf = scopeTables(analysis);
  const list: Asked = async (question, scope, more = {}) => {
    const texts = await Promise.all([question].flat().map((name) => sqlOf(`questions/${name}.sql`)));
    const text = [scopeHead(await tableOf(scope)), ...texts].join('\n');
    return analysis.query(text, usedIn(text, { ...scopeParameters(scope, LEAST_CLOSED), ...more }));
  };
  return {
    generation: analysis.generation, list,
    close: () => analysis.close(),
    ask: (question, scope, more = {}) => {
      const key = JSON.stringify([question, scope.kind, scope.key, more]);
      const answer = answers.get(key) ?? list(question, scope, more);
      // The one that was asked for last is forgotten last.
      answers.delete(key);
      answers.set(key, answer);
      answer.catch(() => answers.delete(key));
      if (answers.size > MOST_ANSWERS) answers.delete(answers.keys().next().value ?? key);
      return answer;
    },
  };
}

/** What a question finds the lots of its scope by: `scope` for what is counted, `open_scope` for what is listed, `chosen` for all. */
function scopeHead(table: string): string {
  const lots = (name: string, which: string): string => `${name} as (select piece, process from ${table} where ${which})`;
  return `with ${lots('chosen', 'true')}, ${lots('scope', 'counted = 1')}, ${lots('open_scope', 'open = 1')}`;
}

/**
 * Finds the lots of a scope once and keeps them as a table of the process that answers; when they fill its memory, it is opened anew.
 * @returns the table's name
 */
function scopeTables(analysis: Analysis): (scope: Scope) => Promise<string> {
  const tables = new Map<string, Promise<string>>();
  let made = 0;
  const make = async (scope: Scope): Promise<string> => {
    made += 1;
    const table = `competition_scope_${made}`;
    const text = `create table ${table} as\n${await sqlOf('questions/scope.sql')}`;
    await analysis.query(text, usedIn(text, scopeParameters(scope, LEAST_CLOSED)));
    return table;
  };
  return (scope) => {
    const key = `${scope.kind} ${scope.key}`;
    const table = tables.get(key) ?? make(scope);
    tables.set(key, table);
    table.catch(() => tables.delete(key));
    return table;
  };
}

function sqlOf(file: string): Promise<string> {
  return readFile(new URL(file, import.meta.url), 'utf8');
}

/** What a route needs: the facts of the world that a request asks about. */
export type Asking = (request: FastifyRequest) => Promise<Facts | null>;

/** For programs and files. @throws FailureError when there are no analysis files */
export async function demanded(asking: Asking, request: FastifyRequest): Promise<Facts> {
  const facts = await asking(request);
  if (facts === null) throw new FailureError({ kind: 'not-found', message: 'There are no analysis files yet, and the figures are made from them.', help: 'They are written after an import, or by: torvet register rebuild --analysis' });
  return facts;
}

/** The facts of each world, opened when they are first asked for and let go of when nobody asks. */
export interface FactsKeeper {
  /** Those of the newest generation; while a newer one is being prepared, of the one before. null: there are no analysis files. */
  get(db: Db, place: AnalysisPlace): Promise<Facts | null>;
  close(): Promise<void>;
}

interface Kept {
  readonly id: string;
  readonly facts: Promise<Facts | null>;
  readonly timer: NodeJS.Timeout;
}

const IDLE_MS = 30 * 60_000;

export function factsKeeper(): FactsKeeper {
  const kept = new Map<string, Kept>();
  const coming = new Map<string, Promise<void>>();
  const drop = async (world: string, one: Kept): Promise<void> => {
    if (kept.get(world) === one) kept.delete(world);
    clearTimeout(one.timer);
    await one.facts.then((facts) => facts?.close(), () => {});
  };
  const keep = (world: string, id: string, facts: Promise<Facts | null>): Kept => {
    const timer = setTimeout(() => { drop(world, one).catch(() => {}); }, IDLE_MS).unref();
    const one: Kept = { id, facts: facts.then((found) => (found === null ? null : guarded(found, () => drop(world, one)))), timer };
    kept.set(world, one);
    one.facts.catch(() => drop(world, one));
    return one;
  };
  const renew = async (db: Db, place: AnalysisPlace, id: string, before: Kept): Promise<void> => {
    const facts = await openFacts(db, place);
    keep(place.world, id, Promise.resolve(facts));
    await drop(place.world, before);
  };
  return {
    get: async (db, place) => {
      const current = await readCurrent(db, place);
      const before = kept.get(place.world);
      if (current === null) return null;
      if (before === undefined) return keep(place.world, current.id, openFacts(db, place)).facts;
      before.timer.refresh();
      if (before.id !== current.id && !coming.has(place.world)) {
        coming.set(place.world, renew(db, place, current.id, before).catch(() => drop(place.world, before)).finally(() => coming.delete(place.world)));
      }
      return before.facts;
    },
    close: async () => {
      await Promise.all(coming.values());
      await Promise.all([...kept].map(([world, one]) => drop(world, one)));
    },
  };
}

/** A process that gave no answer may be gone: the next question opens another. */
function guarded(facts: Facts, drop: () => Promise<void>): Facts {
  const watching = (asking: Asked): Asked => async (...question) => {
    try {
      return await asking(...question);
    } catch (error) {
      await drop();
      throw error;
    }
  };
  return { ...facts, ask: watching(facts.ask), list: watching(facts.list) };
}
