import type { AddressInfo } from 'node:net';
import { FailureError, systemClock } from '#base';
import type { KeptJobs } from './jobs.ts';
import { whenParentIsGone } from './parent.ts';
import type { CommandConfig, ExitCode, Wiring } from './wiring.ts';

/** Serves until Ctrl-C, SIGTERM, or the end of the process that started this one; then stops server and database. */
export async function serve<Config extends CommandConfig>(config: Config, wiring: Wiring<Config>): Promise<ExitCode> {
  const asked = stopAsked();
  const installation = await wiring.installation(config, { name: `torvet serve (process ${process.pid}, port ${config.port})`, serves: true });
  let jobs: KeptJobs | undefined;
  try {
    const { buildServer } = await import('#web');
    const { register, demo } = installation;
    const app = await buildServer({ ...config, worlds: { register, demo }, clock: systemClock, wake: (world) => jobs?.wake(world) });
    await app.listen({ host: config.host, port: config.port }).catch((error: NodeJS.ErrnoException) => {
      throw portFailure(error, config);
    });
    const { port } = app.server.address() as AddressInfo;
    const address = config.port === 0 ? `http://localhost:${port}` : config.url;
    wiring.streams.stdout.write(`Torvet: ${address}\n`);
    const { sync, syncEveryHours } = config;
    const schedule = sync === null ? null : (await import('./sync-schedule.ts')).keepSyncing(register, sync, syncEveryHours, app.log);
    jobs = (await import('./jobs.ts')).keepWorking(installation, config, app.log);
    const analysis = (await import('./analysis.ts')).analyseAtStart(installation, config, app.log);
    await asked;
    await jobs.stop();
    await analysis.stop();
    await schedule?.stop();
    await app.close();
  } finally {
    await installation.close();
  }
  return 0;
}

function stopAsked(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => resolve());
    whenParentIsGone(resolve);
  });
}

function portFailure(error: NodeJS.ErrnoException, { host, port }: CommandConfig): FailureError {
  const reason = error.code === 'EADDRINUSE' ? 'another program listens there' : (error.code ?? error.message);
  return new FailureError({
    kind: 'conflict',
    message: `The web server cannot listen on ${host}, port ${port}: ${reason}.`,
    help: 'Choose another port with PORT, for example: PORT=4711 npm start',
  });
}
