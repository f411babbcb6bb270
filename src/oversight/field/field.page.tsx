import type { VNode } from 'preact';
import { fill } from '#base';
import { countryName, legalKindName, organisationAddress } from '#register';
import { Breadcrumbs, DataTable, DownloadLinks, formatDate, formatNumber, Outside, Page, type Column, type Site } from '#ui';
import { overviewTexts, OVERVIEWS } from '../overview/overview.page.tsx';
import { countFieldStatuses, type FieldRow } from './field.ts';
import { fieldAddress, fieldTexts } from './field.texts.ts';
import type { FieldView } from './field.view.ts';
import { HowCell, Outcomes, Purchases } from './field-row.parts.tsx';

interface Props {
  readonly site: Site;
  readonly view: FieldView;
}

export function renderField(site: Site, view: FieldView): VNode {
  const { lang } = site;
  const t = fieldTexts[lang];
  const o = overviewTexts[lang];
  const { field, rows } = view;
  const { name, email } = site.publisher;
  return (
    <Page
      site={site} title={field.title[lang]} description={field.lead[lang]} noindex
      before={<Breadcrumbs lang={lang} crumbs={[{ label: 'Torvet', href: site.href('/') }, { label: o.title, href: site.href(OVERVIEWS) }, { label: field.title[lang], href: null }]} />}
    >
      <div class="wrap overview">
        <div class="page-head"><h1>{field.title[lang]}</h1><p class="lead">{field.lead[lang]}</p><p>{t.noStatements}</p><p class="quiet">{email === null ? fill(o.publishedOnly, { publisher: name }) : fill(o.published, { publisher: name, email })}</p></div>
        <Rows site={site} rows={rows} />
        <Held site={site} view={view} />
        <HowFound site={site} view={view} />
        <section class="section" aria-labelledby="ukendt"><h2 id="ukendt">{t.unknown}</h2><ul>{field.unknown.map((text) => <li>{text[lang]}</li>)}</ul></section>
        <DownloadLinks lang={lang} heading={t.fileHeading} downloads={[{ format: 'csv', href: site.href(`${fieldAddress(field.id)}.csv`) }, { format: 'json', href: site.href(`${fieldAddress(field.id)}.json`) }]} />
      </div>
    </Page>
  );
}

function Rows({ site, rows }: { readonly site: Site; readonly rows: readonly FieldRow[] }): VNode {
  const { lang } = site;
  const t = fieldTexts[lang];
  const columns: readonly Column<FieldRow>[] = [
    { header: t.buyer, cell: ({ buyer }) => <><a href={site.href(organisationAddress(buyer.key))}><Outside text={buyer.name} /></a><p class="quiet">{countryName(buyer.country, lang)}, {buyer.legalKind === null ? t.kindUnknown : legalKindName(buyer.legalKind, lang)}</p></> },
    { header: t.how, cell: (row) => <HowCell site={site} row={row} /> },
    { header: t.what, cell: (row) => <Purchases site={site} row={row} /> },
    { header: t.outcome, cell: (row) => <Outcomes site={site} row={row} /> },
  ];
  return (
    <section class="section" aria-labelledby="koebere">
      <h2 id="koebere">{t.rows}</h2>
      {rows.length === 0 ? <p>{t.none}</p> : (
        <>
          <p class="quiet">{t.counts}</p>
          <dl class="overview-counts">{[...countFieldStatuses(rows)].map(([status, count]) => <div><dt>{t[`status.${status}`]}</dt><dd>{formatNumber(count, lang)}</dd></div>)}</dl>
          <p class="quiet">{t.help}</p>
          <DataTable lang={lang} caption={t.rows} hideCaption columns={columns} rows={rows} />
        </>
      )}
    </section>
  );
}

function Held({ site, view: { held, whole, field } }: Props): VNode {
  const { lang } = site;
  const t = fieldTexts[lang];
  const columns: readonly Column<(typeof held)[number]>[] = [
    { header: t.country, cell: ({ country }) => countryName(country, lang) },
    { header: t.releases, numeric: true, cell: ({ releases }) => (releases === 0 ? t.nothing : formatNumber(releases, lang)) },
    { header: t.days, cell: ({ first, last }) => (first === null || last === null ? '' : `${formatDate(first, lang)} – ${formatDate(last, lang)}`) },
  ];
  return (
    <section class="section" aria-labelledby="daekning">
      <h2 id="daekning">{t.heldHeading}</h2>
      <p>{t.held}</p>
      <DataTable lang={lang} caption={t.heldHeading} hideCaption columns={columns} rows={held} />
      <p>{whole === null ? t.wholeNo : `${fill(t.wholeYes, { since: formatDate(whole.since, lang), until: formatDate(whole.until, lang) })}${field.countries.length > 1 ? ` ${t.wholeOther}` : ''}`}</p>
    </section>
  );
}

function HowFound({ site, view: { field, searches } }: Props): VNode {
  const { lang } = site;
  const t = fieldTexts[lang];
  const list = new Intl.ListFormat(lang, { type: 'disjunction' });
  const { from, to } = field.period;
  const period = to === undefined ? fill(t.since, { from: formatDate(from, lang) }) : fill(t.between, { from: formatDate(from, lang), to: formatDate(to, lang) });
  return (
    <section class="section" aria-labelledby="saadan">
      <h2 id="saadan">{t.searchHeading}</h2>
      <p>{fill(t.searchText, { cpv: list.format(field.cpv), countries: list.format(field.countries.map((country) => countryName(country, lang))), period })}</p>
      <p>{fill(t.searchList, { ...searches })}</p>
    </section>
  );
}
