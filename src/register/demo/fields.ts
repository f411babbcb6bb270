import { ADMINISTRATION } from './fields-administration.ts';
import { CITIZEN } from './fields-citizen.ts';
import { PLACE } from './fields-place.ts';
import { TECHNOLOGY } from './fields-technology.ts';
import type { CpvCode } from './cpv.ts';

/** The fields of municipal IT; each supplier works in some of them. */
export type FieldId =
  | 'jobcentre' | 'social' | 'care' | 'welfare' | 'school' | 'daycare' | 'library'
  | 'records' | 'payroll' | 'finance' | 'website' | 'dataprotection'
  | 'gis' | 'property' | 'environment'
  | 'network' | 'hosting' | 'licences' | 'security' | 'integration' | 'ai' | 'advice';

/** One thing that municipalities buy, with Danish texts to describe it. */
export interface Subject {
  readonly id: string;
  readonly field: FieldId;
  /** What is bought, as it stands inside a sentence: "et fagsystem til jobcentret" without the article. */
  readonly titles: readonly [string, ...string[]];
  /** Why it is bought. `{kommune}` is the name with "Kommune" after it. */
  readonly need: readonly [string, ...string[]];
  /** What belongs to it; two or three are taken. */
  readonly scope: readonly [string, string, string, ...string[]];
  /** `{antal}` is the volume: inhabitants / 1,000 * perThousand. */
  readonly volume: string;
  readonly perThousand: number;
  readonly cpv: readonly [CpvCode, ...CpvCode[]];
  /** Whole contract value in 1,000 DKK, options left out, for a municipality of 40,000 inhabitants. */
  readonly thousands: readonly [number, number];
  /** Length of the contract in years before options. */
  readonly years: readonly [number, number];
  /** Where the purchase divides naturally: titles and share of the value in percent, 100 together. */
  readonly lots?: readonly (readonly [title: string, share: number])[];
  /** "goods" for licences and equipment; services otherwise. */
  readonly category?: 'goods';
}

export const SUBJECTS: readonly Subject[] = [...CITIZEN, ...ADMINISTRATION, ...PLACE, ...TECHNOLOGY];

/** @throws Error when there is no such subject. */
export function subject(id: string): Subject {
  const found = SUBJECTS.find((one) => one.id === id);
  if (!found) throw new Error(`The demo world has no subject "${id}".`);
  return found;
}
