/** For `npm run test:engines`, which asks the texts of the indicators of two engines: what it takes to fill the tables and to find the texts. */
export { DUCK_PRELUDE, FlatStore } from './flat/duck.store.ts';
export { addRelease } from './flat/rows.ts';
export { FLAT_TABLES } from './flat/tables.ts';
export { ASKED } from './indicators/asked.ts';
export type { Asked } from './indicators/indicator.ts';
export { addSettings, runIndicators, stepsOf } from './indicators/run.store.ts';
export { readLines } from './lines/lines.ts';
export { RELEASE } from './lines/release.ts';
export { BOUNDS, groundworkOf, textOf } from './own/groundwork.ts';
export { inOrder } from './own/run.store.ts';
export { defaultsOf, readSettingsOf, type FlagSettings } from './settings/settings.ts';
