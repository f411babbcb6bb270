import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { after, describe, test } from 'node:test';
import { sql } from 'kysely';
import { unwrap } from '#base';
import { testRegister } from '../../../test/support/database.ts';
import { fakeNet, type FakeNet } from '../../../test/support/fake-net.ts';
import { sharedFolder, without } from '../../../test/support/shared.ts';
import { startTedServer, type ListedNotice, type TedServer, type TedServerOptions } from '../../../test/support/ted-server.ts';
import { syncTed, type FetchedNotice, type SyncOutcome } from './sync.ts';
import { readSyncRuns } from './sync.store.ts';
import type { SyncView } from './sync.view.ts';
import { openTedClient } from './ted-client.ts';
import { readTedQuery } from './ted-query.ts';

const db = await testRegister();

const servers: TedServer[] = [];
after(async () => { for (const server of servers) await server.close(); });

/** Runs are known by their query, so each test asks for a country of its own. */
let countries = 0;
function nextCountry(): string {
  countries += 1;
  return `X${String.fromCharCode(65 + Math.floor(countries / 26))}${String.fromCharCode(65 + (countries % 26))}`;
}

/** So many notices a day from 1 January 2024, in an order that is not theirs. */
function madeUp(count: number, aDay = 3): ListedNotice[] {
  return Array.from({ length: count }, (_none, index) => {
    const at = (index * 7) % count;
    const date = Temporal.PlainDate.from('2024-01-01').add({ days: Math.floor(at / aDay) }).toString();
    return { number: `${String(at + 1).padStart(8, '0')}-2024`, date, xml: Buffer.from(`<Notice>${at + 1}</Notice>`) };
  });
}

const numberIn = (name: string): string => /notice\/(.+)\/xml$/.exec(name)?.[1] ?? name;

interface World {
  readonly server: TedServer;
  readonly net: FakeNet;
  /** What the register was given, by number, in order. */
  readonly taken: Map<string, Buffer>;
  readonly missing: string[];
  readonly sync: (since?: string | null, change?: { readonly stopAfter?: number; readonly loseTrack?: boolean }) => Promise<SyncOutcome>;
  readonly runs: () => Promise<SyncView>;
}

/** A register that is a map, and TED as documented. What comes a second time is a fault of the run. */
async function world(options: Partial<TedServerOptions> = {}, cpv?: string): Promise<World> {
  const country = nextCountry();
  const notices = (options.notices ?? madeUp(20)).map((notice) => ({ ...notice, country: notice.country === 'DNK' || notice.country === undefined ? country : notice.country }));
  const server = await startTedServer({ pageSize: 6, ...options, notices });
  servers.push(server);
  const net = fakeNet();
  const taken = new Map<string, Buffer>();
  const missing: string[] = [];
  const query = unwrap(readTedQuery(country, cpv));
  let requests = 0;
  return {
    server, net, taken, missing,
    sync: async (since = '2024-01-01', { stopAfter = Infinity, loseTrack = false } = {}) => {
      requests = 0;
      const killed = (): void => { if (requests >= stopAfter) throw new Killed('killed'); };
      const client = openTedClient({ api: server.address, notices: server.address, contact: null, net });
      return unwrap(await syncTed(query, since, {
        db, clock: net.clock,
        client: {
          address: (number) => client.address(number),
          search: (...asked) => { killed(); requests += 1; return client.search(...asked); },
          notice: (number) => { killed(); requests += 1; return client.notice(number); },
        },
        isKnown: (numbers) => Promise.resolve(new Set(numbers.filter((number) => taken.has(number)))),
        takeNotices: (given: readonly FetchedNotice[]) => {
          for (const { name, bytes } of given) {
            assert.ok(!taken.has(numberIn(name)), `${name} was taken twice`);
            taken.set(numberIn(name), bytes);
          }
          if (loseTrack) throw new Killed('killed before it was counted');
          return Promise.resolve({ imported: given.length, unchanged: 0, rejected: 0 });
        },
        onMissing: (address) => { missing.push(numberIn(address)); },
      }));
    },
    runs: async () => {
      const found = (await readSyncRuns(db)).find((run) => run.query.startsWith(country));
      assert.ok(found);
      return found;
    },
  };
}

class Killed extends Error {}

