import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { createPublicKey, generateKeyPairSync, verify } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import * as fc from 'fast-check';
import { unwrap } from '#base';
import { publishedKeys, receiptOf, rotateKey, submit, verifyReceipt, type ReceiptFile } from '#intake';
import { canonicalJson } from '#seal';
import { runs } from '../../test/support/deep.ts';
import { intakeAt, LOT, makePurchase, newId, sealTestBid, testIntakeTables, uploadBid } from '../../test/support/intake-bids.ts';

const folder = await mkdtemp(path.join(tmpdir(), 'torvet-receipt-'));
after(() => rm(folder, { recursive: true, force: true }));
const db = await testIntakeTables();
const deadline = Temporal.Instant.from('2026-12-01T11:00:00Z');
const intake = intakeAt(db, deadline.subtract({ hours: 1 }));

async function newReceipt(receivedAt = intake.clock.now()): Promise<ReceiptFile> {
  const purchase = await makePurchase(db, deadline);
  const sender = purchase.suppliers[0] ?? assert.fail();
  const bid = await sealTestBid(purchase, sender.supplier);
  const upload = await uploadBid(intake, sender, purchase.id, bid);
  return unwrap(await submit(intake, sender, { purchase: purchase.id, lot: LOT, upload, header: bid.headerBytes, idempotencyKey: newId(), receivedAt }));
}

const file = await newReceipt();
const other = generateKeyPairSync('ed25519').publicKey.export({ type: 'spki', format: 'pem' });

void test('a receipt is checked by anybody with the key, also without Torvet', async () => {
  assert.deepEqual(unwrap(verifyReceipt(file, file.publicKey)), file.receipt);
  assert.ok(verify(null, Buffer.from(canonicalJson(file.receipt)), createPublicKey(file.publicKey), Buffer.from(file.signature, 'base64')));
  const [text, signature, key] = ['receipt.txt', 'receipt.sig', 'key.pem'].map((name) => path.join(folder, name)) as [string, string, string];
  await Promise.all([writeFile(text, canonicalJson(file.receipt)), writeFile(signature, Buffer.from(file.signature, 'base64')), writeFile(key, file.publicKey)]);
  const openssl = await new Promise<string | null>((resolve) => {
    execFile('openssl', ['pkeyutl', '-verify', '-pubin', '-inkey', key, '-rawin', '-in', text, '-sigfile', signature], (error, stdout) => resolve(error?.code === 'ENOENT' ? null : stdout));
  });
  if (openssl !== null) assert.match(openssl, /Verified Successfully/);
});

void test('whatever is changed in a receipt, by however little, is refused', () => {
  const text = JSON.stringify(file.receipt);
  let looked = 0;
  fc.assert(fc.property(fc.nat(text.length - 1), fc.integer({ min: 0x20, max: 0x7e }), (at, code) => {
    const changed = text.slice(0, at) + String.fromCharCode(code) + text.slice(at + 1);
    if (changed === text) return;
    let receipt: unknown;
    try {
      receipt = JSON.parse(changed);
    } catch {
      return;
    }
    looked += 1;
    assert.ok(!verifyReceipt({ ...file, receipt }, file.publicKey).ok, changed);
  }), runs(2000));
  assert.ok(looked > 300, `${looked} receipts were JSON`);
  for (const change of [{ verdict: 'submitted', receivedAt: '2026-12-01T11:00:00.001Z' }, { bytes: file.receipt.bytes + 1 }, { more: 'than there was' }]) assert.ok(!verifyReceipt({ ...file, receipt: { ...file.receipt, ...change } }, file.publicKey).ok);
  assert.ok(!verifyReceipt(file, other).ok, 'another key');
  assert.ok(!verifyReceipt({ ...file, signature: '' }, file.publicKey).ok);
});

void test('after another key was taken, old receipts are the same and their key stays published', async () => {
  await rotateKey(db, intake.clock.now().add({ minutes: 1 }));
  const next = await newReceipt();
  assert.notEqual(next.receipt.key, file.receipt.key);
  assert.deepEqual(unwrap(await receiptOf(intake, file.receipt.supplier, file.receipt.id)), file);
  const published = await publishedKeys(db);
  assert.deepEqual(published.map(({ name, until }) => [name, until === null]), [[next.receipt.key, true], [file.receipt.key, false]]);
  for (const { receipt, ...one } of [file, next]) assert.ok(verifyReceipt({ receipt, ...one }, published.find(({ name }) => name === receipt.key)?.publicKey ?? '').ok);
});
