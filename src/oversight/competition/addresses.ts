/** Where the pages and files stand: paths inside the site, before language and world (`site.href`). */
import type { Figure, DIVISIONS } from './rows.view.ts';
import { COMPETITION, scopeWord, type Scope } from './scope.ts';
import type { SharesQuery } from './shares.store.ts';

export const METHOD = `${COMPETITION}/metode`;
export const ROWS = `${COMPETITION}/raekker`;
export const SHARES = `${COMPETITION}/vindere`;
export const YEARS = `${COMPETITION}/tal`;
export const SIDE_BY_SIDE = `${COMPETITION}/sammenlign`;
export const COMPETITION_DATA = '/api/v1/competition';

export interface RowsPlace {
  readonly scope: Scope;
  readonly figure: Figure;
  readonly year?: number | null;
  readonly division?: (typeof DIVISIONS)[number] | null;
  readonly supplier?: string | null;
  readonly buyer?: string | null;
  /** Of a tenure at one buyer: the field, three digits. */
  readonly field?: string | null;
}

export function rowsAddress(place: RowsPlace, from = 0): string {
  return `${ROWS}?${rowsQuery(place)}${from > 0 ? `&from=${from}` : ''}`;
}

/** `suffix`: ".csv" for instance. */
export function rowsFile(place: RowsPlace, suffix: string): string {
  return `${ROWS}${suffix}?${rowsQuery(place)}`;
}

/** Use with `site.dataHref`. */
export function rowsDataAddress(place: RowsPlace): string {
  return `${COMPETITION_DATA}/rows?${rowsQuery(place)}`;
}

function rowsQuery({ scope, figure, year = null, division = null, supplier = null, buyer = null, field = null }: RowsPlace): string {
  return wordsOf([['of', scopeWord(scope)], ['figure', figure], ['year', year], ['division', division], ['supplier', supplier], ['buyer', buyer], ['field', field]]);
}

type Pair = readonly [name: string, value: string | number | null];

function wordsOf(pairs: readonly Pair[]): string {
  return pairs.flatMap(([name, value]) => (value === null ? [] : [`${name}=${encodeURIComponent(value)}`])).join('&');
}

export type SharesPlace = Pick<SharesQuery, 'scope'> & Partial<SharesQuery>;

/** The winners that the concentration of a scope is reckoned of. */
export function sharesAddress(place: SharesPlace, from = 0): string {
  return `${SHARES}?${sharesQuery(place)}${from > 0 ? `&from=${from}` : ''}`;
}

/** `suffix`: ".csv" for instance. */
export function sharesFile(place: SharesPlace, suffix: string): string {
  return `${SHARES}${suffix}?${sharesQuery(place)}`;
}

/** Use with `site.dataHref`. */
export function sharesDataAddress(place: SharesPlace): string {
  return `${COMPETITION_DATA}/winners?${sharesQuery(place)}`;
}

function sharesQuery({ scope, year = null, each = false, division = null, currency = null }: SharesPlace): string {
  return wordsOf([['of', scopeWord(scope)], ['year', year], ['years', year === null && each ? 'each' : null], ['division', division], ['currency', currency]]);
}

export function yearsAddress(scope: Scope, suffix = ''): string {
  return `${YEARS}${suffix}?of=${encodeURIComponent(scopeWord(scope))}`;
}

/** Two sides next to each other, or the choice of the second. */
export function sideBySideAddress(a: Scope, b: Scope | null): string {
  const other = b === null ? '' : `&b=${encodeURIComponent(scopeWord(b))}`;
  return `${SIDE_BY_SIDE}?a=${encodeURIComponent(scopeWord(a))}${other}`;
}

/** Use with `site.dataHref`. */
export function competitionDataAddress(scope: Scope): string {
  return `${COMPETITION_DATA}?of=${encodeURIComponent(scopeWord(scope))}`;
}

/** Use with `site.dataHref`. */
export function sideBySideDataAddress(a: Scope, b: Scope): string {
  return `${COMPETITION_DATA}/compare?a=${encodeURIComponent(scopeWord(a))}&b=${encodeURIComponent(scopeWord(b))}`;
}
