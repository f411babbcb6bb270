import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { landOf } from '#register';
import { slugOf } from './slug.ts';

void test('names in addresses', () => {
  for (const [name, slug] of [['KMD Opera', 'kmd-opera'], ['  Jobsys–PLUS ', 'jobsys-plus'], ['Ærø', 'aeroe'], ['Århus é', 'aarhus-e'], ['SKI 02.19', 'ski-02-19'], ['C', 'c'], ['C++', 'c-plus-plus'], ['C#', 'c-sharp'], ['!?', 'u-21-3f'], ['', 'u']] as const) {
    assert.equal(slugOf(name), slug, name);
  }
});

void test('each municipality has one of its own', () => {
  const slugs = landOf('register').places.map(({ name }) => slugOf(name));
  assert.equal(slugs.length, 98);
  assert.equal(new Set(slugs).size, 98);
  assert.ok(slugs.every((slug) => /^[a-z-]+$/.test(slug)));
});

void test('every name has one, of letters and digits', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (name) => {
    assert.match(slugOf(name), /^[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*$/u);
  }));
});
