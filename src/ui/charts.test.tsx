import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { renderToString } from 'preact-render-to-string';
import { FIGURE_ABOUT, figureFile, figuresOf } from '../../test/support/figures.ts';
import { BarChart, type Bar } from './bar-chart.tsx';
import { FigureData, type FigureAbout } from './figure-data.tsx';
import { siteOf } from './site.ts';
import { TileMap } from './tile-map.tsx';
import type { Tile } from './tile-map.view.ts';

const site = siteOf({
  lang: 'da', world: 'demo', path: '/', origin: null, navigation: [], publisher: { name: 'x', email: null }, updatedAt: null, hasOtherWorld: false,
});

function chart(bars: readonly Bar[]): string {
  return renderToString(<BarChart lang="da" id="aar" title="Forløb" description="Tekst" headers={['År', 'Antal']} bars={bars} about={FIGURE_ABOUT} />);
}

function map(tiles: readonly Tile[]): string {
  return renderToString(<TileMap site={site} id="kort" title="Kort" description="Tekst" unit="Antal" tiles={tiles} about={FIGURE_ABOUT} />);
}

function tile(code: string, value: number | null): Tile {
  return { code, name: `Kommune ${code}`, short: code, column: Number(code), row: 0, value, path: `/udbud?q=${code}` };
}

void test('a chart is a picture with title and description, and its figures stand in a table and a file', () => {
  const html = chart([{ label: '2020', value: 1234, href: '/udbud?year=2020' }, { label: '2021', value: 0, href: null }]);
  assert.match(html, /<svg[^>]*role="img" aria-labelledby="aar-title aar-desc"/);
  assert.match(html, /<title id="aar-title">Forløb<\/title><desc id="aar-desc">Tekst<\/desc>/);
  assert.match(html, /<figcaption/);
  assert.match(html, /<th scope="row"><a href="\/udbud\?year=2020"><bdi dir="auto">2020<\/bdi><\/a><\/th><td class="numeric">1\.234<\/td>/);
  assert.equal(figuresOf(html), '"År","Antal"\r\n"2020",1234\r\n"2021",0');
});

void test('a label can neither break the file nor run in a spreadsheet', () => {
  assert.equal(figuresOf(chart([{ label: '=HYPERLINK("x")\n,a', value: 1, href: null }])), '"År","Antal"\r\n"\'=HYPERLINK(""x"") ,a",1');
});

function oneFigure(about: Partial<FigureAbout>): string {
  return renderToString(<FigureData lang="en" caption="Figures" file="figures" headers={['Year', 'Count']} about={{ ...FIGURE_ABOUT, ...about }} rows={[{ label: '2020', href: null, cells: [{ text: '1', value: '1' }] }]} />);
}

void test('a file says when the data are of, whose they are, where they stand and under which licence, in the language of the page', () => {
  const shown = oneFigure({ publisher: 'Prøven', updated: null, world: 'register' });
  assert.equal(figureFile(shown), '"Year","Count","Data updated","Publisher","Page","Licence"\r\n"2020",1,,"Prøven",https://torvet.example/demo/marked?q=a&cpv=72,https://creativecommons.org/licenses/by/4.0/');
  assert.match(shown, / download="torvet-figures\.csv"/);
  assert.match(oneFigure({}), / download="torvet-demo-figures\.csv"/);
  for (const formula of ['@SUM(A1)', '-1+1', '+45', '\uFF1D1', '"=1']) assert.ok(figureFile(oneFigure({ publisher: formula })).includes(`,"'${formula.replaceAll('"', '""')}",`), formula);
});

void test('several columns of figures: a table that scrolls within reach of the keyboard, and an inert file', () => {
  const html = renderToString(
    <FigureData
      lang="da" caption="Tal" file="tal" about={FIGURE_ABOUT} headers={['År', '@SUM(A1)', '"=1+1']}
      rows={[{ label: '\uFF1D1', href: null, cells: [{ text: '1,5', value: '1.5' }, { text: 'x', value: '=2' }] }, { label: '-2', href: null, cells: [{ text: '', value: '' }, { text: '\u22123', value: '-3' }] }]}
      source={{ name: 'TED <b>', href: '/kilde', updatedAt: '2026-07-01T22:30:00Z' }}
    />,
  );
  assert.equal(figuresOf(html), '"År","\'@SUM(A1)","\'""=1+1"\r\n"\'\uFF1D1",1.5,"\'=2"\r\n"\'-2",,-3');
  assert.match(html, /<div class="table-scroll" role="region" aria-label="Tal" tabindex="0"><table/);
  assert.equal(html.match(/<th scope="col"/g)?.length, 3);
  assert.match(html, /<p class="figure-source">Kilde: <a href="\/kilde"><bdi dir="auto">TED &lt;b><\/bdi><\/a>\. Senest opdateret <time datetime="2026-07-01T22:30:00Z">2\. juli 2026 kl\. 00\.30<\/time>\.<\/p>/);
});

