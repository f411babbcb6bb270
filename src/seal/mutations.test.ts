/**
 * Changed envelopes, all of which must be refused. Three kinds of attackers: one changes the file and nothing else; one mends header and hashes after
 * the change, as everybody can who knows the format; one can also make the code over the header anew, as who has the key can. Chunks are small here.
 */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { before, describe, test } from 'node:test';
import * as fc from 'fast-check';
import { FailureError, unwrap } from '#base';
import {
  bidFileHead, checkBelongs, combineShares, openShare, partHash, stepOf, type BidContext, type BidHeader, type BidToSeal, type RevealedShare, type SealedPart, type Step,
} from '#seal';
import { bytesFile, gathered, heldKeySet, inPieces, noise, type HeldKeySet } from '../../test/support/bids.ts';
import { isDeep } from '../../test/support/deep.ts';
import { readBidFileWith } from './bid-file.ts';
import { sealedLength, TAG_BYTES } from './chunks.ts';
import { headerMac } from './key.ts';
import { openPartWith } from './open-part.ts';
import { readHeaderWith } from './read-header.ts';
import { sealWith } from './seal-bid.ts';

const CHUNK = 64;
const SEALED_CHUNK = CHUNK + TAG_BYTES;
/** Of each of the three kinds; in a deep run together more than 10,000. */
const RUNS = isDeep ? 4000 : 300;

interface Envelope {
  readonly header: BidHeader;
  readonly parts: readonly Buffer[];
  readonly key: Uint8Array;
  readonly held: HeldKeySet;
  readonly shares: readonly RevealedShare[];
}

async function envelope(held: HeldKeySet, other: Partial<BidToSeal> = {}): Promise<Envelope> {
  const files = [noise(300, 2), noise(64, 3), noise(300, 4)];
  const sealing = unwrap(await sealWith(CHUNK, { keySet: held.keySet, lot: 'lot-1', supplier: 'supplier-1', bidVersion: 1, bid: noise(150), files: files.map((file) => bytesFile(file)), ...other }));
  const parts: Buffer[][] = [];
  for await (const { part, bytes } of sealing.chunks()) (parts[part] ??= []).push(Buffer.from(bytes));
  const header = await sealing.header();
  const shares = await Promise.all(held.keySet.holders.map(async ({ id }, at) => ({ holder: id, share: unwrap(await openShare(header, id, held.identities[at]?.identity ?? '')) })));
  const { key } = unwrap(await combineShares(header, held.keySet, shares));
  return { header, parts: parts.map((chunks) => Buffer.concat(chunks)), key, held, shares };
}

let bid: Envelope;
/** Another bid of the same supplier, and bids for another lot, supplier, version, purchase and key set. */
let others: Readonly<Record<string, Envelope>>;

before(async () => {
  const held = await heldKeySet(2, 3);
  bid = await envelope(held);
  others = {
    'another time': await envelope(held), 'another lot': await envelope(held, { lot: 'lot-2' }), 'another supplier': await envelope(held, { supplier: 'supplier-2' }),
    'another version': await envelope(held, { bidVersion: 2 }), 'another key set': await envelope(await heldKeySet(2, 3)), 'another purchase': await envelope(await heldKeySet(2, 3, 'purchase-2')),
  };
});

const fileOf = (header: BidHeader, parts: readonly Uint8Array[]): Buffer => Buffer.concat([bidFileHead(header), ...parts]);
const contextOf = ({ version, purchase, keySet, lot, supplier, bidVersion }: BidHeader): BidContext => ({ version, purchase, keySet, lot, supplier, bidVersion });

/** The whole way of a file, as an intake and an opening go it. @returns where it is refused; null: it opens */
async function refusedAt(file: Uint8Array): Promise<Step | null> {
  try {
    const { header, chunks } = unwrap(await readBidFileWith(CHUNK, inPieces(file, 500)));
    unwrap(await checkBelongs(header, { keySet: bid.held.keySet, context: contextOf(bid.header) }));
    const parts: Buffer[][] = [];
    for await (const { part, bytes } of chunks()) (parts[part] ??= []).push(Buffer.from(bytes));
    const shares = await Promise.all([0, 1].map(async (at) => ({ holder: `h${at + 1}`, share: unwrap(await openShare(header, `h${at + 1}`, bid.held.identities[at]?.identity ?? '')) })));
    const { key } = unwrap(await combineShares(header, bid.held.keySet, shares));
    for (const [part, all] of parts.entries()) await gathered(openPartWith(CHUNK, { header, key, part, sealed: inPieces(Buffer.concat(all)) }));
    return null;
  } catch (error) {
    if (!(error instanceof FailureError)) throw error;
    return stepOf(error.failure) ?? assert.fail(error.message);
  }
}

