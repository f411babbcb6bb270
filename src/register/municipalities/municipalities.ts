import { parseCvr } from '#base';
import type { Tile } from '#ui';
import { MUNICIPALITY_ROWS, type CvrGrade } from './facts.ts';
import { TILE_PLACES, type TilePlace } from './layout.ts';

export interface Municipality extends TilePlace {
  /** Four digits: `0101`. */
  readonly code: string;
  /** Without "Kommune": `København`, `Vesthimmerlands`. */
  readonly name: string;
  /** Three letters, its own: `Kbh`. */
  readonly label: string;
  /** Code of its region in 2026; `regionOn` tells the region of a day. */
  readonly region: string;
  /** Eight digits. Departments may buy under numbers of their own, which are not here. */
  readonly cvr: string;
  readonly cvrGrade: CvrGrade;
}

/** All 98, by code. */
export const MUNICIPALITIES: readonly Municipality[] = MUNICIPALITY_ROWS.map(([code, name, label, region, cvr, cvrGrade]) => ({
  code, name, label, region, cvr, cvrGrade, ...placeOf(code),
}));

const byCode = new Map(MUNICIPALITIES.map((municipality) => [municipality.code, municipality]));
const byCvr = new Map(MUNICIPALITIES.map((municipality) => [municipality.cvr, municipality]));

/** @param code four digits, with the leading zero */
export function municipalityByCode(code: string): Municipality | null {
  return byCode.get(code) ?? null;
}

/**
 * The municipality that has a CVR number; null for every other number, and for one whose check digit does not fit.
 * @param text any spelling that `parseCvr` reads
 */
export function municipalityByCvr(text: string): Municipality | null {
  const cvr = parseCvr(text);
  return cvr.ok ? byCvr.get(cvr.value) ?? null : null;
}

/**
 * The map of all 98.
 * @param covered the count of each municipality that the data cover, by code, 0 among them; whoever is not in it is not covered, which is never zero
 * @param pathOf a page about a municipality (path inside the site), or null
 * @throws RangeError when a code is no municipality's: its count would be missing from the map
 */
export function municipalityTiles(covered: ReadonlyMap<string, number>, pathOf: (municipality: Municipality) => string | null): Tile[] {
  for (const code of covered.keys()) if (!byCode.has(code)) throw new RangeError(`"${code}" is not the code of a Danish municipality.`);
  return MUNICIPALITIES.map((municipality) => {
    const { code, name, label, column, row } = municipality;
    return { code, name, short: label, column, row, value: covered.get(code) ?? null, path: pathOf(municipality) };
  });
}

function placeOf(code: string): TilePlace {
  const place = TILE_PLACES.get(code);
  if (place === undefined) throw new Error(`The tile map has no place for the municipality ${code}.`);
  return place;
}
