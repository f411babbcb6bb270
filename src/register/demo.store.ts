import { Readable } from 'node:stream';
import { sql, type Kysely } from 'kysely';
import { demoReleases } from './demo/index.ts';
import { importFiles } from './import/importer.ts';
import type { RegisterTables } from './tables.ts';

/** Fills an empty database with the fictional world, through the same import as everything else. Does nothing twice. */
export async function makeDemoWorld(db: Kysely<RegisterTables>): Promise<void> {
  const made = await db.selectFrom('source_file').select(sql<boolean>`true`.as('made')).where('completed_at', 'is not', null).executeTakeFirst();
  if (made) return;
  const { rejected } = await importFiles(db, ['-'], { input: Readable.from(lines()), inputName: 'torvet-demo.jsonl' });
  if (rejected > 0) throw new Error(`${rejected} releases of the demo world were rejected; its tests should have seen that.`);
}

function* lines(): Generator<string> {
  for (const release of demoReleases()) yield `${JSON.stringify(release)}\n`;
}
