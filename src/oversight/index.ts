/** Points of attention: indicators over public notices, each with its definition and its innocent explanations. */
export { cardinalFlags } from './cardinal.ts';
export { defaultSettings, readSettings, type FlagSettings } from './settings/settings.ts';
