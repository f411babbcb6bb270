import assert from 'node:assert/strict';
import { posix } from 'node:path';
import { test } from 'node:test';
import { asset, assetFile, assetFiles, assetRoot } from './assets.ts';

const styles = assetFiles().filter((file) => file.type.startsWith('text/css'));

void test('every file that a style sheet refers to is served', () => {
  let looked = 0;
  for (const style of styles) {
    for (const [, url = ''] of Buffer.from(style.body).toString('utf8').matchAll(/url\("?([^)"]+)"?\)/g)) {
      if (url.startsWith('data:')) continue;
      const name = posix.join(posix.dirname(style.name), url.replace(/[?#].*$/, ''));
      assert.notEqual(assetFile(name), null, `${style.name} asks for ${name}`);
      looked += 1;
    }
  }
  assert.ok(looked > 100, `only ${looked} references were looked at`);
});

void test('no style sheet asks another site or imports another sheet', () => {
  for (const style of styles) {
    assert.doesNotMatch(Buffer.from(style.body).toString('utf8'), /@import|url\("?(?:https?:)?\/\//);
  }
  assert.ok(styles.length >= 4);
});

void test('fonts come as woff2 only, in the family the theme names', () => {
  const fonts = assetFiles().filter((file) => /fonts\//.test(file.name));
  assert.ok(fonts.length >= 4);
  for (const font of fonts) assert.equal(font.type, 'font/woff2');
});

void test('the logos of other public sites are not served', () => {
  for (const file of assetFiles()) assert.doesNotMatch(file.name, /borger|virk/i);
});

void test('an address carries the hash, and an unknown name is a mistake', () => {
  assert.match(assetRoot(), /^\/assets\/[0-9a-f]{16}\/$/);
  assert.equal(asset('torvet.css'), `${assetRoot()}torvet.css`);
  assert.throws(() => asset('missing.css'), /no asset "missing\.css"/);
  assert.equal(assetFile('../../package.json'), null);
});
