import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import { fakeNet, type FakeNet } from '../../../test/support/fake-net.ts';
import { startTedServer, type TedServer, type TedServerOptions } from '../../../test/support/ted-server.ts';
import { MANNERS, politeAsk, type Manners } from './polite.ts';
import { openTedClient, type TedClient } from './ted-client.ts';

const QUERY = 'buyer-country IN (DNK) AND publication-date>=20240101 SORT BY publication-date';
const XML = Buffer.from('\ufeff<?xml version="1.0" encoding="UTF-8"?>\n<Notice>æ</Notice>');
const NOTICES = [
  { number: '00000012-2024', date: '2024-01-02', xml: XML },
  { number: '345-2024', date: '2024-01-03', xml: XML },
  { number: '99-2023', date: '2023-12-31', xml: XML },
  { number: '7-2024', date: '2024-01-04', xml: null },
];

const servers: TedServer[] = [];
after(async () => { for (const server of servers) await server.close(); });

interface Setting { readonly server: TedServer; readonly net: FakeNet; readonly client: TedClient }

async function setting(options: Partial<TedServerOptions> = {}, manners: Partial<Manners> = {}, latency = 0): Promise<Setting> {
  const server = await startTedServer({ notices: NOTICES, ...options });
  servers.push(server);
  const net = fakeNet('2026-11-25T10:00:00Z', latency);
  const client = openTedClient({ api: server.address, notices: server.address, contact: 'drift@torvet.example', net, manners: { ...MANNERS, ...manners } });
  return { server, net, client };
}

describe('what is asked and answered', () => {
  test('a search says all that matters and reads numbers and days; the page after the last is empty', async () => {
    const { server, client } = await setting({ pageSize: 2 });
    const first = await client.search(QUERY, null);
    assert.ok(first.ok);
    assert.deepEqual(first.value.notices, [{ number: '12-2024', date: '2024-01-02' }, { number: '345-2024', date: '2024-01-03' }]);
    assert.equal(first.value.total, 3);
    const second = await client.search(QUERY, first.value.next);
    assert.ok(second.ok);
    const third = await client.search(QUERY, second.value.next);
    assert.ok(third.ok);
    assert.deepEqual([second.value.notices.length, third.value.notices.length], [1, 0]);
    const [seen] = server.seen;
    assert.deepEqual(seen?.search, {
      query: QUERY, fields: ['publication-number', 'publication-date'], limit: 250, scope: 'ALL', paginationMode: 'ITERATION', onlyLatestVersions: false,
    });
    assert.equal(seen.headers['user-agent'], 'Torvet (register of public procurement; drift@torvet.example)');
    assert.equal(server.seen[1]?.search?.iterationNextToken, first.value.next);
  });
  test('a notice comes byte for byte from its public address', async () => {
    const { server, client } = await setting();
    const notice = await client.notice('12-2024');
    assert.ok(notice.ok);
    assert.deepEqual(notice.value, XML);
    assert.equal(client.address('12-2024'), `${server.address}/en/notice/12-2024/xml`);
    assert.equal(server.seen[0]?.path, '/en/notice/12-2024/xml');
  });
});

