/** Overviews on the real database: what notices and lists say of a system, and what one notice more changes. */
import assert from 'node:assert/strict';
import { Readable } from 'node:stream';
import { before, describe, test } from 'node:test';
import { sql } from 'kysely';
import { importFiles, landOf } from '#register';
import { testRegister } from '../../../test/support/database.ts';
import { findEvidence } from './evidence.store.ts';
import { readHoldings } from './holdings.store.ts';
import { importHoldings } from './import-holdings.ts';
import type { Overview } from './overview.schema.ts';
import { countStatuses, rowsOf } from './rows.ts';

const db = await testRegister();
const land = landOf('register');
const NAMES = land.places.slice(0, 21).map(({ name }) => name);
const overview: Overview = {
  id: 'jobsys', subject: 'system', title: { da: 'x', en: 'x' }, lead: { da: 'x', en: 'x' }, names: ['Jobsys Plus'], suppliers: [], cpv: [], kle: [],
  period: { from: '2024', to: '2024' }, story: [], unknown: [], sources: [], statements: [],
};

function notice(name: string, procedure: string, title = 'Drift af Jobsys Plus'): string {
  return JSON.stringify({
    ocid: `t-${name}-${title.length}`, id: '1', date: '2024-05-01T10:00:00Z', tag: ['award'], initiationType: 'tender',
    parties: [{ id: 'b', name: `${name} Kommune`, roles: ['buyer'], address: { countryName: 'Danmark' } }], buyer: { id: 'b', name: `${name} Kommune` },
    tender: { id: 't', title, procurementMethod: procedure === 'Open' ? 'open' : 'limited', procurementMethodDetails: procedure }, awards: [{ id: 'a', status: 'active' }],
  });
}
const take = async (...lines: string[]): Promise<void> => {
  assert.equal((await importFiles(db, ['-'], { input: Readable.from(lines.map((line) => `${line}\n`)) })).rejected, 0);
};
const split = async (): Promise<object> => Object.fromEntries(countStatuses(rowsOf(overview, NAMES, await findEvidence(db, land, overview))));

before(async () => {
  const list = ['municipality;system;supplier;from;to;amount;currency;source', ...NAMES.map((name) => `${name};JOBSYS plus;Firma;2024-04-01;;;;https://example.org/liste`)];
  assert.deepEqual(await importHoldings(db, Buffer.from(list.join('\n')), 'liste.csv'), { ok: true, value: { read: 21, added: 21 } });
  assert.deepEqual(await importHoldings(db, Buffer.from(list.join('\n')), 'liste.csv'), { ok: true, value: { read: 21, added: 0 } });
  await take(
    ...NAMES.slice(0, 5).map((name) => notice(name, 'Open')),
    notice(NAMES[7] ?? '', 'Open', 'Drift af Jobsys'), notice(NAMES[8] ?? '', 'Open', 'Jobsys og noget plus'),
  );
});

describe('sixteen without and five with a tender of one system', () => {
  test('outside what the register covers nothing is said of those without', async () => assert.deepEqual(await split(), { tendered: 5, 'outside-coverage': 16 }));
  test('where it covers all Danish buyers no publication was found', async () => {
    await sql`insert into sync_run (source, query, since, reached, until, finished_at) values ('ted', 'DNK', '2024-01-01', '2024-12-31', '2024-12-31', now())`.execute(db);
    assert.deepEqual(await split(), { tendered: 5, 'no-publication-found': 16 });
  });
  test('one notice more changes the split', async () => {
    await take(notice(NAMES[9] ?? '', 'Negotiated without prior call for competition'));
    assert.deepEqual(await split(), { tendered: 5, 'without-notice': 1, 'no-publication-found': 15 });
    await take(notice(NAMES[10] ?? '', 'Open', 'KÅJOBSYS-PLUS: jobsys-plus til jobcentret'));
    assert.deepEqual(await split(), { tendered: 6, 'without-notice': 1, 'no-publication-found': 14 });
  });
  test('a central buyer’s notice leaves open who takes part: no publication is no longer said to be missing', async () => {
    const central = notice('Staten og Kommunernes Indkøbsservice A/S', 'Open', 'Rammeaftale om Jobsys Plus').replaceAll('A/S Kommune', 'A/S');
    await take(central);
    assert.deepEqual(await split(), { tendered: 6, 'without-notice': 1, 'not-known': 14 });
    const { searched } = await findEvidence(db, land, overview);
    assert.deepEqual(searched, { central: [{ ocid: (JSON.parse(central) as { ocid: string }).ocid, title: 'Rammeaftale om Jobsys Plus', day: '2024-05-01' }], whole: { since: '2024-01-01', until: '2024-12-31' } });
  });
  test('the words of the notice stand with it', async () => {
    const { notices } = await findEvidence(db, land, overview);
    assert.equal(notices.find(({ municipality }) => municipality === NAMES[10])?.words, 'KÅJOBSYS-PLUS: jobsys-plus til jobcentret');
    assert.deepEqual(notices.find(({ municipality }) => municipality === NAMES[10])?.why.map(({ rule, words, place }) => [rule, words, place]), [['name', 'jobsys-plus', 'title']]);
  });
});

test('a list that says what its amounts are for adds that to the rows that are there', async () => {
  for (const [basis, added, expected] of [['', 1, null], ['year', 0, 'year'], ['', 0, 'year'], ['total', 0, 'total']] as const) {
    const list = Buffer.from(`municipality,system,supplier,from,to,amount,currency,source,basis\nVejle,Lønsys,F,2024-01-01,,5,DKK,s,${basis}`);
    assert.deepEqual(await importHoldings(db, list, 'liste.csv'), { ok: true, value: { read: 1, added } });
    assert.deepEqual((await readHoldings(db, ['lønsys'])).map(({ amount, basis: kept }) => [amount, kept]), [['5', expected]]);
  }
});

test('a list with a mistake changes nothing', async () => {
  const before = await sql<{ n: number }>`select count(*)::int as n from holding`.execute(db);
  const kept = await importHoldings(db, Buffer.from('municipality,system,supplier,from,to,amount,currency,source\nVejle,Andet,F,2024-01-01,,,,s\nAtlantis,Andet,F,2024-01-01,,,,s'), 'liste.csv');
  assert.equal(kept.ok, false);
  assert.deepEqual((await sql<{ n: number }>`select count(*)::int as n from holding`.execute(db)).rows, before.rows);
});
