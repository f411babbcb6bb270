/** What a mention says of who the organisation is: the facts that joining goes by. */
import { hash } from 'node:crypto';
import { bareName, bareTown, skeleton } from './bare-name.ts';
import { foreignNumber, isNoRegister } from './corrections.ts';
import { isGenericName } from './generic-names.ts';
import { goodNumber, type GoodNumber } from './good-number.ts';
import type { Mention } from './mention.ts';
import type { UnitKind } from './unit-words.ts';

export interface Facts {
  /** The key that every mention with these facts has, whatever else the register holds. */
  readonly key: string;
  readonly number: GoodNumber | null;
  readonly bare: string;
  /** Names that may be one stand in one block, and only they are compared. */
  readonly block: string;
  readonly country: string | null;
  readonly unit: UnitKind | 'other' | null;
  /** Block of the name that this one may be a part of. */
  readonly head: string | null;
}

/**
 * Pure: two mentions with one key are one organisation as far as one notice alone can tell.
 * @param corrected whether the editor's word on numbers counts; without it the rules can be measured alone
 */
export function identify(mention: Mention, corrected = true): Facts {
  const { bare: name, unit, head } = bareName(mention.name);
  const bare = withTown(name, mention.locality);
  const found = goodNumber(mention);
  const isRefuted = found !== null && corrected && (isNoRegister(mention.scheme) || foreignNumber(found.key, bare) !== null);
  const number = isRefuted ? null : found;
  const country = number?.kind === 'MX-RFC' ? 'MX' : mention.country;
  return {
    key: keyOf(number, { bare, unit, country }), number, bare, block: blockOf(bare), country, unit,
    head: head === null ? null : blockOf(head),
  };
}

/** The block of a bare name. */
export function blockOf(bare: string): string {
  return mark(skeleton(bare));
}

/** Every town has its court, and two towns may have one name: such a name says who it is only with the town, if that is not in it already. */
function withTown(name: string, locality: string | null): string {
  const isTown = name.startsWith('commune') && name !== 'commune';
  if (!isTown && !isGenericName(name)) return name;
  const town = bareTown(locality);
  return isTown && (town === '' || name.includes(town) || town.includes(name.slice('commune'.length))) ? name : name + town;
}

/** A unit under the number of the whole keeps the number, and has a page of its own. */
function keyOf(number: GoodNumber | null, { bare, unit, country }: Pick<Facts, 'bare' | 'unit' | 'country'>): string {
  if (number === null) return `name-${mark(JSON.stringify([bare, country]))}`;
  return unit === null ? shortened(number.key) : `${shortened(number.key)}~${mark(bare).slice(0, 8)}`;
}

const LONGEST_KEY = 120;

/** Two long numbers that begin alike stay two organisations. */
function shortened(key: string): string {
  return key.length <= LONGEST_KEY - 9 ? key : `${key.slice(0, LONGEST_KEY - 26).toWellFormed()}-${mark(key)}`;
}

function mark(text: string): string {
  return hash('sha256', text).slice(0, 16);
}
