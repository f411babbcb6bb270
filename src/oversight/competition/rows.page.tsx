/** The rows behind a figure, page by page, with their files. */
import type { VNode } from 'preact';
import { fill } from '#base';
import { FILE_SUFFIX, LIST_FORMATS, processAddress } from '#register';
import { Breadcrumbs, DataTable, DownloadLinks, formatAmount, formatShortDate, Outside, Page, Pagination, shorten, Time, type Column, type Site } from '#ui';
import { rowsAddress, rowsDataAddress, rowsFile } from './addresses.ts';
import type { ScopeView } from './competition.view.ts';
import { number, Organisation, placeField, scopeName, texts } from './parts.tsx';
import { da } from './rows.da.ts';
import { en } from './rows.en.ts';
import type { RowsPart, RowsQuery } from './rows.store.ts';
import { FIGURES, type CompetitionRow } from './rows.view.ts';
import { COMPETITION, scopeAddress } from './scope.ts';

const rowTexts = { da, en };
export const ROWS_ON_PAGE = 100;
const TITLE_LENGTH = 110;
const LOT_LENGTH = 70;

export interface RowsPageView extends RowsPart {
  readonly query: RowsQuery;
  readonly scope: ScopeView;
  /** Names of the organisations that the rows are narrowed to. */
  readonly supplierName: string | null;
  readonly buyerName: string | null;
  /** Rows before the first of this page. */
  readonly from: number;
}

export function renderRows(site: Site, view: RowsPageView): VNode {
  const t = rowTexts[site.lang];
  const { query, scope, total, rows, from } = view;
  const name = scopeName(site, scope);
  const title = texts[site.lang][`rows.${query.figure}`];
  const narrowed = narrowings(site, view);
  const crumbs = [
    { label: 'Torvet', href: site.href('/') }, { label: texts[site.lang].title, href: site.href(COMPETITION) },
    { label: shorten(name, 60), href: site.href(scopeAddress(scope)) }, { label: title, href: null },
  ];
  const page = (place: number | null): string | null => (place === null ? null : site.href(rowsAddress(query, place)));
  return (
    <Page site={site} title={`${title} – ${name}`} description={t.lead} noindex before={<Breadcrumbs lang={site.lang} crumbs={crumbs} />}>
      <div class="wrap">
        <div class="page-head">
          <h1>{title}</h1>
          <p class="lead"><Outside text={[name, ...narrowed].join(', ')} /></p>
          <p>{total === 1 ? t.totalOne : fill(t.total, { count: number(total, site.lang) })}. {t.lead}{total > rows.length ? ` ${fill(t.shown, { from: number(from + 1, site.lang), to: number(from + rows.length, site.lang) })}` : ''}</p>
          <p><a href={site.href(scopeAddress(scope))}>{fill(t.back, { name: `${texts[site.lang].title}: ${name}` })}</a></p>
        </div>
        {rows.length === 0 ? <p>{t.none}</p> : <DataTable lang={site.lang} caption={title} hideCaption columns={columnsOf(site, query)} rows={rows} />}
        <Pagination lang={site.lang} previous={page(from === 0 ? null : Math.max(0, from - ROWS_ON_PAGE))} next={page(from + rows.length < total ? from + rows.length : null)} />
        <DownloadLinks lang={site.lang} heading={t.files} downloads={LIST_FORMATS.map((format) => ({ format, href: site.href(rowsFile(query, FILE_SUFFIX[format])) }))} />
        <p><a href={site.dataHref(rowsDataAddress(query))}>{t.api}</a></p>
      </div>
    </Page>
  );
}

function narrowings({ lang }: Site, { query, supplierName, buyerName }: RowsPageView): string[] {
  const t = rowTexts[lang];
  return [
    ...(query.year === null ? [] : [fill(t.year, { year: query.year })]),
    ...(query.division === null ? [] : [t[`${query.division}_division`]]),
    ...(query.supplier === null ? [] : [fill(t.supplier, { name: supplierName ?? query.supplier })]),
    ...(query.field === null ? [] : [placeField(query.field, lang)]),
    ...(query.buyer === null ? [] : [fill(t.owner, { name: buyerName ?? query.buyer })]),
  ];
}

function columnsOf(site: Site, { figure, scope }: RowsQuery): readonly Column<CompetitionRow>[] {
  const { lang } = site;
  const t = rowTexts[lang];
  const question = FIGURES[figure];
  const process: Column<CompetitionRow> = { header: t.process, cell: ({ ocid, title }) => <a href={site.href(processAddress(ocid))}><Outside text={shorten(title ?? t.untitled, TITLE_LENGTH)} /></a> };
  const lot: Column<CompetitionRow> = { header: t.lot, cell: (row) => <Outside text={lotText(row, t.whole)} /> };
  const buyer: Column<CompetitionRow> = { header: t.buyer, cell: (row) => (row.buyer === null ? '–' : <Organisation site={site} organisation={row.buyer} />) };
  const day: Column<CompetitionRow> = { header: t.day, numeric: true, cell: (row) => (row.day === null ? '–' : <Time value={row.day} text={formatShortDate(row.day, lang)} />) };
  const bids: Column<CompetitionRow> = { header: t.bids, numeric: true, cell: (row) => (row.bids === null ? '–' : number(row.bids, lang)) };
  const organisation = (header: string): Column<CompetitionRow> => ({ header, cell: (row) => (row.organisation === null ? '–' : <Organisation site={site} organisation={row.organisation} />) });
  const amount: Column<CompetitionRow> = { header: t.amount, numeric: true, cell: ({ amount: value, currency }) => (value === null ? '–' : formatAmount({ amount: value, currency }, lang)) };
  const flag = (value: boolean | null): string => (value === null ? texts[lang].notStated : value ? t.yes : t.no);
  switch (question) {
    case 'processes': return [process, buyer, day, { header: t.call, cell: ({ withoutCall }) => flag(withoutCall === null ? null : !withoutCall) }];
    case 'units': return [process, lot, buyer, day, bids];
    case 'awards': return [process, lot, buyer, day, organisation(t.winner), bids, amount];
    case 'tenure': return [scope.kind === 'buyer' ? { header: t.field, cell: ({ field }) => (field === null ? '–' : placeField(field, lang)) } : buyer, organisation(t.winner), day, process, lot, bids, amount];
    case 'bidders': return [process, lot, organisation(t.bidder), { header: t.won, cell: ({ won }) => flag(won) }, buyer, day];
    case 'decisions': return [process, lot, buyer, day, { header: t.days, numeric: true, cell: (row) => (row.days === null ? '–' : number(row.days, lang)) }];
    case 'numbers': return [process, organisation(t.part), buyer, day];
  }
}

function lotText({ lot, lotTitle }: CompetitionRow, whole: string): string {
  return lot === null ? whole : shorten(lotTitle === null ? lot : `${lot}: ${lotTitle}`, LOT_LENGTH);
}
