import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { combine } from 'shamir-secret-sharing';
import { unwrap } from '#base';
import { combineShares, openPart, openShare, sealBid, sharesCommitment, type BidHeader, type RevealedShare } from '#seal';
import { gathered, heldKeySet, inPieces, noise, type HeldKeySet } from '../../test/support/bids.ts';
import { contextBytes, headerMac, keyCommitment, shareCommitment } from './key.ts';
import { sealShares } from './shares.ts';

interface Bid extends HeldKeySet {
  readonly header: BidHeader;
  readonly sealed: Buffer;
  readonly shares: readonly RevealedShare[];
}

const CONTENT = noise(1000);

async function sealedBid(held: HeldKeySet): Promise<Bid> {
  const sealing = unwrap(await sealBid({ keySet: held.keySet, lot: 'lot-1', supplier: 'supplier-1', bidVersion: 1, bid: CONTENT, files: [] }));
  const chunks = await Array.fromAsync(sealing.chunks());
  const header = await sealing.header();
  const shares = await Promise.all(held.keySet.holders.map(async ({ id }, at) => ({ holder: id, share: unwrap(await openShare(header, id, held.identities[at]?.identity ?? '')) })));
  return { ...held, header, shares, sealed: Buffer.concat(chunks.map(({ bytes }) => bytes)) };
}

/** All ways to take some of them, of every size. */
function choices<T>(all: readonly T[]): readonly (readonly T[])[] {
  return Array.from({ length: 2 ** all.length }, (_, choice) => all.filter((_one, at) => (choice >> at) % 2 === 1));
}

for (const [threshold, holders] of [[2, 2], [2, 3], [3, 5], [9, 9]] as const) {
  void describe(`${threshold} of ${holders}`, () => {
    void test('every choice of holders that is large enough opens the bid, in any order; no smaller one does', async () => {
      const bid = await sealedBid(await heldKeySet(threshold, holders));
      let opened = 0;
      for (const some of choices(bid.shares)) {
        const combined = await combineShares(bid.header, bid.keySet, some.toReversed());
        assert.equal(combined.ok, some.length >= threshold, some.map(({ holder }) => holder).join(' '));
        if (!combined.ok) {
          assert.deepEqual([combined.failure.step, combined.failure.holders], ['share', []]);
          continue;
        }
        assert.deepEqual(combined.value.wrong, []);
        assert.ok(CONTENT.equals(await gathered(openPart({ header: bid.header, key: combined.value.key, part: 0, sealed: inPieces(bid.sealed) }))));
        opened += 1;
      }
      assert.ok(opened > 0);
    });

    void test('fewer shares put together by force give another key, also with one share twice', async () => {
      const { header, shares } = await sealedBid(await heldKeySet(threshold, holders));
      const bytes = shares.slice(0, threshold - 1).map(({ share }) => new Uint8Array(Buffer.from(share, 'base64')));
      if (bytes.length >= 2) assert.notEqual(await keyCommitment(await combine(bytes), header), header.keyCommitment);
      await assert.rejects(combine([...bytes, bytes[0] ?? assert.fail()]));
    });
  });
}

void describe('wrong shares', () => {
  void test('who reveals a share of another bid, of another holder or a changed one is named; the others open the bid', async () => {
    const held = await heldKeySet(2, 3);
    const [bid, other] = [await sealedBid(held), await sealedBid(held)];
    const [one = assert.fail(), two = assert.fail(), three = assert.fail()] = bid.shares;
    for (const wrong of [other.shares[2]?.share ?? '', one.share, `${three.share.slice(0, -4)}AAA=`, '', 'no base64', Buffer.from(three.share, 'base64').subarray(1).toString('base64')]) {
      const revealed = [{ holder: three.holder, share: wrong }, one];
      const few = await combineShares(bid.header, bid.keySet, revealed);
      assert.ok(!few.ok);
      assert.deepEqual([few.failure.step, few.failure.holders], ['share', ['h3']]);
      assert.match(few.failure.message, /Wrong: h3/);
      assert.deepEqual(unwrap(await combineShares(bid.header, bid.keySet, [...revealed, two])).wrong, ['h3']);
    }
  });

  void test('who is no holder gives no share', async () => {
    const bid = await sealedBid(await heldKeySet(2, 3));
    const few = await combineShares(bid.header, bid.keySet, [{ holder: 'somebody', share: bid.shares[0]?.share ?? '' }, ...bid.shares.slice(0, 1)]);
    assert.deepEqual(few.ok ? null : few.failure.holders, ['somebody']);
  });

  void test('the same share twice is one share', async () => {
    const bid = await sealedBid(await heldKeySet(2, 3));
    const [one = assert.fail()] = bid.shares;
    assert.equal((await combineShares(bid.header, bid.keySet, [one, one])).ok, false);
  });

  void test('a key that is not the holder’s opens no share', async () => {
    const bid = await sealedBid(await heldKeySet(2, 3));
    for (const [holder, identity] of [['h1', bid.identities[1]?.identity ?? ''], ['h1', 'AGE-SECRET-KEY-1'], ['h4', bid.identities[0]?.identity ?? '']] as const) {
      const opened = await openShare(bid.header, holder, identity);
      assert.ok(!opened.ok);
      assert.deepEqual([opened.failure.step, opened.failure.holders], ['share', [holder]]);
    }
  });
});

