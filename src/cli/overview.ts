import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { FailureError, systemClock, type Language } from '#base';
import { exportOverview } from '#oversight';
import type { CommandConfig, ExitCode, Wiring } from './wiring.ts';

/** Writes an overview as files that need no server. @throws FailureError when there is no such overview, or the folder cannot be written */
export async function exportCommand<Config extends CommandConfig>(config: Config, wiring: Wiring<Config>, id: string, folder: string, lang: Language): Promise<ExitCode> {
  const installation = await wiring.installation(config, { name: `torvet overview export (process ${process.pid})`, serves: false });
  try {
    const { url, publisher: name, contact: email, owners = [], customers = [] } = config;
    const files = await exportOverview(installation.register, { id, lang, url, at: systemClock.now(), publisher: { name, email, owners, customers } });
    await mkdir(folder, { recursive: true }).catch(refuse(folder));
    for (const file of files) {
      const place = path.join(folder, file.name);
      await writeFile(place, file.body).catch(refuse(place));
      wiring.streams.stdout.write(`${place}\n`);
    }
    return 0;
  } finally {
    await installation.close();
  }
}

function refuse(place: string): (error: NodeJS.ErrnoException) => never {
  return ({ code, message }) => {
    throw new FailureError({ kind: 'invalid', message: `${place} cannot be written: ${code ?? message}.`, help: 'Name a folder that may be written.', place });
  };
}
