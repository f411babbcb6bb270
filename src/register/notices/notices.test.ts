import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { sql, type Kysely } from 'kysely';
import { isObject, parseJson, type Json, type JsonObject } from '#base';
import { runs } from '../../../test/support/deep.ts';
import { emptyRegister, testRegister } from '../../../test/support/database.ts';
import { noticeXml, type MadeNotice } from '../../../test/support/notices.ts';
import { NOTICES, NORWEGIAN, noticesIn } from '../../../test/support/real-notices.ts';
import { sharedFolder, without } from '../../../test/support/shared.ts';
import { importFiles, importNotices } from '../import/importer.ts';
import type { RegisterTables } from '../tables.ts';
import path from 'node:path';
import { Readable } from 'node:stream';

type Register = Kysely<RegisterTables>;
const db = await testRegister();

async function take(notices: readonly MadeNotice[], into: Register = db): Promise<{ imported: number; unchanged: number; rejected: number }> {
  return importNotices(into, notices.map((made) => ({ name: `https://ted.example/${made.number}`, bytes: Buffer.from(noticeXml(made)) })), { ocidPrefix: 'p' });
}

interface State {
  readonly processes: Record<string, readonly string[]>;
  readonly aliases: Record<string, string>;
  readonly compiled: Record<string, string>;
  readonly organisations: readonly string[];
  readonly words: Record<string, number>;
}

async function state(): Promise<State> {
  const releases = await db.selectFrom('release').select(['ocid', 'release_id']).orderBy('release_id').execute();
  const aliases = await db.selectFrom('ocid_alias').selectAll().orderBy('alias').execute();
  const processes = await db.selectFrom('process').select(['ocid', 'compiled']).orderBy('ocid').execute();
  const organisations = await db.selectFrom('organisation').select(['key', 'name']).where('stale', '=', false).orderBy('key').execute();
  const words = await sql<{ word: string; uses: number }>`select word, uses from word order by word`.execute(db);
  return {
    processes: Object.fromEntries([...Map.groupBy(releases, ({ ocid }) => ocid)].map(([ocid, list]) => [ocid, list.map(({ release_id: id }) => id)])),
    aliases: Object.fromEntries(aliases.map(({ alias, ocid }) => [alias, ocid])),
    compiled: Object.fromEntries(processes.map(({ ocid, compiled }) => [ocid, compiled])),
    organisations: organisations.map(({ key, name }) => `${key} ${name}`),
    words: Object.fromEntries(words.rows.map(({ word, uses }) => [word, uses])),
  };
}

async function compiled(ocid: string): Promise<JsonObject> {
  const row = await db.selectFrom('process').select('compiled').where('ocid', '=', ocid).executeTakeFirstOrThrow();
  const value = parseJson(row.compiled);
  assert.ok(isObject(value));
  return value;
}

const at = (value: Json | undefined, ...names: readonly string[]): Json | undefined => names.reduce<Json | undefined>((one, name) => {
  if (Array.isArray(one)) return (one as readonly Json[])[Number(name)];
  return isObject(one) ? one[name] : undefined;
}, value);

void test('an award notice that comes first makes its process; the notice that joins it to another one leaves an alias', async () => {
  await emptyRegister(db);
  await take([{ number: '9-2024', formType: 'result', previous: ['5-2024'] }]);
  await take([{ number: '3-2023' }]);
  assert.deepEqual((await state()).processes, { 'p-5-2024': ['id-9-2024-01'], 'p-3-2023': ['id-3-2023-01'] });
  assert.deepEqual(await take([{ number: '5-2024', formType: 'result', previous: ['3-2023'] }]), { imported: 1, unchanged: 0, rejected: 0 });
  const after = await state();
  assert.deepEqual(after.processes, { 'p-3-2023': ['id-3-2023-01', 'id-5-2024-01', 'id-9-2024-01'] });
  assert.deepEqual(Object.keys(after.compiled), ['p-3-2023']);
  for (const alias of ['p-5-2024', 'p-9-2024']) assert.equal(after.aliases[alias], 'p-3-2023');
  assert.equal((await compiled('p-3-2023'))['x_notice'], undefined);
});

