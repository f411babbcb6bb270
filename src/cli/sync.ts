import { copenhagenDate, systemClock, unwrap } from '#base';
import { importNotices, knownNotices, openTedClient, queryName, readSince, readTedQuery, syncTed, type SyncOutcome, type SyncProgress } from '#register';
import { analyseAfterImport } from './analysis.ts';
import { whenParentIsGone } from './parent.ts';
import { failureText } from './program.ts';
import type { CommandConfig, ExitCode, Streams, Wiring } from './wiring.ts';

export interface SyncFlags {
  readonly country: string;
  readonly since?: string;
  readonly cpv?: string;
  readonly json?: boolean;
}

const REJECTS_SHOWN = 10;

/** Fetches notices from TED into the real register. Besides a scheduled run of the same, nothing else in Torvet reaches out. */
export async function syncTedCommand<Config extends CommandConfig>(config: Config, wiring: Wiring<Config>, flags: SyncFlags): Promise<ExitCode> {
  const { stdout, stderr } = wiring.streams;
  const query = unwrap(readTedQuery(flags.country, flags.cpv));
  const since = flags.since === undefined ? null : unwrap(readSince(flags.since, copenhagenDate(systemClock.now())));
  // Whoever started this is gone: stop at once. What is done is kept, and the next sync goes on from there.
  whenParentIsGone(() => process.exit(2));
  const installation = await wiring.installation(config, { name: `torvet sync (process ${process.pid})`, serves: false });
  const started = performance.now();
  const line = progressLine(stderr);
  const rejects = rejectLines(stderr, () => line.clear());
  try {
    const db = installation.register;
    const outcome = unwrap(await syncTed(query, since, {
      db, clock: systemClock,
      client: openTedClient({ api: config.tedApi, notices: config.tedNotices, contact: config.contact }),
      isKnown: (numbers) => knownNotices(db, numbers),
      takeNotices: (notices) => importNotices(db, notices, { ocidPrefix: config.ocidPrefix, onReject: ({ file, reason, help }) => rejects.add(file, reason, help) }),
      onMissing: (address, { reason, help }) => rejects.add(address, reason, help),
      onProgress: (progress) => line.show(progress),
    }));
    line.clear();
    rejects.close();
    await analyseAfterImport(installation.register, config, stderr);
    const seconds = Math.round(performance.now() - started) / 1000;
    stdout.write(flags.json ? `${JSON.stringify({ ...outcome.counts, seconds })}\n` : sentence(outcome, queryName(query), seconds));
    if (outcome.failure !== null) {
      stderr.write(failureText(outcome.failure));
      return 2;
    }
    return outcome.counts.rejected > 0 ? 1 : 0;
  } finally {
    await installation.close();
  }
}

function sentence({ counts: { found, imported, unchanged, rejected }, since }: SyncOutcome, query: string, seconds: number): string {
  return `${found} notices of ${query} found on TED since ${since}: ${imported} imported, ${unchanged} unchanged, ${rejected} rejected, in ${seconds} s.\n`;
}

function rejectLines(stderr: Streams['stderr'], before: () => void): { add(name: string, reason: string, help: string): void; close(): void } {
  let count = 0;
  return {
    add: (name, reason, help) => {
      count += 1;
      if (count > REJECTS_SHOWN) return;
      before();
      stderr.write(`rejected: ${name}: ${reason} ${help}\n`);
    },
    close: () => void (count > REJECTS_SHOWN && stderr.write(`… and ${count - REJECTS_SHOWN} more; the register keeps every reason.\n`)),
  };
}

function progressLine(stderr: Streams['stderr']): { show(progress: SyncProgress): void; clear(): void } {
  if (!stderr.isTTY) return { show: () => {}, clear: () => {} };
  return {
    show: ({ found, imported, rejected, total }) => void stderr.write(`\r\u001b[K${found}${total === null ? '' : ` of ${total}`} notices  ${imported} imported  ${rejected} rejected`),
    clear: () => void stderr.write('\r\u001b[K'),
  };
}
