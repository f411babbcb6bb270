import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Language } from '#base';
import { Page, renderDocument } from './document.tsx';
import { ErrorPage } from './error-page.tsx';
import { htmlFaults } from './html-check.ts';
import { address, siteOf, type Site, type World } from './site.ts';

function siteAt(path: string, lang: Language = 'da', world: World = 'register'): Site {
  return siteOf({
    lang, world, path, origin: 'https://torvet.example', hasOtherWorld: true, updatedAt: '2026-11-22T02:10:00Z',
    navigation: [{ path: '/', label: 'Forside' }, { path: '/udbud', label: 'Udbud' }],
    publisher: { name: 'Foreningen <b>Torvet</b>', email: 'kontakt@example.org' },
  });
}

function plain(path: string, lang: Language = 'da', world: World = 'register'): string {
  return renderDocument(<Page site={siteAt(path, lang, world)} title="x"><h1>x</h1></Page>);
}

function pageWith(body: string): string {
  return `<!DOCTYPE html><html lang="da"><head><title>x</title></head><main><h1>x</h1>${body}</main></html>`;
}

void test('addresses carry language and world, and the register in Danish has no prefix', () => {
  assert.equal(address('/udbud', 'da', 'register'), '/udbud');
  assert.equal(address('/udbud?q=a', 'en', 'demo'), '/en/demo/udbud?q=a');
  assert.equal(address('/', 'da', 'register'), '/');
  assert.equal(address('/', 'en', 'register'), '/en');
  assert.equal(address('/?a=1', 'da', 'demo'), '/demo?a=1');
  assert.equal(siteAt('/', 'en', 'demo').dataHref('/api/v1'), '/demo/api/v1');
});

void test('every page says which world it shows, in both languages', () => {
  assert.match(plain('/', 'da', 'demo'), /world-banner-demo.*Fiktive data/s);
  assert.match(plain('/', 'en', 'demo'), /world-banner-demo.*Fictional data/s);
  assert.match(plain('/', 'da', 'register'), /world-banner-register.*Offentliggjorte data/s);
  assert.match(plain('/', 'da', 'demo'), /<title>x – Torvet \(Fiktive data\)<\/title>/);
  assert.match(plain('/', 'da', 'demo'), /<meta name="robots" content="noindex"/);
  for (const lang of ['da', 'en'] as const) for (const world of ['demo', 'register'] as const) assert.deepEqual(htmlFaults(plain('/', lang, world)), []);
});

void test('a page names its other language and its own address', () => {
  const html = renderDocument(<Page site={siteAt('/udbud?q=a&year=2020', 'en', 'demo')} title="x"><h1>x</h1></Page>);
  assert.match(html, /<html lang="en">/);
  assert.match(html, /rel="canonical" href="https:\/\/torvet\.example\/en\/demo\/udbud\?q=a&amp;year=2020"/);
  assert.match(html, /hreflang="da" href="https:\/\/torvet\.example\/demo\/udbud\?q=a&amp;year=2020"/);
  assert.match(html, /class="language-switch" href="\/demo\/udbud\?q=a&amp;year=2020" lang="da"/);
});

void test('the menu marks the page, and the section above a page', () => {
  assert.match(plain('/udbud?q=a'), /<a href="\/udbud" aria-current="page">/);
  assert.match(plain('/udbud/ocds-1'), /<a href="\/udbud" aria-current="true">/);
  assert.doesNotMatch(plain('/udbudx'), /aria-current/);
});

void test('hostile text in a title or a setting stays text', () => {
  const title = '</title><script>alert(1)</script>\u202Egnp.exe\u0000"';
  const html = renderDocument(<Page site={siteAt('/')} title={title} description={'"><img onerror=x>'}><h1>x</h1></Page>);
  assert.doesNotMatch(html, /<script|<img|<b>/);
  assert.ok(!html.includes('\u202E') && !html.includes('\u0000'));
  assert.deepEqual(htmlFaults(html), []);
});

void test('an error page says what happened in plain words, with the number to give', () => {
  for (const lang of ['da', 'en'] as const) {
    for (const status of [400, 403, 404, 413, 500, 502, 503]) {
      const html = renderDocument(<ErrorPage site={siteAt('/x', lang)} status={status} requestId="0193-<abc>" searchPath="/udbud" />);
      assert.match(html, /0193-&lt;abc/);
      assert.match(html, /noindex/);
      assert.deepEqual(htmlFaults(html), []);
    }
  }
  assert.match(renderDocument(<ErrorPage site={siteAt('/x')} status={404} requestId="1" message={'<i>'} />), /&lt;i>/);
});

void test('the check of a page finds what it should', () => {
  assert.deepEqual(htmlFaults(pageWith('<p id="a">x</p><a href="#a">x</a><code>/api/{ocid}</code>')), []);
  const bad = [
    '<p style="color:red">', '<script src="x">', '<style>', '<p onclick="x">', '<a href="javascript:x">', '<h1>y</h1>', '<h3>y</h3>', '<p id="a"></p><p id="a">',
    '<label for="missing">', '<svg aria-labelledby="missing">', '<a href="#missing">', 'undefined', 'NaN', '[object Object]', 'Vis alle {count}',
  ];
  for (const body of bad) assert.equal(htmlFaults(pageWith(body)).length, 1, body);
  assert.equal(htmlFaults('<p>x').length, 4);
});
