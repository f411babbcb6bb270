/** Two organisations or fields side by side. */
import type { VNode } from 'preact';
import { fill } from '#base';
import { Alert, Breadcrumbs, DataTable, DownloadLinks, formatNumber, Outside, Page, shorten, type Column, type Site } from '#ui';
import { COMPARE, compareAddress, compareDataAddress, compareFile, contractListAddress, LIST_FORMATS, organisationAddress, processListAddress } from './addresses.ts';
import { counterpartsOf, sideQuery } from './compare.ts';
import { CompareForm, Replace } from './compare-choose.page.tsx';
import { CompareProcedures, CompareTable, CompareYears } from './compare-figures.section.tsx';
import { compareTexts, nameOf, overviewProps, ownPage, Pair, SIDES, type CompareProps, type SideName } from './compare-parts.tsx';
import type { CompareQuery, CompareRemark, CompareShared, ComparisonView } from './compare.view.ts';
import { ORGANISATION_ROLES } from './organisation.view.ts';
import { EndingSoon } from './overview-ending.section.tsx';
import { Counterparts } from './overview-parties.section.tsx';
import { ProcessLines } from './process-line.tsx';
import { sectionIf, type Section } from './sectioned.tsx';

const LONG = 64;
const NAME_LENGTH = 120;

export function renderComparison(site: Site, view: ComparisonView): VNode {
  const t = compareTexts[site.lang];
  const title = fill(t.of, { a: nameOf(site, view.a), b: nameOf(site, view.b) });
  const crumbs = [{ label: 'Torvet', href: site.href('/') }, { label: t.title, href: site.href(COMPARE) }, { label: title, href: null }];
  return (
    <Page site={site} title={`${title} \u2013 ${t.title}`} description={leadOf(site, view)} noindex before={<Breadcrumbs lang={site.lang} crumbs={crumbs} />}>
      <div class="wrap">
        <div class="page-head">
          <h1 class={title.length > LONG ? 'long' : ''}><Outside text={title} /></h1>
          <p class="lead">{leadOf(site, view)}</p>
          <Roles site={site} view={view} />
        </div>
        <Remarks site={site} view={view} />
        <div class="pair compare-sides">{SIDES.map((name) => <SideHead site={site} view={view} name={name} />)}</div>
        {sectionsOf({ site, view }).map(({ id, heading, body }) => <section class="section" aria-labelledby={id}><h2 id={id}>{heading}</h2>{body}</section>)}
      </div>
    </Page>
  );
}

function queryOf({ a, b, as }: ComparisonView): CompareQuery {
  return { a: a.side, b: b.side, as };
}

function isMixed({ a, b }: ComparisonView): boolean {
  return (a.key === null) !== (b.key === null);
}

function leadOf(site: Site, view: ComparisonView): string {
  const t = compareTexts[site.lang];
  if (isMixed(view)) return t.leadKinds;
  return view.as === null ? t.leadFields : view.as === 'buyer' ? t.leadBuyers : t.leadSuppliers;
}

/** The other way to see the same two; two fields have one only. */
function Roles({ site, view }: CompareProps): VNode | null {
  if (view.as === null) return null;
  const t = compareTexts[site.lang];
  const names = isMixed(view) ? { buyer: t.asBuyerOne, supplier: t.asSupplierOne } : { buyer: t.asBuyer, supplier: t.asSupplier };
  return (
    <nav class="compare-roles" aria-label={t.roles}>
      <ul class="sorting">
        {ORGANISATION_ROLES.map((role) => (
          <li><a href={site.href(compareAddress({ ...queryOf(view), as: role }))} {...(role === view.as ? { 'aria-current': 'page' } : {})}>{names[role]}</a></li>
        ))}
      </ul>
    </nav>
  );
}

function Remarks({ site, view }: CompareProps): VNode | null {
  if (view.remarks.length === 0) return null;
  return (
    <Alert tone="warning" heading={compareTexts[site.lang].weak}>
      <ul>{view.remarks.map((remark) => <li><Outside text={remarkText({ site, view }, remark)} /></li>)}</ul>
    </Alert>
  );
}

function remarkText({ site, view }: CompareProps, { kind, of }: CompareRemark): string {
  const t = compareTexts[site.lang];
  const side = view[of ?? 'a'];
  const name = nameOf(site, side);
  const { processes, calls, bids } = side.overview;
  const number = (count: number): string => formatNumber(count, site.lang);
  switch (kind) {
    case 'nothing': return fill(side.key === null ? t.nothingField : view.as === 'supplier' ? t.nothingSupplier : t.nothingBuyer, { name });
    case 'few': return fill(t.few, { name, count: number(processes) });
    case 'few-calls': return fill(t.fewCalls, { name, count: number(calls.with + calls.without) });
    case 'few-bids': return fill(t.fewBids, { name, count: number(bids.counted) });
    case 'years': return fill(t.years, { a: yearsText(view, 'a'), b: yearsText(view, 'b') });
    case 'within': return fill(t.within, { name });
    case 'kinds': return view.as === 'supplier' ? `${t.kinds} ${t.kindsBids}` : t.kinds;
  }
}

