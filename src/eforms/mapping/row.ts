/**
 * The mapping is a table. A row says which business term stands where in the notice and where its value goes in the
 * release; what is no plain "here to there" is a named function that tells which terms it sees to.
 */
import { lookup } from '../codes/lookup.ts';
import type { Json } from '#base';
import { languageCode } from '../codes/labels.ts';
import { child, textOf, type Element } from '../xml/element.ts';
import { holds, path, type Predicate, type Step } from '../xml/path.ts';
import { moment, type Edge } from './dates.ts';
import { isEmpty, put, type Draft } from './draft.ts';
import type { Remarks } from './remarks.ts';

/** What a reader may ask about the notice as a whole. */
export interface Reading {
  /** BT-702, three letters; texts in this language come first. */
  readonly language: string | null;
  /** Time zone of the buyer's country, for times written without one. */
  readonly zone: string | null;
  /** Set for what TED XML became: it has elements that eForms has not. */
  readonly isTed: boolean;
  /** Where what stands oddly is told. */
  readonly remarks: Remarks;
}

/** The value of all elements that a row's path finds; undefined writes nothing. */
export type Reader = (found: readonly Element[], reading: Reading) => Json | undefined;

export interface Row {
  /** Business term without its section: `BT-21`. A moment has two, of its day and its time. */
  readonly terms: readonly (readonly [term: string, path: string])[];
  /** Sections of the SDK in which the term exists: `Lot`, `Part`, `LotsGroup`, … */
  readonly on: readonly string[];
  /** Where its elements stand; null for a function that looks for itself. */
  readonly at: string | null;
  /** @param found the elements at the row's path, at least one; of a row without a path, what the table was run on. */
  readonly write: (found: readonly Element[], into: Draft, reading: Reading) => void;
}

export function field(term: string, at: string, to: string, read: Reader, on: readonly string[]): Row {
  return {
    terms: [[term, at]], on, at,
    write: (found, into, reading) => {
      put(into, to, read(found, reading));
      if (read === text) putTranslations(into, to, found, reading);
    },
  };
}

/** A day and its time, each a term of its own, as one moment. */
export function when(terms: readonly [day: string, time: string | null], at: string, names: readonly [day: string, time: string], to: string, edge: Edge, on: readonly string[]): Row {
  const [dayName, timeName] = names;
  const paths = [[terms[0], `${at}/${dayName}`], ...(terms[1] === null ? [] : [[terms[1], `${at}/${timeName}`]])] as [string, string][];
  return {
    terms: paths, on, at,
    write: ([period], into, { zone }) => {
      if (period !== undefined) put(into, to, moment(textOf(child(period, dayName)), textOf(child(period, timeName)), edge, zone));
    },
  };
}

/** Each element at the path becomes an object in the list `to`, by rows of its own. */
export function each(at: string, to: string, rows: readonly Row[], on: readonly string[]): Row {
  const table = new Table(rows);
  return {
    terms: rows.flatMap(({ terms }) => terms.map(([term, path]) => [term, `${at}/${path}`] as const)), on, at,
    write: (found, into, reading) => {
      for (const one of found) {
        const made: Draft = {};
        table.run(one, made, reading);
        if (!isEmpty(made)) put(into, `${to}[]`, made);
      }
    },
  };
}

/** A function for what a row cannot say, with the terms that it sees to and where they stand. */
export function by(terms: readonly (readonly [string, string])[], on: readonly string[], run: (from: Element, into: Draft, reading: Reading) => void): Row {
  return {
    terms, on, at: null,
    write: ([from], into, reading) => {
      if (from !== undefined) run(from, into, reading);
    },
  };
}

/** What may come next on the way to the rows' elements. */
interface Way {
  readonly next: Map<string, { readonly key: string; readonly predicates: readonly Predicate[]; readonly way: Way }[]>;
  readonly rows: number[];
}

/**
 * Rows to be run on the same element: their paths are followed together, so that the element is walked through once and
 * not once for every row. The rows write in their order.
 */
export class Table {
  readonly #rows: readonly Row[];
  readonly #way: Way = { next: new Map(), rows: [] };

  constructor(rows: readonly Row[]) {
    this.#rows = rows;
    for (const [index, { at }] of rows.entries()) if (at !== null) this.#add(path(at).steps, index);
  }

