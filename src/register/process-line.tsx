/** One process in a list: what, who, how far, how much. Shared by the front page, the list and the organisations. */
import type { VNode } from 'preact';
import { fill } from '#base';
import { formatAmount, formatDate, formatNumber, Outside, shorten, Tag, Time, type Site } from '#ui';
import { organisationAddress, processAddress } from './addresses.ts';
import { codeName, countryName } from './codes.ts';
import { da } from './list.da.ts';
import { en } from './list.en.ts';
import type { OrganisationLink, ProcessSummary } from './views.ts';

const texts = { da, en };
const DESCRIPTION_LENGTH = 220;
const TITLE_LENGTH = { short: 110, full: 180 } as const;

export interface ProcessLinesProps {
  readonly site: Site;
  readonly rows: readonly ProcessSummary[];
  /** Without description and tags, for narrow places. */
  readonly short?: boolean;
}

export function ProcessLines({ site, rows, short = false }: ProcessLinesProps): VNode {
  return (
    <ul class={short ? 'results results-short' : 'results'}>
      {rows.map((row) => <li><ProcessLine site={site} row={row} short={short} /></li>)}
    </ul>
  );
}

function ProcessLine({ site, row, short }: { readonly site: Site; readonly row: ProcessSummary; readonly short: boolean }): VNode {
  const title = shorten(row.title ?? row.description ?? texts[site.lang].untitled, TITLE_LENGTH[short ? 'short' : 'full']);
  return (
    <article class="result">
      <div>
        <h3><a href={site.href(processAddress(row.ocid))}><Outside text={title} /></a></h3>
        <p class="result-buyer"><Parties site={site} row={row} /></p>
        {short || row.description === null || row.title === null || row.title === row.description
          ? null
          : <p class="result-text"><Outside text={shorten(row.description, DESCRIPTION_LENGTH)} /></p>}
        {short ? null : <Tags site={site} row={row} />}
      </div>
      <Side site={site} row={row} />
    </article>
  );
}

function Parties({ site, row }: { readonly site: Site; readonly row: ProcessSummary }): VNode {
  const t = texts[site.lang];
  return (
    <>
      {row.buyer === null ? t.unknownBuyer : <OrganisationName site={site} organisation={row.buyer} />}
      {row.country === null ? null : <span class="quiet"> {'\u00b7'} {countryName(row.country, site.lang)}</span>}
    </>
  );
}

/** A name that leads to the organisation's page when it has one. */
export function OrganisationName({ site, organisation }: { readonly site: Site; readonly organisation: OrganisationLink }): VNode {
  const name = <Outside text={organisation.name} />;
  return organisation.key === null ? name : <a href={site.href(organisationAddress(organisation.key))}>{name}</a>;
}

function Tags({ site, row }: { readonly site: Site; readonly row: ProcessSummary }): VNode {
  const supplier = supplierText(site, row.suppliers);
  return (
    <p class="result-tags">
      {row.stage === null ? null : <Tag tone="info">{codeName('stage', row.stage, site.lang)}</Tag>}
      {row.method === null
        ? null
        : <Tag tone={row.method === 'direct' ? 'accent' : 'neutral'}>{codeName('method', row.method, site.lang)}</Tag>}
      {row.category === null ? null : <Tag>{codeName('category', row.category, site.lang)}</Tag>}
      {supplier === null ? null : <span class="quiet"><Outside text={supplier} /></span>}
    </p>
  );
}

function supplierText(site: Site, suppliers: readonly OrganisationLink[]): string | null {
  const [first] = suppliers;
  if (first === undefined) return null;
  const t = texts[site.lang];
  const names = shorten(first.name, 60);
  return suppliers.length === 1
    ? fill(t.suppliers, { names })
    : fill(t.moreSuppliers, { names, count: formatNumber(suppliers.length - 1, site.lang) });
}

function Side({ site, row }: { readonly site: Site; readonly row: ProcessSummary }): VNode {
  const t = texts[site.lang];
  const isOpen = row.stage === 'tender' && row.tenderEnd !== null;
  return (
    <div class="result-side">
      {row.value === null ? null : <p class="result-value">{formatAmount(row.value, site.lang)}</p>}
      <p>
        {isOpen && row.tenderEnd !== null
          ? <Time value={row.tenderEnd} text={fill(t.deadline, { when: formatDate(row.tenderEnd, site.lang) })} />
          : <><span class="sr-only">{t.lastSeen} </span><Time value={row.lastDate} text={formatDate(row.lastDate, site.lang)} /></>}
      </p>
    </div>
  );
}
