/** The municipalities of a world: the 98 of Denmark, or the fictional ones of the demo world. */
import type { World } from '#ui';
import { DEMO_MUNICIPALITIES, DEMO_REGIONS } from '../demo/places.ts';
import { MUNICIPALITIES, municipalityByCvr } from './municipalities.ts';
import { recogniseMunicipality } from './names.ts';
import { regionOn } from './regions.ts';

export interface LandPlace {
  /** Four digits. */
  readonly code: string;
  readonly name: string;
  /** Three letters or so. */
  readonly short: string;
  readonly column: number;
  readonly row: number;
}

/** A buyer, as far as it takes to tell whether it is a municipality. */
export interface Buyer {
  readonly name: string;
  readonly identifiers: readonly { readonly scheme: string | null; readonly id: string }[];
  readonly country: string | null;
}

export interface Land {
  readonly places: readonly LandPlace[];
  /** True when its data are whole by nature, so that nothing found is zero. */
  readonly isWhole: boolean;
  /** Name of the region on a day; null: there is none. */
  regionOf(code: string, day: Temporal.PlainDate): string | null;
  /** The municipality that a buyer is, or is a department of; by its number, else by its name. null: it is none. */
  recognise(buyer: Buyer): { readonly code: string; readonly isDepartment: boolean } | null;
}

const DENMARK: Land = {
  places: MUNICIPALITIES.map(({ code, name, label, column, row }) => ({ code, name, short: label, column, row })),
  isWhole: false,
  regionOf(code, day) {
    const municipality = MUNICIPALITIES.find((one) => one.code === code);
    return municipality === undefined ? null : regionOn(municipality, day)?.name ?? null;
  },
  recognise({ name, identifiers, country }) {
    const numbers = identifiers.filter(({ scheme }) => scheme === 'DK-CVR');
    if (country !== 'DK' && numbers.length === 0) return null;
    const named = recogniseMunicipality(name);
    const numbered = numbers.map(({ id }) => municipalityByCvr(id)).find((found) => found !== null) ?? null;
    const code = numbered?.code ?? named?.municipality.code;
    return code === undefined ? null : { code, isDepartment: named?.department !== null && named?.department !== undefined };
  },
};

const DEMO: Land = {
  places: DEMO_MUNICIPALITIES,
  isWhole: true,
  regionOf(code) {
    return DEMO_REGIONS.find((region) => code.startsWith(region.code))?.name ?? null;
  },
  recognise({ identifiers }) {
    const number = identifiers.find(({ scheme }) => scheme === 'DEMO-ORG')?.id;
    return DEMO_MUNICIPALITIES.some(({ code }) => code === number) && number !== undefined ? { code: number, isDepartment: false } : null;
  },
};

export function landOf(world: World): Land {
  return world === 'demo' ? DEMO : DENMARK;
}