void test('the same notice again is the same; the same number with other contents is another version', async () => {
  await emptyRegister(db);
  const notice: MadeNotice = { number: '5-2024', title: 'Første' };
  assert.deepEqual(await take([notice, notice]), { imported: 1, unchanged: 1, rejected: 0 });
  assert.deepEqual(await take([notice]), { imported: 0, unchanged: 1, rejected: 0 });
  assert.deepEqual(await take([{ ...notice, title: 'Anden' }]), { imported: 1, unchanged: 0, rejected: 0 });
  const row = await db.selectFrom('process').select(['release_count', 'ocid']).executeTakeFirstOrThrow();
  assert.deepEqual(row, { release_count: 2, ocid: 'p-5-2024' });
});

void test('a changed notice speaks in the place of the one that it changes, which stays in the history', async () => {
  await emptyRegister(db);
  await take([{ number: '5-2024', procedure: 'u', title: 'Gammel titel' }, { number: '6-2024', procedure: 'u', title: 'Ny titel', changes: 'id-5-2024-01', date: '2024-06-01' }]);
  assert.equal(at(await compiled('p-u'), 'tender', 'title'), 'Ny titel');
  const [before] = await db.selectFrom('notice').select(['number', 'replaces']).where('number', '=', '6-2024').execute();
  assert.deepEqual(before?.replaces, ['id-5-2024-01']);
  assert.equal((await state()).processes['p-u']?.length, 2);
});

const result = (value: number, extra = ''): string => `
  <efac:LotResult><cbc:ID>RES-0001</cbc:ID><cbc:TenderResultCode>selec-w</cbc:TenderResultCode><efac:LotTender><cbc:ID>TEN-0001</cbc:ID></efac:LotTender><efac:SettledContract><cbc:ID>CON-0001</cbc:ID></efac:SettledContract><efac:TenderLot><cbc:ID>LOT-0001</cbc:ID></efac:TenderLot></efac:LotResult>
  <efac:LotTender><cbc:ID>TEN-0001</cbc:ID><cac:LegalMonetaryTotal><cbc:PayableAmount currencyID="DKK">${value}</cbc:PayableAmount></cac:LegalMonetaryTotal><efac:TenderingParty><cbc:ID>TPA-0001</cbc:ID></efac:TenderingParty><efac:TenderLot><cbc:ID>LOT-0001</cbc:ID></efac:TenderLot></efac:LotTender>
  <efac:SettledContract><cbc:ID>CON-0001</cbc:ID>${extra}<efac:LotTender><cbc:ID>TEN-0001</cbc:ID></efac:LotTender></efac:SettledContract>
  <efac:TenderingParty><cbc:ID>TPA-0001</cbc:ID><efac:Tenderer><cbc:ID>ORG-0001</cbc:ID></efac:Tenderer></efac:TenderingParty>`;

void test('results of two notices stay two, although both call theirs RES-0001; a modification changes the contract it is about', async () => {
  await emptyRegister(db);
  await take([
    { number: '5-2024', procedure: 'u', formType: 'result', result: result(100, '<efac:ContractReference><cbc:ID>K-1</cbc:ID></efac:ContractReference>'), date: '2024-01-01' },
    { number: '6-2024', procedure: 'u', formType: 'result', result: result(200, '<efac:ContractReference><cbc:ID>K-2</cbc:ID></efac:ContractReference>'), date: '2024-02-01' },
    {
      number: '7-2024', procedure: 'u', formType: 'cont-modif', date: '2024-03-01', result: result(150, '<efac:ContractReference><cbc:ID>K-1</cbc:ID></efac:ContractReference>'),
      extension: '<efac:ContractModification><efac:Change><efbc:ChangeDescription>Mere drift</efbc:ChangeDescription><efac:ChangedSection><efbc:ChangedSectionIdentifier>CON-0001</efbc:ChangedSectionIdentifier></efac:ChangedSection></efac:Change><efac:ChangeReason><cbc:ReasonCode>add-wss</cbc:ReasonCode></efac:ChangeReason></efac:ContractModification>',
    },
  ]);
  const merged = await compiled('p-u');
  const contracts = (merged['contracts'] as JsonObject[]).map((contract) => [at(contract, 'identifiers', '0', 'id'), at(contract, 'value', 'amount'), at(contract, 'amendments', '0', 'description')]);
  assert.deepEqual(contracts, [['K-1', 150, 'Mere drift'], ['K-2', 200, undefined]]);
  assert.deepEqual((merged['awards'] as JsonObject[]).map((award) => at(award, 'value', 'amount')), [150, 200]);
});

