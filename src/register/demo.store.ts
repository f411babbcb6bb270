import { Readable } from 'node:stream';
import { sql, type Kysely } from 'kysely';
import type { Tile } from '#ui';
import { organisationAddress } from './addresses.ts';
import { DEMO_MUNICIPALITIES, demoReleases } from './demo/index.ts';
import { readBuyerCounts } from './front.store.ts';
import { importFiles } from './import/importer.ts';
import { identify } from './identity/identify.ts';
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

/** The fictional municipalities with the number of processes of each. The demo data cover them all: none is zero, not grey. */
export async function readDemoTiles(db: Kysely<RegisterTables>): Promise<Tile[]> {
  const counts = await readBuyerCounts(db);
  return DEMO_MUNICIPALITIES.map((municipality) => {
    const key = identify({ scheme: 'DEMO-ORG', number: municipality.code, name: municipality.name, country: null, locality: null }).key;
    const { code, name, short, column, row } = municipality;
    return { code, name, short, column, row, value: counts.get(key) ?? 0, path: counts.has(key) ? organisationAddress(key) : null };
  });
}
