/** What a room publishes is found like every other notice, in its own world and not in the other. */
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { sql, type Kysely } from 'kysely';
import { fixedClock, idSource } from '#base';
import { OWN_NOTICE, takeInOwnNotices, type RegisterTables } from '#register';
import { publish } from '#store';
import { testRegister } from '../../test/support/database.ts';
import { buildServer } from './server.ts';

const clock = fixedClock('2026-11-26T12:00:00Z');
const newId = idSource(clock);
const [register, demo] = [await testRegister(), await testRegister()];
const app = await buildServer({ worlds: { register, demo }, clock, url: 'http://localhost', publisher: 'Test', contact: null, metricsToken: null, logLevel: 'silent' });
after(() => app.close());

/** With a number that no double holds, and spacing of its own. */
function release(ocid: string, id: string, title: string): string {
  return `{"ocid":"${ocid}","id":"${id}","date":"2026-11-26T11:00:00Z",  "tag":["tender"],"initiationType":"tender","language":"da",`
    + '"parties":[{"id":"b","name":"Birkerup Kommune","roles":["buyer"]}],"buyer":{"id":"b","name":"Birkerup Kommune"},'
    + `"tender":{"id":"t","title":"${title}","status":"active","value":{"amount":12345678901234567.89,"currency":"DKK"}}}`;
}

const put = (db: Kysely<RegisterTables>, text: string | null): Promise<void> => db.transaction().execute((transaction) => publish(transaction, {
  id: newId(), at: clock.now(), type: 'purchase.announce', subject: newId(), version: 1, actor: null, ocid: null, release: text,
}));
const body = async (url: string): Promise<string> => (await app.inject(url)).body;
const files = async (db: Kysely<RegisterTables>): Promise<unknown> => (await sql`
  select name, imported, unchanged, completed_at is not null as completed, (select count(*) from release) as releases from source_file order by imported, first_seen`.execute(db)).rows;

void test('a release out of the outbox is found as a page, by search, by its buyer, in the API and as received', async () => {
  await put(register, release('ocds-torvet-eget', 'eget-1', 'Journalsystem til plejehjem'));
  await put(register, null);
  assert.deepEqual(await takeInOwnNotices(register), { imported: 1, unchanged: 0, rejected: 0 });
  assert.match(await body('/udbud/ocds-torvet-eget'), /<h1[^>]*><bdi[^>]*>Journalsystem til plejehjem</);
  assert.match(await body('/udbud?q=journalsystemerne'), /Journalsystem til plejehjem/);
  assert.match(await body('/organisationer?q=Birkerup'), /Birkerup Kommune/);
  assert.match(await body('/api/v1/processes?q=plejehjem'), /"ocds-torvet-eget"/);
  assert.match(await body('/api/v1/processes/ocds-torvet-eget'), /12345678901234567\.89/);
  const { rows } = await sql<{ received: string }>`select received from release`.execute(register);
  assert.deepEqual(rows, [{ received: release('ocds-torvet-eget', 'eget-1', 'Journalsystem til plejehjem') }]);
  assert.deepEqual(await files(register), [{ name: OWN_NOTICE, imported: 1, unchanged: 0, completed: true, releases: 1 }]);
  assert.equal((await app.inject('/demo/udbud/ocds-torvet-eget')).statusCode, 404, 'the other world knows nothing of it');
});

void test('each world has an outbox of its own', async () => {
  await put(demo, release('ocds-torvet-demo-eget', 'eget-1', 'Opdigtet journalsystem'));
  assert.deepEqual(await takeInOwnNotices(register), { imported: 0, unchanged: 0, rejected: 0 });
  assert.deepEqual(await takeInOwnNotices(demo), { imported: 1, unchanged: 0, rejected: 0 });
  assert.match(await body('/demo/udbud/ocds-torvet-demo-eget'), /Opdigtet journalsystem/);
  assert.equal((await app.inject('/udbud/ocds-torvet-demo-eget')).statusCode, 404);
});

void test('a process that ends between the import and its cursor changes nothing when it comes again', async () => {
  const before = await files(demo);
  await put(demo, release('ocds-torvet-demo-to', 'to-1', 'Andet køb'));
  // The cursor cannot be moved: the import is through, and what stands for the end of the process comes after it.
  await sql.raw(`create function stops() returns trigger language plpgsql as $$ begin raise exception 'the process ends here'; end $$;
    create trigger stops before update on outbox_cursor for each row execute function stops()`).execute(demo);
  await assert.rejects(takeInOwnNotices(demo), /the process ends here/);
  const between = await files(demo);
  assert.notDeepEqual(between, before);
  await sql.raw('drop trigger stops on outbox_cursor').execute(demo);
  await put(demo, release('ocds-torvet-demo-tre', 'tre-1', 'Tredje køb'));
  assert.deepEqual(await takeInOwnNotices(demo), { imported: 1, unchanged: 1, rejected: 0 });
  assert.deepEqual(await takeInOwnNotices(demo), { imported: 0, unchanged: 0, rejected: 0 });
  assert.deepEqual(await files(demo), [1, 2, 3].map(() => ({ name: OWN_NOTICE, imported: 1, unchanged: 0, completed: true, releases: 3 })));
});

void test('what is no release is noted and told, and holds nothing up', async () => {
  await put(register, '{"ocid":"ocds-torvet-halv"}');
  await put(register, release('ocds-torvet-efter', 'efter-1', 'Efter fejlen'));
  const told: string[] = [];
  assert.deepEqual(await takeInOwnNotices(register, { onReject: ({ file, reason }) => told.push(`${file}: ${reason}`) }), { imported: 1, unchanged: 0, rejected: 1 });
  assert.match(told.join('\n'), /^Torvet, egen meddelelse: It has no id and no date/);
});