/** How a run of bytes may be changed. `unit` is what is moved about. */
const change = fc.record({
  how: fc.constantFrom('flip', 'cut', 'drop', 'swap', 'repeat', 'splice', 'grow'), from: fc.nat(), to: fc.nat(), bit: fc.integer({ min: 1, max: 255 }),
  other: fc.constantFrom('another time', 'another lot', 'another supplier', 'another version', 'another key set', 'another purchase'),
});
type Change = typeof change extends fc.Arbitrary<infer T> ? T : never;

function changed(bytes: Buffer, donor: Buffer, { how, from, to, bit }: Change, unit: number): Buffer {
  const units = Math.max(1, Math.ceil(bytes.length / unit));
  const [a, b] = [from % units, to % units];
  const at = (index: number): Buffer => bytes.subarray(index * unit, (index + 1) * unit);
  const all = Array.from({ length: units }, (_, index) => at(index));
  switch (how) {
    case 'flip': {
      const copy = Buffer.from(bytes);
      copy[from % bytes.length] = (bytes[from % bytes.length] ?? 0) ^ bit;
      return copy;
    }
    case 'cut': return bytes.subarray(0, from % bytes.length);
    case 'drop': return Buffer.concat(all.toSpliced(a, 1));
    case 'swap': return Buffer.concat(all.with(a, at(b)).with(b, at(a)));
    case 'repeat': return Buffer.concat(all.toSpliced(b, 0, at(a)));
    case 'splice': return Buffer.concat(all.with(a, donor.subarray(b * unit, (b + 1) * unit)));
    case 'grow': return Buffer.concat([bytes, Buffer.from([bit])]);
  }
}

/** Runs it often, and says how often something really was changed, of each kind. */
async function oftenRefused<T>(cases: fc.Arbitrary<T>, nameOf: (one: T) => string, step: (one: T) => Promise<Step | 'unchanged' | null>): Promise<{ readonly kinds: Map<string, number>; readonly steps: Set<Step> }> {
  const kinds = new Map<string, number>();
  const steps = new Set<Step>();
  await fc.assert(fc.asyncProperty(cases, async (one) => {
    const at = await step(one);
    if (at === 'unchanged') return;
    assert.notEqual(at, null, `opened: ${nameOf(one)}`);
    if (at !== null) steps.add(at);
    kinds.set(nameOf(one), (kinds.get(nameOf(one)) ?? 0) + 1);
  }), { numRuns: RUNS });
  const total = [...kinds.values()].reduce((sum, count) => sum + count, 0);
  assert.ok(total > RUNS * 0.85, `only ${total} of ${RUNS} were changed`);
  return { kinds, steps };
}

