import { createHash } from 'node:crypto';
import { fail, ok, unwrap, type Failure, type Result } from '#base';

/** A place in a sorted list: the sort it belongs to, the sort key of a row as the database writes it, and the row's own key. */
export interface Cursor {
  readonly sort: string;
  readonly key: string;
  readonly id: string;
}

/** Letters of the checksum in front: enough that a cut or changed cursor is seen. It is no signature, and guards nothing. */
const CHECK = 8;

export function writeCursor({ sort, key, id }: Cursor): string {
  const body = JSON.stringify([sort, key, id]);
  return Buffer.from(checksum(body) + body).toString('base64url');
}

/**
 * Reads a cursor that came back in an address.
 * @param sort the sort in force: a cursor of another one points nowhere.
 * @param keyType what the key must be, so that a made-up one is refused before the database meets it.
 */
export function readCursor(text: string, sort: string, keyType: CursorKey): Result<Cursor> {
  const written = Buffer.from(text, 'base64url').toString('utf8');
  const body = written.slice(CHECK);
  // The decoder overlooks letters that are no base64; only the spelling that Torvet gave counts.
  if (checksum(body) + body !== written || Buffer.from(written).toString('base64url') !== text) return fail(badCursor());
  const parts = parsed(body);
  if (!Array.isArray(parts) || parts.length !== 3 || !parts.every((part) => typeof part === 'string')) return fail(badCursor());
  const [given = '', key = '', id = ''] = parts;
  if (given !== sort || !KEYS[keyType].test(key) || id.includes('\u0000')) return fail(badCursor());
  return ok({ sort, key, id });
}

/** PostgreSQL types of the sort keys. */
export type CursorKey = 'timestamptz' | 'date' | 'numeric' | 'float8';

const NUMBER = /^-?\d+(\.\d+)?(e[+-]?\d{1,3})?$/;
const KEYS: Readonly<Record<CursorKey, RegExp>> = {
  float8: NUMBER,
  numeric: NUMBER,
  date: /^(-?infinity|\d{4,6}-\d\d-\d\d( BC)?)$/,
  timestamptz: /^(-?infinity|\d{4,6}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d+)?[+-]\d\d(:\d\d){0,2}( BC)?)$/,
};

export function badCursor(): Failure {
  return {
    kind: 'invalid',
    message: 'The place in the list (after, before) is not one that Torvet gave for this sorting.',
    help: 'Follow the links next and previous, or start from the first page without it.',
    place: 'after',
  };
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body) as unknown;
  } catch {
    return null;
  }
}

function checksum(body: string): string {
  return createHash('sha256').update(body).digest('base64url').slice(0, CHECK);
}

/** What a list needs to know to give one page of itself. */
export interface PageRequest {
  readonly after: string | null;
  readonly before: string | null;
  readonly limit: number;
}

/** Rows of one page, and the cursors of the pages beside it. */
export interface RowPage<Row> {
  readonly rows: Row[];
  readonly next: string | null;
  readonly previous: string | null;
}

/**
 * Rows of one page, cut from one row more than was asked for, which only tells that there are more.
 * @param sort of the list, or of the row's part of it
 */
export function cutPage<Row extends { readonly cursor_key: string }>(
  found: readonly Row[], request: PageRequest, sort: (row: Row) => string, id: (row: Row) => string,
): RowPage<Row> {
  const backwards = request.before !== null;
  const more = found.length > request.limit;
  const rows = found.slice(0, request.limit);
  if (backwards) rows.reverse();
  const cursor = (row: Row | undefined): string | null => (row === undefined ? null : writeCursor({ sort: sort(row), key: row.cursor_key, id: id(row) }));
  return {
    rows,
    next: backwards || more ? cursor(rows.at(-1)) : null,
    previous: (backwards ? more : request.after !== null) ? cursor(rows[0]) : null,
  };
}

/** Rows fetched at once where all of a list are wanted: a file of any length passes through in such groups. */
export const GROUP = 1000;

/** A whole list, page by page. @throws FailureError when a page cannot be found. */
export async function* groupsOf<Row>(page: (after: string | null) => Promise<Result<RowPage<Row>>>): AsyncGenerator<readonly Row[]> {
  for (let after: string | null = null, first = true; first || after !== null; first = false) {
    const { rows, next }: RowPage<Row> = unwrap(await page(after));
    yield rows;
    after = next;
  }
}

/** The answer to a key that looks right and is out of its type's range (PostgreSQL class 22): no date, too large a number. */
export function refuseBadKey(error: { readonly code?: string }): null {
  if (error.code?.startsWith('22')) return null;
  throw error as Error;
}
