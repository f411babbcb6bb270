/** All framework agreements that the reader may see, with how much of each is used. */
import type { VNode } from 'preact';
import { moneyText, unwrap } from '#base';
import { Breadcrumbs, DataTable, formatAmount, formatDate, Outside, Page, Tag, type Site } from '#ui';
import { da } from './agreement.da.ts';
import { en } from './agreement.en.ts';
import { callOffsUnder, lastDay, usageOf, type Usage } from './call-off.ts';
import type { FrameworkList, FrameworkWith } from './framework-pages.store.ts';
import { warningShare } from './maximum.ts';
import { shareOf } from './usage.section.tsx';

const texts = { da, en };

export interface FrameworkListProps {
  readonly site: Site;
  readonly now: Temporal.Instant;
  readonly list: FrameworkList;
}

export function renderFrameworkList({ site, now, list }: FrameworkListProps): VNode {
  const t = texts[site.lang];
  const rows = list.frameworks.map((one) => ({ ...one, usage: wholeOf(one, now) }));
  return (
    <Page
      site={site} title={t.listTitle} description={t.listLead}
      before={<Breadcrumbs lang={site.lang} crumbs={[{ label: 'Torvet', href: site.href('/') }, { label: site.lang === 'da' ? 'Torvet for indkøb' : 'The market place', href: site.href('/torv') }, { label: t.listTitle, href: null }]} />}
    >
      <div class="wrap">
        <div class="page-head"><h1>{t.listTitle}</h1><p class="lead">{t.listLead}</p></div>
        {rows.length === 0 ? <p>{t.listEmpty}</p> : (
          <DataTable
            lang={site.lang} caption={t.listTitle} hideCaption rows={rows}
            columns={[
              { header: t.kind, cell: ({ record: { id, body, state } }) => <><a href={site.href(`/torv/rammeaftale/${id}`)}><Outside text={body.title} /></a>{state === 'ended' ? <> <Tag>{t['state.ended']}</Tag></> : null}</> },
              { header: t.owner, cell: ({ record: { owner } }) => <Outside text={list.names.get(owner)?.name ?? ''} /> },
              { header: t.ends, cell: ({ record: { body } }) => formatDate(lastDay(body), site.lang) },
              { header: t['field.maximum'], numeric: true, cell: ({ record: { body } }) => formatAmount({ amount: body.maximum, currency: 'DKK' }, site.lang) },
              { header: t.used, numeric: true, cell: ({ usage }) => <Used site={site} usage={usage} /> },
            ]}
          />
        )}
      </div>
    </Page>
  );
}

function wholeOf({ record, purchases }: FrameworkWith, now: Temporal.Instant): Usage {
  const whole = unwrap(usageOf(record, callOffsUnder(record, purchases), now)).find(({ lot }) => lot === null);
  if (whole === undefined) throw new Error('An agreement has a maximum as a whole.');
  return whole;
}

function Used({ site, usage }: { readonly site: Site; readonly usage: Usage }): VNode {
  const share = shareOf(usage);
  return (
    <>
      {formatAmount({ amount: moneyText(usage.total), currency: usage.total.currency }, site.lang)}{' '}
      <Tag tone={share >= 100 ? 'error' : share >= warningShare() ? 'warning' : 'neutral'}>{share} %</Tag>
    </>
  );
}
