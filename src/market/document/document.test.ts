import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { give, settle } from '#market';
import { asActor } from '#people';
import { testPurchaseView } from '../purchase/rendered.ts';
import { announced, buying, drafted } from '../../../test/support/purchases.ts';
import { newest } from '../purchase/purchase.documents.ts';
import type { Purchase } from '../purchase/purchase.schema.ts';
import { fileName, MOST_FILE_BYTES, upload } from './document.routes.ts';
import { readFile } from './document.store.ts';
import { scanWith, WITHOUT_SCANNER } from './scan.ts';

const file = (record: string, content: string, name = 'krav.txt') => ({ record, name, type: 'text/html', content: Buffer.from(content) });

const change = (id: string) => ({ significance: 'information', important: false, reason: 'Et bilag mere.', documents: [{ document: id }] });

void test('a file waits, becomes part of the draft, and gets a new version by a change of two', async () => {
  const own = await buying();
  const { market, buyer, approver, suppliers, read } = own;
  const record = await announced(own);
  const first = await upload(market, WITHOUT_SCANNER, buyer, file(record, 'første'));
  assert.ok(first.ok);
  const [supplier] = suppliers;
  assert.ok(supplier !== undefined);
  const seen = (reader: typeof supplier | null, id: string) => asActor(market.db, reader, (trx) => readFile(trx, record, id));
  assert.equal((await seen(buyer, first.value.id))?.content.toString(), 'første');
  assert.equal(await seen(supplier, first.value.id), null, 'what waits is seen by its owner alone');
  assert.doesNotMatch(await testPurchaseView(market, supplier, record), /krav\.txt/);
  await market.two(buyer, approver, 'purchase.change', change(first.value.id), record);
  assert.equal((await seen(supplier, first.value.id))?.content.toString(), 'første');
  assert.equal((await seen(null, first.value.id))?.content.toString(), 'første', 'what is public is everybody’s');
  const second = await upload(market, WITHOUT_SCANNER, buyer, file(record, 'anden'));
  assert.ok(second.ok);
  const proposed = await give(market, buyer, { command: 'purchase.change', record, input: change(second.value.id), version: null, key: null });
  assert.ok(proposed.ok && await seen(supplier, second.value.id) === null, 'nor by a proposal');
  assert.ok((await settle(market, approver, record, 'purchase.change', 'confirm')).ok);
  const { body } = await read(record) as Purchase;
  assert.deepEqual(body.documents.map(({ name, version }) => [name, version]), [['krav.txt', 1], ['krav.txt', 2]]);
  assert.deepEqual(newest(body.documents).map(({ id }) => id), [second.value.id]);
  assert.equal((await seen(supplier, first.value.id))?.content.toString(), 'første', 'the earlier version stays');
  assert.match(await testPurchaseView(market, supplier, record), /krav\.txt<\/bdi>, version 2/);
});

void test('a draft’s files are its owner’s; they are attached and taken out', async () => {
  const own = await buying();
  const { market, buyer, suppliers, read } = own;
  const record = await drafted(own);
  const stored = await upload(market, WITHOUT_SCANNER, buyer, file(record, 'x'));
  assert.ok(stored.ok);
  await market.do(buyer, 'purchase.attach', { documents: [{ document: stored.value.id }] }, record);
  assert.equal((await read(record) as Purchase).body.documents.length, 1);
  assert.equal(await asActor(market.db, suppliers[0] ?? null, (trx) => readFile(trx, record, stored.value.id)), null, 'a draft hides its files');
  const twice = await give(market, buyer, { command: 'purchase.attach', record, input: { documents: [{ document: stored.value.id }] }, version: null, key: null });
  assert.ok(!twice.ok);
  await market.do(buyer, 'purchase.detach', { document: stored.value.id }, record);
  assert.deepEqual((await read(record) as Purchase).body.documents, []);
});

void test('who may not, and what is too large, empty or refused by the scanner, is not kept', async () => {
  const own = await buying();
  const { market, buyer, suppliers } = own;
  const record = await announced(own);
  const [supplier] = suppliers;
  assert.ok(supplier !== undefined);
  const kept = async (): Promise<number> => (await sql<{ n: number }>`select count(*)::int as n from market_document`.execute(market.db)).rows[0]?.n ?? -1;
  assert.ok(!(await upload(market, WITHOUT_SCANNER, supplier, file(record, 'x'))).ok);
  assert.ok(!(await upload(market, WITHOUT_SCANNER, null, file(record, 'x'))).ok);
  assert.ok(!(await upload(market, WITHOUT_SCANNER, buyer, file(record, ''))).ok);
  assert.ok(!(await upload(market, WITHOUT_SCANNER, buyer, { ...file(record, ''), content: Buffer.alloc(MOST_FILE_BYTES + 1) })).ok);
  const scan = scanWith('/bin/sh', ['-c', 'grep -q EICAR && exit 1; exit 0']);
  const infected = await upload(market, scan, buyer, file(record, 'her er EICAR'));
  assert.ok(!infected.ok && infected.failure.kind === 'invalid');
  const broken = await upload(market, scanWith('/bin/sh', ['-c', 'exit 2']), buyer, file(record, 'x'));
  assert.ok(!broken.ok && broken.failure.kind === 'unavailable', 'no answer is no yes');
  assert.ok(!(await upload(market, scanWith('/no/such/scanner'), buyer, file(record, 'x'))).ok);
  assert.equal(await kept(), 0);
  assert.ok((await upload(market, scan, buyer, file(record, 'ren'))).ok);
  // The database itself lets nobody else write.
  await assert.rejects(asActor(market.db, supplier, (trx) => sql`insert into market_document (id, record, name, type, sha256, bytes, content, person, at) values (uuidv7(), ${record}, 'x', 'x', ${'0'.repeat(64)}, 1, ${Buffer.from('x')}, ${supplier.user}, now())`.execute(trx)));
  assert.equal(await kept(), 1);
});

void test('a name is one name, whatever was sent', () => {
  for (const [given, name] of [['../../etc/passwd', 'passwd'], ['C:\\x\\Bilag 1.pdf', 'Bilag 1.pdf'], ['a\r\nb"<>.txt', 'ab.txt'], ['...', 'fil'], ['', 'fil'], ['Bilag æøå.pdf', 'Bilag æøå.pdf'], ['x'.repeat(400), 'x'.repeat(150)]] as const) assert.equal(fileName(given), name);
});
