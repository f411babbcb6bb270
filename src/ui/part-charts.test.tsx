import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import * as fc from 'fast-check';
import type { VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { FIGURE_ABOUT, figuresOf } from '../../test/support/figures.ts';
import type { ChartValue } from './chart-values.ts';
import { CompareBars } from './compare-bars.tsx';
import { Page, renderDocument } from './document.tsx';
import { htmlFaults } from './html-check.ts';
import { MixBar } from './mix-bar.tsx';
import { RankChart } from './rank-chart.tsx';
import { siteOf } from './site.ts';
import { StackChart } from './stack-chart.tsx';

const site = siteOf({
  lang: 'da', world: 'demo', path: '/', origin: null, navigation: [], publisher: { name: 'x', email: null }, updatedAt: null, hasOtherWorld: false,
});
const HOSTILE = '=cmd|\u202E<b onclick="x">"æ\u0000</title></svg>\'';
const DKK = { currency: 'DKK' };
const base = { lang: 'da', id: 'd', title: 'Titel', description: 'Tekst', measure: 'count', about: FIGURE_ABOUT } as const;

function rank(values: readonly ChartValue[], label = 'Navn'): VNode {
  return <RankChart {...base} headers={['Navn', 'Antal']} rows={values.map((value, index) => ({ label: `${label} ${index}`, href: '/org', value }))} />;
}
function mix(values: readonly ChartValue[], label = 'Del'): VNode {
  return <MixBar {...base} headers={['Del', 'Antal']} parts={values.map((value, index) => ({ label: `${label} ${index}`, href: null, value }))} />;
}
function stack(columns: readonly (readonly ChartValue[])[], label = 'Del'): VNode {
  const parts = (columns[0] ?? []).map((_value, index) => `${label} ${index}`);
  return <StackChart {...base} header="År" parts={parts} columns={columns.map((values, index) => ({ label: String(2000 + index), href: null, values }))} />;
}
function compare(along: 'years' | 'names', groups: readonly (readonly ChartValue[])[], label = 'Kommune'): VNode {
  const series = (groups[0] ?? []).map((_value, index) => `${label} ${index}`);
  return <CompareBars {...base} measure={DKK} along={along} header="År" series={series} groups={groups.map((values, index) => ({ label: `${label} ${index}`, href: null, values }))} />;
}

interface Piece { readonly part: string; readonly y: number; readonly x: number; readonly width: number; readonly height: number }

/** The rectangles that are drawn, without the squares of the legend. */
function piecesOf(html: string): Piece[] {
  return [...html.matchAll(/<rect ([^>]*class="piece[^>]*)/g)].flatMap(([, attributes = '']) => {
    const of = (name: string): string => new RegExp(`(?:^| )${name}="([^"]*)"`).exec(attributes)?.[1] ?? '';
    const number = (name: string): number => Number.parseFloat(of(name) || '0');
    return of('rx') === '2' ? [] : [{ part: /part-(\w+)\)/.exec(of('fill'))?.[1] ?? '', y: number('y'), x: number('x'), width: number('width'), height: number('height') }];
  });
}

const value = fc.oneof(fc.constant(null), fc.constant(0), fc.nat(100_000), fc.bigInt({ min: 0n, max: 10n ** 25n }).map((whole) => `${whole}.50`));
const matrix = (most: number, longest: number) => fc.integer({ min: 1, max: most })
  .chain((width) => fc.array(fc.array(value, { minLength: width, maxLength: width }), { minLength: 1, maxLength: longest }));

void test('every chart is a lawful part of a page, whatever its names and figures are', () => {
  const rows = fc.array(value, { maxLength: 6 });
  fc.assert(fc.property(rows, matrix(6, 40), matrix(3, 40), fc.constantFrom('Navn', HOSTILE, ''), (list, columns, groups, label) => {
    for (const chart of [rank(list, label), mix(list, label), stack(columns, label), compare('names', groups, label), compare('years', groups, label)]) {
      const html = renderDocument(<Page site={site} title="x"><h1>x</h1>{chart}</Page>);
      assert.deepEqual(htmlFaults(html), []);
      assert.doesNotMatch(html, /<b onclick|\u202E<|NaN|Infinity/);
      assert.match(html, list.length > 0 ? /role="img"/ : /<figcaption/);
    }
  }), { numRuns: 40 });
});

void test('a picture keeps inside its frame, and its pieces never lie over each other', () => {
  fc.assert(fc.property(matrix(6, 12), (columns) => {
    const pieces = piecesOf(renderToString(stack(columns)));
    for (const { x, y, width, height } of pieces) assert.ok(x >= 0 && x + width <= 100.01 && y >= 0 && y + height <= 232.11, `${x} ${y} ${width} ${height}`);
    for (const [, own] of Map.groupBy(pieces.filter(({ height }) => height > 4), ({ x }) => x)) {
      own.slice(1).forEach((upper, index) => assert.ok(upper.y + upper.height <= (own[index]?.y ?? 0) + 0.11));
    }
  }));
});

void test('what is not nothing is seen, zero is not drawn, and not covered has its own look', () => {
  fc.assert(fc.property(matrix(6, 12), (columns) => {
    const pieces = piecesOf(renderToString(stack(columns)));
    assert.equal(pieces.filter(({ part }) => part !== 'none').length, columns.flat().filter((each) => each !== null && Number(each) > 0).length);
    assert.equal(pieces.filter(({ part }) => part === 'none').length, columns.filter((column) => column.includes(null)).length);
    assert.ok(pieces.every(({ height }) => height >= 2));
  }));
  const row = piecesOf(renderToString(rank(['1000000000', '1', 0, null])));
  assert.deepEqual(row.map(({ part, width }) => [part, width]), [['0', 3], ['0', 100], ['0', 3], ['0', 0], ['none', 28]]);
});

void test('a wholly uncovered year is a band as high as the picture, a partly covered one has a cap', () => {
  const [band, known, capped] = piecesOf(renderToString(stack([[null, null], [4, null]])));
  assert.deepEqual([band?.part, band?.height], ['none', 204]);
  assert.deepEqual([known?.part, capped?.part, capped?.height], ['0', 'none', 10]);
  assert.equal(figuresOf(renderToString(stack([[null, null], [4, null], [4, 0]]))), '"År","Del 0","Del 1","I alt"\r\n"2000",,,\r\n"2001",4,,\r\n"2002",4,0,4');
});

void test('the parts of a mix fill it, each as wide as its share unless that could not be seen', () => {
  const html = renderToString(mix([50, 30, 20]));
  assert.deepEqual(piecesOf(html).map(({ x, width }) => [x, width]), [[0, 50], [50, 30], [80, 20]]);
  assert.match(html, /<span class="mix-share">30\u00A0%<\/span>/);
  assert.equal(figuresOf(html), '"Del","Antal","Andel (%)"\r\n"Del 0",50,50.00\r\n"Del 1",30,30.00\r\n"Del 2",20,20.00');
  fc.assert(fc.property(fc.array(fc.nat(1_000_000), { minLength: 1, maxLength: 6 }), (values) => {
    const pieces = piecesOf(renderToString(mix(values)));
    assert.equal(pieces.length, values.filter((each) => each > 0).length);
    assert.ok(pieces.length === 0 || Math.abs(pieces.reduce((sum, { width }) => sum + width, 0) - 100) < 0.01);
    assert.ok(pieces.every(({ width }) => width > 0.7));
  }));
});

void test('shares of a whole that is not wholly covered, or of nothing, are not made up', () => {
  const html = renderToString(mix([4, null, 4]));
  assert.deepEqual(piecesOf(html).map(({ part, x, width }) => [part, x, width]), [['0', 0, 45], ['2', 45, 45], ['none', 90, 10]]);
  assert.match(html, /andelene kan ikke regnes ud/);
  assert.equal(figuresOf(html), '"Del","Antal","Andel (%)"\r\n"Del 0",4,\r\n"Del 1",,\r\n"Del 2",4,');
  assert.doesNotMatch(renderToString(mix([0, 0])), /mix-share">[^<]/);
  assert.deepEqual(piecesOf(renderToString(mix([null, 0]))).map(({ part, width }) => [part, width]), [['none', 100]]);
});

void test('two organisations are told apart by pattern and key, at the same scale', () => {
  const html = renderToString(compare('names', [['2000000', '1000000'], [null, '0']]));
  assert.match(html, /<ul class="chart-legend" aria-label="Signatur"><li><svg[^>]*><rect[^>]*fill="url\(#d-part-0\)"/);
  assert.match(html, /<title>Kommune 1: 1\.000\.000\u00A0kr\.<\/title>/);
  assert.deepEqual(piecesOf(html).map(({ part, width }) => [part, width]), [['0', 3], ['0', 100], ['1', 3], ['1', 50], ['none', 28]]);
  const upright = piecesOf(renderToString(compare('years', [['2000000', '1000000'], [null, '0']])));
  assert.deepEqual(upright.map(({ part, height }) => [part, height]), [['0', 204], ['1', 102], ['none', 204]]);
});

void test('a name that is cut stands whole in its title and in the table', () => {
  const long = 'Fællesoffentligt indkøb '.repeat(12).trim();
  const html = renderToString(rank([1], long));
  assert.match(html, new RegExp(`<a class="row-name" href="/org" title="${long} 0"><bdi dir="auto">Fælles[^<]{40,90}\u2026</bdi>`));
  assert.match(html, new RegExp(`<th scope="row"><a href="/org"><bdi dir="auto">${long} 0</bdi>`));
});

void test('a chart of nothing says so, and more parts than can be told apart are refused', () => {
  for (const chart of [rank([]), mix([]), stack([]), compare('names', []), compare('years', [])]) {
    const html = renderToString(chart);
    assert.match(html, /Der er ingen tal at vise\./);
    assert.doesNotMatch(html, /<svg|data:text/);
  }
  assert.throws(() => renderToString(mix([1, 1, 1, 1, 1, 1, 1])), /gather the smallest/);
  assert.throws(() => renderToString(compare('years', [[1, 1, 1, 1]])), /cannot be told apart/);
});

/** Relative luminance, as WCAG 2 reckons it. */
function luminance(colour: string): number {
  const levels = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255)
    .map((level) => (level <= 0.03928 ? level / 12.92 : ((level + 0.055) / 1.055) ** 2.4));
  return levels.reduce((sum, level, index) => sum + level * ([0.2126, 0.7152, 0.0722][index] ?? 0), 0);
}

void test('every part has a ground with a contrast of 3 to 1 against the white that parts it from the next', () => {
  const css = ['torvet.css', 'charts.css'].map((name) => readFileSync(join(import.meta.dirname, 'static', name), 'utf8')).join('\n');
  const petrol = /--petrol: (#\w{6})/.exec(css)?.[1] ?? '';
  const grounds = [petrol, ...[...css.matchAll(/^\.part-\d rect \{ fill: (#\w{6})/gm)].map(([, colour = '']) => colour)];
  assert.equal(grounds.length, 6);
  for (const ground of grounds) assert.ok(1.05 / (luminance(ground) + 0.05) >= 3, ground);
});
