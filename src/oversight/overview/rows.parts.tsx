/** The municipalities of an overview: how many of each status, the map, and the table with what can be asked of it. */
import type { VNode } from 'preact';
import { fill } from '#base';
import type { Land } from '#register';
import { DataTable, formatAmount, formatNumber, type Column, type Site } from '#ui';
import { overviewAddress, rowAddress } from './addresses.ts';
import { rowAnchor } from './case-fold.tsx';
import { da as formDa } from './form.da.ts';
import { en as formEn } from './form.en.ts';
import { NotKnown } from './onward.tsx';
import { da } from './overview.da.ts';
import { en } from './overview.en.ts';
import { amountOf, ASKED, dayOf, type Asked, type OverviewView, type Sort } from './overview.view.ts';
import type { OverviewRow } from './rows.ts';
import { dateText, OutcomeCell, SaidCell, StatusCell } from './statement.parts.tsx';
import { StatusMap } from './status-map.tsx';
import { STATUSES, statusTexts } from './words.ts';

const texts = { da: { ...da, ...formDa }, en: { ...en, ...formEn } };

interface RowsProps {
  readonly site: Site;
  readonly view: OverviewView;
  readonly land: Land;
  /** Nothing can be asked. */
  readonly isStill: boolean;
}

export function Rows({ site, view, land, isStill }: RowsProps): VNode {
  const t = texts[site.lang];
  const { overview, known, rest, asked, counts } = view;
  const shown = new Set(known.map(({ municipality }) => municipality));
  const hrefOf = (municipality: string): string => (shown.has(municipality) || isStill ? `#${shown.has(municipality) ? rowAnchor(municipality) : 'kommuner'}` : site.href(rowAddress(overview.id, municipality)));
  return (
    <section class="section" aria-labelledby="kommuner">
      <h2 id="kommuner">{t.municipalities}</h2>
      <div class="split overview-map">
        <StatusMap site={site} view={view} land={land} hrefOf={hrefOf} standsAlone={isStill} />
        <div>
          {isStill ? <Counts site={site} view={view} /> : <Filter site={site} view={view} />}
        </div>
      </div>
      {asked.status === null ? null : <p role="status">{fill(t.filtered, { count: formatNumber(counts.get(asked.status) ?? 0, site.lang), status: statusTexts[asked.status][site.lang] })}</p>}
      {known.length === 0 ? null : <DataTable lang={site.lang} caption={t.municipalities} hideCaption columns={columnsOf(site, view, isStill)} rows={known} />}
      {rest.length === 0 || (asked.status ?? 'not-known') !== 'not-known' ? null : (
        <details class="overview-rest" open={asked.status !== null}><summary>{fill(t.restHeading, { count: rest.length })}</summary><p>{t.restText}</p>
          {isStill ? <p>{rest.join(', ')}.</p> : <><p>{t.restAsk}</p><NotKnown site={site} overview={overview} municipalities={rest} /></>}
        </details>
      )}
    </section>
  );
}

function columnsOf(site: Site, { overview, common, asked }: OverviewView, isStill: boolean): readonly Column<OverviewRow>[] {
  const { lang } = site;
  const t = texts[lang];
  const sorting = (sort: Sort): Pick<Column<OverviewRow>, 'sort'> => (isStill ? {} : {
    sort: {
      href: askingAddress(site, overview.id, { ...asked, sort, descending: asked.sort === sort && !asked.descending }),
      state: asked.sort !== sort ? 'none' : asked.descending ? 'descending' : 'ascending',
    },
  });
  return [
    { header: t.municipality, ...sorting('municipality'), cell: ({ municipality }) => <a href={`#${rowAnchor(municipality)}`}>{municipality}</a> },
    { header: t.status, ...sorting('status'), cell: (row) => <StatusCell site={site} row={row} /> },
    { header: t.said, cell: (row) => <SaidCell site={site} row={row} /> },
    { header: t.outcome, ...sorting('outcome'), cell: (row) => <OutcomeCell site={site} row={row} common={common} /> },
    { header: t.amount, numeric: true, ...sorting('amount'), cell: (row) => amountText(site, row) ?? <span class="quiet">{t.unknownAmount}</span> },
    { header: t.date, ...sorting('date'), cell: (row) => dayText(site, row) ?? <span class="quiet">{t.unknownAmount}</span> },
  ];
}

export function amountText({ lang }: Pick<Site, 'lang'>, row: OverviewRow): string | null {
  const amount = amountOf(row);
  return amount === null ? null : formatAmount(amount, lang);
}

export function dayText(site: Pick<Site, 'lang'>, row: OverviewRow): string | null {
  const day = dayOf(row);
  return day === null ? null : dateText(day, site);
}

function askingAddress(site: Site, id: string, { sort, descending, status }: Asked): string {
  return `${site.href(overviewAddress(id, { sort: sort === 'municipality' ? undefined : sort, order: descending ? 'desc' : undefined, status: status ?? undefined }))}#kommuner`;
}

interface ViewProps {
  readonly site: Site;
  readonly view: OverviewView;
}

/** Of the rows of which something is known; the others stand in a list of their own. */
function statusesOf({ counts }: OverviewView): readonly { readonly status: (typeof STATUSES)[number]; readonly count: number }[] {
  return STATUSES.map((status) => ({ status, count: counts.get(status) ?? 0 })).filter(({ count }) => count > 0);
}

function Counts({ site, view }: ViewProps): VNode {
  return <dl class="overview-counts">{statusesOf(view).map(({ status, count }) => <div><dt>{statusTexts[status][site.lang]}</dt><dd>{formatNumber(count, site.lang)}</dd></div>)}</dl>;
}

function Filter({ site, view }: ViewProps): VNode {
  const { lang } = site;
  const t = texts[lang];
  const { overview, asked } = view;
  const link = (status: Asked['status']): { href: string; 'aria-current'?: 'true' } => ({ href: askingAddress(site, overview.id, { ...ASKED, ...asked, status }), ...(asked.status === status ? { 'aria-current': 'true' as const } : {}) });
  return (
    <nav class="overview-filter" aria-label={t.filter}>
      <p><strong>{t.filter}</strong></p>
      <ul>
        <li><a {...link(null)}>{t.filterAll}</a></li>
        {statusesOf(view).map(({ status, count }) => <li><a {...link(status)}>{statusTexts[status][lang]}</a> <strong>{formatNumber(count, lang)}</strong></li>)}
      </ul>
    </nav>
  );
}
