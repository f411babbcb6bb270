/** Points of attention: indicators over public notices, each with its definition and its innocent explanations. */
import path from 'node:path';

export { cardinalFlags } from './cardinal.ts';
export { flagsAreCurrent, keepFlags, type Kept } from './own/keep.store.ts';
export { defaultSettings, readSettings, type FlagSettings } from './settings/settings.ts';

/** The tables of points of attention. */
export const oversightMigrations = { room: 'oversight', folder: path.join(import.meta.dirname, 'migrations') };
