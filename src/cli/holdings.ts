import { readFile } from 'node:fs/promises';
import { FailureError } from '#base';
import { importHoldings } from '#oversight';
import type { CommandConfig, ExitCode, Wiring } from './wiring.ts';

/** Mistakes that are told; a list of the wrong kind has one on every line. */
const MOST_TOLD = 20;

/** Takes a list of who has which system into the register's world: all of it, or nothing. @throws FailureError when it cannot be read */
export async function holdingsCommand<Config extends CommandConfig>(config: Config, wiring: Wiring<Config>, file: string): Promise<ExitCode> {
  const { stdout, stderr } = wiring.streams;
  const bytes = await readFile(file).catch((error: NodeJS.ErrnoException) => {
    throw new FailureError({ kind: 'invalid', message: `${file} cannot be read: ${error.code === 'ENOENT' ? 'there is no such file' : error.message}.`, help: 'Give a CSV file.', place: file });
  });
  const installation = await wiring.installation(config, { name: `torvet import holdings (process ${process.pid})`, serves: false });
  try {
    const kept = await importHoldings(installation.register, bytes, file);
    if (kept.ok) {
      stdout.write(`${kept.value.read} holdings read, ${kept.value.added} new.\n`);
      return 0;
    }
    for (const { message, help } of kept.failure.slice(0, MOST_TOLD)) stderr.write(`${message} ${help ?? ''}\n`);
    if (kept.failure.length > MOST_TOLD) stderr.write(`… and ${kept.failure.length - MOST_TOLD} more mistakes.\n`);
    stderr.write('Nothing was taken in.\n');
    return 1;
  } finally {
    await installation.close();
  }
}
