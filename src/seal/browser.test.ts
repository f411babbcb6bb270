/** The same code in Chromium and in Node: each opens what the other sealed. */
import assert from 'node:assert/strict';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { build } from 'esbuild';
import { chromium, type Browser, type Page } from 'playwright-core';
import { unwrap } from '#base';
import * as front from '#seal';
import { combineShares, decryptWith, encryptTo, newIdentity, openPart, openShare, readBidFile, recipientOf, sealBid, type BidHeader, type KeySet } from '#seal';
import { findBrowser } from '../../test/support/browser.ts';
import { bytesFile, gathered, heldKeySet, inPieces, noise, type HeldKeySet } from '../../test/support/bids.ts';
import { bidFileHead } from './bid-file.ts';
import { CHUNK_BYTES } from './chunks.ts';

/** The front door, as the script of a page has it. */
declare const seal: typeof front;

const SIZES = [0, 1, CHUNK_BYTES + 1] as const;

let server: Server;
let browser: Browser;
let page: Page;
let held: HeldKeySet;

before(async () => {
  // Walls keep packages for Node out of the room; a bundle for browsers does not come about with one of them in it.
  const { outputFiles: [script] } = await build({ entryPoints: [path.join(import.meta.dirname, 'index.ts')], bundle: true, platform: 'browser', format: 'iife', globalName: 'seal', write: false, logLevel: 'silent' });
  // Web Crypto is there on secure pages alone: those of this machine count as such.
  server = createServer((request, response) => {
    const isScript = request.url === '/seal.js';
    response.writeHead(200, { 'content-type': isScript ? 'text/javascript' : 'text/html', 'content-security-policy': "default-src 'none'; script-src 'self'" });
    response.end(isScript ? script?.text : '<!doctype html><script src="/seal.js"></script>');
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => { server.once('listening', resolve); });
  browser = await chromium.launch({ executablePath: unwrap(await findBrowser()), args: ['--no-sandbox'] });
  page = await browser.newPage();
  await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
  held = await heldKeySet(2, 3);
});

after(async () => {
  await browser.close();
  server.close();
});

async function keyOf(header: BidHeader): Promise<Uint8Array> {
  const shares = await Promise.all([0, 2].map(async (at) => ({ holder: `h${at + 1}`, share: unwrap(await openShare(header, `h${at + 1}`, held.identities[at]?.identity ?? '')) })));
  return unwrap(await combineShares(header, held.keySet, shares)).key;
}

void describe('browser and Node', () => {
  void test('Node opens what a browser sealed out of its own files', async () => {
    const base64 = await page.evaluate(async ({ keySet, files }) => {
      const blobs = files.map((text) => new Blob([Uint8Array.fromBase64(text)]));
      const bid = new TextEncoder().encode('{"from":"browser"}');
      const sealing = await seal.sealBid({ keySet, lot: 'lot-1', supplier: 'supplier-1', bidVersion: 1, bid, files: blobs.map((blob) => ({ size: blob.size, read: blob.stream.bind(blob) })) });
      if (!sealing.ok) throw new Error(sealing.failure.message);
      const pieces: BlobPart[] = [];
      for await (const { bytes } of sealing.value.chunks()) pieces.push(bytes);
      const file = new Blob([new Uint8Array(seal.bidFileHead(await sealing.value.header())), ...pieces]);
      return new Uint8Array(await file.arrayBuffer()).toBase64();
    }, { keySet: held.keySet, files: SIZES.map((size) => noise(size, size + 1).toString('base64')) });
    const { header, chunks } = unwrap(await readBidFile(inPieces(Buffer.from(base64, 'base64'))));
    const sealed: Uint8Array[][] = [];
    for await (const { part, bytes } of chunks()) (sealed[part] ??= []).push(bytes);
    const key = await keyOf(header);
    const plain = await Promise.all(sealed.map(async (pieces, part) => gathered(openPart({ header, key, part, sealed: inPieces(Buffer.concat(pieces)) }))));
    assert.deepEqual(plain.map((bytes) => bytes.length), [18, ...SIZES]);
    assert.equal(plain[0]?.toString(), '{"from":"browser"}');
    for (const [at, size] of SIZES.entries()) assert.ok(noise(size, size + 1).equals(plain[at + 1] ?? assert.fail()), `${size} bytes`);
  });

  void test('a browser opens what Node sealed, with keys that holders have there', async () => {
    const sealing = unwrap(await sealBid({ keySet: held.keySet, lot: 'lot-1', supplier: 'supplier-1', bidVersion: 1, bid: noise(20), files: SIZES.map((size) => bytesFile(noise(size, size + 1))) }));
    const pieces: Uint8Array[] = [];
    for await (const { bytes } of sealing.chunks()) pieces.push(bytes);
    const file = Buffer.concat([bidFileHead(await sealing.header()), ...pieces]).toString('base64');
    const opened = await page.evaluate(async ({ keySet, file, identities }) => {
      const read = await seal.readBidFile(new Blob([Uint8Array.fromBase64(file)]).stream());
      if (!read.ok) throw new Error(read.failure.message);
      const { header, chunks } = read.value;
      const parts: BlobPart[][] = [];
      for await (const { part, bytes } of chunks()) (parts[part] ??= []).push(bytes);
      const shares = [];
      for (const { id, identity } of identities) {
        const share = await seal.openShare(header, id, identity);
        if (!share.ok) throw new Error(share.failure.message);
        shares.push({ holder: id, share: share.value });
      }
      const combined = await seal.combineShares(header, keySet, shares);
      if (!combined.ok) throw new Error(combined.failure.message);
      const plain: string[] = [];
      for (const [part, sealed] of parts.entries()) {
        const bytes = await Array.fromAsync(seal.openPart({ header, key: combined.value.key, part, sealed: new Blob(sealed).stream() }));
        plain.push(new Uint8Array(await new Blob(bytes).arrayBuffer()).toBase64());
      }
      return plain;
    }, { keySet: held.keySet, file, identities: [1, 2].map((at) => ({ id: `h${at + 1}`, identity: held.identities[at]?.identity ?? '' })) });
    const expected = [noise(20), ...SIZES.map((size) => noise(size, size + 1))];
    assert.deepEqual(opened.map((base64) => Buffer.from(base64, 'base64').equals(expected.shift() ?? assert.fail())), [true, true, true, true]);
  });

  void test('ids of key sets, hashes and keys of people are the same', async () => {
    const keySet: KeySet = { ...held.keySet, holders: held.keySet.holders.map((holder) => ({ ...holder, name: `Søren “${holder.id}” \u2028😀` })) };
    const mine = await newIdentity();
    const forBrowser = unwrap(await encryptTo([mine.recipient], noise(32))).toBase64();
    const there = await page.evaluate(async ({ keySet, mine, forBrowser }) => {
      const made = await seal.newIdentity();
      const possession = await seal.decryptWith(mine.identity, Uint8Array.fromBase64(forBrowser));
      const forNode = await seal.encryptTo([mine.recipient], new Uint8Array([1, 2, 3]));
      if (!possession.ok || !forNode.ok) throw new Error('The browser cannot use the key.');
      return { made, id: await seal.keySetId(keySet), json: seal.canonicalJson(keySet), possession: possession.value.toBase64(), forNode: forNode.value.toBase64() };
    }, { keySet, mine, forBrowser });
    assert.deepEqual([there.id, there.json], [await front.keySetId(keySet), front.canonicalJson(keySet)]);
    assert.equal(unwrap(await recipientOf(there.made.identity)), there.made.recipient);
    assert.ok(noise(32).equals(Buffer.from(there.possession, 'base64')));
    assert.deepEqual([...unwrap(await decryptWith(mine.identity, Buffer.from(there.forNode, 'base64')))], [1, 2, 3]);
  });
});
