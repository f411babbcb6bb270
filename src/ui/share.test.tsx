import assert from 'node:assert/strict';
import { test } from 'node:test';
import { renderToString } from 'preact-render-to-string';
import { Selects } from './selects.tsx';
import { formatShare, Share } from './share.tsx';

void test('all is 100 %, none is 0 %, and what is neither is rounded to neither', () => {
  const shares = [[0, 7], [1, 1000], [1, 3], [999, 1000], [7, 7]] as const;
  assert.deepEqual(shares.map(([part, whole]) => formatShare(part, whole, 'da')), ['0\u00a0%', '1\u00a0%', '33\u00a0%', '99\u00a0%', '100\u00a0%']);
  assert.equal(formatShare(1, 2, 'en'), '50%');
  assert.equal(formatShare(10n ** 30n - 1n, 10n ** 30n, 'en'), '99%');
  assert.equal(formatShare(125n * 10n ** 30n, 10n ** 33n, 'en'), '13%');
});

void test('the bar is as long as its share, and only its figure is read out', () => {
  const html = renderToString(<Share lang="da" part={1} whole={8} />);
  assert.match(html, /<svg[^>]* aria-hidden="true"/);
  assert.match(html, /class="share-part" width="12\.50%"/);
  assert.match(html, /<span class="share-figure">13\u00a0%<\/span>/);
});

void test('choices keep what was chosen and say what choosing nothing means', () => {
  const field = { name: 'country', label: 'Land', all: 'Alle lande', options: [{ value: 'DK', label: 'Danmark' }, { value: 'NO', label: '<b>Norge' }], chosen: 'NO' };
  const html = renderToString(<Selects lang="da" action="/daekning#udfyldt" fields={[field]} clearHref="/daekning" />);
  assert.match(html, /<label for="country">Land<\/label><select id="country" name="country"><option value>Alle lande<\/option>/);
  assert.match(html, /<option value="DK">Danmark<\/option><option value="NO" selected>&lt;b>Norge<\/option>/);
  assert.match(html, /Ryd alle filtre/);
  assert.doesNotMatch(renderToString(<Selects lang="da" action="/" fields={[{ ...field, chosen: null }]} clearHref={null} />), /Ryd alle filtre/);
});
