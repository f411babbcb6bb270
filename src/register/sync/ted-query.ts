/**
 * What is asked of TED, in the language of its expert search.
 *
 * Documented: `field IN (a b)`, `field>=value` and `SORT BY field` at the end of the query text
 * (https://ted.europa.eu/en/search/expert-search; fields: https://docs.ted.europa.eu/ODS/latest/reuse/field-list.html).
 * Seen in the answers of the service and in public clients, not in its documentation: values stand in a list with spaces between,
 * `48*` finds every code that begins so, dates have eight digits, and sorting rises unless DESC is said (ASC is an error).
 */
import { fail, ok, type Result } from '#base';

export interface TedQuery {
  /** The buyer's country in three letters (ISO 3166-1 alpha-3), as eForms and TED write it. */
  readonly country: string;
  /** First digits of CPV codes, in order, each once; none: whatever is bought. */
  readonly cpv: readonly string[];
}

/** @param cpv the first two to eight digits of CPV codes with commas between: `48,72`; left out: whatever is bought. */
export function readTedQuery(country: string, cpv = ''): Result<TedQuery> {
  const code = country.trim().toUpperCase();
  if (!/^[A-Z]{3}$/.test(code)) {
    return invalid(`"${country}" is no country that TED can be asked for.`, 'Write its three letters of ISO 3166-1: DNK for Denmark, SWE for Sweden.');
  }
  const parts = cpv.trim() === '' ? [] : cpv.split(',').map((part) => part.trim());
  const wrong = parts.find((part) => !/^\d{2,8}$/.test(part));
  if (wrong !== undefined) {
    return invalid(`"${wrong}" is no beginning of a CPV code.`, 'Write two to eight digits, with commas between several: 48,72 for software and IT services.');
  }
  return ok({ country: code, cpv: [...new Set(parts)].toSorted() });
}

/** @returns the day as `YYYY-MM-DD`. */
export function readSince(text: string, today: Temporal.PlainDate): Result<string> {
  const date = plainDate(text.trim());
  if (date === null) return invalid(`"${text}" is no date.`, 'Write year, month and day: 2024-01-31.');
  if (Temporal.PlainDate.compare(date, today) > 0) return invalid(`${text} has not come yet, so nothing is published since then.`, `Write a date up to today, ${today.toString()}.`);
  return ok(date.toString());
}

function plainDate(text: string): Temporal.PlainDate | null {
  try {
    return /^\d{4}-\d\d-\d\d$/.test(text) ? Temporal.PlainDate.from(text, { overflow: 'reject' }) : null;
  } catch {
    return null;
  }
}

function invalid(message: string, help: string): Result<never> {
  return fail({ kind: 'invalid', message, help });
}

/** The query as settings and people write it, and as runs are known by: `DNK`, `DNK:48,72`. */
export function queryName({ country, cpv }: TedQuery): string {
  return cpv.length === 0 ? country : `${country}:${cpv.join(',')}`;
}

/** Oldest first, so that an interrupted fetch can go on from the day it reached. @param since `YYYY-MM-DD`, with that day. */
export function expertQuery({ country, cpv }: TedQuery, since: string): string {
  const codes = cpv.map((code) => (code.length === 8 ? code : `${code}*`)).join(' ');
  const conditions = [`buyer-country IN (${country})`, ...(codes === '' ? [] : [`classification-cpv IN (${codes})`]), `publication-date>=${since.replaceAll('-', '')}`];
  return `${conditions.join(' AND ')} SORT BY publication-date`;
}
