import assert from 'node:assert/strict';

/** What the files of charts say of themselves in tests. */
export const FIGURE_ABOUT = {
  world: 'demo', publisher: '=Prøven "1", #2', address: 'https://torvet.example/demo/marked?q=a&cpv=72', updated: '2026-11-22T12:00:00Z',
  licence: 'https://creativecommons.org/licenses/by/4.0/',
} as const;

const HEADERS = ',"Data opdateret","Udgiver","Side","Licens"';
const SAID = `,2026-11-22T12:00:00Z,"'=Prøven ""1"", #2",${FIGURE_ABOUT.address},${FIGURE_ABOUT.licence}`;

/** The file of a chart as it is saved. */
export function figureFile(html: string): string {
  const address = /href="(data:text\/csv;charset=utf-8,[^"]*)"/.exec(html)?.[1]?.replaceAll('&amp;', '&') ?? assert.fail('a chart without a file');
  assert.equal(new URL(address).hash, '');
  return decodeURIComponent(address.slice(address.indexOf(',') + 1));
}

/** The columns of the figures alone; those behind them must stand in every row of the file, and be inert. */
export function figuresOf(html: string): string {
  const [first = '', ...rows] = figureFile(html).split('\r\n');
  assert.ok(first.endsWith(HEADERS), first);
  for (const row of rows) assert.ok(row.endsWith(SAID), row);
  return [first.slice(0, -HEADERS.length), ...rows.map((row) => row.slice(0, -SAID.length))].join('\r\n');
}
