import type { VNode } from 'preact';
import { fill } from '#base';
import { DataTable, formatAmount, formatNumber, formatShortDate, Outside, type Column, type Site } from '#ui';
import { FEW, type Price, type PriceGroup } from './prices.ts';
import { SourceText } from './source-text.tsx';
import { systemTexts } from './system.texts.ts';
import type { SystemView } from './system.view.ts';

export function Prices({ site, view: { prices } }: { readonly site: Site; readonly view: SystemView }): VNode {
  const t = systemTexts[site.lang];
  return (
    <section class="section" aria-labelledby="pris">
      <h2 id="pris">{t.prices}</h2>
      {prices.length === 0 ? <p>{t.pricesNone}</p> : <><p class="prose">{t.pricesLead}</p>{prices.map((group) => <Group site={site} group={group} />)}<p class="quiet">{t.difference}</p></>}
    </section>
  );
}

function Group({ site, group }: { readonly site: Site; readonly group: PriceGroup }): VNode {
  const { lang } = site;
  const t = systemTexts[lang];
  const { kind, currency, prices } = group;
  const heading = `${t[`price.${kind}`]} (${currency ?? t.noCurrency})`;
  const columns: readonly Column<Price>[] = [
    { header: t.buyer, cell: ({ who }) => <Outside text={who} /> },
    { header: t.amount, numeric: true, cell: ({ value }) => formatAmount(value, lang) },
    { header: t.period, cell: ({ from, to }) => (from === null && to === null ? t.notStated : `${dateText(from, lang)} – ${dateText(to, lang)}`) },
    { header: t.supplier, cell: ({ supplier }) => (supplier === null ? '' : <Outside text={supplier} />) },
    { header: t.source, cell: ({ source }) => <SourceText site={site} source={source} /> },
  ];
  return (
    <div class="system-price">
      <h3>{heading}</h3>
      <p><strong>{rangeText(group, lang)}</strong>{kind === 'contract' || kind === 'unsaid' ? ` ${t[`price.${kind}Text`]}` : ''}</p>
      {prices.length > 1 && prices.length < FEW && group.range !== null ? <p>{fill(t.few, { count: formatNumber(prices.length, lang) })}</p> : null}
      <DataTable lang={lang} caption={heading} hideCaption columns={columns} rows={prices} />
    </div>
  );
}

export function rangeText({ range, prices }: PriceGroup, lang: Site['lang']): string {
  const t = systemTexts[lang];
  const count = formatNumber(prices.length, lang);
  if (range !== null) return fill(t.range, { least: formatAmount(range.least, lang), most: formatAmount(range.most, lang), count });
  return prices.length === 1 ? t.one : fill(t.noRange, { count });
}

function dateText(date: string | null, lang: Site['lang']): string {
  if (date === null) return systemTexts[lang].notStated;
  return date.length === 10 ? formatShortDate(date, lang) : date;
}
