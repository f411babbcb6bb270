export { buildServer, type WebOptions } from './server.ts';
export type { Worlds } from './worlds.ts';
