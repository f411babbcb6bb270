/** Headers, key sets, keys and files that somebody made to do harm, and the one spelling of JSON. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import * as fc from 'fast-check';
import { FailureError, unwrap } from '#base';
import {
  canonicalJson, checkKeySet, decryptWith, encryptTo, headerBytes, identityFile, isRecipient, keySetId, newIdentity, readBidFile, readHeader, readIdentity, recipientOf, sealBid, stepOf,
} from '#seal';
import { heldKeySet, inPieces, noise } from '../../test/support/bids.ts';
import { runs } from '../../test/support/deep.ts';

const held = await heldKeySet(2, 3);
const sealing = unwrap(await sealBid({ keySet: held.keySet, lot: 'lot-1', supplier: 'supplier-1', bidVersion: 1, bid: noise(10), files: [] }));
await Array.fromAsync(sealing.chunks());
const header = await sealing.header();
const [share = assert.fail()] = header.shares;
const [part = assert.fail()] = header.parts;
const MIB = 1024 * 1024;
const big = { ...part, length: 512 * MIB, ciphertext: 512 * MIB + 128 * 16 };

void describe('headers', () => {
  void test('its own is read', () => {
    assert.deepEqual(unwrap(readHeader(headerBytes(header))), header);
    assert.deepEqual(unwrap(readHeader(headerBytes({ ...header, parts: [big, big, big, { ...big, length: big.length - 1, ciphertext: big.ciphertext - 1 }] }))).parts.length, 4);
  });

  const changed: Readonly<Record<string, readonly [place: string, value: unknown]>> = {
    'no object': ['', [header]], 'null': ['', null], 'a field that nobody knows': ['', { ...header, extra: 1 }],
    'a field of the prototype': ['', JSON.parse(JSON.stringify(header).replace('{', '{"__proto__":{},')) as unknown],
    'another version': ['/version', { ...header, version: 2 }], 'a version as text': ['/version', { ...header, version: '1' }],
    'bid version 0': ['/bidVersion', { ...header, bidVersion: 0 }], 'half a bid version': ['/bidVersion', { ...header, bidVersion: 1.5 }],
    'a purchase with a slash': ['/purchase', { ...header, purchase: '../etc' }], 'a lot that is a number': ['/lot', { ...header, lot: 1 }], 'a supplier of 101 letters': ['/supplier', { ...header, supplier: 'a'.repeat(101) }],
    'a supplier with the end of a line': ['/supplier', { ...header, supplier: 'a\n' }],
    'a key set in capitals': ['/keySet', { ...header, keySet: header.keySet.replaceAll(/[0-9]/g, 'A') }], 'no key commitment': ['/keyCommitment', { ...header, keyCommitment: undefined }], 'a short code': ['/mac', { ...header, mac: header.mac.slice(2) }],
    'one share': ['/shares', { ...header, shares: [share] }], 'ten shares': ['/shares', { ...header, shares: Array.from({ length: 10 }, (_, at) => ({ ...share, holder: `h${at}` })) }],
    'a holder twice': ['/shares', { ...header, shares: [share, share] }], 'a share of null': ['/shares/1', { ...header, shares: [share, null] }],
    'a share with more in it': ['/shares/0', { ...header, shares: [{ ...share, more: '' }, share] }], 'a share that is no base64': ['/shares/0/share', { ...header, shares: [{ ...share, share: '????' }, share] }],
    'a share in another spelling of base64': ['/shares/0/share', { ...header, shares: [{ ...share, share: share.share.replace(/=*$/, '') + (share.share.endsWith('=') ? '' : '=') }, share] }],
    'a huge share': ['/shares/0/share', { ...header, shares: [{ ...share, share: 'A'.repeat(4096) }, share] }], 'an empty share': ['/shares/0/share', { ...header, shares: [{ ...share, share: '' }, share] }],
    'no parts': ['/parts', { ...header, parts: [] }], 'parts that are an object': ['/parts', { ...header, parts: { 0: part } }], '201 parts': ['/parts', { ...header, parts: Array.from({ length: 201 }, () => part) }],
    'a part of 512 MiB and a byte': ['/parts/0/length', { ...header, parts: [{ ...part, length: 512 * MIB + 1 }] }], 'a negative part': ['/parts/0/length', { ...header, parts: [{ ...part, length: -1 }] }],
    'a part whose sealed length does not fit': ['/parts/0/ciphertext', { ...header, parts: [{ ...part, ciphertext: part.ciphertext + 1 }] }],
    'a part with a hash that is none': ['/parts/0/sha256', { ...header, parts: [{ ...part, sha256: '' }] }], 'more than 2 GiB': ['/parts', { ...header, parts: [big, big, big, big, part] }],
  };
  for (const [what, [place, value]] of Object.entries(changed)) {
    void test(what, () => {
      const read = readHeader(Buffer.from(JSON.stringify(value)));
      assert.ok(!read.ok);
      assert.deepEqual([read.failure.step, read.failure.place], ['header', place]);
    });
  }

  const text = canonicalJson(header);
  const spelt: Readonly<Record<string, Uint8Array>> = {
    'a blank': Buffer.from(text.replace('{', '{ ')), 'keys in another order': Buffer.from(JSON.stringify(header)), 'a key twice': Buffer.from(text.replace('{', '{"version":1,')), 'a mark of byte order': Buffer.from(`\ufeff${text}`),
    'an escape that is not needed': Buffer.from(text.replace('"lot-1"', String.raw`"\u006cot-1"`)), 'a number with a point': Buffer.from(text.replace('"version":1', '"version":1.0')), 'more after it': Buffer.from(`${text}\n`), 'nothing': new Uint8Array(),
    'no UTF-8': Buffer.concat([Buffer.from(text), Buffer.from([0xff])]), 'cut short': Buffer.from(text.slice(0, -1)), 'a million brackets': Buffer.from('['.repeat(MIB)), 'more than 1 MiB': Buffer.alloc(MIB + 1, 0x20),
    'a number that no double holds': Buffer.from(text.replace('"bidVersion":1', '"bidVersion":1e999')),
  };
  for (const [what, bytes] of Object.entries(spelt)) {
    void test(`spelt otherwise: ${what}`, () => assert.equal(readHeader(bytes).ok, false));
  }
});

async function readWhole(bytes: Uint8Array): Promise<string | null> {
  try {
    await Array.fromAsync(unwrap(await readBidFile(inPieces(bytes, 997))).chunks());
    return null;
  } catch (error) {
    return error instanceof FailureError ? stepOf(error.failure) : assert.fail(String(error));
  }
}

void describe('files', () => {
  const head = Buffer.concat([Buffer.from('torvet-bid-1\n'), headerBytes(header), Buffer.from('\n')]);
  for (const [what, bytes, step] of [
    ['nothing', Buffer.alloc(0), 'file'], ['the first line alone', Buffer.from('torvet-bid-1\n'), 'file'], ['another first line', Buffer.from('torvet-bid-2\n{}\n'), 'file'], ['no end of the first line', Buffer.alloc(100, 0x61), 'file'],
    ['no end of the header', Buffer.concat([Buffer.from('torvet-bid-1\n'), Buffer.alloc(MIB + 2, 0x61)]), 'file'], ['an empty header', Buffer.from('torvet-bid-1\n\n'), 'header'], ['no parts', head, 'file'], ['other bytes', Buffer.concat([head, Buffer.alloc(26)]), 'file'],
  ] as const) void test(what, async () => assert.equal(await readWhole(bytes), step));
});

void describe('key sets', () => {
  const { keySet } = held;
  const [one = assert.fail(), two = assert.fail()] = keySet.holders;
  void test('its own is one, and its id is that of its canonical JSON', async () => {
    assert.deepEqual(unwrap(checkKeySet(JSON.parse(JSON.stringify(keySet)))), keySet);
    const reversed = Object.fromEntries(Object.entries(keySet).toReversed()) as unknown as typeof keySet;
    assert.equal(await keySetId(reversed), await keySetId(keySet));
    assert.notEqual(await keySetId({ ...keySet, threshold: 3 }), await keySetId(keySet));
  });
  const wrong: Readonly<Record<string, readonly [RegExp, unknown]>> = {
    'no object': [/no object/, 'key set'], 'version 2': [/version/, { ...keySet, version: 2 }], 'more in it': [/nobody knows/, { ...keySet, note: '' }], 'no purchase': [/purchase/, { ...keySet, purchase: '' }],
    'a threshold of 1': [/fewer than two/, { ...keySet, threshold: 1 }], 'a threshold of 2.5': [/fewer than two/, { ...keySet, threshold: 2.5 }], 'more to open than there are': [/4 holders are to open/, { ...keySet, threshold: 4 }],
    'ten holders': [/2 to 9/, { ...keySet, holders: Array.from({ length: 10 }, () => one) }], 'the same id twice': [/same id/, { ...keySet, holders: [one, { ...two, id: one.id }] }],
    'the same key twice': [/same public key/, { ...keySet, holders: [one, { ...two, recipient: one.recipient }] }], 'a key with a wrong letter': [/h1 has no public key/, { ...keySet, holders: [{ ...one, recipient: one.recipient.replace(/.$/, (last) => (last === 'q' ? 'p' : 'q')) }, two] }],
    'a secret key': [/h1 has no public key/, { ...keySet, holders: [{ ...one, recipient: held.identities[0]?.identity }, two] }], 'no name': [/h1 has no name/, { ...keySet, holders: [{ ...one, name: ' ' }, two] }],
    'half a character in a name': [/h1 has no name/, { ...keySet, holders: [{ ...one, name: '\ud800' }, two] }], 'no id': [/no id/, { ...keySet, holders: [{ ...one, id: 7 }, two] }],
  };
  for (const [what, [says, value]] of Object.entries(wrong)) {
    void test(what, () => {
      const checked = checkKeySet(value);
      assert.match(checked.ok ? '' : checked.failure.message, says);
    });
  }
});

void describe('keys', () => {
  void test('what is encrypted for several opens with the key of each and with no other', async () => {
    const [a, b, c] = await Promise.all([newIdentity(), newIdentity(), newIdentity()]);
    const encrypted = unwrap(await encryptTo([a.recipient, b.recipient], noise(500)));
    for (const { identity } of [a, b]) assert.ok(noise(500).equals(unwrap(await decryptWith(identity, encrypted))));
    assert.equal((await decryptWith(c.identity, encrypted)).ok, false);
    assert.equal((await decryptWith(a.identity, encrypted.subarray(0, -1))).ok, false);
    assert.equal((await encryptTo([], noise(1))).ok, false);
    assert.equal((await encryptTo([a.recipient, 'age1'], noise(1))).ok, false);
  });

  void test('the file of a key', async () => {
    const key = await newIdentity();
    assert.equal(isRecipient(key.recipient), true);
    assert.equal(unwrap(await recipientOf(key.identity)), key.recipient);
    for (const text of [identityFile(key), key.identity, `# created: some day\r\n\r\n${key.identity}\r\n`]) assert.deepEqual(unwrap(await readIdentity(text)), key);
    for (const text of ['', '# nothing', key.recipient, `${key.identity}\n${key.identity}`, key.identity.toLowerCase(), key.identity.slice(0, -1), key.identity.replace(/.$/, (last) => (last === 'Q' ? 'P' : 'Q'))]) {
      assert.equal((await readIdentity(text)).ok, false, text);
    }
  });
});

void describe('canonical JSON', () => {
  // The order of keys of RFC 8785, section 3.2.3, and its letters that need an escape.
  void test('keys in the order of their UTF-16 units', () => {
    const value = { '\u20ac': 'Euro', '\r': 'CR', '\ufb33': 'Dalet', '1': 'One', '\ud83d\ude00': 'Grin', '\u0080': 'Control', '\u00f6': 'O' };
    assert.deepEqual([...canonicalJson(value).matchAll(/:"(\w+)"/g)].map(([, name]) => name), ['CR', 'One', 'Control', 'O', 'Euro', 'Grin', 'Dalet']);
    assert.equal(canonicalJson({ b: ['\u0000\b"\\/\u007f', -0, true, null], a: {} }), '{"a":{},"b":["\\u0000\\b\\"\\\\/\u007f",0,true,null]}');
  });

  void test('what it says is what was meant, whatever the order', () => {
    const value = fc.letrec<{ value: unknown }>((tie) => ({ value: fc.oneof(fc.string({ unit: 'grapheme' }), fc.maxSafeInteger(), fc.boolean(), fc.constant(null), fc.array(tie('value'), { maxLength: 3 }), fc.dictionary(fc.string(), tie('value'), { maxKeys: 4, noNullPrototype: true })) })).value;
    fc.assert(fc.property(value, (one) => {
      const text = canonicalJson(one);
      assert.equal(canonicalJson(JSON.parse(text)), text);
      assert.deepEqual(JSON.parse(text), JSON.parse(JSON.stringify(one)));
    }), runs(200));
  });

  for (const [what, value] of Object.entries({ 'a fraction': 0.5, 'too large a number': 2 ** 53, 'no number': Number.NaN, 'half a character': '\udc00', 'nothing at all': { a: undefined }, 'a function': () => 1, 'a date': new Date(0), 'a map': new Map() })) {
    void test(`${what} has none`, () => { assert.throws(() => canonicalJson(value), TypeError); });
  }
});
