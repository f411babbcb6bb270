import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { fixedClock, systemClock } from './clock.ts';
import { idSource, idTime, isId, parseId } from './ids.ts';

void test('a key says when it was made', () => {
  const at = '2026-11-22T03:15:00.123Z';
  const id = idSource(fixedClock(at))();
  assert.equal(isId(id), true);
  assert.equal(idTime(id).toString(), at);
  // The example of RFC 9562, appendix A.6.
  assert.equal(idTime('017f22e2-79b0-7cc3-98c4-dc0c0c07398f').epochMilliseconds, 0x017f22e279b0);
});

void test('keys rise inside one millisecond', () => {
  const next = idSource(fixedClock('2026-11-22T03:15:00Z'));
  const ids = Array.from({ length: 20_000 }, next);
  assert.deepEqual(ids, [...ids].sort());
  assert.equal(new Set(ids).size, ids.length);
  assert.ok(ids.every(isId));
});

void test('keys rise whatever the clock does', () => {
  fc.assert(fc.property(fc.array(fc.integer({ min: 0, max: 2 ** 44 }), { minLength: 2, maxLength: 50 }), (times) => {
    let at = 0;
    const next = idSource({ now: () => Temporal.Instant.fromEpochMilliseconds(times[at++ % times.length] ?? 0) });
    const ids = times.map(() => next());
    for (let i = 1; i < ids.length; i++) assert.ok((ids[i - 1] ?? '') < (ids[i] ?? ''));
    assert.ok(ids.every(isId));
  }));
});

void test('two sources do not give the same keys', () => {
  const clock = fixedClock('2026-11-22T03:15:00Z');
  assert.notEqual(idSource(clock)(), idSource(clock)());
});

void test('only a UUID of version 7 is a key', () => {
  assert.deepEqual(parseId('017F22E2-79B0-7CC3-98C4-DC0C0C07398F'), { ok: true, value: '017f22e2-79b0-7cc3-98c4-dc0c0c07398f' });
  for (const text of ['', '017f22e279b07cc398c4dc0c0c07398f', '017f22e2-79b0-4cc3-98c4-dc0c0c07398f', '017f22e2-79b0-7cc3-c8c4-dc0c0c07398f', ' 017f22e2-79b0-7cc3-98c4-dc0c0c07398f']) {
    assert.equal(parseId(text).ok, false, text);
  }
  assert.throws(() => idTime('nothing'), TypeError);
});

void test('a time that 48 bits cannot hold is refused', () => {
  for (const ms of [-1, 2 ** 48]) assert.throws(() => idSource({ now: () => Temporal.Instant.fromEpochMilliseconds(ms) })(), RangeError);
});

void test('the system clock goes, a fixed clock stands', () => {
  const before = Date.now();
  const now = systemClock.now().epochMilliseconds;
  assert.ok(now >= before && now <= Date.now());
  const clock = fixedClock('2026-01-01T00:00:00Z');
  assert.equal(clock.now().toString(), clock.now().toString());
});
