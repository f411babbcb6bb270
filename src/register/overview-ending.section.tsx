/** Contracts that end soon. */
import type { VNode } from 'preact';
import { fill } from '#base';
import { DataTable, formatDate, formatNumber, Outside, shorten, Time, type Column } from '#ui';
import { processAddress } from './addresses.ts';
import { overviewTexts, type OverviewProps } from './overview-parts.tsx';
import type { OverviewView } from './overview.view.ts';

const TITLE_LENGTH = 140;
const NAMES_LENGTH = 160;
type Ending = OverviewView['ending']['next'][number];

/** @param all where all of them are listed @param by the side to name: the other one is the page's own */
export function EndingSoon({ site, view, all, by }: OverviewProps & { readonly all: string; readonly by: readonly ('buyer' | 'supplier')[] }): VNode {
  const t = overviewTexts[site.lang];
  const { next, total, known, contracts } = view.ending;
  const columns: Column<Ending>[] = [
    { header: t.contract, cell: ({ ocid, title }) => <a href={site.href(processAddress(ocid))}><Outside text={shorten(title ?? ocid, TITLE_LENGTH)} /></a> },
    ...(by.includes('buyer') ? [{ header: t.buyer, cell: ({ buyer }: Ending) => (buyer === null ? null : <Outside text={shorten(buyer, NAMES_LENGTH)} />) }] : []),
    ...(by.includes('supplier') ? [{ header: t.supplier, cell: ({ suppliers }: Ending) => (suppliers.length === 0 ? null : <Outside text={shorten(suppliers.join(', '), NAMES_LENGTH)} />) }] : []),
    { header: t.ends, numeric: true, cell: ({ ends, basis }) => <>{basis === 'computed' ? `${t.about} ` : ''}<Time value={ends} text={formatDate(ends, site.lang)} /></> },
  ];
  return (
    <>
      {next.length === 0 ? <p>{t.endingNone}</p> : <DataTable lang={site.lang} caption={t.ending} hideCaption columns={columns} rows={next} />}
      {total > next.length ? <p><a href={all}>{fill(t.endingAll, { count: formatNumber(total, site.lang) })}</a></p> : null}
      <p class="quiet">
        {fill(t.endingKnown, { known: formatNumber(known, site.lang), total: formatNumber(contracts, site.lang) })}
        {next.some(({ basis }) => basis === 'computed') ? ` ${t.aboutNote}` : ''}
      </p>
    </>
  );
}