const numbers = (count: number): string[] => Array.from({ length: count }, (_none, index) => `${index + 1}-2024`);
const sorted = (taken: ReadonlyMap<string, Buffer>): string[] => [...taken.keys()].toSorted((a, b) => Number.parseInt(a, 10) - Number.parseInt(b, 10));

describe('an undisturbed run', () => {
  test('takes what is published, oldest first, and says what it did', async () => {
    const { server, taken, sync, runs } = await world();
    const { counts, failure, since } = await sync();
    assert.deepEqual([counts, failure, since], [{ found: 20, imported: 20, unchanged: 0, rejected: 0 }, null, '2024-01-01']);
    assert.deepEqual([...taken.keys()].toSorted(), numbers(20).toSorted());
    assert.equal(taken.get('7-2024')?.toString(), '<Notice>7</Notice>');
    // Four pages and the empty one behind them; each notice once.
    assert.deepEqual([server.seen.filter(({ search }) => search).length, server.seen.length], [5, 25]);
    const { lastSuccess, lastFailure, covered } = await runs();
    assert.equal(lastFailure, null);
    assert.deepEqual(covered, [{ since: '2024-01-01', until: '2026-11-25' }]);
    assert.deepEqual({ ...lastSuccess, finishedAt: '' }, { since: '2024-01-01', until: '2026-11-25', finishedAt: '', found: 20, imported: 20, unchanged: 0, rejected: 0 });
  });
  test('the next one looks back some days, and fetches only what is new', async () => {
    const notices = madeUp(9);
    const { server, net, taken, sync, runs } = await world({ notices });
    await sync();
    notices.push({ number: '100-2026', date: '2026-11-21', xml: Buffer.from('<late/>') });
    const asked = server.seen.length;
    net.turn(24 * 3_600_000);
    const { since } = await sync(null);
    assert.equal(since, '2026-11-20');
    assert.match(server.seen[asked]?.search?.query ?? '', /publication-date>=20261120 SORT/);
    assert.deepEqual((await sync()).counts, { found: 9, imported: 0, unchanged: 9, rejected: 0 });
    assert.equal(server.seen.slice(asked).filter(({ search }) => search === null).length, 0);
    assert.equal(taken.size, 9);
    assert.deepEqual((await runs()).covered, [{ since: '2024-01-01', until: '2026-11-26' }]);
  });
  test('the first one without a day begins a month back', async () => {
    assert.equal((await (await world()).sync(null)).since, '2026-10-26');
  });
  test('nothing published is nothing found', async () => {
    const { server, sync } = await world({ notices: [] });
    assert.deepEqual((await sync()).counts, { found: 0, imported: 0, unchanged: 0, rejected: 0 });
    assert.equal(server.seen.length, 1);
  });
  test('codes narrow it', async () => {
    const notices = madeUp(4).map((notice, index) => ({ ...notice, cpv: [['48000000', '72200000', '45000000', '30200000'][index] ?? ''] }));
    const { taken, sync } = await world({ notices }, '48,72');
    assert.equal((await sync()).counts.found, 2);
    assert.equal(taken.size, 2);
  });
});

const firstPage = (): Record<string, string>[] => [1, 2, 3].map((number) => ({ 'publication-number': `${number}-2024`, 'publication-date': '2024-01-01+01:00' }));

