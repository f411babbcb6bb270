/** One municipality on the tile map. */
export interface Tile {
  readonly code: string;
  readonly name: string;
  /** Three letters or so for the tile itself. */
  readonly short: string;
  /** Place in the grid, from 0. */
  readonly column: number;
  readonly row: number;
  /** null: not covered by the data, which is never the same as zero. */
  readonly value: number | null;
  /** A page about this tile (path inside the site), or null. */
  readonly path: string | null;
}
