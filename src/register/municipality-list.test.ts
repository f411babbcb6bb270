import assert from 'node:assert/strict';
import { Readable } from 'node:stream';
import { before, describe, test } from 'node:test';
import { fixedClock } from '#base';
import { htmlFaults, renderDocument, siteOf } from '#ui';
import { testRegister } from '../../test/support/database.ts';
import { demoReleases } from './demo/index.ts';
import { importFiles } from './import/importer.ts';
import { landOf } from './municipalities/land.ts';
import { renderMunicipalityList } from './municipality-list.page.tsx';
import { readMunicipalities } from './municipality-list.store.ts';
import { MUNICIPALITY_FIGURES } from './municipality-list.view.ts';

const clock = fixedClock('2026-11-25T12:00:00Z');
const denmark = landOf('register');
const [register, demo] = await Promise.all([testRegister(), testRegister()]);

/** A purchase of a Danish buyer. */
function purchase(id: string, name: string, cvr: string | null, method: string): string {
  const buyer = { id: 'b', name, roles: ['buyer'], address: { countryName: 'Danmark' }, ...(cvr === null ? {} : { identifier: { scheme: 'DK-CVR', id: cvr } }) };
  return JSON.stringify({
    ocid: `t-${id}`, id, date: `20${20 + Number(id) % 3}-05-01T10:00:00Z`, tag: ['tender'], initiationType: 'tender', parties: [buyer], buyer: { id: 'b', name },
    tender: { id, title: 'Drift', procurementMethod: method, items: [{ id: '1', classification: { scheme: 'CPV', id: '72000000' } }] },
  });
}

before(async () => {
  const lines = [
    ...[1, 2, 3].map((id) => purchase(String(id), 'Vejle Kommune', '29189900', 'open')),
    ...[4, 5].map((id) => purchase(String(id), 'Vejle Kommune, Indkøb', null, 'direct')),
    purchase('6', 'Aarhus Kommune', null, 'open'),
    purchase('7', 'Region Midtjylland', '29190925', 'open'),
  ];
  assert.equal((await importFiles(register, ['-'], { input: Readable.from(lines.map((line) => `${line}\n`)) })).rejected, 0);
  await importFiles(demo, ['-'], { input: Readable.from([...demoReleases()].map((release) => `${JSON.stringify(release)}\n`)) });
});

describe('the 98', () => {
  test('a municipality is known by number or name, its departments count with it, and what is not covered is null', async () => {
    const { rows, whole } = await readMunicipalities(register, clock, denmark, { figure: 'processes', cpv: null });
    assert.equal(rows.length, 98);
    assert.equal(whole, null);
    const covered = rows.filter(({ value }) => value !== null);
    assert.deepEqual(covered.map(({ name, value, departments, firstYear, lastYear }) => [name, value, departments, firstYear, lastYear]), [
      ['Vejle', 5, 1, 2020, 2022], ['Aarhus', 1, 0, 2020, 2020],
    ]);
    assert.equal(covered[0]?.key, 'DK-CVR-29189900');
    assert.ok(rows.filter(({ value }) => value === null).every(({ processes, part, of, key }) => processes === null && part === null && of === null && key === null));
  });

  test('a share stands with its numbers, and of too few there is none', async () => {
    const { rows } = await readMunicipalities(register, clock, denmark, { figure: 'without', cpv: null });
    const of = (name: string) => rows.find((row) => row.name === name);
    assert.deepEqual([of('Vejle')?.value, of('Vejle')?.part, of('Vejle')?.of], [40, 2, 5]);
    assert.deepEqual([of('Aarhus')?.value, of('Aarhus')?.part, of('Aarhus')?.of], [null, 0, 1]);
  });

  test('nothing found is zero only where every Danish notice of some days was fetched', async () => {
    const other = await testRegister();
    const run = { source: 'ted', since: '2026-01-01', reached: '2026-02-01', until: '2026-01-31', finished_at: '2026-02-01T00:00:00Z' };
    await other.insertInto('sync_run').values({ ...run, query: 'DNK:48' }).execute();
    const some = await readMunicipalities(other, clock, denmark, { figure: 'processes', cpv: null });
    assert.ok(some.whole === null && some.rows.every(({ value }) => value === null), 'one field is not everything');
    await other.insertInto('sync_run').values([{ ...run, query: 'DNK' }, { ...run, query: 'DNK', since: '2026-01-27', until: '2026-03-31' }, { ...run, query: 'DNK', since: '2025-01-01', until: '2025-02-01' }]).execute();
    const all = await readMunicipalities(other, clock, denmark, { figure: 'processes', cpv: null });
    assert.deepEqual(all.whole, { since: '2026-01-01', until: '2026-03-31' }, 'days that were left out end it');
    assert.ok(all.rows.every(({ value }) => value === 0));
    const shares = await readMunicipalities(other, clock, denmark, { figure: 'single', cpv: null });
    assert.ok(shares.rows.every(({ value }) => value === null), 'a share of nothing is no share');
  });

  test('the region is that of the day', async () => {
    const found: (string | null | undefined)[] = [];
    for (const day of ['2026-12-31', '2027-01-01']) {
      const { rows } = await readMunicipalities(register, fixedClock(`${day}T12:00:00Z`), denmark, { figure: 'processes', cpv: null });
      found.push(rows.find(({ name }) => name === 'København')?.region);
    }
    assert.deepEqual(found, ['Region Hovedstaden', 'Region Østdanmark']);
  });

  test('every page of it is well formed, in both worlds and languages', async () => {
    for (const [db, world] of [[register, 'register'], [demo, 'demo']] as const) {
      for (const figure of MUNICIPALITY_FIGURES) {
        const view = await readMunicipalities(db, clock, landOf(world), { figure, cpv: figure === 'single' ? '72' : null });
        for (const lang of ['da', 'en'] as const) {
          const site = siteOf({ lang, world, path: '/kommuner', origin: null, hasOtherWorld: true, updatedAt: null, navigation: [], publisher: { name: 'T', email: null } });
          assert.deepEqual(htmlFaults(renderDocument(renderMunicipalityList(site, view, landOf(world)))), []);
        }
      }
    }
    const all = await readMunicipalities(demo, clock, landOf('demo'), { figure: 'processes', cpv: null });
    assert.ok(all.rows.length === 40 && all.rows.every(({ value }) => value !== null && value > 0));
  });
});