describe('faults on the way', () => {
  const faults: Record<string, (world: () => World) => Partial<TedServerOptions>> = {
    '429 with Retry-After': () => ({ fault: (_seen, nth) => (nth % 5 === 2 ? { status: 429, headers: { 'retry-after': '3' } } : null) }),
    '500': () => ({ fault: (_seen, nth) => (nth % 3 === 0 ? { status: 500 } : null) }),
    'cut connections': () => ({ fault: (_seen, nth) => (nth % 4 === 1 ? 'cut' : null) }),
    'answers cut in the middle': () => ({ fault: (_seen, nth) => (nth % 4 === 3 ? 'half' : null) }),
    'malformed JSON': () => ({ fault: (_seen, nth) => (nth === 0 || nth === 8 ? { status: 200, body: '{"notices":[{' } : null) }),
    'a page that comes twice': () => ({ page: (page, { search }, nth) => (search?.iterationNextToken !== undefined && nth < 9 ? { ...page, notices: firstPage(), iterationNextToken: search.iterationNextToken } : page) }),
    'a page that repeats notices': () => ({ page: (page) => ({ ...page, notices: [...page.notices, ...page.notices.slice(0, 2), ...firstPage()] }) }),
    'tokens that expire': (it) => ({ fault: (_seen, nth) => { if (nth === 9 || nth === 17) it().server.expireTokens(); return null; } }),
    'a web page instead of a notice, at times': () => ({ fault: ({ search }, nth) => (search === null && nth % 3 === 1 ? { status: 200, body: '<!doctype html><html>' } : null) }),
    'a list with holes, once': () => ({ page: (page, { search }, nth) => (search?.iterationNextToken !== undefined && nth < 10 ? { ...page, notices: page.notices.slice(2) } : page) }),
    'no word of the total': () => ({ page: ({ notices, iterationNextToken }) => ({ notices, iterationNextToken }) }),
    'no token on the last page': () => ({ page: (page) => (page.notices.length < 6 ? { ...page, iterationNextToken: null } : page) }),
    'days that do not rise': () => ({ page: (page) => ({ ...page, notices: page.notices.toReversed() }) }),
    'no days at all': () => ({ page: (page) => ({ ...page, notices: page.notices.map((notice) => ({ 'publication-number': notice['publication-number'] })) }) }),
  };
  for (const [name, make] of Object.entries(faults)) {
    test(`${name}: every notice once, all the same`, async () => {
      let fired = 0;
      const { fault, page } = make(() => it);
      const it: World = await world({
        fault: (...asked) => { const now = fault?.(...asked) ?? null; fired += now === null ? 0 : 1; return now; },
        page: (given, ...asked) => { const sent = page?.(given, ...asked) ?? given; fired += sent === given ? 0 : 1; return sent; },
      });
      const { counts, failure } = await it.sync();
      const lists = it.server.seen.filter(({ search }) => search !== null && search.iterationNextToken === undefined).length;
      assert.ok(fired > 0 || lists > 1, 'the fault was met');
      assert.equal(failure, null);
      assert.deepEqual(counts, { found: 20, imported: 20, unchanged: 0, rejected: 0 });
      assert.deepEqual(sorted(it.taken), numbers(20));
      assert.ok(it.server.seen.length >= 24);
      const gaps = it.net.times.slice(1).map((time, index) => time - (it.net.times[index] ?? 0));
      assert.ok(Math.min(...gaps) >= 1000, 'the pace was kept');
    });
  }
  test('a web page instead of a notice now and then is that notice\u2019s fault, also of the last one', async () => {
    const bad = ['3', '9', '15', '20'];
    const { missing, sync } = await world({ fault: ({ path: asked }) => (bad.some((number) => asked.includes(`/${number}-2024/`)) ? { status: 200, body: '<html>' } : null) });
    const { counts, failure } = await sync();
    assert.deepEqual([failure, counts], [null, { found: 20, imported: 16, unchanged: 0, rejected: 4 }]);
    assert.deepEqual(missing, bad.map((number) => `${number}-2024`));
  });
  test('a list that is begun again asks again for what was doubtful', async () => {
    const it: World = await world({ fault: ({ path: asked }, nth) => {
      if (nth === 11) it.server.expireTokens();
      return asked.includes('/6-2024/') && nth < 11 ? { status: 500 } : null;
    } });
    assert.deepEqual((await it.sync()).counts, { found: 20, imported: 20, unchanged: 0, rejected: 0 });
    assert.equal(it.server.seen.filter(({ path: asked }) => asked.includes('/6-2024/')).length, 6);
  });
  test('a notice that is listed and not there is told and counted, and the others are taken', async () => {
    const notices = madeUp(10).map((notice, index) => (index % 4 === 0 ? { ...notice, xml: null } : notice));
    const { taken, missing, sync, runs } = await world({ notices, fault: ({ path: asked }) => (asked.includes('/6-2024/') ? { status: 200, body: '<html>' } : null) });
    const { counts, failure } = await sync();
    assert.equal(failure, null);
    assert.deepEqual(counts, { found: 10, imported: 6, unchanged: 0, rejected: 4 });
    assert.deepEqual([taken.size, missing.length], [6, 4]);
    const { rows } = await sql<{ reason: string; help: string }>`select reason, help from sync_notice join sync_run on id = run
      where query = ${(await runs()).query} and reason is not null order by number`.execute(db);
    assert.equal(rows.length, 4);
    assert.equal(rows.filter(({ reason }) => /HTTP 404/.test(reason)).length, 3);
    assert.equal(rows.filter(({ reason, help }) => /a web page came instead of the notice/.test(reason) && help !== '').length, 1);
  });
});