void test('a notice without a date or a name is refused with the reason, and the others are taken', async () => {
  await emptyRegister(db);
  const dateless = noticeXml({ number: '8-2024' }).replace(/<cbc:IssueDate>[^<]*<\/cbc:IssueDate>/, '');
  const nameless = noticeXml({ number: '9-2024' }).replace(/<efac:Publication>.*<\/efac:Publication>/, '').replace(/<cbc:ID schemeName="notice-id">[^<]*<\/cbc:ID>/, '').replace(/<cbc:VersionID>[^<]*<\/cbc:VersionID>/, '');
  const reasons: string[] = [];
  const counts = await importNotices(db, [dateless, nameless, noticeXml({ number: '10-2024' })].map((xml, index) => ({ name: `n${index}`, bytes: Buffer.from(xml) })), { onReject: ({ reason }) => reasons.push(reason) });
  assert.deepEqual(counts, { imported: 1, unchanged: 0, rejected: 2 });
  assert.match(reasons.join(), /no date of dispatch.*no notice number and no notice id/);
});

const numbers = ['1-2020', '2-2020', '3-2021', '4-2021', '5-2022', '6-2022'];
const made = fc.uniqueArray(fc.record({
  number: fc.constantFrom(...numbers),
  formType: fc.constantFrom('competition', 'result', 'planning', 'cont-modif'),
  previous: fc.array(fc.constantFrom(...numbers), { maxLength: 2 }),
  procedure: fc.option(fc.constantFrom('u', 'v'), { nil: undefined }),
  changes: fc.option(fc.constantFrom(...numbers), { nil: undefined, freq: 5 }),
  buyer: fc.constantFrom('Alfa Kommune', 'Beta Kommune'),
  title: fc.constantFrom('Journalsystem', 'Lønsystem', 'Vejbelysning'),
}), { selector: ({ number }) => number, minLength: 2 }).map((list): MadeNotice[] => list.map(({ procedure, changes, ...rest }) => ({ ...rest, ...(procedure === undefined ? {} : { procedure }), ...(changes === undefined ? {} : { changes }) })));

void test('whatever the order of import and however it is cut into runs, the register is the same', async () => {
  await fc.assert(fc.asyncProperty(made.chain((list) => fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length }), fc.nat({ max: list.length }))), async ([list, shuffled, cut]) => {
    await emptyRegister(db);
    await take(list);
    const one = await state();
    await emptyRegister(db);
    await take(shuffled.slice(0, cut));
    for (const notice of shuffled.slice(cut)) await take([notice]);
    assert.deepEqual(await state(), one);
  }), runs(20));
});

void test('all published notices of the outside material are in, each reject explained', { skip: without(...NOTICES) || without(...NORWEGIAN) }, async () => {
  await emptyRegister(db);
  const rejects: string[] = [];
  const options = { input: Readable.from([]), onReject: ({ file, reason }: { file: string; reason: string }) => rejects.push(`${file}: ${reason}`) };
  const ted = await importFiles(db, [path.join(sharedFolder, ...NOTICES)], options);
  assert.deepEqual([ted.imported, ted.unchanged, ted.rejected], [1846, 0, 0], rejects.join('\n'));
  const norway = await importFiles(db, [path.join(sharedFolder, ...NORWEGIAN)], options);
  // Some of them stand among the others too.
  assert.equal(norway.imported + norway.unchanged, noticesIn(...NORWEGIAN).length);
  assert.deepEqual(rejects, []);
  const [row] = (await sql<{ notices: number; processes: number; originals: boolean }>`
    select count(*)::int as notices, (select count(*)::int from process) as processes, bool_and(length(original) > 0) as originals from notice`.execute(db)).rows;
  assert.equal(row?.notices, 1846 + norway.imported);
  assert.ok(row.originals && row.processes > 1800 && row.processes < row.notices);
  const covered = await sql<{ releases: number }>`select sum(releases)::int as releases from coverage where field = ''`.execute(db);
  assert.equal(covered.rows[0]?.releases, row.notices);
});