void describe('changed envelopes', () => {
  void test('the envelopes open as they are, each with its own key set and in its own place', async () => {
    assert.equal(await refusedAt(fileOf(bid.header, bid.parts)), null);
    for (const [name, { header, parts, key }] of Object.entries(others)) {
      assert.equal((await gathered(openPartWith(CHUNK, { header, key, part: 1, sealed: inPieces(parts[1] ?? assert.fail()) }))).length, 300, name);
    }
  });

  void test('a changed file', async () => {
    const whole = fileOf(bid.header, bid.parts);
    const { kinds } = await oftenRefused(fc.record({ change, unit: fc.constantFrom(1, 7, SEALED_CHUNK, 300) }), ({ change: { how } }) => how, async ({ change: one, unit }) => {
      const donor = others[one.other] ?? assert.fail();
      const file = changed(whole, fileOf(donor.header, donor.parts), one, unit);
      return file.equals(whole) ? 'unchanged' : refusedAt(file);
    });
    assert.equal(kinds.size, 7, [...kinds.keys()].join(' '));
  });

  void test('a whole envelope that was sealed for something else', async () => {
    for (const name of ['another lot', 'another supplier', 'another version', 'another key set', 'another purchase']) {
      const { header, parts } = others[name] ?? assert.fail();
      assert.equal(await refusedAt(fileOf(header, parts)), 'belongs', name);
      // The same with the context written over, as the one who moves it would.
      assert.notEqual(await refusedAt(fileOf({ ...header, ...contextOf(bid.header) }, parts)), null, name);
    }
  });

  void test('a part with changed bytes, its hash in the header mended by somebody who has the key', async () => {
    const { kinds, steps } = await oftenRefused(fc.record({ change, part: fc.nat(3), otherPart: fc.nat(3), unit: fc.constantFrom(1, TAG_BYTES, SEALED_CHUNK, 400) }), ({ change: { how } }) => how, async ({ change: one, part, otherPart, unit }) => {
      const bytes = bid.parts[part] ?? assert.fail();
      const donor = (part === otherPart ? others[one.other] : bid)?.parts[otherPart] ?? assert.fail();
      const sealed = changed(bytes, donor, one, unit);
      if (sealed.equals(bytes)) return 'unchanged';
      try {
        await gathered(openPartWith(CHUNK, { header: await resealed(bid, part, sealed), key: bid.key, part, sealed: inPieces(sealed) }));
        return null;
      } catch (error) {
        return error instanceof FailureError ? stepOf(error.failure) : assert.fail(String(error));
      }
    });
    assert.equal(kinds.size, 7, [...kinds.keys()].join(' '));
    assert.deepEqual([...steps], ['part']);
  });
});

/** Header and parts with a change that the format allows, hashes and lengths mended. */
const MENDED: Readonly<Record<string, (one: Envelope, other: Envelope, a: number, b: number) => Envelope>> = {
  'a part left out': (one, _other, a) => ({ ...one, parts: one.parts.toSpliced(a % 4, 1) }),
  'two parts exchanged': (one, _other, a, b) => ({ ...one, parts: one.parts.with(a % 4, one.parts[b % 4] ?? assert.fail()).with(b % 4, one.parts[a % 4] ?? assert.fail()) }),
  'a part twice': (one, _other, a) => ({ ...one, parts: [...one.parts, one.parts[a % 4] ?? assert.fail()] }),
  'a part of another envelope': (one, other, a) => ({ ...one, parts: one.parts.with(a % 4, other.parts[a % 4] ?? assert.fail()) }),
  'a chunk less': (one, _other, a) => ({ ...one, parts: one.parts.with(a % 4, (one.parts[a % 4] ?? assert.fail()).subarray(SEALED_CHUNK)) }),
  'a byte less': (one, _other, a) => ({ ...one, parts: one.parts.with(a % 4, (one.parts[a % 4] ?? assert.fail()).subarray(0, -1)) }),
  'a byte changed': (one, _other, a, b) => ({ ...one, parts: one.parts.map((bytes, at) => (at === a % 4 ? Buffer.from(bytes.map((byte, place) => (place === b % bytes.length ? byte ^ 1 : byte))) : bytes)) }),
  'another key commitment': (one, other) => ({ ...one, header: { ...one.header, keyCommitment: other.header.keyCommitment } }),
  'another code over the header': (one, other) => ({ ...one, header: { ...one.header, mac: other.header.mac } }),
  'a share of another envelope': (one, other, a) => ({ ...one, header: { ...one.header, shares: one.header.shares.map((share, at) => (at === a % 3 ? { ...share, share: other.header.shares[at]?.share ?? '' } : share)) } }),
  'a share with its commitment of another envelope': (one, other, a) => ({ ...one, header: { ...one.header, shares: one.header.shares.map((share, at) => (at === a % 3 ? { ...other.header.shares[at] ?? share, holder: share.holder } : share)) } }),
  'a share of another holder': (one, _other, a, b) => ({ ...one, header: { ...one.header, shares: one.header.shares.map((share, at) => (at === a % 3 ? { ...one.header.shares[b % 3] ?? share, holder: share.holder } : share)) } }),
  'a byte of a share': (one, _other, a, b) => ({ ...one, header: { ...one.header, shares: one.header.shares.map((share, at) => (at === a % 3 ? { ...share, share: flipped(share.share, b) } : share)) } }),
  'all shares of another envelope': (one, other) => ({ ...one, header: { ...one.header, shares: other.header.shares } }),
  'all shares and the key commitment of another envelope': (one, other) => ({ ...one, header: { ...one.header, shares: other.header.shares, keyCommitment: other.header.keyCommitment } }),
  'a holder left out': (one, _other, a) => ({ ...one, header: { ...one.header, shares: one.header.shares.toSpliced(a % 3, 1) } }),
  'a context of another envelope': (one, other) => ({ ...one, header: { ...one.header, ...contextOf(other.header) } }),
};

