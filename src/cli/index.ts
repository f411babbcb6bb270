export { runCommandLine } from './program.ts';
export type { CommandConfig, CommandInstallation, Streams, Wiring } from './wiring.ts';
