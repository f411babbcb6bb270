/** A bid sealed, checked and opened by the commands, as a bidder and the holders would, without any installation. */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable, Writable } from 'node:stream';
import { after, describe, test } from 'node:test';
import { unwrap } from '#base';
import { combineShares, openPart, readBidFile, sharesCommitment, type BidHeader, type HoldersShares, type KeySet } from '#seal';
import { gathered, inPieces, noise } from '../../test/support/bids.ts';
import { runCommandLine } from './program.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'torvet-seal-'));
after(() => rmSync(folder, { recursive: true }));
const at = (name: string): string => path.join(folder, name);

const unused = (): never => { throw new Error('This command must not need settings or a database.'); };

async function torvet(args: readonly string[], input: string | Buffer = ''): Promise<{ readonly code: number; readonly stdout: string; readonly stderr: string }> {
  const out = { stdout: '', stderr: '' };
  const to = (name: 'stdout' | 'stderr'): Writable => new Writable({ write: (chunk: Buffer, _encoding, done) => { out[name] += chunk.toString(); done(); } });
  const code = await runCommandLine(args, {
    settings: {}, config: unused, installation: unused, demo: { remove: unused, restore: unused },
    streams: { stdin: Readable.from([Buffer.from(input)]), stdout: to('stdout'), stderr: to('stderr') },
  });
  return { code, ...out };
}

function file(name: string, content: string | Buffer): string {
  writeFileSync(at(name), content);
  return at(name);
}

async function keySet(): Promise<KeySet> {
  const holders = [];
  for (const id of ['anna', 'bo', 'cai']) {
    const { code, stdout } = await torvet(['key', 'new', '--out', at(`${id}.key`), '--json']);
    assert.equal(code, 0);
    assert.equal(statSync(at(`${id}.key`)).mode & 0o777, 0o600);
    holders.push({ id, name: id, recipient: (JSON.parse(stdout) as { recipient: string }).recipient });
  }
  return { version: 1, purchase: 'purchase-1', threshold: 2, holders };
}

const made = await keySet();
const keySetFile = file('keyset.json', JSON.stringify(made, null, 2));
const bidFile = file('bid.json', '{"version": 1, "prices": [{"line": "1", "amount": "1234.50"}], "answers": []}');
const files = [file('solution.pdf', noise(5_000_000)), file('empty.txt', '')];
const sealArgs = (out: string, more: readonly string[] = []): readonly string[] =>
  ['seal', '--key-set', keySetFile, '--purchase', 'purchase-1', '--lot', 'lot-1', '--supplier', 'supplier-1', '--bid-version', '1', '--bid', bidFile, ...files, '--out', at(out), ...more];

async function opensTo(header: BidHeader, chunks: () => AsyncGenerator<{ readonly part: number; readonly bytes: Uint8Array }>, key: Uint8Array): Promise<void> {
  const sealed: Uint8Array[][] = [];
  for await (const { part, bytes } of chunks()) (sealed[part] ??= []).push(bytes);
  const [bid = assert.fail(), ...plain] = await Promise.all(sealed.map(async (pieces, part) => gathered(openPart({ header, key, part, sealed: Readable.from(pieces) }))));
  assert.deepEqual(plain.map((bytes) => bytes.length), [5_000_000, 0]);
  assert.deepEqual(JSON.parse(bid.toString()), {
    version: 1, prices: [{ line: '1', amount: '1234.50' }], answers: [],
    files: [['solution.pdf', 'application/pdf'], ['empty.txt', 'text/plain']].map(([name, type], index) => ({ name, type, bytes: plain[index]?.length, sha256: createHash('sha256').update(plain[index] ?? '').digest('hex') })),
  });
  assert.ok(noise(5_000_000).equals(plain[0] ?? Buffer.alloc(0)));
}

const without = (flag: string): readonly string[] => sealArgs('never.torvet').filter((_, index, all) => all[index] !== flag && all[index - 1] !== flag);
const replaced = (flag: string, value: string): readonly string[] => sealArgs('never.torvet').map((arg, index, all) => (all[index - 1] === flag ? value : arg));

