import assert from 'node:assert/strict';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { keptOverviews } from './kept.ts';
import { OVERVIEW_FOLDER } from './overviews.ts';

void test('files are read again when one of them or the day has changed, and only then', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'torvet-overviews-'));
  try {
    await cp(path.join(OVERVIEW_FOLDER, 'kmd-opera'), path.join(folder, 'kmd-opera'), { recursive: true });
    const first = keptOverviews('2026-11-26', folder);
    assert.equal(first.found.length, 1);
    assert.equal(keptOverviews('2026-11-26', folder), first);
    assert.notEqual(keptOverviews('2026-11-27', folder), first);
    const file = path.join(folder, 'kmd-opera', 'overview.yaml');
    const text = await readFile(file, 'utf8');
    await writeFile(file, text.replace('names: [KMD Opera]', 'names: [KMD Opera, Opera]'));
    assert.deepEqual(keptOverviews('2026-11-27', folder).found[0]?.names, ['KMD Opera', 'Opera']);
    await writeFile(file, 'x');
    assert.deepEqual([keptOverviews('2026-11-27', folder).found.length, keptOverviews('2026-11-27', folder).failures.length > 0], [0, true]);
    await rm(folder, { recursive: true });
    assert.deepEqual(keptOverviews('2026-11-27', folder), { found: [], failures: [] });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
