import assert from 'node:assert/strict';
import { test } from 'node:test';
import { wordsNaming } from './named-purchases.store.ts';

void test('a name is found as whole words, whatever parts them, and told in its surroundings', () => {
  assert.equal(wordsNaming('Drift af KMD  Opera i jobcentret', ['KMD Opera']), 'Drift af KMD Opera i jobcentret');
  assert.equal(wordsNaming('Drift af kmd-opera.', ['Momentum', 'KMD Opera']), 'Drift af kmd-opera.');
  assert.equal(wordsNaming('KMD Operatør', ['KMD Opera']), null);
  assert.equal(wordsNaming('KMD leverer en opera', ['KMD Opera']), null);
  assert.equal(wordsNaming(`${'a '.repeat(200)}C++ ${'b '.repeat(200)}`, ['C++'])?.includes('C++'), true);
  assert.match(wordsNaming(`${'a '.repeat(200)}C++ ${'b '.repeat(200)}`, ['C++']) ?? '', /^….{60,100}C\+\+.{60,100}…$/);
});