  run(from: Element, into: Draft, reading: Reading): void {
    const found: (Element[] | undefined)[] = Array.from({ length: this.#rows.length });
    collect(from, this.#way, found);
    for (let index = 0; index < this.#rows.length; index++) {
      const row = this.#rows[index];
      if (row === undefined) continue;
      const elements = row.at === null ? [from] : found[index];
      if (elements !== undefined) row.write(elements, into, reading);
    }
  }

  #add(steps: readonly Step[], row: number): void {
    let way = this.#way;
    for (const { name, predicates } of steps) {
      const key = JSON.stringify(predicates);
      const branches = way.next.get(name) ?? [];
      way.next.set(name, branches);
      let branch = branches.find((one) => one.key === key);
      if (branch === undefined) {
        branch = { key, predicates, way: { next: new Map(), rows: [] } };
        branches.push(branch);
      }
      way = branch.way;
    }
    way.rows.push(row);
  }
}

function collect(from: Element, way: Way, found: (Element[] | undefined)[]): void {
  for (const one of from.children) {
    const branches = way.next.get(one.name);
    if (branches === undefined) continue;
    for (const { predicates, way: further } of branches) {
      if (predicates.length > 0 && !predicates.every((asked) => holds(one, asked))) continue;
      for (const row of further.rows) {
        const list = found[row];
        if (list === undefined) found[row] = [one];
        else list.push(one);
      }
      if (further.next.size > 0) collect(one, further, found);
    }
  }
}

/** Text in the notice's own language, else in the first one given. */
export function text(found: readonly Element[], { language }: Reading): string | undefined {
  const own = found.find((one) => one.attributes['languageID'] === language) ?? found[0];
  return paragraphs(own);
}

/** Line breaks are kept, other white space is not. */
function paragraphs(one: Element | undefined): string | undefined {
  if (one === undefined) return undefined;
  if (!one.text.includes('\n')) return textOf(one) ?? undefined;
  const clean = one.text.split('\n').map((line) => line.replaceAll(/\s+/g, ' ').trim()).join('\n').replaceAll(/\n{3,}/g, '\n\n').trim();
  return clean === '' ? undefined : clean;
}

/** OCDS writes further languages beside a text: `title_en`. */
function putTranslations(into: Draft, to: string, found: readonly Element[], reading: Reading): void {
  if (found.length < 2 || /[[\]+]$/.test(to)) return;
  const own = found.find((one) => one.attributes['languageID'] === reading.language) ?? found[0];
  const seen = new Set([own?.attributes['languageID']]);
  for (const one of found) {
    const language = one.attributes['languageID'];
    if (language === undefined || seen.has(language)) continue;
    seen.add(language);
    put(into, `${to}_${languageCode(language)}`, paragraphs(one));
  }
}

export function code(found: readonly Element[]): string | undefined {
  return textOf(found[0]) ?? undefined;
}

/** An identifier that only the buyer's own system knows. */
export function internalId(found: readonly Element[]): Json | undefined {
  const id = code(found);
  return id === undefined ? undefined : { id, scheme: 'internal' };
}

/** Every value, for a place that ends in `[]`. */
export function codes(found: readonly Element[]): string[] {
  return found.flatMap((one) => textOf(one) ?? []);
}

/** A number exactly as written; what is none gives nothing. */
export function numberOf(written: string | null): Json | undefined {
  if (written === null || !/^[+-]?\d+(\.\d+)?$/.test(written)) return undefined;
  const plain = written.replace(/^\+/, '').replace(/^(-?)0+(?=\d)/, '$1');
  const value = Number(plain);
  const short = plain.includes('.') ? plain.replace(/\.?0+$/, '') : plain;
  return String(value) === short ? value : (JSON.rawJSON(plain));
}

export function number(found: readonly Element[]): Json | undefined {
  return numberOf(textOf(found[0]));
}

/** A share written in percent as the fraction that OCDS asks for. */
export function percent(found: readonly Element[]): Json | undefined {
  const written = textOf(found[0]);
  if (written === null || !/^\d+(\.\d+)?$/.test(written)) return undefined;
  const [whole = '', fraction = ''] = written.split('.');
  const digits = whole.padStart(3, '0');
  return numberOf(`${digits.slice(0, -2)}.${digits.slice(-2)}${fraction}`);
}

export function amount(found: readonly Element[]): Json | undefined {
  const [one] = found;
  const value = numberOf(textOf(one));
  const currency = one?.attributes['currencyID'];
  return value === undefined ? undefined : { amount: value, ...(currency === undefined ? {} : { currency }) };
}

export function indicator(found: readonly Element[]): boolean | undefined {
  const written = textOf(found[0])?.toLowerCase();
  if (written === 'true' || written === '1') return true;
  return written === 'false' || written === '0' ? false : undefined;
}

/** A code by one of the mapping tables. */
export function mapped(table: Readonly<Record<string, string>>): Reader {
  return (found) => {
    const values = codes(found).flatMap((written) => lookup(table, written) ?? []);
    return values[0];
  };
}

export function mappedAll(table: Readonly<Record<string, string>>): Reader {
  return (found) => codes(found).flatMap((written) => lookup(table, written) ?? []);
}

/** `set(true)` when the value is one of those; nothing otherwise. */
export function whenIs(values: readonly string[], result: Json): Reader {
  return (found) => (codes(found).some((written) => values.includes(written)) ? result : undefined);
}

export function whenNot(values: readonly string[], result: Json): Reader {
  return (found) => (codes(found).some((written) => !values.includes(written)) ? result : undefined);
}

const DAYS: Readonly<Record<string, number>> = { DAY: 1, WEEK: 7, MONTH: 30, YEAR: 365 };

/** A duration in days, by OCDS for eForms: a month is 30 days, a year 365. */
export function days(found: readonly Element[]): Json | undefined {
  const [one] = found;
  const each = lookup(DAYS, one?.attributes['unitCode']);
  const value = Number(textOf(one) ?? Number.NaN);
  return each === undefined || !Number.isFinite(value) ? undefined : value * each;
}

