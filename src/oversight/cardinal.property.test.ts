/** The SQL against the slow reading of the same definitions, on random small files. */
import assert from 'node:assert/strict';
import { Readable } from 'node:stream';
import { after, test } from 'node:test';
import * as fc from 'fast-check';
import { unwrap } from '#base';
import { runs } from '../../test/support/deep.ts';
import { BOUNDED, duel, duelRelease, iniOf, releaseBy, settings } from '../../test/support/random-releases.ts';
import { slowFlags, type SlowSettings } from '../../test/support/slow-flags.ts';
import { cardinalFlags } from './cardinal.ts';
import { readSettings } from './settings/settings.ts';

const seen = new Map<string, number>();
after(() => {
  const expected = ['R003', 'R018', 'R024', 'R025', 'R028', 'R030', 'R035', 'R036', 'R038', 'R048', 'R058'];
  for (const code of expected) assert.ok((seen.get(code) ?? 0) > 0, `the random files flag ${code}: ${JSON.stringify([...seen])}`);
});

async function compare(releases: readonly unknown[], chosen: SlowSettings): Promise<void> {
  const text = releases.map((one) => JSON.stringify(one)).join('\n');
  const flags = JSON.parse(await cardinalFlags(Readable.from([Buffer.from(text)]), unwrap(readSettings(iniOf(chosen))), (line, reason) => assert.fail(`line ${line}: ${reason}`))) as unknown;
  const expected = slowFlags(text.split('\n').map((line) => JSON.parse(line) as unknown), chosen);
  assert.deepEqual(flags, JSON.parse(JSON.stringify(expected)));
  for (const codes of Object.values(expected).flatMap((ids) => Object.values(ids))) for (const code of Object.keys(codes)) seen.set(code, (seen.get(code) ?? 0) + 1);
}

for (const [what, rare, times] of [['odd', 20, 40], ['sound', 400, 60]] as const) {
  void test(`the SQL flags what the definitions flag, with the same values, in ${what} files`, async () => {
    await fc.assert(fc.asyncProperty(fc.array(releaseBy(rare), { minLength: 1, maxLength: 40 }), settings, (releases, given) => compare(releases, given as SlowSettings)), runs(times));
  });
}

void test('bounds lie where the definitions lay them, to the last bit', async () => {
  await fc.assert(fc.asyncProperty(fc.array(duel, { minLength: 1, maxLength: 60 }), (duels) => compare(duels.map(duelRelease), BOUNDED)), runs(60));
});