void describe('torvet key new', () => {
  void test('prints a key, or writes it and prints its public half; a file that is there is left alone', async () => {
    assert.match((await torvet(['key', 'new'])).stdout, /^# public key: age1\w{58}\nAGE-SECRET-KEY-1\w{58}\n$/);
    const before = readFileSync(at('anna.key'), 'utf8');
    const { code, stderr } = await torvet(['key', 'new', '--out', at('anna.key')]);
    assert.deepEqual([code, readFileSync(at('anna.key'), 'utf8')], [2, before]);
    assert.match(stderr, /it is there already/);
  });
});

void describe('from bidder to opening', () => {
  void test('sealed, checked, and opened by two of three holders', async () => {
    const sealed = await torvet(sealArgs('bid.torvet', ['--json']));
    assert.deepEqual([sealed.code, sealed.stderr], [0, '']);
    const { envelope, parts } = JSON.parse(sealed.stdout) as { envelope: string; parts: number };
    assert.equal(parts, 3);
    assert.deepEqual(readdirSync(folder).filter((name) => name.includes('.parts')), []);

    const checked = await torvet(['seal', 'check', at('bid.torvet'), '--key-set', keySetFile, '--json']);
    const { valid, envelope: named, ...rest } = JSON.parse(checked.stdout) as { valid: boolean; envelope: string; supplier: string };
    assert.deepEqual([checked.code, valid, named, rest.supplier], [0, true, envelope, 'supplier-1']);
    assert.match((await torvet(['seal', 'check', '-'], readFileSync(at('bid.torvet')))).stdout, /^Whole: version 1 of the bid of supplier-1 on lot lot-1 of purchase purchase-1, with 2 file\(s\)\./);

    const { header, chunks } = unwrap(await readBidFile(inPieces(readFileSync(at('bid.torvet')))));
    const given = file('shares.json', JSON.stringify({ purchase: 'purchase-1', keySet: made, bids: [{ submission: 's1', header }] }));
    const revealed = [];
    for (const holder of ['anna', 'cai']) {
      const opened = await torvet(['shares', 'open', given, '--identity', at(`${holder}.key`), '--out', at(`${holder}.reveal.json`)]);
      const reveal = JSON.parse(readFileSync(at(`${holder}.reveal.json`), 'utf8')) as HoldersShares & { commitment: string };
      assert.deepEqual([opened.code, opened.stderr, reveal.holder], [0, '', holder]);
      assert.equal(await sharesCommitment({ purchase: reveal.purchase, holder: reveal.holder, shares: reveal.shares }), reveal.commitment);
      assert.ok(opened.stdout.includes(reveal.commitment));
      revealed.push({ holder, share: reveal.shares[0]?.[1] ?? assert.fail() });
    }
    await opensTo(header, chunks, unwrap(await combineShares(header, made, revealed)).key);
  });

  void test('a bid without a share for this holder is told and has null; the others are opened', async () => {
    const { header } = unwrap(await readBidFile(inPieces(readFileSync(at('bid.torvet')))));
    const broken = { ...header, shares: header.shares.map((share) => ({ ...share, share: header.shares[1]?.share ?? '' })) };
    const bids = [{ submission: 's1', header: broken }, { submission: 's2', header }, { submission: 's3', header: { ...header, keySet: '0'.repeat(64) } }, { submission: 's4', header: { n: 0.5 } }];
    const { code, stdout, stderr } = await torvet(['shares', 'open', '-', '--identity', at('anna.key')], JSON.stringify({ purchase: 'purchase-1', keySet: made, bids }));
    const { shares } = JSON.parse(stdout) as HoldersShares;
    assert.deepEqual([code, shares.map(([, share]) => share === null)], [1, [true, false, true, true]]);
    assert.deepEqual(stderr.trimEnd().split('\n').map((line) => line.slice(0, 13)), ['no share: s1:', 'no share: s3:', 'no share: s4:']);
  });
});

void describe('what is refused', () => {
  void test('a changed, short or foreign file: 1; one that is not there: 2', async () => {
    const whole = readFileSync(at('bid.torvet'));
    const other = file('other.json', JSON.stringify({ ...made, threshold: 3 }));
    const short = await torvet(['seal', 'check', file('short.torvet', whole.subarray(0, -1)), '--json']);
    assert.deepEqual([short.code, (JSON.parse(short.stdout) as { valid: boolean }).valid], [1, false]);
    whole[whole.length - 100] = (whole[whole.length - 100] ?? 0) ^ 1;
    for (const [args, code, says] of [
      [[file('changed.torvet', whole)], 1, /hash/], [[file('none.torvet', 'hello\n')], 1, /no sealed bid/], [[at('bid.torvet'), '--key-set', other], 1, /other holders/], [[at('nowhere')], 2, /no such file/], [[folder], 2, /no file|folder/],
    ] as const) {
      const refused = await torvet(['seal', 'check', ...args]);
      assert.deepEqual([refused.code, refused.stdout], [code, '']);
      assert.match(refused.stderr, says);
    }
  });

  void test('options that are missing or wrong: 2, and nothing is written', async () => {
    for (const [args, says] of [
      [without('--lot'), /--lot must be given/], [['seal'], /--key-set, --purchase/], [replaced('--purchase', 'other'), /not of other/], [replaced('--bid-version', 'x'), /whole number/], [replaced('--lot', '../x'), /ids/],
      [replaced('--bid', file('listing.json', '{"files": []}')), /lists files itself/], [replaced('--bid', file('fraction.json', '{"price": 12.5}')), /amounts as texts/], [replaced('--bid', file('list.json', '[]')), /no object/],
      [replaced('--key-set', bidFile), /key set cannot be used/], [[...sealArgs('never.torvet'), at('nowhere.pdf')], /nowhere\.pdf cannot be read/], [sealArgs('bid.torvet'), /there already/], [replaced('--out', at('no/folder')), /no such file or folder/],
    ] as const) {
      const { code, stderr, stdout } = await torvet(args);
      assert.deepEqual([code, stdout], [2, ''], stderr);
      assert.match(stderr, says);
    }
    assert.deepEqual(readdirSync(folder).filter((name) => name.startsWith('never') || name.endsWith('.parts')), []);
  });

  void test('keys and lists that fit nothing: 2', async () => {
    await torvet(['key', 'new', '--out', at('stranger.key')]);
    const list = { purchase: 'purchase-1', keySet: made, bids: [] };
    for (const [key, given, says] of [
      ['stranger.key', list, /no holder/], ['nowhere.key', list, /cannot be read/], ['bid.json', list, /more than one key|no secret key/], ['anna.key', { ...list, purchase: 'x' }, /not that of the key set/], ['anna.key', { ...list, bids: {} }, /no list/],
      ['anna.key', { ...list, bids: [{ submission: 's' }] }, /no header/], ['anna.key', { ...list, bids: [{ submission: 's', header: {} }, { submission: 's', header: {} }] }, /twice/], ['anna.key', { ...list, keySet: {} }, /key set/],
    ] as const) {
      const { code, stderr } = await torvet(['shares', 'open', '-', '--identity', at(key)], JSON.stringify(given));
      assert.equal(code, 2, stderr);
      assert.match(stderr, says);
    }
  });
});
