import { MUNICIPALITY_ROWS } from './facts.ts';

/**
 * Denmark with one equal tile for each municipality, drawn by its label; a dot is water or another land. Our own drawing. Neighbours keep their
 * side of each other where the tiles allow it; greater Copenhagen takes more room than it has, so Zealand begins further north than it does.
 */
const PICTURE = `
  .   .   .   Hjø Frh .   .   .   .   .   .   .   .   .   .   .
  .   .   Jam Brø .   .   Læs .   .   .   .   .   .   .   .   .
  .   Thi .   Aal .   .   .   .   .   .   .   .   .   .   .   .
  .   Mor Ves Reb .   .   .   .   .   .   .   .   .   .   .   .
  .   .   Ski Mar .   .   .   .   .   .   .   .   .   .   .   .
  .   Str Vib Ran NDj .   .   .   .   .   .   Hal Gri Fdb Hel .
  Lem Hst Sil Fav SDj .   .   .   .   .   .   Frs Hil All Hør .
  RSk Her Ska Aar .   .   .   .   .   .   .   Ege Fur Rud Lyn .
  Var Ika Hrs Odd .   Sam .   .   Ods Ros HTa Bal Hlv Gla Gen .
  Esb Bil Vjl Hed .   .   .   Kal Hbk Lej Alb Glo Rød Frb Kbh .
  Fan Vjn Kol Frc .   .   .   .   Sor Gre Ish Val Bby Hvi Tår .
  .   Tøn Had .   Mid NFy Ker .   Sla Rin Sol .   .   .   Dra .
  .   .   Aab .   Asn Ode Nyb .   .   Næs Køg .   .   .   .   .
  .   .   .   Søn .   Faa Sve .   .   Vor Fax Ste .   .   .   Bor
  .   .   .   .   Ærø .   Lan .   Lol Gul .   .   .   .   .   .
`;
const WATER = '.';

/** A place in the grid, from 0 at the top left. */
export interface TilePlace {
  readonly column: number;
  readonly row: number;
}

/** Where the tile of each municipality stands, by its code. */
export const TILE_PLACES: ReadonlyMap<string, TilePlace> = placesOf(PICTURE);

function placesOf(picture: string): Map<string, TilePlace> {
  const codes = new Map(MUNICIPALITY_ROWS.map(([code, , label]) => [label, code]));
  const places = new Map<string, TilePlace>();
  for (const [row, line] of picture.trim().split('\n').entries()) {
    for (const [column, label] of line.trim().split(/\s+/).entries()) {
      if (label === WATER) continue;
      const code = codes.get(label);
      if (code === undefined || places.has(code)) throw new Error(`The tile map has a tile "${label}" that is no municipality or stands there twice.`);
      places.set(code, { column, row });
    }
  }
  return places;
}
