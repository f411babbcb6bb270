import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { get, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import Fastify from 'fastify';
import { DATA_LICENCE } from '../licence.ts';
import { sendLines } from './send.ts';

const seen = { made: 0, ended: 0 };
/** Lines of 100 kB that do not pack, without end unless one is broken. */
async function* endless(breaksAt: number): AsyncGenerator<string> {
  try {
    for (seen.made = 0; seen.made !== breaksAt; seen.made += 1) yield randomBytes(75_000).toString('base64');
    throw new Error('the database went away');
  } finally {
    seen.ended += 1;
  }
}

const about = { world: 'demo', title: 'x', publisher: "Prøven's (1) *", address: 'http://torvet.example/udbud', retrieved: '2026-11-22T23:30:00Z', updated: null, licence: DATA_LICENCE, terms: [] } as const;
const app = Fastify({ forceCloseConnections: true });
app.get('/endless', async (_request, reply) => sendLines(reply, { site: { lang: 'da', world: 'demo' }, about, name: 'udbud' }, endless(-1)));
app.get('/broken', async (_request, reply) => sendLines(reply, { site: { lang: 'da', world: 'demo' }, about, name: 'udbud' }, endless(5)));
await app.listen({ port: 0, host: '127.0.0.1' });
after(() => app.close());

async function ask(path: string): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => { get({ port: (app.server.address() as AddressInfo).port, path, agent: false }, resolve).on('error', reject); });
}

void test('lines wait for their reader, and end when the reader goes away', async () => {
  const answer = await ask('/endless');
  assert.equal(answer.headers['content-disposition'], 'attachment; filename="torvet-demo-udbud-2026-11-23-CC-BY-4.0.jsonl.gz"');
  assert.match(String(answer.headers['link']), /title\*=UTF-8''Pr%C3%B8ven%27s%20%281%29%20%2A,/);
  answer.pause();
  // The buffers between the two fill first: some megabytes.
  let before = -1;
  for (let tries = 0; before !== seen.made && tries < 40; tries += 1) {
    before = seen.made;
    await wait(400);
  }
  assert.ok(before > 0 && seen.made === before && before < 300, `${before} and then ${seen.made} lines for a reader that does not read`);
  answer.destroy();
  for (let tries = 0; seen.ended === 0 && tries < 100; tries += 1) await wait(20);
  assert.equal(seen.ended, 1);
});

void test('what breaks on the way breaks the file, so that nobody takes it for whole', async () => {
  const answer = await ask('/broken');
  await assert.rejects(async () => { for await (const chunk of answer) assert.ok(chunk); }, /aborted|ECONNRESET/);
});
