import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { unwrap } from '#base';
import { BID_PAGES, formAddress, statusFor, verifyReceipt, type PublishedKey, type ReceiptFile } from '#intake';
import { bidFileHead } from '#seal';
import { intakeAt, LOT, makePurchase, newId, sealTestBid, testIntakeTables, type TestBid } from '../../test/support/intake-bids.ts';
import { Bidder } from '../../test/support/intake-client.ts';
import { intakeServer } from '../../test/support/intake-server.ts';

const db = await testIntakeTables();
const deadline = Temporal.Instant.from('2026-12-01T11:00:00Z');
const intake = intakeAt(db, deadline.subtract({ hours: 1 }));
const server = await intakeServer(intake, { refuses: ({ user }) => user === 'refused' });
after(() => server.close());
const base = `http://127.0.0.1:${server.port}`;

async function asked(place: string, sender: { readonly supplier: string; readonly person: string } | null, init: RequestInit = {}): Promise<{ status: number; text: string; location: string | null }> {
  const response = await fetch(`${base}${place}`, { redirect: 'manual', ...init, headers: { ...(sender === null ? {} : { 'x-supplier': sender.supplier, 'x-person': sender.person }), ...(init.headers as Record<string, string> | undefined) } });
  return { status: response.status, text: await response.text(), location: response.headers.get('location') };
}

function formOf(bid: TestBid, key: string | null, cut = 0): FormData {
  const bytes = Buffer.concat([bidFileHead(bid.header), ...bid.chunks.map((chunk) => chunk.bytes)]);
  const form = new FormData();
  if (key !== null) form.set('key', key);
  form.set('bud', new Blob([bytes.subarray(0, bytes.length - cut)]), 'bud.torvet-bid');
  return form;
}

void test('by API: upload, submit, receipt, status, withdrawal; the keys are published', async () => {
  const purchase = await makePurchase(db, deadline, 2);
  const [sender, other] = purchase.suppliers;
  assert.ok(sender && other);
  const bidder = new Bidder(purchase.id, sender);
  const bid = await sealTestBid(purchase, sender.supplier);
  const upload = await bidder.begin(server.port);
  const api = `/api/v1/market/bids/${purchase.id}/${LOT}`;
  const missing = async () => JSON.parse((await asked(`${api}/uploads/${upload}/missing`, sender, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ parts: bid.header.parts.map(({ ciphertext }) => ciphertext) }) })).text) as unknown;
  assert.deepEqual(await missing(), { missing: [{ part: 0, number: 0 }] });
  await bidder.put(server.port, upload, bid);
  assert.deepEqual(await missing(), { missing: [] });
  const key = newId();
  const answer = await bidder.submit(server.port, upload, bid, key);
  assert.equal(answer.status, 200, answer.body);
  assert.deepEqual(await bidder.submit(server.port, upload, bid, key), answer);
  const file = JSON.parse(answer.body) as ReceiptFile;
  const { keys } = JSON.parse((await asked('/.well-known/torvet-keys.json', null)).text) as { keys: PublishedKey[] };
  unwrap(verifyReceipt(file, keys.find(({ name }) => name === file.receipt.key)?.publicKey ?? ''));
  assert.equal((await asked(`/api/v1/market/bids/receipts/${file.receipt.id}`, sender)).text, answer.body);
  assert.match((await asked(`/api/v1/market/bids/${purchase.id}/status`, sender)).text, /"status":"submitted"/);
  const back = await bidder.withdraw(server.port, newId());
  assert.match(back.body, /"verdict":"withdrawn"/);
  for (const [place, who, status] of [
    [`/api/v1/market/bids/receipts/${file.receipt.id}`, other, 404], [`/api/v1/market/bids/receipts/${file.receipt.id}`, null, 404],
    [`/api/v1/market/bids/receipts/${file.receipt.id}`, { ...sender, person: 'refused' }, 404], ['/api/v1/market/bids/receipts/nothing', sender, 404], [`/api/v1/market/bids/${purchase.id}/status`, null, 403],
  ] as const) assert.equal((await asked(place, who)).status, status, place);
});

