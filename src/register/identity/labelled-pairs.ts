/**
 * Pairs of organisations as they stand in real notices, labelled by hand: the measure of how well two mentions are told
 * to be one organisation. For tests and scripts only.
 *
 * Drawn from the 8,532 mentions (6,298 distinct) in 1,846 TED notices, 36 Norwegian ones and 499 OCDS releases of 13
 * countries. A program proposed candidates: the same digits in the number, the same letters in the name, or names that
 * share 45 of 100 trigrams or contain each other, a few for each country and never one organisation over and over; some
 * Nordic ones were picked by eye. A reader then labelled them by what the names mean, passing over what cannot be
 * known, natural persons and sole traders. So hard cases are far more frequent here than in the notices: a share of this
 * set is no share of all mentions. Numbers with stray characters stand as published, mistakes too.
 *
 * same       one legal organisation, or one body in two spellings, languages or names in the course of time
 * part       one is a unit, organ or registry of the other, or a joint buyer or bidder that contains the other
 * different  everything else; two units of one authority among them, and sister companies
 *
 *                            same  part  different
 * same number, other name      23     0          5
 * same name, other number      35     0          1
 * same name, no number         52     0          8   one at least has no number, or none that means anything
 * number spelling              20     1          0
 * spelling                     93     0          0   legal form, case, diacritics, abbreviation, language, typing error
 * similar name                  0     0         95
 * department                    5    63         14
 * joint buyer                   2    13          1
 * easy                         32     0         34
 * blind                        48    14         37   drawn when the rules were done
 * all                         310    91        195   596 pairs
 *
 * The kind of a case says why it is hard, and follows from the label in part ("similar name" is never the same). The blind
 * ones were drawn by chance from organisations that no other pair names, after the rules of joining had been settled on the others:
 * a guard against rules that fit these pairs alone.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Mention } from './mention.ts';

export const PAIR_LABELS = ['same', 'part', 'different'] as const;
export const PAIR_STRATA = [
  'same number, other name', 'same name, other number', 'same name, no number', 'number spelling', 'spelling', 'similar name', 'department', 'joint buyer', 'easy', 'blind',
] as const;

export type PairLabel = (typeof PAIR_LABELS)[number];
export type PairStratum = (typeof PAIR_STRATA)[number];

export interface LabelledPair {
  readonly label: PairLabel;
  readonly a: Mention;
  readonly b: Mention;
  /** What kind of case it is. */
  readonly stratum: PairStratum;
  /** Why the label; `plain` where the names tell it. */
  readonly reason: string;
}

const COLUMNS = [
  'label', 'a_name', 'a_scheme', 'a_number', 'a_country', 'a_locality', 'b_name', 'b_scheme', 'b_number', 'b_country', 'b_locality', 'stratum', 'reason',
] as const;

/** Every pair of the file beside this one. @throws Error with the line that is not as it must be. */
export function readLabelledPairs(): readonly LabelledPair[] {
  return parseLabelledPairs(readFileSync(path.join(import.meta.dirname, 'labelled-pairs.tsv'), 'utf8'));
}

/** @param text lines of fields between tabs, the names of the columns first; an empty field is null. @throws Error with the line. */
export function parseLabelledPairs(text: string): readonly LabelledPair[] {
  const [header, ...lines] = text.replace(/\n$/, '').split('\n');
  if (header !== COLUMNS.join('\t')) throw new Error(`Line 1 of the labelled pairs must name the columns ${COLUMNS.join(', ')}.`);
  return lines.map((line, index) => pairOf(line.split('\t'), index + 2));
}

function pairOf(fields: readonly string[], line: number): LabelledPair {
  const wrong = (what: string): Error => new Error(`Line ${line} of the labelled pairs ${what}.`);
  if (fields.length !== COLUMNS.length) throw wrong(`has ${fields.length} fields where ${COLUMNS.length} belong`);
  const label = PAIR_LABELS.find((one) => one === fields[0]);
  if (label === undefined) throw wrong(`has the label "${fields[0]}", which is none of ${PAIR_LABELS.join(', ')}`);
  const stratum = PAIR_STRATA.find((one) => one === fields[11]);
  if (stratum === undefined) throw wrong(`has the kind "${fields[11]}", which is none of ${PAIR_STRATA.join('; ')}`);
  const [a, b] = [mentionOf(fields.slice(1, 6)), mentionOf(fields.slice(6, 11))];
  if (a.name === '' || b.name === '') throw wrong('has an organisation without a name');
  const reason = fields[12] ?? '';
  if (reason === '') throw wrong('has no reason; "plain" says that the names tell it');
  return { label, a, b, stratum, reason };
}

function mentionOf([name = '', scheme, number, country, locality]: readonly string[]): Mention {
  return { name, scheme: scheme || null, number: number || null, country: country || null, locality: locality || null };
}