function yearsText(view: ComparisonView, name: SideName): string {
  const { years } = view[name];
  if (years === null) return '';
  return years.first === years.last ? String(years.first) : `${years.first}\u2013${years.last}`;
}

function SideHead({ site, view, name }: CompareProps & { readonly name: SideName }): VNode {
  const side = view[name];
  return (
    <div class="pair-side">
      <p class="pair-name"><a href={ownPage(site, side)}><Outside text={nameOf(site, side)} /></a></p>
      <p class="quiet"><Replace site={site} query={queryOf(view)} name={name} target={side} /></p>
    </div>
  );
}

function sectionsOf(props: CompareProps): readonly Section[] {
  const { site, view } = props;
  const t = compareTexts[site.lang];
  const { a, b } = view;
  const any = a.overview.processes + b.overview.processes > 0;
  return [
    { id: 'tal', heading: t.figures, body: <CompareTable {...props} /> },
    ...sectionIf(a.years !== null || b.years !== null, { id: 'aar', heading: t.yearByYear, body: <CompareYears {...props} /> }),
    ...sectionIf(any, { id: 'procedurer', heading: t.procedures, body: <CompareProcedures {...props} /> }),
    ...counterpartsOf(view.as).map((of) => ({ id: of === 'suppliers' ? 'leverandoerer' : 'koebere', heading: t[of], body: <CompareParties {...props} of={of} /> })),
    ...sectionIf(a.overview.ending.contracts + b.overview.ending.contracts > 0, { id: 'udloeb', heading: t.ending, body: <Ending {...props} /> }),
    ...sectionIf(any, { id: 'nyeste', heading: t.newest, body: <Newest {...props} /> }),
    { id: 'data', heading: t.data, body: <Data {...props} /> },
    { id: 'andre', heading: t.others, body: <CompareForm site={site} query={{ a: '', b: '', as: null }} a={{ text: '', target: null }} b={{ text: '', target: null }} /> },
  ];
}

/** Those that both have, then the biggest of each. */
function CompareParties(props: CompareProps & { readonly of: CompareShared['of'] }): VNode {
  const { site, view, of } = props;
  const t = compareTexts[site.lang];
  const shared = view.shared.find((entry) => entry.of === of);
  return (
    <>
      <h3>{of === 'suppliers' ? t.sharedSuppliers : t.sharedBuyers}</h3>
      {shared === undefined || shared.total === 0 ? <p>{t.noneShared}</p> : <Shared site={site} view={view} shared={shared} />}
      <Pair {...props} body={(_side, name) => <Counterparts {...overviewProps(props, name)} of={of} />} />
    </>
  );
}

function Shared({ site, view, shared: { of, total, top } }: CompareProps & { readonly shared: CompareShared }): VNode {
  const t = compareTexts[site.lang];
  const role = of === 'buyers' ? 'buyer' : 'supplier';
  const columns: Column<CompareShared['top'][number]>[] = [
    { header: t.organisation, cell: ({ key, name }) => <a href={site.href(organisationAddress(key))}><Outside text={shorten(name, NAME_LENGTH)} /></a> },
    ...SIDES.map((side): Column<CompareShared['top'][number]> => ({
      header: nameOf(site, view[side]), numeric: true,
      cell: (row) => <a href={site.href(processListAddress({ ...sideQuery(view[side], view.as), [role]: row.key }))}>{formatNumber(row[side], site.lang)}</a>,
    })),
  ];
  const intro = total === 1 ? t.sharedOne : fill(total > top.length ? t.sharedSome : t.sharedAll, { count: formatNumber(total, site.lang), shown: top.length });
  return (
    <div class="compare-table">
      <p>{intro}</p>
      <DataTable lang={site.lang} caption={of === 'suppliers' ? t.sharedSuppliers : t.sharedBuyers} hideCaption columns={columns} rows={top} />
    </div>
  );
}

function Ending(props: CompareProps): VNode {
  const { site, view } = props;
  const by = counterpartsOf(view.as).map((of) => (of === 'suppliers' ? 'supplier' : 'buyer'));
  return <Pair {...props} body={(side, name) => <EndingSoon {...overviewProps(props, name)} all={site.href(contractListAddress(sideQuery(side, view.as)))} by={by} />} />;
}

function Newest(props: CompareProps): VNode {
  const { site, view } = props;
  const t = compareTexts[site.lang];
  return (
    <Pair
      {...props}
      body={(side) => (side.newest.length === 0 ? <p>{t.noProcesses}</p> : (
        <>
          <ProcessLines site={site} rows={side.newest} short />
          <p><a href={site.href(processListAddress(sideQuery(side, view.as)))}>{fill(t.seeAll, { count: formatNumber(side.overview.processes, site.lang) })}</a></p>
        </>
      ))}
    />
  );
}

function Data({ site, view }: CompareProps): VNode {
  const t = compareTexts[site.lang];
  const query = queryOf(view);
  return (
    <>
      <DownloadLinks lang={site.lang} heading={t.files} downloads={LIST_FORMATS.map((format) => ({ format, href: site.href(compareFile(query, format)) }))} />
      <p><a href={site.dataHref(compareDataAddress(query))}>{t.api}</a></p>
    </>
  );
}
