/**
 * What an editor knows better than the rules: `corrections.tsv` beside this file. Each line has a reason and a source, and the
 * page of the organisation shows the reason.
 *
 * join             two names or two numbers are one organisation
 * not-its-number   who bears the name `one` in a notice does not have the number `other` that the notice gives
 * no-register      the scheme `one` tells no organisation from another
 *
 * A side is a name with its country, or the key of a number (`BE-KBO-0931814266`) without one. Lines of the last two kinds change
 * what a process is read as: raise `DERIVED` in `process-row.ts` with them.
 */
import { hash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Language } from '#base';
import { bareName } from './bare-name.ts';

export const CORRECTION_KINDS = ['join', 'not-its-number', 'no-register'] as const;

/** Whom a correction means. */
export interface Side {
  readonly text: string;
  /** Null: the side is the key of a number. */
  readonly country: string | null;
}

export interface Correction {
  readonly kind: (typeof CORRECTION_KINDS)[number];
  readonly one: Side;
  readonly other: Side;
  /** What the page says, in its language. */
  readonly reason: Readonly<Record<Language, string>>;
  /** Where anybody can see it; in English. */
  readonly source: string;
}

const COLUMNS = ['kind', 'one', 'one_country', 'other', 'other_country', 'reason', 'reason_en', 'source'];

/** @param text lines of fields between tabs, the names of the columns first. @throws Error with the line that is not as it must be */
export function parseCorrections(text: string): readonly Correction[] {
  const [header, ...lines] = text.replace(/\n$/, '').split('\n');
  if (header !== COLUMNS.join('\t')) throw new Error(`Line 1 of the corrections must name the columns ${COLUMNS.join(', ')}.`);
  return lines.map((line, index) => {
    const fields = line.split('\t');
    const [, one = '', oneCountry = '', other = '', otherCountry = '', reason = '', reasonEn = '', source = ''] = fields;
    const kind = CORRECTION_KINDS.find((known) => known === fields[0]);
    const wrong = (what: string): Error => new Error(`Line ${index + 2} of the corrections ${what}.`);
    if (fields.length !== COLUMNS.length || kind === undefined) throw wrong(`must have ${COLUMNS.length} fields and begin with one of ${CORRECTION_KINDS.join(', ')}`);
    if (one === '' || (other === '' && kind !== 'no-register')) throw wrong('does not say whom it means');
    if (reason === '' || reasonEn === '' || source === '') throw wrong('has no reason, in Danish and English, or no source');
    return { kind, one: { text: one, country: oneCountry || null }, other: { text: other, country: otherCountry || null }, reason: { da: reason, en: reasonEn }, source };
  });
}

const TEXT = readFileSync(path.join(import.meta.dirname, 'corrections.tsv'), 'utf8');

/** Every line of the file beside this one. */
export const CORRECTIONS: readonly Correction[] = parseCorrections(TEXT);

/** Tells one state of the file from another. */
export const CORRECTIONS_MARK = hash('sha256', TEXT);

export const JOINS: readonly Correction[] = CORRECTIONS.filter(({ kind }) => kind === 'join');

/** Made when first asked for: to bare a first name takes a quarter of a second. */
let foreign: ReadonlyMap<string, Correction> | null = null;
const NO_REGISTER = new Set(CORRECTIONS.filter(({ kind }) => kind === 'no-register').map(({ one }) => one.text));

/** @returns the correction by which the number is not that of who bears the name */
export function foreignNumber(key: string, bare: string): Correction | null {
  foreign ??= new Map(CORRECTIONS.filter(({ kind }) => kind === 'not-its-number').map((correction) => [`${correction.other.text} ${bareName(correction.one.text).bare}`, correction]));
  return foreign.get(`${key} ${bare}`) ?? null;
}

export function isNoRegister(scheme: string | null): boolean {
  return scheme !== null && NO_REGISTER.has(scheme);
}
