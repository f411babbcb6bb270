/** Who buys and who supplies, in which fields, and who is new. */
import type { VNode } from 'preact';
import { fill } from '#base';
import { DataTable, formatDate, formatNumber, Outside, RankChart, shorten, Time, type Column } from '#ui';
import { marketAddress, organisationAddress, processAddress, processListAddress } from './addresses.ts';
import { fieldName } from './cpv/names.ts';
import { codeOf } from './cpv/fields.ts';
import { figureAbout } from './licence.ts';
import { overviewTexts, sourceOf, sumList, type OverviewProps } from './overview-parts.tsx';
import type { CounterpartView, NewcomerView } from './overview.view.ts';

const NAME_LENGTH = 120;

/** Whom the figures are of: the buyers or the suppliers of the search. */
export function Counterparts(props: OverviewProps & { readonly of: 'buyers' | 'suppliers' }): VNode {
  const { site, view, query, prefix, of } = props;
  const t = overviewTexts[site.lang];
  const { top, total } = view[of];
  const role = of === 'buyers' ? 'buyer' : 'supplier';
  const columns: Column<CounterpartView>[] = [
    { header: t.organisation, cell: ({ key, name }) => <a href={site.href(organisationAddress(key))}><Outside text={shorten(name, NAME_LENGTH)} /></a> },
    { header: t.count, numeric: true, cell: ({ key, processes }) => <a href={site.href(processListAddress({ ...query, [role]: key }))}>{formatNumber(processes, site.lang)}</a> },
    { header: t.amounts, cell: ({ sums }) => sumList(sums, site.lang) },
  ];
  const title = of === 'buyers' ? t.topBuyers : t.topSuppliers;
  return (
    <>
      <RankChart
        lang={site.lang} id={`${prefix}-${of === 'buyers' ? 'koebere' : 'leverandoerer'}`} title={title} measure="count" about={figureAbout(site)} source={sourceOf(props)} headers={[t.organisation, t.count]}
        description={fill(of === 'buyers' ? t.topBuyersText : t.topSuppliersText, { count: formatNumber(top.length, site.lang), total: formatNumber(total, site.lang) })}
        rows={top.map(({ key, name, processes }) => ({ label: name, value: processes, href: site.href(organisationAddress(key)) }))}
      />
      {top.every(({ sums }) => sums.length === 0) ? null : (
        <details class="fold">
          <summary>{t.sums}<span class="sr-only">: {title}</span></summary>
          <DataTable lang={site.lang} caption={title} hideCaption columns={columns} rows={top} />
          <p class="quiet">{t.sumsNote}{view.awards.shared === 0 ? '' : ` ${fill(t.sharedNote, { count: formatNumber(view.awards.shared, site.lang) })}`}</p>
        </details>
      )}
    </>
  );
}

export function Fields(props: OverviewProps): VNode | null {
  const { site, view, query, prefix } = props;
  const t = overviewTexts[site.lang];
  const [most] = view.fields;
  if (most === undefined) return null;
  const name = (field: string): string => fieldName(field, site.lang) ?? codeOf(field);
  return (
    <>
      <RankChart
        lang={site.lang} id={`${prefix}-omraader`} title={query.cpv === null ? t.fields : t.fieldsBelow} measure="count" about={figureAbout(site)} source={sourceOf(props)} headers={[t.field, t.count]}
        description={fill(t.fieldsText, { most: name(most.field), count: formatNumber(most.processes, site.lang) })}
        rows={view.fields.map(({ field, processes }) => ({ label: name(field), value: processes, href: site.href(marketAddress({ ...query, cpv: field })) }))}
      />
      <p class="quiet">{t.fieldNote}</p>
    </>
  );
}

export function Newcomers({ site, view }: OverviewProps): VNode {
  const t = overviewTexts[site.lang];
  const { newest, total } = view.newcomers;
  const since = formatDate(view.newcomers.since, site.lang);
  const columns: Column<NewcomerView>[] = [
    { header: t.organisation, cell: ({ key, name }) => <a href={site.href(organisationAddress(key))}><Outside text={shorten(name, NAME_LENGTH)} /></a> },
    { header: t.firstSeen, numeric: true, cell: ({ first, ocid }) => <a href={site.href(processAddress(ocid))}><Time value={first} text={formatDate(first, site.lang)} /></a> },
  ];
  return (
    <>
      <p>{fill(total === 0 ? t.newcomersNone : t.newcomersIntro, { count: formatNumber(total, site.lang), since })} <span class="quiet">{t.newcomersNote}</span></p>
      {total === 0 ? null : <DataTable lang={site.lang} caption={t.newcomers} hideCaption columns={columns} rows={newest} />}
    </>
  );
}
