import assert from 'node:assert/strict';
import { generateKeyPairSync } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import { after, test } from 'node:test';
import { FailureError } from '#base';
import { signReceipt, type Receipt } from '#intake';
import { verifyReceiptCommand, type ReceiptFlags } from './receipt.ts';

const folder = await mkdtemp(path.join(tmpdir(), 'torvet-receipt-'));
after(() => rm(folder, { recursive: true, force: true }));

async function inFile(name: string, content: unknown): Promise<string> {
  const file = path.join(folder, name);
  await writeFile(file, typeof content === 'string' ? content : JSON.stringify(content));
  return file;
}

const pair = generateKeyPairSync('ed25519');
const publicKey = pair.publicKey.export({ type: 'spki', format: 'pem' });
const receipt: Receipt = {
  version: 1, kind: 'bid', installation: 'https://torvet.example', id: 'r-1', purchase: 'p-1', lot: 'lot-1', supplier: 's-1', bidVersion: 1, envelope: 'ab'.repeat(32), bytes: 100,
  receivedAt: '2026-12-01T11:00:00.000Z', deadline: '2026-12-01T11:00:00.000Z', verdict: 'submitted', key: 'k-1',
};
const file = signReceipt(receipt, { privateKey: pair.privateKey, publicKey });
const late = signReceipt({ ...receipt, receivedAt: '2026-12-01T11:00:00.001Z', verdict: 'late' }, { privateKey: pair.privateKey, publicKey });
const key = await inFile('own.pem', publicKey);
const wrong = await inFile('other.pem', generateKeyPairSync('ed25519').publicKey.export({ type: 'spki', format: 'pem' }));
const installationKeys = await inFile('keys.json', { installation: 'https://torvet.example', keys: [{ name: 'k-1', publicKey }] });

/** The exit code, and what was said. */
async function verified(content: unknown, flags: ReceiptFlags = {}): Promise<readonly [number, string]> {
  const [stdout, stderr] = [new PassThrough(), new PassThrough()];
  const code = await verifyReceiptCommand(await inFile('receipt.json', content), flags, { stdin: Readable.from([]), stdout, stderr })
    .catch((error: unknown) => { if (error instanceof FailureError) return 2; throw error; });
  return [code, `${String(stdout.read() ?? '')}${String(stderr.read() ?? '')}`];
}

void test('a receipt that holds: 0, with what it says', async () => {
  assert.deepEqual(await verified(file, { key }), [0, `submitted: bid 1 of s-1 for lot lot-1 of p-1\nreceived 2026-12-01T11:00:00.000Z, deadline 2026-12-01T11:00:00.000Z\nenvelope ${'ab'.repeat(32)}\n`]);
  assert.equal((await verified(late, { installationKeys }))[0], 0);
  const [code, said] = await verified(file);
  assert.equal(code, 0);
  assert.match(said, /Whose key it is, is not shown/);
});

void test('a deadline that was moved, signed by the installation: the same check', async () => {
  const keyObject = { privateKey: pair.privateKey, publicKey };
  const moved = { version: 1, kind: 'deadline', installation: 'https://torvet.example', purchase: 'p-1', number: 1, from: '2026-12-01T11:00:00.000Z', to: '2026-12-08T11:00:00.000Z', at: '2026-11-20T09:00:00.000Z', reason: 'Flere\nbad om det.', key: 'k-1' } as const;
  const signedMove = signReceipt(moved as unknown as Receipt, keyObject);
  assert.deepEqual(await verified(signedMove, { installationKeys }), [0, 'move 1 of the deadline of p-1\nfrom 2026-12-01T11:00:00.000Z to 2026-12-08T11:00:00.000Z, decided 2026-11-20T09:00:00.000Z\nreason: Flere bad om det.\n']);
  assert.equal((await verified({ ...signedMove, receipt: { ...moved, from: '2026-12-02T11:00:00.000Z' } }, { key }))[0], 1);
  assert.equal((await verified(signReceipt({ ...moved, to: '2026-11-30T11:00:00.000Z' } as unknown as Receipt, keyObject), { key }))[0], 1, 'to an earlier instant');
});

void test('one that was changed, or signed by another key: 1', async () => {
  for (const [content, flags] of [
    [{ ...file, receipt: { ...receipt, bidVersion: 2 } }, {}], [{ ...file, receipt: { ...receipt, bidVersion: 2 } }, { key }], [file, { key: wrong }],
    [{ ...file, receipt: { ...receipt, key: 'elsewhere' } }, { installationKeys }],
    // What its instants deny was never given, whoever signed it.
    [signReceipt({ ...receipt, receivedAt: '2026-12-01T11:00:00.001Z' }, { privateKey: pair.privateKey, publicKey }), { key }],
  ] as const) assert.equal((await verified(content, flags))[0], 1, JSON.stringify(content));
});

void test('what cannot be read, or two keys: 2', async () => {
  for (const [content, flags] of [['{}', {}], ['no JSON', {}], [file, { key: installationKeys }], [file, { installationKeys: key }], [file, { key, installationKeys }], [file, { key: path.join(folder, 'none') }]] as const) assert.equal((await verified(content, flags))[0], 2);
});
