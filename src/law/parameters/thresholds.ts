import { readYaml } from '../data.ts';
import { isFirm, weakest, type Grade } from '../grade.ts';
import { oere, type Oere } from '../kroner.ts';
import { limit } from './limits.ts';

/** Who buys. A body governed by public law has the thresholds of a municipality. */
export type Buyer = 'municipality' | 'central-government' | 'public-body';
export type Kind = 'goods' | 'services' | 'light-services' | 'works';

/** A row of the table: one period of one threshold. Amounts are whole kroner and euro excluding VAT; null: looked for and not found. */
export interface ThresholdRow {
  readonly from: string;
  readonly to: string;
  readonly eur: number | null;
  readonly eurGrade: Grade;
  readonly dkk: number | null;
  readonly dkkGrade: Grade;
  readonly source: string;
}

export const THRESHOLD_TABLES = [
  'municipal-goods-services', 'state-goods-services', 'works', 'light-services', 'small-lot-goods-services', 'small-lot-works',
] as const;
export type ThresholdTable = (typeof THRESHOLD_TABLES)[number];

export const THRESHOLDS = readYaml('parameters/thresholds.yaml') as Readonly<Record<ThresholdTable, readonly ThresholdRow[]>>;

/**
 * A threshold on a day, as far as it is known. `low` and `high` in øre enclose it: they are equal where kroner are verified, and
 * where only euro are they come from the band that the krone keeps to. null: nothing firm is known.
 */
export interface Threshold {
  readonly row: ThresholdRow | null;
  readonly bounds: { readonly low: Oere; readonly high: Oere } | null;
  /** What the unverified figure would be in øre, where one is known; never used for a firm answer. */
  readonly likely: Oere | null;
  readonly grade: Grade;
}

/** The threshold table of a purchase. For goods and services alone a figure was read that is the state's own; the tables of works and light services name no buyer. */
export function tableOf(buyer: Buyer, kind: Kind): ThresholdTable {
  if (kind === 'works' || kind === 'light-services') return kind;
  return buyer === 'central-government' ? 'state-goods-services' : 'municipal-goods-services';
}

/** @param on ISO date on which the purchase is published or sent */
export function thresholdOn(table: ThresholdTable, on: string): Threshold {
  const row = THRESHOLDS[table].find(({ from, to }) => on >= from && on <= to) ?? null;
  if (row === null) return UNKNOWN;
  const known = READ.get(row) ?? readRow(row);
  READ.set(row, known);
  return known;
}

const UNKNOWN: Threshold = { row: null, bounds: null, likely: null, grade: 'M' };
/** Each row is reckoned once: that takes longer than a verdict. */
const READ = new Map<ThresholdRow, Threshold>();

function readRow(row: ThresholdRow): Threshold {
  if (row.dkk !== null && isFirm(row.dkkGrade)) return { row, bounds: { low: oere(row.dkk), high: oere(row.dkk) }, likely: oere(row.dkk), grade: row.dkkGrade };
  if (row.eur !== null && isFirm(row.eurGrade)) {
    const band = [limit('exchange-band-low'), limit('exchange-band-high')] as const;
    const [low, high] = band.map(({ value }) => BigInt(row.eur ?? 0) * oere(value)) as [Oere, Oere];
    return { row, bounds: { low, high }, likely: row.dkk === null ? null : oere(row.dkk), grade: weakest([row.eurGrade, ...band.map(({ grade }) => grade)]) };
  }
  return { row, bounds: null, likely: row.dkk === null ? null : oere(row.dkk), grade: row.dkk === null ? 'M' : row.dkkGrade };
}

/** Whether a value has reached a threshold; a value that is equal to it has. null: it lies where the threshold itself is not known. */
export function reaches(value: Oere, { bounds }: Threshold): boolean | null {
  if (bounds === null) return null;
  if (value >= bounds.high) return true;
  return value < bounds.low ? false : null;
}
