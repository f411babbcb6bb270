import { fail, ok, type Result } from '#base';

/** A place in a sorted list: the sort it belongs to, the sort key of a row as the database writes it, and the row's own key. */
export interface Cursor {
  readonly sort: string;
  readonly key: string;
  readonly id: string;
}

export function writeCursor({ sort, key, id }: Cursor): string {
  return Buffer.from(JSON.stringify([sort, key, id])).toString('base64url');
}

/** @param sort the sort in force: a cursor of another one points nowhere. */
export function readCursor(text: string, sort: string): Result<Cursor> {
  let parts: unknown;
  try {
    parts = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
  } catch {
    parts = null;
  }
  if (Array.isArray(parts) && parts.length === 3 && parts.every((part) => typeof part === 'string' && !part.includes('\u0000')) && parts[0] === sort) {
    return ok({ sort, key: String(parts[1]), id: String(parts[2]) });
  }
  return fail({
    kind: 'invalid',
    message: 'The place in the list (after, before) is not one that Torvet gave for this sorting.',
    help: 'Follow the links next and previous, or start from the first page without it.',
    place: 'after',
  });
}

/** What a list needs to know to give one page of itself. */
export interface PageRequest {
  readonly after: string | null;
  readonly before: string | null;
  readonly limit: number;
}

/** Rows of one page, cut from one row more than was asked for, which only tells that there are more. */
export function cutPage<Row extends { readonly cursor_key: string }>(
  found: readonly Row[], request: PageRequest, sort: string, id: (row: Row) => string,
): { rows: Row[]; next: string | null; previous: string | null } {
  const backwards = request.before !== null;
  const more = found.length > request.limit;
  const rows = found.slice(0, request.limit);
  if (backwards) rows.reverse();
  const cursor = (row: Row | undefined): string | null => (row === undefined ? null : writeCursor({ sort, key: row.cursor_key, id: id(row) }));
  return {
    rows,
    next: backwards || more ? cursor(rows.at(-1)) : null,
    previous: (backwards ? more : request.after !== null) ? cursor(rows[0]) : null,
  };
}
