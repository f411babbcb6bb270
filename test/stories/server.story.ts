import assert from 'node:assert/strict';
import { access } from 'node:fs/promises';
import path from 'node:path';
import { after, test } from 'node:test';
import { runTorvet, startTorvet, temporaryFolder } from '../support/running.ts';

const { folder, remove } = await temporaryFolder();
after(remove);
const database = path.join(folder, 'postgres', 'postmaster.pid');
const exists = (file: string): Promise<boolean> => access(file).then(() => true, () => false);

test('one data folder, one server: the second names the first and goes; Ctrl-C and SIGTERM stop both server and database', async () => {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    const first = await startTorvet(folder);
    assert.equal((await fetch(`${first.address}/readyz`)).status, 200);
    const second = await runTorvet(['serve'], { TORVET_DATA: folder, PORT: '0' });
    assert.equal(second.code, 1);
    assert.match(second.stderr, /in use by torvet serve \(process \d+, port 0\), since 20/);
    assert.ok(!second.stderr.includes('    at '), 'a refusal is no stack trace');
    // The terminal sends Ctrl-C to the launcher and to the server alike.
    if (signal === 'SIGINT') {
      const { pid } = first.process;
      const { stdout } = await runPs(pid ?? 0);
      for (const child of stdout) process.kill(child, 'SIGINT');
    }
    assert.equal(await first.stop(signal), 0, first.output());
    assert.equal(await exists(database), false, 'the database stopped too');
  }
});

test('when the launcher is killed outright, the server notices and stops in order', async () => {
  const server = await startTorvet(folder);
  await server.stop('SIGKILL');
  for (let attempt = 0; (await exists(database)) && attempt < 400; attempt += 1) await new Promise((resolve) => { setTimeout(resolve, 100); });
  assert.equal(await exists(database), false);
});

test('SIGTERM to npm start stops server and database, although npm tells nobody', async () => {
  const server = await startTorvet(folder, {}, ['npm', 'start']);
  await server.stop('SIGTERM');
  for (let attempt = 0; (await exists(database)) && attempt < 400; attempt += 1) await new Promise((resolve) => { setTimeout(resolve, 100); });
  assert.equal(await exists(database), false);
});

test('a port that is taken is said in words', async () => {
  const server = await startTorvet(folder);
  const { port } = new URL(server.address);
  const other = await temporaryFolder();
  const refused = await runTorvet(['serve'], { TORVET_DATA: other.folder, PORT: port, TORVET_DEMO: 'no' });
  await server.stop();
  await other.remove();
  assert.equal(refused.code, 1);
  assert.match(refused.stderr, new RegExp(`cannot listen on 127\\.0\\.0\\.1, port ${port}: another program listens there`));
});

test('production without what it needs does not start', async () => {
  const refused = await runTorvet(['serve'], { NODE_ENV: 'production', TORVET_DATA: folder });
  assert.equal(refused.code, 2);
  assert.match(refused.stderr, /TORVET_URL is missing/);
});

async function runPs(parent: number): Promise<{ stdout: number[] }> {
  const { execFile } = await import('node:child_process');
  return new Promise((resolve) => {
    execFile('pgrep', ['-P', String(parent)], (_error, stdout) => resolve({ stdout: stdout.trim().split('\n').filter(Boolean).map(Number) }));
  });
}
