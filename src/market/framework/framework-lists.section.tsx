/** What was bought under an agreement, and what its parties offer. */
import type { VNode } from 'preact';
import { moneyText } from '#base';
import { DataTable, formatAmount, formatDate, Outside } from '#ui';
import { da } from './agreement.da.ts';
import { en } from './agreement.en.ts';
import type { CountedCallOff } from './call-off.ts';
import type { FrameworkProps } from './framework.view.ts';

const texts = { da, en };

export function CallOffs({ view: { site, extra: { names }, organisations }, record: { body }, callOffs }: FrameworkProps & { readonly callOffs: readonly CountedCallOff[] }): VNode {
  const t = texts[site.lang];
  const nameOf = (id: string): string => names.get(id)?.name ?? organisations.get(id)?.name ?? body.named.find(({ cvr }) => cvr === id)?.name ?? '';
  return (
    <section class="section" aria-labelledby="koebt">
      <h2 id="koebt">{t.callOffsTitle}</h2>
      {callOffs.length === 0 ? <p class="quiet">{t.noCallOffs}</p> : (
        <DataTable
          lang={site.lang} caption={t.callOffsTitle} hideCaption rows={callOffs.toSorted((a, b) => (a.on < b.on ? 1 : -1))}
          columns={[
            { header: t.what, cell: ({ purchase, title }) => (purchase === null ? <Outside text={title} /> : <a href={site.href(`/torv/koeb/${purchase}`)}><Outside text={title} /></a>) },
            { header: t.buyer, cell: ({ buyer }) => <Outside text={nameOf(buyer)} /> },
            { header: t['field.supplier'], cell: ({ supplier }) => <Outside text={nameOf(supplier)} /> },
            { header: t['field.lot'], cell: ({ lot }) => lot },
            { header: t.when, cell: ({ on }) => formatDate(on, site.lang) },
            { header: t.stage, cell: ({ stage }) => t[stage] },
            { header: t.amount, numeric: true, cell: ({ value }) => formatAmount({ amount: moneyText(value), currency: value.currency }, site.lang) },
          ]}
        />
      )}
    </section>
  );
}

export function Catalogue({ view: { site, extra: { names } }, record: { body, internal } }: FrameworkProps): VNode | null {
  const t = texts[site.lang];
  if (body.offers.length === 0) return null;
  const factTold = (fact: boolean | number | string | undefined, unit: string | undefined): string => {
    if (fact === undefined) return t.notStated;
    if (typeof fact === 'boolean') return fact ? t.yes : t.no;
    return unit === undefined ? String(fact) : `${fact} ${unit}`;
  };
  const prices = internal?.prices;
  return (
    <section class="section" aria-labelledby="katalog">
      <h2 id="katalog">{t.catalogueTitle}</h2>
      <p class="quiet">{t.catalogueAbout}</p>
      <DataTable
        lang={site.lang} caption={t.catalogueTitle} hideCaption rows={body.offers}
        columns={[
          { header: t['field.offer'], cell: ({ name }) => <Outside text={name} /> },
          { header: t['field.supplier'], cell: ({ supplier }) => <Outside text={names.get(supplier)?.name ?? ''} /> },
          { header: t['field.lot'], cell: ({ lot }) => lot },
          ...body.criteria.map(({ id, criterion, unit }) => ({ header: criterion, cell: ({ facts }: (typeof body.offers)[number]) => <Outside text={factTold(facts[id], unit)} /> })),
          ...(prices === undefined ? [] : [{ header: t['field.price'], numeric: true, cell: ({ id }: (typeof body.offers)[number]) => (prices[id] === undefined ? t.notStated : formatAmount({ amount: prices[id], currency: 'DKK' }, site.lang)) }]),
        ]}
      />
    </section>
  );
}