describe('the pace', () => {
  test('never two requests within a second, whatever was asked and however it went', async () => {
    for (const latency of [0, 300, 2000]) {
      const { net, client } = await setting({ fault: (_seen, nth) => (nth % 4 === 1 ? { status: 500 } : null) }, { wait: 10 }, latency);
      for (let round = 0; round < 5; round += 1) {
        await client.search(QUERY, null);
        await client.notice('12-2024');
      }
      assert.ok(net.times.length > 12, `${net.times.length} requests`);
      const gaps = net.times.slice(1).map((time, index) => time - (net.times[index] ?? 0));
      assert.ok(Math.min(...gaps) >= 1000, `gaps ${gaps.join(', ')}`);
      // Politeness does not mean dawdling: what takes a second anyway costs no wait on top.
      if (latency === 2000) assert.ok(net.sleeps.every((sleep) => sleep <= 10), String(net.sleeps));
    }
  });
  test('a clock that is set back costs one pause', async () => {
    const { net, client } = await setting();
    await client.notice('12-2024');
    net.turn(-3_600_000);
    await client.notice('12-2024');
    assert.deepEqual(net.sleeps, [1000]);
  });
  test('waits grow, each with a share of chance, and end after five tries', async () => {
    const { net, server, client } = await setting({ fault: () => ({ status: 503 }) });
    const page = await openTedClient({ api: server.address, notices: server.address, contact: null, net: { ...net, random: () => 0.5 } }).search(QUERY, null);
    assert.ok(!page.ok);
    assert.equal(server.seen.length, 5);
    assert.deepEqual(net.sleeps, [1250, 2500, 5000, 10_000]);
    assert.match(page.failure.failure.message, /cannot answer now \(HTTP 503\)\. So it went 5 times\./);
    await client.search(QUERY, null);
    assert.deepEqual(net.sleeps.slice(4), [1000, 2000, 4000, 8000]);
  });
  test('Retry-After is kept, in seconds and as a date', async () => {
    for (const [header, least] of [['7', 7000], ['Wed, 25 Nov 2026 10:01:00 GMT', 60_000], ['soon', 0]] as const) {
      const { net, server, client } = await setting({ fault: (_seen, nth) => (nth === 0 ? { status: 429, headers: { 'retry-after': header } } : null) });
      const page = await client.search(QUERY, null);
      assert.ok(page.ok, header);
      assert.equal(server.seen.length, 2);
      assert.ok((net.times[1] ?? 0) >= least, `${header}: ${net.times.join(', ')}`);
    }
  });
  test('who asks for more than a quarter of an hour is left alone', async () => {
    const { net, server, client } = await setting({ fault: () => ({ status: 429, headers: { 'retry-after': '86400' } }) });
    const page = await client.search(QUERY, 'a token');
    assert.ok(!page.ok);
    assert.equal(page.failure.means, 'stop');
    assert.match(page.failure.failure.message, /left alone for 1440 minutes/);
    assert.deepEqual([server.seen.length, net.sleeps.length], [1, 0]);
  });
});

describe('faults', () => {
  const once = { cut: 'cut', 'cut in the middle': 'half', 'malformed JSON': { status: 200, body: '{"notices": [' }, 'a web page': { status: 200, body: '<html></html>' }, 500: { status: 500 } } as const;
  for (const [name, fault] of Object.entries(once)) {
    test(`${name}, once: asked again`, async () => {
      const { server, client } = await setting({ fault: (_seen, nth) => (nth === 0 ? fault : null) });
      assert.ok((await client.search(QUERY, null)).ok);
      assert.equal(server.seen.length, 2);
    });
  }
  test('an answer that does not come is given up in time', async () => {
    const { server, client } = await setting({ fault: (_seen, nth) => (nth === 0 ? 'silence' : null) }, { timeout: 100 });
    assert.ok((await client.search(QUERY, null)).ok);
    assert.equal(server.seen.length, 2);
  });
  test('a search that timed out at TED has holes, so it is asked again', async () => {
    const { server, client } = await setting({ page: (page, _seen, nth) => ({ ...page, timedOut: nth === 0 }) });
    assert.ok((await client.search(QUERY, null)).ok);
    assert.equal(server.seen.length, 2);
  });
  test('a query that TED refuses is not repeated, and its words are shown', async () => {
    const { server, client } = await setting();
    const page = await client.search('nonsense', null);
    assert.ok(!page.ok);
    assert.equal(page.failure.means, 'stop');
    assert.match(page.failure.failure.message, /HTTP 400.*QUERY_SYNTAX_ERROR/);
    assert.equal(server.seen.length, 1);
  });
  test('a token that is expired, invalid or answered with 500 means: begin again', async () => {
    const { server, client } = await setting({ fault: ({ search }) => (search?.iterationNextToken === '500' ? { status: 500 } : null) });
    const first = await client.search(QUERY, null);
    assert.ok(first.ok);
    server.expireTokens();
    for (const token of [first.value.next, 'not a token', '500']) {
      const page = await client.search(QUERY, token);
      assert.ok(!page.ok);
      assert.equal(page.failure.means, 'begin again', token ?? '');
    }
  });
  test('a page without what is documented is no page', async () => {
    for (const page of [{}, { notices: {} }, [], { notices: [{}] }, { notices: [{ 'publication-number': 'x' }] }, { notices: ['1-2024'] }]) {
      const { client } = await setting({ page: () => page });
      const answer = await client.search(QUERY, null);
      assert.ok(!answer.ok, JSON.stringify(page));
      assert.equal(answer.failure.means, 'stop');
    }
  });
  test('nothing answers: five tries, and what to do', async () => {
    const { server, net, client } = await setting();
    await server.close();
    servers.splice(servers.indexOf(server), 1);
    const page = await client.search(QUERY, null);
    assert.ok(!page.ok);
    assert.equal(net.times.length, 5);
    assert.match(page.failure.failure.message, /\/v3\/notices\/search cannot be reached: nothing answers there\. So it went 5 times\./);
    assert.match(page.failure.failure.help ?? '', /network/);
  });
});