void test('bars keep inside the picture and their heights follow the figures', () => {
  fc.assert(fc.property(fc.array(fc.nat(100000), { minLength: 1, maxLength: 40 }), (values) => {
    const html = chart(values.map((value, index) => ({ label: String(index), value, href: null })));
    const heights = [...html.matchAll(/class="bar"[^>]*y="([\d.]+)" height="([\d.]+)"/g)].map(([, y, height]) => [Number(y), Number(height)] as const);
    assert.equal(heights.length, values.length);
    const highest = Math.max(1, ...values);
    heights.forEach(([y, height], index) => {
      assert.ok(y >= 0 && height >= 0 && y + height <= 200);
      assert.ok(Math.abs(height - ((values[index] ?? 0) / highest) * 148) < 0.06);
    });
  }));
});

void test('not covered is never zero: its own look, words in the table, nothing in the file', () => {
  const html = map([tile('0', null), tile('1', 0), tile('2', 7)]);
  assert.match(html, /class="tile tile-none"><title>Kommune 0: ikke dækket/);
  assert.match(html, /class="tile tile-zero"><title>Kommune 1: 0/);
  assert.match(html, /class="tile tile-4"><title>Kommune 2: 7/);
  assert.equal(figuresOf(html), '"Kommune","Antal"\r\n"Kommune 0",\r\n"Kommune 1",0\r\n"Kommune 2",7');
  assert.match(html, /<a href="\/demo\/udbud\?q=2">/);
});

void test('not covered is hatched, in the map and in its key, and nothing else is', () => {
  const html = map([tile('0', null), tile('1', 0), tile('2', 7)]);
  assert.equal(html.match(/<pattern id="kort-hatch"/g)?.length, 1);
  assert.deepEqual([...html.matchAll(/<(?:g|svg)[^>]* class="tile tile-(\w+)">(?:<title>[^<]*<\/title>)?<rect[^>]* fill="url\(#kort-hatch\)"/g)].map(([, shade]) => shade), ['none', 'none']);
  assert.equal(html.match(/url\(/g)?.length, 2);
});

void test('every tile and the line round it lie inside the picture', () => {
  fc.assert(fc.property(fc.array(fc.tuple(fc.nat(20), fc.nat(20)), { minLength: 1, maxLength: 20 }), (places) => {
    const html = map(places.map(([column, row], index) => ({ ...tile(String(index), null), column, row })));
    const [left = 0, top = 0, width = 0, height = 0] = (/viewBox="([^"]*)" role="img"/.exec(html)?.[1] ?? '').split(' ').map(Number);
    const tiles = [...html.matchAll(/<rect x="(\d+)" y="(\d+)" width="(\d+)" height="(\d+)" rx="3"/g)].map((found) => found.slice(1).map(Number));
    const marks = tiles.filter(([, , wide = 0]) => wide > 16);
    assert.equal(marks.length, places.length);
    for (const [x = 0, y = 0, wide = 0, high = 0] of marks) assert.ok(x - 0.5 >= left && y - 0.5 >= top && x + wide + 0.5 <= left + width && y + high + 0.5 <= top + height);
  }));
});

void test('every covered count has a shade that the key explains', () => {
  fc.assert(fc.property(fc.array(fc.option(fc.nat(500)), { minLength: 1, maxLength: 98 }), (values) => {
    const html = map(values.map((value, index) => tile(String(index), value)));
    const used = new Set([...html.matchAll(/<g class="tile tile-(\w+)"/g)].map(([, shade]) => shade));
    const explained = new Set([...html.matchAll(/<svg[^>]*class="tile tile-(\w+)"/g)].map(([, shade]) => shade));
    for (const shade of used) assert.ok(explained.has(shade), `shade ${shade} is not explained`);
    assert.equal(explained.has('none'), values.includes(null));
  }));
});