function flipped(base64: string, at: number): string {
  const bytes = Buffer.from(base64, 'base64');
  bytes[at % bytes.length] = (bytes[at % bytes.length] ?? 0) ^ 1;
  return bytes.toString('base64');
}

async function described(bytes: Buffer): Promise<SealedPart> {
  const chunks = Math.ceil(bytes.length / SEALED_CHUNK);
  const hashes = Array.from({ length: chunks }, (_, at) => createHash('sha256').update(bytes.subarray(at * SEALED_CHUNK, (at + 1) * SEALED_CHUNK)).digest('hex'));
  return { length: bytes.length - chunks * TAG_BYTES, ciphertext: bytes.length, sha256: await partHash(hashes) };
}

/** Header and parts as one file, whose header says of the parts what is so. */
async function mended({ header, parts }: Envelope): Promise<Buffer> {
  return fileOf({ ...header, parts: await Promise.all(parts.map((bytes) => described(bytes))) }, parts);
}

/** The header for another sealed part, with the right code over it: nothing but the chunks themselves can be wrong. */
async function resealed({ header, key }: Envelope, part: number, bytes: Buffer): Promise<BidHeader> {
  const { mac: _mac, ...rest } = { ...header, parts: header.parts.with(part, await described(bytes)) };
  return { ...rest, mac: await headerMac(key, rest) };
}

void describe('changed envelopes with mended hashes', () => {
  void test('all are refused', async () => {
    const cases = fc.record({ what: fc.constantFrom(...Object.keys(MENDED)), other: change.map(({ other }) => other), a: fc.nat(), b: fc.nat() });
    const whole = await mended(bid);
    assert.ok(whole.equals(fileOf(bid.header, bid.parts)), 'what is mended without a change is the same');
    const { kinds, steps } = await oftenRefused(cases, ({ what }) => what, async ({ what, other, a, b }) => {
      const file = await mended(MENDED[what]?.(bid, others[other] ?? assert.fail(), a, b) ?? assert.fail());
      return file.equals(whole) ? 'unchanged' : refusedAt(file);
    });
    assert.equal(kinds.size, Object.keys(MENDED).length);
    assert.deepEqual(new Set<Step>(['belongs', 'share', 'key', 'seal-of-header', 'header']).isSupersetOf(steps), true, [...steps].join(' '));
    assert.ok(steps.has('seal-of-header') && steps.has('share') && steps.has('key') && steps.has('belongs'));
  });

  void test('every single bit of a header', async () => {
    const bytes = bidFileHead(bid.header).subarray(13, -1);
    const stepsSeen = new Set<string>();
    // Every byte in a deep run, in a usual one every 13th.
    for (let at = 0; at < bytes.length; at += isDeep ? 1 : 13) {
      const copy = Buffer.from(bytes);
      copy[at] = (copy[at] ?? 0) ^ (1 << (at % 8));
      const read = readHeaderWith(CHUNK, copy);
      const step = read.ok ? await refusedAt(Buffer.concat([Buffer.from('torvet-bid-1\n'), copy, Buffer.from('\n'), ...bid.parts])) : 'header';
      assert.notEqual(step, null, `byte ${at}`);
      stepsSeen.add(step ?? '');
    }
    assert.ok(stepsSeen.size >= 4, [...stepsSeen].join(' '));
  });
});

void test('the lengths that are mended are those of the format', () => {
  assert.deepEqual(bid.parts.map((bytes) => bytes.length), [150, 300, 64, 300].map((length) => sealedLength(length, CHUNK)));
});
