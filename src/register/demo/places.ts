/**
 * The fictional land: 40 municipalities in five regions. Their names are made from Danish words for tales, paper, talk,
 * fairy tales and trade, so that whoever looks twice sees that no such place exists.
 */
export interface DemoMunicipality {
  /** Four digits from 9101; no real municipality has a code above 0999. */
  readonly code: string;
  readonly name: string;
  /** Three letters for the tile. */
  readonly short: string;
  readonly region: string;
  /** Inhabitants; they set how large a system the municipality needs. */
  readonly inhabitants: number;
  /** Place on the tile map, counted from 0 at the top left. */
  readonly column: number;
  readonly row: number;
}

export interface DemoRegion {
  readonly code: string;
  readonly name: string;
}

export const DEMO_REGIONS: readonly DemoRegion[] = [
  { code: '91', name: 'Region Nordsagn' },
  { code: '92', name: 'Region Vesterfolio' },
  { code: '93', name: 'Region Midtmæle' },
  { code: '94', name: 'Region Østeventyr' },
  { code: '95', name: 'Region Søndertorv' },
];

/** Name, inhabitants, column, row; the order gives the code. */
type Row = readonly [name: string, inhabitants: number, column: number, row: number];

const ROWS: Readonly<Record<string, readonly Row[]>> = {
  '91': [
    ['Fabelsø', 48_200, 4, 0], ['Sagnborg', 141_600, 5, 0], ['Gådelev', 21_900, 3, 1], ['Undrelev', 36_400, 4, 1],
    ['Snirkelbæk', 58_700, 5, 1], ['Remsestrup', 12_800, 4, 2], ['Tommelev', 43_100, 5, 2], ['Vrimlested', 9_700, 5, 3],
  ],
  '92': [
    ['Blækkerup', 61_300, 2, 2], ['Papirholt', 27_400, 3, 2], ['Foliovig', 18_600, 1, 3], ['Notatved', 33_800, 2, 3],
    ['Stempelsø', 88_500, 3, 3], ['Pergaminge', 14_900, 1, 4], ['Skriblerup', 40_200, 2, 4], ['Kvitterup', 24_700, 3, 4],
  ],
  '93': [
    ['Svarekøbing', 208_400, 4, 4], ['Talemarke', 54_600, 5, 4], ['Ordrumlev', 31_200, 3, 5], ['Lyttestrup', 45_900, 4, 5],
    ['Hviskelund', 19_300, 5, 5], ['Drømminge', 72_800, 6, 5], ['Tankeløse', 38_500, 4, 6], ['Spindelev', 26_100, 5, 6], ['Aftenløse', 11_400, 6, 6],
  ],
  '94': [
    ['Ællingsø', 52_300, 8, 2], ['Klædeminde', 95_200, 7, 3], ['Nattergalved', 29_600, 8, 3], ['Fyrtøjborg', 118_900, 7, 4],
    ['Hyldemorsted', 34_700, 8, 4], ['Sommerfugløse', 16_200, 8, 5], ['Tinsolderød', 63_400, 8, 6], ['Klodshanslev', 22_500, 9, 6],
  ],
  '95': [
    ['Krambodnæs', 47_700, 1, 7], ['Prisminge', 30_900, 2, 7], ['Lispundlev', 13_600, 1, 8], ['Torvebodø', 84_100, 2, 8],
    ['Bismerholm', 25_300, 3, 8], ['Skæppevig', 41_800, 3, 9], ['Vægtskålø', 7_900, 6, 8],
  ],
};

export const DEMO_MUNICIPALITIES: readonly DemoMunicipality[] = DEMO_REGIONS.flatMap((region) =>
  (ROWS[region.code] ?? []).map(([name, inhabitants, column, row], i) => ({
    code: `${region.code}${String(i + 1).padStart(2, '0')}`,
    name,
    short: name.slice(0, 3),
    region: region.name,
    inhabitants,
    column,
    row,
  })),
);

/** The fictional central purchasing body that buys for all municipalities. */
export const DEMO_CENTRAL_BODY = { code: '9000', name: 'Sagnlandets Fællesindkøb', town: 'Svarekøbing' } as const;

/** @throws Error when the name is none of the fictional municipalities. */
export function municipality(name: string): DemoMunicipality {
  const found = DEMO_MUNICIPALITIES.find((one) => one.name === name);
  if (!found) throw new Error(`The demo world has no municipality "${name}".`);
  return found;
}
