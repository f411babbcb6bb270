import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { sql } from 'kysely';
import type { SyncView } from '#register';
import { testRegister } from '../../test/support/database.ts';
import type { ChildEnd } from './child.ts';
import { dueIn, keepSyncing, type ScheduleParts } from './sync-schedule.ts';

const HOUR = 3_600_000;
const NOW = Temporal.Instant.from('2026-11-25T12:00:00Z');
const PLAN = { country: 'DNK', cpv: '72,48' };
const register = await testRegister();

const ended = (endedAt: string | null): SyncView => ({ source: 'ted', query: 'DNK:48,72', covered: [], lastSuccess: null, lastFailure: null, endedAt });

test('a run is due so many hours after the last one ended, and at once when none did', () => {
  assert.equal(dueIn([], PLAN, 24, NOW), 0);
  assert.equal(dueIn([ended(null)], PLAN, 24, NOW), 0);
  assert.equal(dueIn([ended('2026-11-25T11:00:00Z')], PLAN, 24, NOW), 23 * HOUR);
  assert.equal(dueIn([ended('2026-11-20T11:00:00Z')], PLAN, 24, NOW), 0);
  assert.equal(dueIn([ended('2027-01-01T00:00:00Z')], PLAN, 24, NOW), 24 * HOUR, 'a clock that was wrong puts it off once, not for months');
  assert.equal(dueIn([{ ...ended('2026-11-25T11:00:00Z'), query: 'DNK' }], PLAN, 24, NOW), 0, 'another query is another matter');
});

interface Scene {
  readonly logged: { level: string; facts: Record<string, unknown>; message: string }[];
  readonly sleeps: number[];
  readonly runs: (readonly string[])[];
  readonly schedule: { stop(): Promise<void> };
  readonly done: Promise<void>;
}

/** Runs end as told, one after another; after the last the scene is done. */
function play(ends: readonly ChildEnd[], everyHours = 6): Scene {
  const logged: Scene['logged'] = [];
  const sleeps: number[] = [];
  const runs: (readonly string[])[] = [];
  const note = (level: string) => (facts: object, message: string): void => void logged.push({ level, facts: facts as Record<string, unknown>, message });
  const over = Promise.withResolvers<void>();
  let running = 0;
  const parts: ScheduleParts = {
    clock: { now: () => NOW },
    sleep: (milliseconds, signal) => {
      sleeps.push(milliseconds);
      if (runs.length < ends.length) return Promise.resolve();
      over.resolve();
      return new Promise((_resolve, reject) => { signal.addEventListener('abort', () => reject(new Error('aborted'))); });
    },
    run: async (args) => {
      assert.equal(running, 0, 'two at once');
      running += 1;
      runs.push(args);
      await new Promise((resolve) => { setImmediate(resolve); });
      running -= 1;
      const end = ends[runs.length - 1];
      assert.ok(end);
      return end;
    },
  };
  const schedule = keepSyncing(register, PLAN, everyHours, { info: note('info'), warn: note('warn'), error: note('error') }, parts);
  return { logged, sleeps, runs, schedule, done: over.promise };
}

describe('the schedule', () => {
  test('one after another, each logged, also after failures', async () => {
    const counts = '{"found":3,"imported":2,"unchanged":0,"rejected":1,"seconds":4}\n';
    const scene = play([
      { code: 0, stdout: counts, stderr: '' },
      { code: 2, stdout: '', stderr: 'torvet: TED cannot be reached.' },
      { code: 1, stdout: counts, stderr: 'rejected: x' },
      { code: null, stdout: '', stderr: 'spawn EAGAIN' },
    ]);
    await scene.done;
    await scene.schedule.stop();
    assert.deepEqual(scene.runs, Array.from({ length: 4 }, () => ['sync', 'ted', '--country', 'DNK', '--cpv', '72,48', '--json']));
    assert.deepEqual(scene.sleeps, [0, 6 * HOUR, 6 * HOUR, 6 * HOUR, 6 * HOUR]);
    assert.deepEqual(scene.logged.map(({ level, message }) => [level, message]), [
      ['info', 'sync done'], ['error', 'sync failed'], ['warn', 'sync done, not all notices could be taken'], ['error', 'sync failed'],
    ]);
    const [first, second] = scene.logged;
    assert.deepEqual(first?.facts, { sync: 'DNK:72,48', found: 3, imported: 2, unchanged: 0, rejected: 1, seconds: 4 });
    assert.match(String(second?.facts['said']), /cannot be reached/);
  });
  test('after a restart it waits for what is left of the hours', async () => {
    await sql`insert into sync_run (source, query, since, reached, until, finished_at) values ('ted', 'DNK:48,72', '2026-11-01', '2026-11-25', '2026-11-25', ${NOW.subtract({ hours: 2 }).toString()})`.execute(register);
    const scene = play([]);
    await scene.done;
    await scene.schedule.stop();
    assert.deepEqual(scene.sleeps, [4 * HOUR]);
    await sql`delete from sync_run`.execute(register);
  });
  test('stopping ends a run that is under way, and waits for it', async () => {
    let killed = false;
    const begun = Promise.withResolvers<void>();
    const schedule = keepSyncing(register, PLAN, 1, { info: () => {}, warn: () => {}, error: () => assert.fail('nothing failed') }, {
      clock: { now: () => NOW },
      sleep: () => Promise.resolve(),
      run: (_args, signal) => new Promise((resolve) => {
        begun.resolve();
        signal.addEventListener('abort', () => setImmediate(() => {
          killed = true;
          resolve({ code: null, stdout: '', stderr: '' });
        }));
      }),
    });
    await begun.promise;
    await schedule.stop();
    assert.ok(killed);
  });
});