test('an answer longer than is wanted is not read to its end', async () => {
  const { server, net } = await setting({ fault: () => ({ status: 200, body: 'x'.repeat(5_000_000) }) });
  const ask = politeAsk(net);
  const got = await ask({ url: `${server.address}/x`, longest: 1_000_000 }, ({ body }) => ({ ok: true, value: body.length }));
  assert.ok(!got.ok);
  assert.deepEqual([got.failure.outlook, server.seen.length], ['lasting', 1]);
  assert.match(got.failure.message, /longer than 1 MB/);
  assert.deepEqual(await ask({ url: `${server.address}/x`, longest: 5_000_000 }, ({ body }) => ({ ok: true, value: body.length })), { ok: true, value: 5_000_000 });
});

describe('a notice that cannot be had', () => {
  const long = { status: 200, body: 'x'.repeat(1000) };
  const cases = [
    ['404', null, '7-2024', 'missing', /not there \(HTTP 404\)/, 1],
    ['HTML', { status: 200, body: '<?xml version="1.0"?>\n<!DOCTYPE HTML PUBLIC "x"><html>' }, '12-2024', 'doubtful', /a web page came/, 5],
    ['nothing', { status: 200, body: '\n' }, '12-2024', 'doubtful', /empty/, 5],
    ['500', { status: 500 }, '12-2024', 'doubtful', /HTTP 500/, 5],
    ['403', { status: 403, body: '<html>' }, '12-2024', 'stop', /denies access/, 1],
    ['429', { status: 429 }, '12-2024', 'stop', /fewer requests/, 5],
    ['410', { status: 410 }, '12-2024', 'missing', /not there \(HTTP 410\)/, 1],
    ['405, a firewall\u2019s question', { status: 405, body: '<html>' }, '12-2024', 'doubtful', /HTTP 405/, 1],
  ] as const;
  for (const [name, fault, number, means, message, requests] of cases) {
    test(`${name}: ${means}`, async () => {
      const { server, client } = await setting({ fault: () => fault });
      const notice = await client.notice(number);
      assert.ok(!notice.ok);
      assert.equal(notice.failure.means, means);
      assert.match(notice.failure.failure.message, message);
      assert.ok(notice.failure.failure.help);
      assert.equal(server.seen.length, requests);
    });
  }
  test('XML of any encoding is handed on as it is', async () => {
    for (const body of ['<TED_EXPORT/>', '<!-- html --><a/>', '<htmlish/>', 'not XML at all']) {
      const { client } = await setting({ fault: () => ({ ...long, body }) });
      const notice = await client.notice('12-2024');
      assert.ok(notice.ok, body);
      assert.equal(notice.value.toString(), body);
    }
  });
});