describe('a run that stops', () => {
  test('killed at any request and run again, it ends where an undisturbed one does', async () => {
    let kills = 0;
    for (let stopAfter = 0; stopAfter < 25; stopAfter += 1) {
      const { taken, sync, runs } = await world();
      await assert.rejects(sync('2024-01-01', { stopAfter }), Killed);
      kills += 1;
      assert.equal((await runs()).endedAt, null);
      const { counts, failure } = await sync('2024-01-01');
      assert.deepEqual([failure, counts], [null, { found: 20, imported: 20, unchanged: 0, rejected: 0 }], `killed after ${stopAfter} requests`);
      assert.deepEqual(sorted(taken), numbers(20));
    }
    assert.equal(kills, 25);
  });
  test('the same when TED does not list by day', async () => {
    for (let stopAfter = 1; stopAfter < 25; stopAfter += 3) {
      const { taken, sync } = await world({ unsorted: true, pageSize: 3 });
      await assert.rejects(sync('2024-01-01', { stopAfter }), Killed);
      assert.deepEqual((await sync('2024-01-01')).counts, { found: 20, imported: 20, unchanged: 0, rejected: 0 }, `killed after ${stopAfter} requests`);
      assert.equal(taken.size, 20);
    }
  });
  test('killed again and again, without a day given, it still gets there', async () => {
    const { taken, sync } = await world({ notices: madeUp(30) });
    await assert.rejects(sync('2024-01-01', { stopAfter: 8 }), Killed);
    for (let round = 0; round < 20 && taken.size < 30; round += 1) await sync(null, { stopAfter: 9 }).catch((error: unknown) => assert.ok(error instanceof Killed));
    await sync(null);
    assert.deepEqual(sorted(taken), numbers(30));
  });
  test('killed after a batch is taken and before it is counted, it counts it once', async () => {
    const { taken, sync } = await world();
    await assert.rejects(sync('2024-01-01', { loseTrack: true }), Killed);
    assert.equal(taken.size, 6);
    assert.deepEqual((await sync()).counts, { found: 20, imported: 14, unchanged: 6, rejected: 0 });
  });
  test('it goes on from the last day whose notices are all taken', async () => {
    const { server, sync } = await world();
    await assert.rejects(sync('2024-01-01', { stopAfter: 16 }), Killed);
    const asked = server.seen.length;
    await sync();
    assert.match(server.seen[asked]?.search?.query ?? '', /publication-date>=20240104 SORT/);
    const again = server.seen.slice(asked).filter(({ search }) => search === null);
    assert.deepEqual(again.length, 8, 'only what was not taken is fetched');
  });
  test('another first day is another run', async () => {
    const { server, sync } = await world();
    await assert.rejects(sync('2024-01-01', { stopAfter: 16 }), Killed);
    const asked = server.seen.length;
    assert.equal((await sync('2024-01-02')).since, '2024-01-02');
    assert.match(server.seen[asked]?.search?.query ?? '', /publication-date>=20240102 SORT/);
  });
  test('when TED is gone: what was taken stays, the reason stands, and the next run goes on', async () => {
    let gone = true;
    const { taken, sync, runs } = await world({ fault: (_seen, nth) => (gone && nth > 10 ? 'cut' : null) });
    const { counts, failure } = await sync();
    assert.equal(failure?.kind, 'unavailable');
    assert.match(failure.message, /cannot be reached: the connection was cut\. So it went 5 times\./);
    assert.deepEqual([counts.imported, counts.rejected, taken.size], [9, 0, 9]);
    const broken = await runs();
    assert.deepEqual([broken.lastSuccess, broken.covered, broken.lastFailure?.error], [null, [], failure.message]);
    assert.equal(broken.endedAt, broken.lastFailure?.at);
    gone = false;
    assert.deepEqual((await sync()).counts, { found: 20, imported: 20, unchanged: 0, rejected: 0 });
    assert.deepEqual(sorted(taken), numbers(20));
    const mended = await runs();
    assert.deepEqual([mended.lastSuccess?.found, mended.lastFailure?.error], [20, failure.message]);
  });
  test('web pages instead of three notices in a row: the service is at fault, and none of them is written off', async () => {
    let blocked = true;
    const { server, taken, missing, sync } = await world({ notices: madeUp(20, 1), fault: ({ search }, nth) => (blocked && search === null && nth > 4 ? { status: 200, body: '<html>' } : null) });
    const { counts, failure } = await sync();
    assert.match(failure?.message ?? '', /a web page came instead/);
    assert.deepEqual(counts, { found: 4, imported: 4, unchanged: 0, rejected: 0 });
    // A page and its four notices; then three notices, five times each, the last of them on the next page.
    assert.equal(server.seen.length, 5 + 3 * 5 + 1);
    blocked = false;
    assert.deepEqual((await sync()).counts, { found: 20, imported: 20, unchanged: 0, rejected: 0 });
    assert.deepEqual([taken.size, missing.length], [20, 0]);
  });
  test('denied access ends it at the first denial', async () => {
    const { server, sync } = await world({ fault: (_seen, nth) => (nth >= 5 ? { status: 403 } : null) });
    assert.match((await sync()).failure?.message ?? '', /denies access/);
    assert.equal(server.seen.length, 6);
  });
  test('a list that is never whole, and one that never ends, end', async () => {
    const holes = await world({ page: (page) => ({ ...page, totalNoticeCount: 21 }) });
    const { failure, counts } = await holes.sync();
    assert.match(failure?.message ?? '', /3 times for the same list: the list ends before all the notices/);
    assert.equal(counts.found, 20);
    const endless = await world({ page: (page, { search }) => ({ ...page, notices: [{ 'publication-number': '1-2024', 'publication-date': '2024-01-01' }], iterationNextToken: search?.iterationNextToken ?? page.iterationNextToken, totalNoticeCount: 20 }) });
    assert.ok((await endless.sync()).failure);
    assert.ok(endless.server.seen.length < 20, `${endless.server.seen.length} requests`);
  });
  test('two at once: the second is told so, and asks for nothing', async () => {
    const { server, sync } = await world();
    const ends = await Promise.allSettled([sync(), sync()]);
    const refused = ends.filter((end) => end.status === 'rejected');
    assert.equal(refused.length, 1);
    assert.match(String(refused[0]?.reason), /Another sync of this register is running/);
    assert.equal(server.seen.length, 25);
  });
});

