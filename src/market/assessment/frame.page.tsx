/** What the pages of the assessment have in common: the way back to the purchase, and words of bids. */
import type { ComponentChildren, VNode } from 'preact';
import { moneyText, type Money } from '#base';
import { Breadcrumbs, formatAmount, formatDecimal, Outside, Page, type Site } from '#ui';
import { decimalText, type Fraction } from '../evaluation/fraction.ts';
import type { RecordView } from '../core/present.ts';
import type { Purchase } from '../purchase/purchase.schema.ts';
import type { Assessment } from './assessment.store.ts';
import { da } from './pages.da.ts';
import { en } from './pages.en.ts';

export const pageTexts = { da, en };

export interface PageProps {
  readonly view: RecordView;
  readonly record: Purchase;
  readonly internal: NonNullable<Purchase['internal']>;
  readonly assessment: Assessment;
}

export function Frame({ view: { site }, record, title, lead, children }: Pick<PageProps, 'view' | 'record'> & { readonly title: string; readonly lead: string; readonly children: ComponentChildren }): VNode {
  const back = site.href(`/torv/koeb/${record.id}`);
  return (
    <Page
      site={site} title={`${title}: ${record.body.title}`} noindex
      before={<Breadcrumbs lang={site.lang} crumbs={[{ label: 'Torvet', href: site.href('/') }, { label: record.body.title, href: back }, { label: title, href: null }]} />}
    >
      <div class="wrap">
        <div class="page-head">
          <p class="torv-kind"><Outside text={record.body.title} /></p>
          <h1>{title}</h1>
          <p class="lead">{lead}</p>
        </div>
        {children}
      </div>
    </Page>
  );
}

export function money(value: Money, site: Site): string {
  return formatAmount({ amount: moneyText(value), currency: value.currency }, site.lang);
}

/** Rounded for the eye. */
export function rounded(value: Fraction, site: Site): string {
  return formatDecimal(decimalText(value, 2), site.lang);
}
