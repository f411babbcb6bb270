/** The command as people run it, against a server on this machine that answers as TED is documented to. */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { after, describe, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { runTorvet, startTorvet, temporaryFolder } from '../../test/support/running.ts';
import { sharedFolder, without } from '../../test/support/shared.ts';
import { startTedServer, type Fault, type ListedNotice, type TedServer } from '../../test/support/ted-server.ts';
import { readTree } from '../../test/support/tree.ts';

const root = path.join(import.meta.dirname, '../..');
const { folder, remove } = await temporaryFolder();
const closers: (() => Promise<void>)[] = [remove];
after(async () => { for (const close of closers.toReversed()) await close(); });

const madeUp: ListedNotice[] = ['1-2024', '2-2024', '3-2024'].map((number) => ({ number, date: '2024-01-02', xml: number === '2-2024' ? null : Buffer.from(`<Notice>${number}</Notice>`) }));

async function ted(notices: readonly ListedNotice[], fault?: () => Fault | null): Promise<{ server: TedServer; env: NodeJS.ProcessEnv }> {
  const server = await startTedServer({ notices, fault: () => fault?.() ?? null });
  closers.push(() => server.close());
  return { server, env: { TORVET_DATA: path.join(folder, 'data'), TORVET_DEMO: 'no', TORVET_TED_API: server.address, TORVET_TED_NOTICES: server.address } };
}

const countsOf = (stdout: string): Record<string, number> => JSON.parse(stdout.trim().split('\n').at(-1) ?? '') as Record<string, number>;

describe('torvet sync ted', () => {
  test('wrong use is exit 2 with what to do, and nobody is asked', async () => {
    const { server, env } = await ted(madeUp);
    const wrong = [
      [[], /--country/], [['--country', 'DK'], /DNK for Denmark/], [['--country', 'DNK', '--since', '1/1/2024'], /2024-01-31/], [['--country', 'DNK', '--cpv', 'it'], /48,72/],
    ] as const;
    const runs = await Promise.all(wrong.map(([args]) => runTorvet(['sync', 'ted', ...args], env)));
    for (const [at, [args, message]] of wrong.entries()) {
      assert.deepEqual([runs[at]?.code, runs[at]?.stdout], [2, ''], args.join(' '));
      assert.match(runs[at]?.stderr ?? '', message);
    }
    assert.equal(server.seen.length, 0);
  });
  test('what TED lists and does not hand out is told, with its address, and the exit is 1', async () => {
    const { server, env } = await ted(madeUp);
    const run = await runTorvet(['sync', 'ted', '--country', 'DNK', '--since', '2024-01-01', '--cpv', '48,72', '--json'], env);
    assert.deepEqual([run.code, countsOf(run.stdout)['found']], [0, 0], run.stderr);
    const all = await runTorvet(['sync', 'ted', '--country', 'DNK', '--since', '2024-01-01', '--json'], env);
    const { found, imported = 0, unchanged, rejected = 0, seconds = -1, ...more } = countsOf(all.stdout);
    assert.deepEqual([all.code, found, imported + rejected, unchanged, more], [1, 3, 3, 0, {}], all.stderr);
    assert.ok(seconds > 0);
    assert.ok(all.stderr.includes(`rejected: ${server.address}/en/notice/2-2024/xml: `), all.stderr);
    assert.match(all.stderr, /HTTP 404/);
    assert.equal(server.seen[0]?.search?.query, 'buyer-country IN (DNK) AND classification-cpv IN (48* 72*) AND publication-date>=20240101 SORT BY publication-date');
  });
  test('a service that refuses is exit 2: what happened, why, what to do; the counts stand all the same', async () => {
    const { env } = await ted(madeUp, () => ({ status: 403 }));
    const refused = await runTorvet(['sync', 'ted', '--country', 'SWE', '--json'], env);
    assert.equal(refused.code, 2);
    assert.match(refused.stderr, /denies access \(HTTP 403\)\.\n +.*24 hours.*what was taken stays/);
    assert.doesNotMatch(refused.stderr, /\n\s+at /);
    assert.equal(countsOf(refused.stdout)['found'], 0);
  });
  test('real Danish notices: taken, killed on the way, gone on with, and known the next time', { skip: without('data/notices/sample') }, async () => {
    const numbers = ['377628-2022', '083278-2022', '00611835-2024'];
    const notices = numbers.map((number, at): ListedNotice => ({ number, date: `2024-03-0${at + 1}`, xml: readFileSync(path.join(sharedFolder, 'data/notices/sample', `${number}.xml`)) }));
    const { server, env } = await ted(notices);
    const args = ['sync', 'ted', '--country', 'DNK', '--since', '2024-02-01', '--json'];
    const child = spawn(process.execPath, [path.join(root, 'scripts/launch.mjs'), ...args], { cwd: root, env: { ...process.env, ...env }, stdio: 'ignore' });
    while (server.seen.length < 3) await sleep(50);
    child.kill('SIGKILL');
    await once(child, 'close');
    const first = await runTorvet(args, env);
    const { found, imported, unchanged, rejected } = countsOf(first.stdout);
    assert.deepEqual([first.code, found, imported, unchanged, rejected], [0, 3, 3, 0, 0], first.stderr);
    const asked = server.seen.length;
    const again = await runTorvet(args, env);
    assert.deepEqual([again.code, countsOf(again.stdout)['unchanged'], countsOf(again.stdout)['imported']], [0, 3, 0], again.stderr);
    assert.equal(server.seen.length, asked + 2, 'the list and its end, and no notice twice');
  });
});

describe('nothing is asked without being told to', () => {
  test('no other command and no server without the setting sends a request', async () => {
    const { server, env } = await ted(madeUp);
    const run = await runTorvet(['import', path.join(root, 'package.json')], env);
    assert.equal(run.code, 1);
    const running = await startTorvet(path.join(folder, 'data'), env);
    assert.ok((await fetch(`${running.address}/`)).ok);
    assert.equal(await running.stop(), 0);
    assert.equal(server.seen.length, 0);
  });
  test('only the part that is polite has a way out', async () => {
    const tree = await readTree();
    // What a browser runs can ask only the server that sent it: its policy says connect-src 'self'.
    const sources = [...tree].filter(([file]) => /^src\/.*\.tsx?$/.test(file) && !/\.test\.tsx?$|\/browser\//.test(file));
    assert.ok(sources.length > 100);
    const ways = sources.filter(([, text]) => /\bfetch\(|[{,]\s*fetch\b|\bundici\b|\bopenid-client\b|node:(?:https|http2|tls|dgram)\b|\bhttp\.(?:get|request)\(|\bWebSocket\(/.test(text)).map(([file]) => file);
    assert.deepEqual(ways, ['src/people/login/oidc.ts', 'src/register/sync/polite.ts'], 'the login asks the issuer of TORVET_OIDC_ISSUER, and nothing without it');
  });
  test('with the setting the server fetches by itself, says so in its log, and stops at once when told to', async () => {
    const { server, env } = await ted(madeUp);
    const data = path.join(folder, 'data');
    const running = await startTorvet(data, { ...env, TORVET_SYNC: 'NOR', TORVET_LOG: 'info' });
    for (let waited = 0; !running.output().includes('"msg":"sync done') && waited < 400; waited += 1) await sleep(50);
    assert.match(running.output(), /"sync":"NOR","found":0/);
    assert.match(server.seen[0]?.search?.query ?? '', /^buyer-country IN \(NOR\) AND publication-date>=\d{8} SORT BY publication-date$/);
    assert.equal(await running.stop(), 0);
    const slow = await ted(madeUp, () => 'silence');
    const again = await startTorvet(data, { ...slow.env, TORVET_SYNC: 'FIN' });
    while (slow.server.seen.length === 0) await sleep(50);
    const stopping = performance.now();
    assert.equal(await again.stop(), 0);
    assert.ok(performance.now() - stopping < 10_000, 'the fetch under way did not hold it up');
    assert.equal(server.seen.length, 1);
  });
});