void test('requests that are not whole are told so: no key, no hash, a chunk that is too long, another type', async () => {
  const purchase = await makePurchase(db, deadline);
  const sender = purchase.suppliers[0] ?? assert.fail();
  const upload = await new Bidder(purchase.id, sender).begin(server.port);
  const chunk = `/api/v1/market/bids/${purchase.id}/${LOT}/uploads/${upload}/parts/0/chunks/0`;
  const put = async (body: Uint8Array<ArrayBuffer>, headers: Record<string, string>) => (await asked(chunk, sender, { method: 'PUT', body, headers })).status;
  const octets = { 'content-type': 'application/octet-stream' };
  assert.equal(await put(new Uint8Array(20), octets), 400);
  assert.equal(await put(new Uint8Array(20), { ...octets, 'x-chunk-sha256': '0'.repeat(64) }), 400);
  assert.equal(await put(new Uint8Array(4 * 1024 * 1024 + 2000), { ...octets, 'x-chunk-sha256': '0'.repeat(64) }), 413);
  assert.equal(await put(new Uint8Array(20), { 'content-type': 'text/csv', 'x-chunk-sha256': '0'.repeat(64) }), 415);
  const submission = { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ upload, header: '{}' }) };
  assert.equal((await asked(`/api/v1/market/bids/${purchase.id}/${LOT}/submissions`, sender, submission)).status, 400);
  assert.equal((await asked(`/api/v1/market/bids/${purchase.id}/${LOT}/submissions`, sender, { ...submission, headers: { ...submission.headers, 'idempotency-key': 'k' } })).status, 400);
});

void test('by form, without a script: a file in several chunks, its receipt as a page and a file; the same form again gives the same receipt', async () => {
  const purchase = await makePurchase(db, deadline);
  const sender = purchase.suppliers[0] ?? assert.fail();
  const place = formAddress(purchase.id, LOT);
  const page = await asked(place, sender);
  const key = /name="key" value="([^"]+)"/.exec(page.text)?.[1] ?? '';
  assert.ok(key.length > 20 && page.text.includes('enctype="multipart/form-data"'));
  const bid = await sealTestBid(purchase, sender.supplier, 1, 'by form', [new Uint8Array(4 * 1024 * 1024 + 3), new Uint8Array(10)]);
  const sent = await asked(place, sender, { method: 'POST', body: formOf(bid, key) });
  assert.equal(sent.status, 303, sent.text);
  assert.match(sent.location ?? '', /\/torv\/bud\/kvittering\/[0-9a-f-]{36}$/);
  assert.equal((await asked(place, sender, { method: 'POST', body: formOf(bid, key) })).location, sent.location);
  const receipt = await asked(sent.location ?? '', sender);
  assert.match(receipt.text, /<h1>Kvittering: tilbuddet er indsendt<\/h1>/);
  assert.match(receipt.text, /1\. december 2026 kl\. 11\.00\.00,000 dansk tid \(2026-12-01T10:00:00\.000Z\)/);
  const { receipt: saved } = JSON.parse((await asked(`${sent.location}.json`, sender)).text) as ReceiptFile;
  assert.deepEqual([saved.verdict, saved.bytes], ['submitted', bid.chunks.reduce((sum, { bytes }) => sum + bytes.length, 0)]);
  assert.equal((await asked(sent.location ?? '', { ...sender, supplier: newId() })).status, 404);
  const back = await asked(`${BID_PAGES}/${purchase.id}/${LOT}/traek-tilbage`, sender, { method: 'POST', body: new URLSearchParams({ key: newId() }) });
  assert.match((await asked(back.location ?? '', sender)).text, /tilbuddet er trukket tilbage/);
});

void test('a form that was refused says NOT SUBMITTED and why, and leaves no bid', async () => {
  const purchase = await makePurchase(db, deadline, 2);
  const [sender, other] = purchase.suppliers;
  assert.ok(sender && other);
  const place = formAddress(purchase.id, LOT);
  const bid = await sealTestBid(purchase, sender.supplier);
  const empty = new FormData();
  empty.set('key', newId());
  const garbage = formOf(bid, newId());
  garbage.set('bud', new Blob(['no bid']), 'x');
  for (const [who, form, reason] of [
    [sender, formOf(bid, null), 'bad-key'], [sender, formOf(bid, newId(), 1), 'file'], [other, formOf(bid, newId()), 'not-yours'], [sender, empty, 'no-file'], [sender, garbage, 'file'],
  ] as const) {
    const { status, location } = await asked(place, who, { method: 'POST', body: form });
    assert.deepEqual([status, location], [303, `${place}?afvist=${reason}`]);
    assert.match((await asked(location ?? '', who)).text, /Tilbuddet er IKKE indsendt/);
  }
  assert.deepEqual((await statusFor(db, sender.supplier, purchase.id)).map(({ status }) => status), ['not-submitted']);
  assert.doesNotMatch((await asked(`${place}?afvist=<b>`, sender)).text, /IKKE indsendt|<b>/);
});
