/** The side door to the eleven published indicators: who reads a file of releases waits for no page and no register. */
export { cardinalFlags } from './cardinal.ts';
export { fileBlocks } from './lines/file-blocks.ts';
export { defaultSettings, readSettings } from './settings/settings.ts';
