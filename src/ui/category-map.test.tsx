import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { renderToString } from 'preact-render-to-string';
import { FIGURE_ABOUT, figuresOf } from '../../test/support/figures.ts';
import { CategoryMap, type CategoryTile, type TileCategory } from './category-map.tsx';
import { siteOf } from './site.ts';

const site = siteOf({ lang: 'da', world: 'register', path: '/', origin: null, navigation: [], publisher: { name: 'x', email: null }, updatedAt: null, hasOtherWorld: false });
const CATEGORIES: readonly TileCategory[] = [
  { code: 'open', label: 'Udbudt', mark: 'A', look: 1 },
  { code: 'outside', label: 'Uden for dækning', mark: '–', look: 'hatched' },
  { code: 'unknown', label: 'Ikke kendt', mark: '', look: 'open' },
  { code: 'unused', label: 'Findes ikke her', mark: 'Z', look: 9 },
];
const tile = (code: string, category: string, href: string | null = null, isStop = true): CategoryTile => ({ code, name: `Kommune <${code}>`, short: code, column: Number(code), row: 0, category, href, isStop });
const map = (tiles: readonly CategoryTile[], target?: '_blank'): string => renderToString(<CategoryMap site={site} id="kort" title="Kort" description="Tekst" heading="Hvordan" categories={CATEGORIES} tiles={tiles} about={FIGURE_ABOUT} target={target} />);

void test('kinds are told apart without colour: by letter, by hatching, by an open tile; the legend has those that are there, with their numbers', () => {
  const html = map([tile('1', 'open', '#r-1'), tile('2', 'outside'), tile('3', 'unknown'), tile('4', 'unknown')]);
  assert.match(html, /<a class="tile tile-look-1" href="#r-1"><title>Kommune &lt;1>: Udbudt<\/title>.*?class="tile-mark"[^>]*>A</);
  assert.match(html, /<g class="tile tile-look-hatched"><title>Kommune &lt;2>: Uden for dækning<\/title><rect[^>]*fill="url\(#kort-hatch\)"/);
  assert.match(html, /<g class="tile tile-look-open"><title>Kommune &lt;3>: Ikke kendt<\/title>(?:(?!tile-mark).)*<\/g>/);
  const legend = /<ul class="tile-legend.*?<\/ul>/.exec(html)?.[0] ?? '';
  assert.deepEqual([...legend.matchAll(/<\/svg>([^<]*)<strong>(\d+)</g)].map(([, label = '', count]) => [label.trim(), count]), [['Udbudt', '1'], ['Uden for dækning', '1'], ['Ikke kendt', '2']]);
});

void test('it is a group with links, not a picture; only stops take the keyboard, and all of it stands in a table and a file', () => {
  const html = map([tile('1', 'open', '#r-1'), tile('2', 'unknown', '/x', false)]);
  assert.match(html, /<svg[^>]* role="group" aria-labelledby="kort-title" aria-describedby="kort-desc"/);
  assert.match(html, /<a class="tile tile-look-open" href="\/x" tabindex="-1"/);
  assert.equal(figuresOf(html), '"Kommune","Hvordan"\r\n"Kommune <1>","Udbudt"\r\n"Kommune <2>","Ikke kendt"');
  assert.match(html, /<th scope="row"><a href="#r-1">/);
});

void test('within a frame links open a window of their own, and the table has none', () => {
  const html = map([tile('1', 'open', 'https://torvet.example/x')], '_blank');
  assert.match(html, /href="https:\/\/torvet\.example\/x" target="_blank" rel="noopener"/);
  assert.equal(html.match(/<a [^>]*torvet\.example\/x/g)?.length, 1);
});

void test('every tile of a known kind is drawn once, whatever the tiles', () => {
  fc.assert(fc.property(fc.array(fc.record({ category: fc.constantFrom('open', 'outside', 'unknown', 'no-such'), linked: fc.boolean() }), { maxLength: 30 }), (given) => {
    const html = map(given.map(({ category, linked }, at) => tile(String(at), category, linked ? `#r-${at}` : null)));
    const svg = /<svg class="tiles".*?<\/svg>/.exec(html)?.[0] ?? '';
    const known = given.filter(({ category }) => category !== 'no-such');
    assert.equal(svg.match(/<(?:a|g) class="tile /g)?.length ?? 0, known.length);
    assert.equal(svg.match(/<a /g)?.length ?? 0, known.filter(({ linked }) => linked).length);
  }));
});