test('covered days are joined where they meet, and a gap stays a gap', async () => {
  const query = nextCountry();
  const periods = [['2024-03-01', '2024-03-31'], ['2024-01-01', '2024-01-31'], ['2024-02-01', '2024-02-10'], ['2024-01-20', '2024-01-25'], ['2024-02-12', '2024-02-20']];
  for (const [since = '', until = ''] of periods) {
    await sql`insert into sync_run (source, query, since, reached, until, finished_at) values ('ted', ${query}, ${since}, ${until}, ${until}, now())`.execute(db);
  }
  assert.deepEqual((await readSyncRuns(db)).find((run) => run.query === query)?.covered, [
    { since: '2024-01-01', until: '2024-02-10' }, { since: '2024-02-12', until: '2024-02-20' }, { since: '2024-03-01', until: '2024-03-31' },
  ]);
});

test('the real Danish notices come byte for byte', { skip: without('data/notices/sample') }, async () => {
  const index = readFileSync(path.join(sharedFolder, 'data/notices/index.csv'), 'utf8');
  const rows = [...index.matchAll(/^(\d+-\d{4}),(\d{4})(\d\d)(\d\d),[^,]*,[^,]*,[^,]*,DK,/gm)];
  const notices = rows.map(([, number = '', year = '', month = '', day = '']): ListedNotice => ({
    number, date: `${year}-${month}-${day}`, xml: readFileSync(path.join(sharedFolder, 'data/notices/sample', `${number}.xml`)),
  }));
  assert.ok(notices.length > 30, `${notices.length} notices`);
  const { taken, sync } = await world({ notices, pageSize: 10 });
  assert.deepEqual((await sync('2010-01-01')).counts, { found: notices.length, imported: notices.length, unchanged: 0, rejected: 0 });
  for (const { number, xml } of notices) assert.ok(xml !== null && taken.get(number.replace(/^0+/, ''))?.equals(xml), number);
});
