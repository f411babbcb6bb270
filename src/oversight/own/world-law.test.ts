import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { fixedClock } from '#base';
import { buildAnalysis, makeDemoWorld, openAnalysis, type AnalysisPlace } from '#register';
import { testRegister } from '../../../test/support/database.ts';
import { ASKED } from '../indicators/asked.ts';
import { defaultsOf } from '../settings/settings.ts';
import { runQuestions } from './run.store.ts';
import { settingsOf } from './world-law.ts';

const JUDGED = new Set(['T02', 'T03', 'T04', 'T05', 'T06', 'T14']);
type TestDatabase = Awaited<ReturnType<typeof testRegister>>;
type Outcomes = ReadonlyMap<string, readonly string[]>;

/** @param world whose declared law the demo's data is judged by */
async function outcomesOf(db: TestDatabase, place: AnalysisPlace, world: 'register' | 'demo'): Promise<ReadonlyMap<string, Outcomes>> {
  const analysis = await openAnalysis(db, place);
  assert.ok(analysis);
  const settings = settingsOf(world, defaultsOf(ASKED.filter(({ code }) => JUDGED.has(code))));
  const all = new Map<string, Outcomes>();
  for await (const { indicator, flagged, others } of runQuestions((sql) => analysis.query(sql), settings)) {
    const said = Map.groupBy([...flagged, ...await others()], ({ ocid }) => ocid.replace('ocds-torvet-demo-', ''));
    all.set(indicator.code, new Map([...said].map(([ocid, findings]) => [ocid, findings.map(({ outcome, reason }) => reason ?? outcome)])));
  }
  await analysis.close();
  return all;
}

void describe('the demo world is judged by the law that it declares', () => {
  let place: AnalysisPlace;
  let register: ReadonlyMap<string, Outcomes>;
  let demo: ReadonlyMap<string, Outcomes>;
  before(async () => {
    const db = await testRegister();
    place = { folder: await mkdtemp(path.join(tmpdir(), 'torvet-world-law-')), world: 'demo' };
    await makeDemoWorld(db);
    await buildAnalysis(db, { place, clock: fixedClock('2026-11-22T12:00:00Z') });
    demo = await outcomesOf(db, place, 'demo');
    register = await outcomesOf(db, place, 'register');
  });
  after(() => rm(place.folder, { recursive: true, force: true }));
  const flaggedBy = (code: string): string[] => [...demo.get(code) ?? []].filter(([, said]) => said.includes('flagged')).map(([ocid]) => ocid);

  const clear = (code: string): string[] => [...demo.get(code) ?? []].filter(([, said]) => said.every((one) => one === 'clear')).map(([ocid]) => ocid);

  test('the planted stories are flagged: renewals, add-ons, purchases just below, a notice at Christmas', () => {
    assert.deepEqual(flaggedBy('T02').toSorted(), ['fornyelse-9108-4', 'fornyelse-9503-3']);
    assert.deepEqual(flaggedBy('T03'), ['aendringer-9301']);
    assert.deepEqual(flaggedBy('T04'), ['under-9205-3']);
    assert.ok(flaggedBy('T05').includes('jul-2022'));
  });

  test('their twins are clear: a small add-on, the same purchases over five years, a notice that goes out before a holiday with time enough', () => {
    assert.ok(clear('T03').length >= 10, `${clear('T03').length} contracts with small add-ons`);
    assert.ok(clear('T04').some((ocid) => ocid.startsWith('under-9')), clear('T04').filter((ocid) => ocid.startsWith('under-')).join());
    assert.ok(clear('T05').length > 300 && !clear('T05').includes('jul-2022'));
    assert.deepEqual(flaggedBy('T14'), []);
  });

  test('no notice of the demo has an EU form, so nothing is said of time limits', () => {
    assert.deepEqual(new Set([...demo.get('T06') ?? []].flatMap(([, said]) => said)), new Set(['no-eu-procedure']));
  });

  test('as a register, whose buyers have the law of their country, the same data is not judged by Danish law', () => {
    for (const code of ['T03', 'T04', 'T05', 'T06', 'T14']) assert.deepEqual(new Set([...register.get(code) ?? []].flatMap(([, said]) => said)), new Set(['other-law']), code);
  });
});
