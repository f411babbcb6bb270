/** Where a municipality stands on the tile map. */
export interface LandTile {
  readonly code: string;
  readonly name: string;
  /** Three letters or so for the tile itself. */
  readonly short: string;
  /** Place in the grid, from 0. */
  readonly column: number;
  readonly row: number;
}

/** One municipality with its count. */
export interface Tile extends LandTile {
  /** null: not covered by the data, which is never the same as zero. */
  readonly value: number | null;
  /** A page about this tile (path inside the site), or null. */
  readonly path: string | null;
}
