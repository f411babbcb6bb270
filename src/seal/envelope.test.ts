import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import * as fc from 'fast-check';
import { FailureError, unwrap } from '#base';
import {
  bidFileHead, CHUNK_BYTES, combineShares, envelopeHash, headerBytes, openPart, openShare, partHash, readBidFile, readHeader, sealBid, sealedChunkSizes,
  stepOf, type BidHeader, type BidToSeal,
} from '#seal';
import { bytesFile, gathered, heldKeySet, inPieces, noise, type HeldKeySet } from '../../test/support/bids.ts';
import { runs } from '../../test/support/deep.ts';
import { sealWith } from './seal-bid.ts';
import { openPartWith } from './open-part.ts';

const held = await heldKeySet(2, 3);
const base = { keySet: held.keySet, lot: 'lot-1', supplier: 'supplier-1', bidVersion: 1 } as const;

interface Sealed {
  readonly header: BidHeader;
  readonly parts: readonly Buffer[];
}

async function sealed(bid: BidToSeal, chunkBytes = CHUNK_BYTES): Promise<Sealed> {
  const sealing = unwrap(await sealWith(chunkBytes, bid));
  const parts: Buffer[][] = [];
  for await (const { part, bytes } of sealing.chunks()) (parts[part] ??= []).push(Buffer.from(bytes));
  return { header: await sealing.header(), parts: parts.map((chunks) => Buffer.concat(chunks)) };
}

async function keyOf(header: BidHeader, { keySet, identities }: HeldKeySet): Promise<Uint8Array> {
  const shares = await Promise.all(keySet.holders.map(async ({ id }, at) => ({ holder: id, share: unwrap(await openShare(header, id, identities[at]?.identity ?? '')) })));
  return unwrap(await combineShares(header, keySet, shares.slice(1))).key;
}

void describe('round trip', () => {
  void test('bids and files of every size come back as they were, in chunks of every size and pieces of every size', async () => {
    await fc.assert(fc.asyncProperty(fc.integer({ min: 8, max: 40 }), fc.array(fc.uint8Array({ maxLength: 130 }), { maxLength: 4 }), fc.uint8Array({ maxLength: 130 }), fc.integer({ min: 1, max: 60 }),
      async (chunkBytes, files, bid, piece) => {
        const { header, parts } = await sealed({ ...base, bid, files: files.map((file) => bytesFile(file, piece)) }, chunkBytes);
        const key = await keyOf(header, held);
        for (const [part, plain] of [bid, ...files].entries()) {
          assert.deepEqual(await gathered(openPartWith(chunkBytes, { header, key, part, sealed: inPieces(parts[part] ?? assert.fail(), piece) })), Buffer.from(plain));
        }
      }), runs(60));
  });

  void test('at the borders of the chunks of version 1', async () => {
    const contents = [0, 1, CHUNK_BYTES - 1, CHUNK_BYTES, CHUNK_BYTES + 1, 2 * CHUNK_BYTES].map((size, at) => noise(size, at + 1));
    const { header, parts } = await sealed({ ...base, bid: noise(10), files: contents.map((bytes) => bytesFile(bytes)) });
    assert.deepEqual(header.parts.map(({ length, ciphertext }) => ciphertext - length), [16, 16, 16, 16, 16, 32, 32]);
    const key = await keyOf(header, held);
    for (const [at, bytes] of contents.entries()) {
      const sizes = sealedChunkSizes(header.parts[at + 1] ?? assert.fail());
      assert.equal(sizes.reduce((sum, size) => sum + size, 0), parts[at + 1]?.length);
      assert.ok(bytes.equals(await gathered(openPart({ header, key, part: at + 1, sealed: inPieces(parts[at + 1] ?? assert.fail()) }))), `${bytes.length} bytes`);
    }
  });

  void test('the file form', async () => {
    const files = [noise(CHUNK_BYTES + 5, 7), Buffer.alloc(0)];
    const { header, parts } = await sealed({ ...base, bid: noise(100), files: files.map((bytes) => bytesFile(bytes)) });
    const file = Buffer.concat([bidFileHead(header), ...parts]);
    assert.equal(file.subarray(0, 13).toString(), 'torvet-bid-1\n');
    const read = unwrap(await readBidFile(inPieces(file, 1000)));
    assert.deepEqual(read.header, header);
    const chunks = await Array.fromAsync(read.chunks());
    assert.deepEqual(chunks.map(({ part, chunk, last }) => [part, chunk, last]), [[0, 0, true], [1, 0, false], [1, 1, true], [2, 0, true]]);
    assert.ok(Buffer.concat(chunks.map(({ bytes }) => bytes)).equals(Buffer.concat(parts)));
    assert.equal(await partHash(chunks.filter(({ part }) => part === 1).map(({ sha256 }) => sha256)), header.parts[1]?.sha256);
    assert.equal(await envelopeHash(header), await envelopeHash(unwrap(readHeader(headerBytes(header)))));
  });

  void test('two envelopes of the same bid have nothing in common', async () => {
    const bid = { ...base, bid: noise(100), files: [] };
    const [one, two] = [await sealed(bid), await sealed(bid)];
    assert.notEqual(one.header.keyCommitment, two.header.keyCommitment);
    assert.ok(one.parts[0]?.equals(two.parts[0] ?? Buffer.alloc(0)) === false);
  });
});

void describe('what cannot be sealed', () => {
  const bid = { ...base, bid: noise(3), files: [] };
  const refused: Readonly<Record<string, BidToSeal>> = {
    'a lot with a blank': { ...bid, lot: 'lot 1' }, 'no supplier': { ...bid, supplier: '' }, 'version 0': { ...bid, bidVersion: 0 }, 'version 1.5': { ...bid, bidVersion: 1.5 },
    '200 files': { ...bid, files: Array.from({ length: 200 }, () => bytesFile(noise(1))) },
    'a file of 512 MiB and a byte': { ...bid, files: [{ size: 512 * 1024 * 1024 + 1, read: () => inPieces(noise(1)) }] },
    'five files of 512 MiB': { ...bid, files: Array.from({ length: 5 }, () => ({ size: 512 * 1024 * 1024, read: () => inPieces(noise(1)) })) },
    'a key set with one holder': { ...bid, keySet: { ...bid.keySet, holders: bid.keySet.holders.slice(1, 2) } },
  };
  for (const [what, one] of Object.entries(refused)) {
    void test(what, async () => {
      const result = await sealBid(one);
      assert.ok(!result.ok);
      assert.ok(['source', 'key-set'].includes(result.failure.step));
    });
  }

  for (const [what, size] of [['shorter', 101], ['longer', 99]] as const) {
    void test(`a file that is ${what} than it said`, async () => {
      const sealing = unwrap(await sealBid({ ...bid, files: [{ size, read: () => inPieces(noise(100)) }] }));
      await assert.rejects(Array.fromAsync(sealing.chunks()), (error) => error instanceof FailureError && stepOf(error.failure) === 'source');
      await assert.rejects(sealing.header());
      await assert.rejects(Array.fromAsync(sealing.chunks()), /once/);
    });
  }
});
