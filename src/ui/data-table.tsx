import type { ComponentChildren, VNode } from 'preact';
import { fill, type Language } from '#base';
import { Icon } from './icon.tsx';
import { plainText } from './text.tsx';
import { texts } from './texts.ts';

export interface Column<Row> {
  readonly header: string;
  /** Figures stand to the right with even digits. */
  readonly numeric?: boolean;
  /** Present: the header is a link that sorts. */
  readonly sort?: { readonly href: string; readonly state: 'ascending' | 'descending' | 'none' };
  /** The first column is the row's header. */
  cell(row: Row): ComponentChildren;
}

export interface DataTableProps<Row> {
  readonly lang: Language;
  readonly caption: string;
  /** Keeps the caption for screen readers only, when a heading just above says the same. */
  readonly hideCaption?: boolean;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
}

/**
 * A table that becomes one card for each row on a narrow screen. The roles are written out because a browser forgets
 * that it is a table when its cells are laid out as blocks.
 */
export function DataTable<Row>({ lang, caption, hideCaption = false, columns, rows }: DataTableProps<Row>): VNode {
  return (
    <table class="data-table" role="table">
      <caption class={hideCaption ? 'sr-only' : ''}>{caption}</caption>
      <thead role="rowgroup">
        <tr role="row">{columns.map((column) => <Header lang={lang} column={column} />)}</tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map((row) => (
          <tr role="row">
            {columns.map((column, index) => index === 0
              ? <th role="rowheader" scope="row">{column.cell(row)}</th>
              : (
                <td role="cell" class={column.numeric ? 'numeric' : ''} data-label={plainText(column.header)}>
                  <div class="cell">{column.cell(row)}</div>
                </td>
              ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Header<Row>({ lang, column }: { readonly lang: Language; readonly column: Column<Row> }): VNode {
  const { header, numeric = false, sort } = column;
  const classes = numeric ? 'numeric' : '';
  if (sort === undefined) return <th role="columnheader" scope="col" class={classes}>{header}</th>;
  const t = texts[lang];
  const icon = sort.state === 'none' ? 'sort-default' : `sort-${sort.state}` as const;
  const state = sort.state === 'none' ? '' : `, ${sort.state === 'ascending' ? t.sortedAscending : t.sortedDescending}`;
  return (
    <th role="columnheader" scope="col" class={classes} aria-sort={sort.state}>
      <a href={sort.href} aria-label={fill(t.sortBy, { column: header }) + state}>{header}<Icon name={icon} /></a>
    </th>
  );
}
