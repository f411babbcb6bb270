import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { Kept } from './kept.ts';

/** Makes 1, 2, 3 …, so that a test sees which time an answer was made. */
function counter(): () => Promise<number> {
  let made = 0;
  return async () => { made += 1; return made; };
}

const isSecond = (value: number): boolean => value > 1;

describe('answers that are kept', () => {
  test('as long as the version stands, and not a request longer', async () => {
    const kept = new Kept<number>(5);
    const make = counter();
    assert.deepEqual([await kept.get('1', 'a', make), await kept.get('1', 'a', make)], [1, 1]);
    assert.deepEqual([await kept.get('1', 'b', make), await kept.get('2', 'a', make), await kept.get('2', 'b', make)], [2, 3, 4]);
    // A request that read the old version late must not be given to those that know the new one.
    assert.deepEqual([await kept.get('1', 'a', make), await kept.get('2', 'a', make)], [5, 6]);
  });

  test('who asks while an answer is being made waits for that one', async () => {
    const kept = new Kept<number>(5);
    const make = counter();
    assert.deepEqual(await Promise.all([kept.get('1', 'a', make), kept.get('1', 'a', make), kept.get('1', 'a', make)]), [1, 1, 1]);
  });

  test('the one that nobody asked for the longest goes first', async () => {
    const kept = new Kept<number>(2);
    const make = counter();
    for (const key of ['a', 'b', 'a', 'c']) await kept.get('1', key, make);
    assert.deepEqual([await kept.get('1', 'a', make), await kept.get('1', 'c', make), await kept.get('1', 'b', make)], [1, 3, 4]);
  });

  test('a failure is told and not kept', async () => {
    const kept = new Kept<number>(2);
    await assert.rejects(kept.get('1', 'a', () => Promise.reject(new Error('gone'))), /gone/);
    assert.equal(await kept.get('1', 'a', counter()), 1);
  });

  test('an answer that no longer holds is made anew, once for all who see it', async () => {
    const kept = new Kept<number>(2);
    const make = counter();
    await kept.get('1', 'a', make);
    assert.deepEqual(await Promise.all([kept.get('1', 'a', make, isSecond), kept.get('1', 'a', make, isSecond)]), [2, 2]);
    assert.equal(await kept.get('1', 'a', make, isSecond), 2);
  });
});
