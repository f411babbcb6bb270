/** Points of attention: indicators over public notices, each with its definition and its innocent explanations. And whether there is competition. */
import type { FastifyInstance } from 'fastify';
import type { Serving } from '#register';
import type { cardinalFlags as CardinalFlags } from './cardinal.ts';
import { competitionRoutes } from './competition/competition.routes.ts';

export { COMPETITION } from './competition/scope.ts';
export { defaultSettings, readSettings, type FlagSettings } from './settings/settings.ts';

/** Every page, download and API address of the room. */
export function oversightRoutes(app: FastifyInstance, serving: Serving): void {
  competitionRoutes(app, serving);
}

/** Loaded when asked for: DuckDB is large, and the server asks it in a process of its own. */
export const cardinalFlags: typeof CardinalFlags = async (...given) => (await import('./cardinal.ts')).cardinalFlags(...given);
