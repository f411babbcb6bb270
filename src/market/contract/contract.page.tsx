/** What the page of a contract shows: its lines with prices, how long it runs, with whom. */
import type { VNode } from 'preact';
import { fill } from '#base';
import { DataTable, formatAmount, formatDate, Outside, OutsideParagraphs } from '#ui';
import { presentation, type RecordView } from '../core/present.ts';
import type { Contract } from './contract.ts';
import { da } from './contract.da.ts';
import { en } from './contract.en.ts';

const texts = { da, en };

export const contractPresentation = presentation({ kind: 'contract', texts, content: (view) => <ContractContent view={view} record={view.record as Contract} /> });

function ContractContent({ view: { site, organisations }, record: { body } }: { readonly view: RecordView; readonly record: Contract }): VNode {
  const t = texts[site.lang];
  const kroner = (amount: string): string => formatAmount({ amount, currency: 'DKK' }, site.lang);
  return (
    <section class="section" aria-labelledby="kontrakt">
      <h2 id="kontrakt">{t.contentTitle}</h2>
      <dl class="summary-list">
        <div><dt>{t.supplier}</dt><dd><Outside text={organisations.get(body.supplier)?.name ?? ''} /></dd></div>
        <div><dt>{t.term}</dt><dd>{fill(t.termDays, { from: formatDate(body.from, site.lang), to: formatDate(body.to, site.lang) })}</dd></div>
        <div><dt>{t.base}</dt><dd>{kroner(body.base)}</dd></div>
        <div><dt>{t.total}</dt><dd><strong>{kroner(body.value)}</strong></dd></div>
        {body.ended === undefined ? null : <div><dt>{fill(t.endedTitle, { day: formatDate(body.ended.at, site.lang) })}</dt><dd><OutsideParagraphs text={body.ended.reason} /></dd></div>}
      </dl>
      <DataTable
        lang={site.lang} caption={t.contentTitle} hideCaption rows={body.lines}
        columns={[
          { header: t['field.number'], cell: ({ number }) => number },
          { header: t['field.name'], cell: ({ name, option }) => <>{option ? `${t.option}: ` : ''}<Outside text={name} /></> },
          { header: t['field.price'], numeric: true, cell: ({ price }) => kroner(price) },
        ]}
      />
      <p><a href={site.href(`/torv/koeb/${body.purchase}`)}>{t.purchase}</a></p>
    </section>
  );
}
