/** What answers the texts of the indicators: DuckDB in this process, or ClickHouse. */

export type EngineRow = Readonly<Record<string, unknown>>;

/**
 * One session: what a statement creates, later ones see. Decimals may come as text or as the engine's own objects, doubles and
 * whole numbers up to 2^53 as numbers or bigints.
 */
export interface Engine {
  run(sql: string): Promise<void>;
  rows(sql: string): Promise<readonly EngineRow[]>;
}
