import { sql, type Kysely } from 'kysely';
import { parseJson, type Clock, type Json } from '#base';
import type { ProcessQuery } from './list.view.ts';
import { maskPersons } from './persons.ts';
import { matchedOcids } from './process-filter.store.ts';
import { personsOfAll } from './process.store.ts';
import type { RegisterTables } from './tables.ts';

/** Ocids found at once, and compiled releases held at once: one of them may be some megabytes. */
const OCIDS = 1000;
const COMPILED = 20;

/**
 * The compiled release of every process of a search, persons masked, in the order of the ocids: an import that goes on
 * meanwhile moves none of them.
 */
export async function* compiledReleases(db: Kysely<RegisterTables>, clock: Clock, query: ProcessQuery): AsyncGenerator<Json> {
  let found: readonly { readonly ocid: string }[];
  let after = '';
  do {
    ({ rows: found } = await sql<{ ocid: string }>`${matchedOcids(clock, query)} and process.ocid > ${after} order by process.ocid limit ${OCIDS}`.execute(db));
    for (let at = 0; at < found.length; at += COMPILED) yield* compiledOf(db, found.slice(at, at + COMPILED).map(({ ocid }) => ocid));
    after = found.at(-1)?.ocid ?? after;
  } while (found.length === OCIDS);
}

async function* compiledOf(db: Kysely<RegisterTables>, ocids: readonly string[]): AsyncGenerator<Json> {
  const [rows, persons] = await Promise.all([
    db.selectFrom('process').select(['ocid', 'compiled']).where(sql<boolean>`ocid = any(${ocids}::text[])`).orderBy('ocid').execute(),
    personsOfAll(db, ocids),
  ]);
  for (const { ocid, compiled } of rows) yield maskPersons(parseJson(compiled), persons.get(ocid));
}
