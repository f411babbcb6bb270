import { closeSync, mkdirSync, openSync, writeSync } from 'node:fs';
import path from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { FailureError } from '#base';
import { importFiles, type ImportSummary, type Progress, type Reject } from '#register';
import { analyseAfterImport } from './analysis.ts';
import { HEAP_FLAGS } from './heap.ts';
import { whenParentIsGone } from './parent.ts';
import type { CommandConfig, ExitCode, Streams, Wiring } from './wiring.ts';

export interface ImportFlags {
  readonly json?: boolean;
  readonly rejects?: string;
}

const REJECTS_SHOWN = 10;
const PROGRESS_EVERY_MS = 200;

/** Imports files into the real register; what could not be read goes to a report. */
export async function importCommand<Config extends CommandConfig>(
  config: Config, wiring: Wiring<Config>, paths: readonly string[], flags: ImportFlags,
): Promise<ExitCode> {
  for (const flag of HEAP_FLAGS) setFlagsFromString(flag);
  const { stdin, stdout, stderr } = wiring.streams;
  // Whoever started this is gone: stop at once. What is done is kept, and the next import goes on from there.
  whenParentIsGone(() => process.exit(2));
  const installation = await wiring.installation(config, { name: `torvet import (process ${process.pid})`, serves: false });
  const report = rejectReport(flags.rejects ?? defaultReport(config.dataFolder), stderr);
  const progress = progressLine(stderr);
  try {
    const summary = await importFiles(installation.register, paths, {
      input: stdin, ocidPrefix: config.ocidPrefix, onProgress: (at) => progress.show(at), onReject: (reject) => { progress.clear(); report.add(reject); },
    });
    progress.clear();
    report.close();
    await analyseAfterImport(installation.register, config, stderr);
    const { files, imported, unchanged, rejected, seconds, unreadable } = summary;
    stdout.write(flags.json ? `${JSON.stringify({ files, imported, unchanged, rejected, seconds })}\n` : sentence(summary));
    if (unreadable > 0) return 2;
    return rejected > 0 ? 1 : 0;
  } finally {
    await installation.close();
  }
}

function sentence({ files, imported, unchanged, rejected, seconds }: ImportSummary): string {
  return `${imported} releases imported, ${unchanged} unchanged, ${rejected} rejected, from ${files} ${files === 1 ? 'file' : 'files'} in ${seconds} s.\n`;
}

function defaultReport(dataFolder: string): string {
  const time = Temporal.Now.instant().toString({ smallestUnit: 'second' }).replaceAll(/[:-]/g, '');
  return path.join(dataFolder, 'rejects', `import-${time}-${process.pid}.jsonl`);
}

/** Writes every reject to a file, made when the first one comes, and shows the first few. */
function rejectReport(file: string, stderr: Streams['stderr']): { add(reject: Reject): void; close(): void } {
  let opened: number | null = null;
  let count = 0;
  return {
    add(reject) {
      opened ??= openReport(file);
      writeSync(opened, `${JSON.stringify(reject)}\n`);
      count += 1;
      if (count <= REJECTS_SHOWN) stderr.write(`rejected: ${reject.file}, ${reject.place}: ${reject.reason} ${reject.help}\n`);
    },
    close() {
      if (opened === null) return;
      closeSync(opened);
      if (count > REJECTS_SHOWN) stderr.write(`… and ${count - REJECTS_SHOWN} more.\n`);
      stderr.write(`All that was rejected, with place and reason: ${file}\n`);
    },
  };
}

function openReport(file: string): number {
  try {
    mkdirSync(path.dirname(path.resolve(file)), { recursive: true });
    return openSync(file, 'w');
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    throw new FailureError({
      kind: 'invalid',
      message: `The report of what is rejected cannot be written to ${file} (${code ?? message}), so the import stops.`,
      help: 'Name a file that can be written with --rejects, and import again: what is done is kept.',
    });
  }
}

function progressLine(stderr: Streams['stderr']): { show(progress: Progress): void; clear(): void } {
  if (!stderr.isTTY) return { show: () => {}, clear: () => {} };
  const started = performance.now();
  let shown = 0;
  return {
    show({ file, filesDone, files, bytesDone, bytes }) {
      const now = performance.now();
      if (now - shown < PROGRESS_EVERY_MS) return;
      shown = now;
      const rate = bytesDone / ((now - started) / 1000);
      const left = rate > 0 ? Math.ceil((bytes - bytesDone) / rate) : 0;
      stderr.write(`\r\u001b[K${filesDone + 1}/${files} ${path.basename(file)}  ${Math.floor((100 * bytesDone) / Math.max(bytes, 1))} %  ${(rate / 1e6).toFixed(1)} MB/s  ${left} s left`);
    },
    clear: () => void stderr.write('\r\u001b[K'),
  };
}
