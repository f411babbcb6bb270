import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Damage } from './damage.ts';
import { unxz } from './xz.ts';

// Made with xz 5.4: two streams with padding between them; a dictionary of 65 MiB; a checksum by SHA-256.
const TWO_STREAMS = Buffer.from(
  '/Td6WFoAAATm1rRGAgAhARYAAAB0L+WjAQAHeyJhIjoxfQoAvkmRQ1UE74UAASAIuxnZux+2830BAAAAAARZWgAAAAAAAAAA/Td6WFoAAATm1rRGAgAhARYAAAB0L+WjAQAHeyJhIjoyfQoA4/8v8Ion88QAASAIuxnZux+2830BAAAAAARZWg==',
  'base64',
);
const LARGE_DICTIONARY = Buffer.from('/Td6WFoAAATm1rRGAgAhAR0AAAB1qOR0AQADPGEvPgDEPR3pxdTPXAABHARvLJzBH7bzfQEAAAAABFla', 'base64');
const SHA_256 = Buffer.from('/Td6WFoAAArh+wyhAgAhARYAAAB0L+WjAQADPGEvPgApEUNj90mgImtpiN2jyiSSqVQRera184JwbCAwDavAeQABNATFgsGcGJtLmgEAAAAAClla', 'base64');

async function* pieces(bytes: Buffer, size: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += size) {
    yield bytes.subarray(at, at + size);
    yield Buffer.alloc(0);
  }
}

/** What came out, and the reason why no more did. */
async function unpack(bytes: Buffer, size = 1000): Promise<{ text: string; reason: string }> {
  let text = '';
  try {
    for await (const chunk of unxz(pieces(bytes, size))) text += chunk.toString();
    return { text, reason: '' };
  } catch (error) {
    assert.ok(error instanceof Damage, String(error));
    return { text, reason: error.message };
  }
}

void test('streams one after the other are one content, in whatever chunks they come', async () => {
  for (let size = 1; size <= TWO_STREAMS.length; size += 1) {
    assert.deepEqual(await unpack(TWO_STREAMS, size), { text: '{"a":1}\n{"a":2}\n', reason: '' }, `${size}`);
  }
});

void test('cut anywhere, what came before the cut comes out, and the reason', async () => {
  for (let length = 1; length < TWO_STREAMS.length; length += 1) {
    const { text, reason } = await unpack(TWO_STREAMS.subarray(0, length));
    assert.ok('{"a":1}\n{"a":2}\n'.startsWith(text) && (length < 64 || text.length >= 8), `${length}: ${text}`);
    // Where the first stream ends nothing is missing that was promised; the padding behind it is of four bytes each.
    if (length < 64 || length > 72) assert.equal(reason, 'The xz file is cut short.', `${length}`);
    else assert.equal(reason, length % 4 === 0 ? '' : 'The xz file is damaged.', `${length}`);
  }
});

void test('what is damaged, follows behind, or needs more than the decoder has, is named', async () => {
  const damaged = Buffer.from(TWO_STREAMS);
  damaged[30] = (damaged[30] ?? 0) ^ 1;
  assert.equal((await unpack(damaged)).reason, 'The xz file is damaged.');
  assert.equal((await unpack(Buffer.concat([TWO_STREAMS, Buffer.from('and something else')]))).reason, 'The xz file is damaged.');
  assert.match((await unpack(LARGE_DICTIONARY)).reason, /needs more than 64 MiB/);
  assert.match((await unpack(SHA_256)).reason, /packed in a way that Torvet does not unpack/);
});

void test('a failure of the source passes through as it is, and the next file is unpacked all the same', async () => {
  async function* failing(): AsyncGenerator<Buffer> {
    yield TWO_STREAMS.subarray(0, 40);
    throw new TypeError('the disk is gone');
  }
  await assert.rejects(async () => { for await (const chunk of unxz(failing())) assert.ok(chunk.length > 0); }, { name: 'TypeError', message: 'the disk is gone' });
  const given = unxz(pieces(TWO_STREAMS, 7));
  assert.ok((await given.next()).value?.length > 0);
  await given.return(undefined);
  assert.equal((await unpack(TWO_STREAMS)).text.length, 16);
});
