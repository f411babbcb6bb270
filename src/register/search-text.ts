import { sql, type Kysely, type RawBuilder } from 'kysely';
import type { RegisterTables } from './tables.ts';

const SHORTEST_PREFIX = 3;
const SHORTEST_CORRECTION = 4;
/** Below this a long word "becomes" any short one that stands inside it. */
const LEAST_SIMILAR = 0.45;
/** Longer searches are cut: nobody types them, and each word costs a look-up. */
const LONGEST_SEARCH = 300;

/** What a reader typed, ready for the database. */
export interface SearchText {
  /** Cleaned; never empty. */
  readonly text: string;
  /** tsquery: the words as typed (quotes, `or` and `-` work), or words that begin so. */
  readonly query: RawBuilder<unknown>;
  /** Sort key: words as typed count more than words that begin so. */
  readonly rank: RawBuilder<number>;
}

/** @returns null when nothing was typed. */
export function readSearchText(typed: string): SearchText | null {
  const text = typed.replaceAll('\u0000', '').trim().slice(0, LONGEST_SEARCH).toWellFormed().normalize('NFC');
  if (text === '') return null;
  const exact = sql`websearch_to_tsquery('danish', ${text})`;
  const beginnings = prefixQuery(text);
  const query = beginnings === null ? exact : sql`(${exact} || to_tsquery('danish', ${beginnings}))`;
  const weights = sql`'{0.05, 0.2, 0.5, 1}'::real[]`;
  const rank = sql<number>`(4 * ts_rank(${weights}, search, ${exact}) + ts_rank(${weights}, search, ${query}))::float8`;
  return { text, query, rank };
}

// Danish puts words together: "journal" must find "journalsystem". Someone who uses operators says exactly what to find.
function prefixQuery(text: string): string | null {
  if (/["]|(^|\s)-|\sor\s/i.test(text)) return null;
  const words = text.match(/[\p{L}\p{N}]+/gu) ?? [];
  if (words.length === 0) return null;
  return words.map((word) => (word.length >= SHORTEST_PREFIX ? `'${word}':*` : `'${word}'`)).join(' & ');
}

/** The text with each word that stands nowhere in the register replaced by the most similar one, or null when none is. */
export async function correctText(db: Kysely<RegisterTables>, text: string): Promise<string | null> {
  const words = [...new Set(text.normalize('NFC').toLowerCase().match(/\p{L}+/gu) ?? [])].filter((word) => word.length >= SHORTEST_CORRECTION).slice(0, 8);
  if (words.length === 0) return null;
  const found = await sql<{ typed: string; meant: string }>`
    select typed, meant from unnest(${words}::text[]) as typed cross join lateral (
      select word as meant from word where word % typed and similarity(word, typed) >= ${LEAST_SIMILAR}
      order by similarity(word, typed) desc, word limit 1) nearest
    where not exists (select from word where word = typed)`.execute(db);
  if (found.rows.length === 0) return null;
  const meant = new Map(found.rows.map((row) => [row.typed, row.meant]));
  return text.normalize('NFC').replaceAll(/\p{L}+/gu, (word) => meant.get(word.toLowerCase()) ?? word);
}
