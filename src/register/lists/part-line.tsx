/** What the rows of the lists have in common: who buys, who supplies, the way to the notice. */
import type { VNode } from 'preact';
import { fill } from '#base';
import { formatNumber, Outside, plainText, shorten, type Site } from '#ui';
import { noticeAddress, processAddress } from '../addresses.ts';
import { countryName } from '../codes.ts';
import { OrganisationName } from '../process-line.tsx';
import type { OrganisationLink } from '../views.ts';
import { da } from './part.da.ts';
import { en } from './part.en.ts';

export const partTexts = { da, en };
const LONGEST_TITLE = 180;
const SUPPLIERS_SHOWN = 2;

export interface PartRow {
  readonly ocid: string;
  readonly title: string | null;
  readonly buyer: OrganisationLink | null;
  readonly country: string | null;
}

interface Props {
  readonly site: Site;
  readonly row: PartRow;
}

export function titleOf({ site, row }: Props): string {
  return shorten(row.title ?? partTexts[site.lang].untitled, LONGEST_TITLE);
}

/** The title, which leads to the process, and the buyer. */
export function PartHead({ site, row }: Props): VNode {
  return (
    <>
      <h3><a href={site.href(processAddress(row.ocid))}><Outside text={titleOf({ site, row })} /></a></h3>
      <p class="result-buyer">
        {row.buyer === null ? partTexts[site.lang].unknownBuyer : <OrganisationName site={site} organisation={row.buyer} />}
        {row.country === null ? null : <span class="quiet"> {'\u00b7'} {countryName(row.country, site.lang)}</span>}
      </p>
    </>
  );
}

export function Suppliers({ site, suppliers }: { readonly site: Site; readonly suppliers: readonly OrganisationLink[] }): VNode | null {
  const t = partTexts[site.lang];
  const shown = suppliers.slice(0, SUPPLIERS_SHOWN);
  if (shown.length === 0) return null;
  const rest = suppliers.length - shown.length;
  return (
    <p class="result-buyer">
      {suppliers.length === 1 ? t.supplier : t.suppliers}
      {shown.map((supplier, index) => <>{index === 0 ? ' ' : ', '}<OrganisationName site={site} organisation={supplier} /></>)}
      {rest === 0 ? null : ` ${fill(t.andMore, { count: formatNumber(rest, site.lang) })}`}
    </p>
  );
}

export function NoticeLink({ site, row, notice }: Props & { readonly notice: string | null }): VNode | null {
  if (notice === null) return null;
  return (
    <p>
      <a href={site.href(noticeAddress(row.ocid, notice))}>{partTexts[site.lang].toNotice}<span class="sr-only">: {plainText(titleOf({ site, row }))}</span></a>
    </p>
  );
}
