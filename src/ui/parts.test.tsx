import assert from 'node:assert/strict';
import { test } from 'node:test';
import { renderToString } from 'preact-render-to-string';
import { DataTable } from './data-table.tsx';
import { DownloadLinks } from './downloads.tsx';
import { KeyFigures, SummaryList, Timeline } from './figures.tsx';
import { Alert, EmptyState, ErrorSummary } from './messages.tsx';
import { Breadcrumbs, Pagination } from './navigation.tsx';
import { ActiveFilters, Facets, SearchField } from './search.tsx';

const HOSTILE = '"><script>x</script>';

void test('a table keeps its roles when it is laid out as cards, and says how it is sorted', () => {
  const html = renderToString(
    <DataTable
      lang="da" caption="Tal" rows={[{ name: 'a', count: 1 }]}
      columns={[
        { header: 'Navn', sort: { href: '?sort=name', state: 'ascending' }, cell: (row) => row.name },
        { header: 'Antal', numeric: true, cell: (row) => row.count },
      ]}
    />,
  );
  assert.match(html, /<table[^>]*role="table"><caption[^>]*>Tal<\/caption>/);
  assert.match(html, /aria-sort="ascending"><a href="\?sort=name" aria-label="Sortér efter Navn, stigende">/);
  assert.match(html, /<th role="rowheader" scope="row">a<\/th><td role="cell" class="numeric" data-label="Antal">/);
});

void test('a search form asks by GET, carries hidden fields and cannot be broken out of', () => {
  const html = renderToString(<SearchField lang="da" action="/udbud" label="Søg" value={HOSTILE} hidden={[['year', '2020'], ['x', HOSTILE]]} />);
  assert.match(html, /<form[^>]*role="search" method="get" action="\/udbud">/);
  assert.match(html, /<label for="q">/);
  assert.match(html, /type="hidden" name="year" value="2020"/);
  assert.doesNotMatch(html, /<script/);
});

void test('chosen filters stay in sight, the rest of a long list is folded', () => {
  const options = Array.from({ length: 12 }, (_none, index) => ({ value: `v${index}`, label: `L${index}`, count: 12 - index, selected: index === 11 }));
  const html = renderToString(
    <Facets lang="da" action="/udbud" hidden={[]} clearHref="/udbud" groups={[{ name: 'land', label: 'Land', options }, { name: 'tom', label: 'Tom', options: [] }]} />,
  );
  const [shown = '', folded = ''] = html.split('class="facets-more"');
  assert.match(shown, /value="v11" checked/);
  assert.doesNotMatch(folded, /checked/);
  assert.equal([...html.matchAll(/type="checkbox"/g)].length, 12);
  assert.doesNotMatch(html, /Tom/);
  assert.match(html, /Filtre \(1\)/);
});

void test('a chosen filter is a link that removes it and says so', () => {
  const html = renderToString(<ActiveFilters lang="en" filters={[{ label: 'Country', value: 'Denmark', removeHref: '/en/udbud' }]} />);
  assert.match(html, /href="\/en\/udbud" aria-label="Remove the filter Country: Denmark"/);
  assert.equal(renderToString(<ActiveFilters lang="en" filters={[]} />), '');
});

void test('paging shows only the ways there are', () => {
  assert.equal(renderToString(<Pagination lang="da" previous={null} next={null} />), '');
  const html = renderToString(<Pagination lang="da" previous={null} next="/udbud?after=x" />);
  assert.match(html, /rel="next" href="\/udbud\?after=x"/);
  assert.doesNotMatch(html, /rel="prev"/);
});

void test('the last crumb is the page itself', () => {
  const html = renderToString(<Breadcrumbs lang="da" crumbs={[{ label: 'Torvet', href: '/' }, { label: HOSTILE, href: null }]} />);
  assert.match(html, /<span aria-current="page"><bdi dir="auto">&quot;>&lt;script>/);
});

void test('rows without a value are left out, and a list without rows is nothing', () => {
  assert.match(renderToString(<SummaryList rows={[{ label: 'A', value: 0 }, { label: 'B', value: null }, { label: 'C', value: '' }]} />), /^<dl[^>]*><div><dt>A<\/dt><dd>0<\/dd><\/div><\/dl>$/);
  assert.equal(renderToString(<SummaryList rows={[{ label: 'B', value: undefined }]} />), '');
});

void test('errors of a form lead to their fields', () => {
  const html = renderToString(<ErrorSummary lang="da" errors={[{ field: 'beloeb', message: 'Skriv et beløb.' }]} />);
  assert.match(html, /role="alert" tabindex="-1"/);
  assert.match(html, /<a href="#beloeb">Skriv et beløb\.<\/a>/);
  assert.equal(renderToString(<ErrorSummary lang="da" errors={[]} />), '');
});

void test('figures, downloads, events and messages say what they are given', () => {
  assert.match(renderToString(<KeyFigures figures={[{ value: '12', label: 'udbud', href: '/udbud' }]} />), /<a class="key-figure" href="\/udbud"><strong>12<\/strong> <span>udbud/);
  assert.match(renderToString(<DownloadLinks lang="da" downloads={[{ format: 'csv-dk', href: '/udbud-excel.csv' }]} />), /href="\/udbud-excel\.csv" download.*CSV til dansk Excel/s);
  assert.match(renderToString(<Timeline events={[{ when: <time>i dag</time>, title: 'Kontrakt' }]} />), /<li><p[^>]*><time>i dag<\/time><\/p><h3[^>]*>Kontrakt/);
  assert.match(renderToString(<Alert tone="warning" heading="Pas på"><p>x</p></Alert>), /notice-warning.*Pas på/s);
  assert.match(renderToString(<EmptyState heading="Intet"><p>Prøv igen</p></EmptyState>), /<h2>Intet<\/h2><p>Prøv igen/);
});
