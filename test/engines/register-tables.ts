/** The tables of the register, as the Parquet files of a generation, made of real releases where they are at hand and of the demo world where not. */
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import { systemClock } from '#base';
import { buildAnalysis, importFiles, makeDemoWorld } from '#register';
import { testRegister } from '../support/database.ts';
import { NORWEGIAN } from '../support/real-notices.ts';
import { sharedFolder, without } from '../support/shared.ts';

const RELEASES = ['data', 'ocds', 'releases.jsonl'] as const;

export interface RegisterFiles {
  readonly what: string;
  /** Parquet files by table. */
  readonly files: ReadonlyMap<string, string>;
}

export async function registerFiles(folder: string): Promise<RegisterFiles> {
  const db = await testRegister();
  const isReal = without(...RELEASES) === false && without(...NORWEGIAN) === false;
  if (isReal) await importFiles(db, [path.join(sharedFolder, ...RELEASES), path.join(sharedFolder, ...NORWEGIAN)], { input: Readable.from([]) });
  else await makeDemoWorld(db);
  await mkdir(folder, { recursive: true });
  const { generation } = await buildAnalysis(db, { place: { folder, world: 'register' }, clock: systemClock });
  return {
    what: isReal ? 'real releases and notices' : 'the demo world',
    files: new Map(generation.tables.map(({ name, parquet }) => [name, path.join(folder, 'register', generation.id, parquet.file)])),
  };
}
