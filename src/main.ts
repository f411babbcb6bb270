/** Where Torvet is put together: settings in, parts wired by hand, one command run. */
import path from 'node:path';
import { runCommandLine } from '#cli';
import { readConfig, SETTINGS } from './config.ts';

const root = path.dirname(import.meta.dirname);

// A reader that has seen enough (`torvet settings | head`) closes the pipe; that is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

process.exitCode = await runCommandLine(process.argv.slice(2), {
  settings: SETTINGS,
  config: () => readConfig(process.env, root),
  installation: async (config, options) => (await import('./worlds.ts')).openInstallation(config, options),
  demo: {
    remove: async (config) => (await import('./worlds.ts')).removeDemo(config),
    restore: async (config) => (await import('./worlds.ts')).restoreDemo(config),
  },
  streams: { stdin: process.stdin, stdout: process.stdout, stderr: process.stderr },
});
