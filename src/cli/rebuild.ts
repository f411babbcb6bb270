import { setFlagsFromString } from 'node:v8';
import { FailureError, systemClock } from '#base';
import { keepFlags, prepareCompetition, type Kept } from '#oversight';
import { buildAnalysis, rederive, type Built } from '#register';
import { HEAP_FLAGS } from './heap.ts';
import { whenParentIsGone } from './parent.ts';
import { analysisPlace, type CommandConfig, type ExitCode, type Streams, type Wiring } from './wiring.ts';

export interface RebuildFlags {
  readonly analysis?: boolean;
  readonly whenBehind?: boolean;
  readonly demo?: boolean;
  readonly json?: boolean;
}

/** Reads every process anew from its releases and makes the analysis files anew; with `--analysis` the files alone. */
export async function rebuildCommand<Config extends CommandConfig>(config: Config, wiring: Wiring<Config>, flags: RebuildFlags): Promise<ExitCode> {
  for (const flag of HEAP_FLAGS) setFlagsFromString(flag);
  const { stdout, stderr } = wiring.streams;
  // Whoever started this is gone: stop at once. The files from before stay, and the next run goes on.
  whenParentIsGone(() => process.exit(2));
  const started = performance.now();
  const world = flags.demo === true ? 'demo' : 'register';
  const installation = await wiring.installation(config, { name: `torvet register rebuild (process ${process.pid})`, serves: false, withDemo: flags.demo === true });
  const line = progressLine(stderr);
  try {
    const db = world === 'demo' ? installation.demo : installation.register;
    if (db === null) throw noDemo();
    const processes = flags.analysis === true ? null : await rederive(db, { all: true, onProgress: (done) => line.show('read anew', done) });
    const place = analysisPlace(config, world);
    const built = await buildAnalysis(db, {
      place, clock: systemClock, force: flags.whenBehind !== true, onProgress: (done) => line.show('written', done),
    });
    await prepareCompetition(db, place);
    const kept = await keepFlags(db, place, systemClock, flags.whenBehind !== true);
    line.clear();
    const seconds = Math.round(performance.now() - started) / 1000;
    stdout.write(flags.json ? `${JSON.stringify(asJson(built, kept, processes, seconds))}\n` : sentences(built, kept, processes, seconds));
    return 0;
  } finally {
    line.clear();
    await installation.close();
  }
}

function noDemo(): FailureError {
  return new FailureError({ kind: 'not-found', message: 'This installation has no demo world.', help: 'torvet demo restore brings it back at the next start of the server.' });
}

function asJson({ generation, isNew }: Built, kept: Kept | null, processes: number | null, seconds: number): object {
  return { generation: generation.id, made: isNew, processes, rows: Object.fromEntries(generation.tables.map(({ name, rows }) => [name, rows])), flags: kept?.flags ?? null, seconds };
}

function sentences({ generation, isNew }: Built, kept: Kept | null, processes: number | null, seconds: number): string {
  const wide = Math.max(...generation.tables.map(({ name }) => name.length));
  return [
    ...(processes === null ? [] : [`${processes} processes read anew.`]),
    isNew ? `Analysis files ${generation.id} made:` : `Analysis files ${generation.id} are up to date:`,
    ...generation.tables.map(({ name, rows, parquet }) => `  ${name.padEnd(wide)}  ${String(rows).padStart(9)} rows  ${String(parquet.bytes).padStart(11)} bytes`),
    ...(kept === null ? [] : [`${kept.flags} points of attention.`]),
    `${seconds} s.\n`,
  ].join('\n');
}

function progressLine(stderr: Streams['stderr']): { show(what: string, done: number): void; clear(): void } {
  if (!stderr.isTTY) return { show: () => {}, clear: () => {} };
  return {
    show: (what, done) => void stderr.write(`\r\u001b[K${done} processes ${what}`),
    clear: () => void stderr.write('\r\u001b[K'),
  };
}