/** As `sealBid` makes it, with shares that the bidder made otherwise. */
async function dishonest(held: HeldKeySet, mix: (right: BidHeader['shares'], other: BidHeader['shares']) => BidHeader['shares']): Promise<BidHeader> {
  const { header } = await sealedBid(held);
  const [key, otherKey] = [crypto.getRandomValues(new Uint8Array(32)), crypto.getRandomValues(new Uint8Array(32))];
  const shares = mix(unwrap(await sealShares(key, header, held.keySet)), unwrap(await sealShares(otherKey, header, held.keySet)));
  const { mac: _mac, ...rest } = { ...header, shares, keyCommitment: await keyCommitment(key, header) };
  return { ...rest, mac: await headerMac(key, rest) };
}
const sharesOf = async (header: BidHeader, { keySet, identities }: HeldKeySet): Promise<readonly RevealedShare[]> =>
  Promise.all(keySet.holders.map(async ({ id }, at) => ({ holder: id, share: unwrap(await openShare(header, id, identities[at]?.identity ?? '')) })));

void describe('a bidder who makes the envelope wrong', () => {
  void test('shares that give no key: the bid does not open, and no holder is blamed', async () => {
    const held = await heldKeySet(2, 3);
    const header = await dishonest(held, ([one], [, two, three]) => [one, two, three].filter((share) => share !== undefined));
    const combined = await combineShares(header, held.keySet, await sharesOf(header, held));
    assert.ok(!combined.ok);
    assert.deepEqual([combined.failure.step, combined.failure.holders], ['key', undefined]);
  });

  void test('one share that does not fit: the bid opens as soon as enough that fit are there', async () => {
    const held = await heldKeySet(2, 3);
    const header = await dishonest(held, ([one, two], [, , three]) => [one, two, three].filter((share) => share !== undefined));
    const shares = await sharesOf(header, held);
    assert.equal((await combineShares(header, held.keySet, shares.slice(1))).ok, false);
    assert.equal((await combineShares(header, held.keySet, shares.toReversed())).ok, true);
  });

  void test('a commitment that is not of the share in the envelope', async () => {
    const held = await heldKeySet(2, 3);
    const header = await dishonest(held, (right) => right.map((share, at) => (at === 0 ? { ...share, commitment: '0'.repeat(64) } : share)));
    const opened = await openShare(header, 'h1', held.identities[0]?.identity ?? '');
    assert.match(opened.ok ? '' : opened.failure.message, /not the share that the bidder committed to/);
  });
});

void describe('commitments', () => {
  void test('a share is committed to for one holder and one context', async () => {
    const { header } = await sealedBid(await heldKeySet(2, 3));
    const share = noise(33);
    const all = await Promise.all([
      shareCommitment(header, 'h1', share), shareCommitment(header, 'h2', share), shareCommitment({ ...header, lot: 'lot-2' }, 'h1', share), shareCommitment(header, 'h1', noise(33, 2)),
    ]);
    assert.equal(new Set(all).size, all.length);
    assert.equal(all[0], Buffer.from(await crypto.subtle.digest('SHA-256', Buffer.concat([Buffer.from('torvet bid 1 share'), contextBytes(header), Buffer.from('h1'), share]))).toString('hex'));
  });

  void test('a holder commits to purchase, name, order and every share', async () => {
    const list = { purchase: 'p', holder: 'h1', shares: [['s1', 'AAAA'], ['s2', null]] } as const;
    const others = [{ ...list, purchase: 'q' }, { ...list, holder: 'h2' }, { ...list, shares: list.shares.toReversed() }, { ...list, shares: [['s1', 'AAAB'], ['s2', null]] as const }];
    const all = await Promise.all([list, ...others].map((one) => sharesCommitment(one)));
    assert.equal(new Set(all).size, 5);
    assert.equal(all[0], await crypto.subtle.digest('SHA-256', Buffer.from('{"holder":"h1","purchase":"p","shares":[["s1","AAAA"],["s2",null]]}')).then((bytes) => Buffer.from(bytes).toString('hex')));
  });
});
