/** The winners behind CR1, CR4 and HHI, page by page, with their files. */
import type { VNode } from 'preact';
import { fill } from '#base';
import { FILE_SUFFIX, LIST_FORMATS } from '#register';
import { Breadcrumbs, DataTable, DownloadLinks, formatAmount, Outside, Page, Pagination, shorten, type Column, type Site } from '#ui';
import { sharesAddress, sharesDataAddress, sharesFile } from './addresses.ts';
import type { ScopeView } from './competition.view.ts';
import { number, Organisation, perCent, rough, RowsLink, scopeName, texts } from './parts.tsx';
import { COMPETITION, scopeAddress } from './scope.ts';
import { da } from './shares.da.ts';
import { en } from './shares.en.ts';
import type { SharesPart, SharesQuery } from './shares.store.ts';
import type { Share } from './shares.view.ts';

export const sharesTexts = { da, en };
export const SHARES_ON_PAGE = 100;
const CRUMB = 60;
const CURRENCY = 12;

export interface SharesPageView extends SharesPart {
  readonly query: SharesQuery;
  readonly scope: ScopeView;
  /** Rows before the first of this page. */
  readonly from: number;
}

export function renderShares(site: Site, view: SharesPageView): VNode {
  const t = sharesTexts[site.lang];
  const { query, scope, total, rows, from } = view;
  const name = scopeName(site, scope);
  const crumbs = [
    { label: 'Torvet', href: site.href('/') }, { label: texts[site.lang].title, href: site.href(COMPETITION) },
    { label: shorten(name, CRUMB), href: site.href(scopeAddress(scope)) }, { label: t.title, href: null },
  ];
  const page = (place: number | null): string | null => (place === null ? null : site.href(sharesAddress(query, place)));
  const isTogether = query.year === null && !query.each;
  return (
    <Page site={site} title={`${t.title} – ${name}`} description={t.lead} noindex before={<Breadcrumbs lang={site.lang} crumbs={crumbs} />}>
      <div class="wrap">
        <div class="page-head">
          <h1>{t.title}</h1>
          <p class="lead"><Outside text={[name, ...narrowings(site, query)].join(', ')} /></p>
          <p>{t.lead} {query.currency === null ? t.leadAwards : fill(t.leadValue, { currency: shorten(query.currency, CURRENCY) })}</p>
          <p>{total === 1 ? t.totalOne : fill(t.total, { count: number(total, site.lang) })}. {total > rows.length ? fill(t.shown, { from: number(from + 1, site.lang), to: number(from + rows.length, site.lang) }) : ''}</p>
          <p>
            <a href={site.href(sharesAddress({ ...query, year: null, each: isTogether }))}>{isTogether ? t.toEach : t.toAll}</a>
            {' · '}<a href={site.href(scopeAddress(scope))}>{fill(t.back, { name: `${texts[site.lang].title}: ${name}` })}</a>
          </p>
        </div>
        {rows.length === 0 ? <p>{t.none}</p> : <DataTable lang={site.lang} caption={t.title} hideCaption columns={columnsOf(site, query)} rows={rows} />}
        <Pagination lang={site.lang} previous={page(from === 0 ? null : Math.max(0, from - SHARES_ON_PAGE))} next={page(from + rows.length < total ? from + rows.length : null)} />
        <DownloadLinks lang={site.lang} heading={t.files} downloads={LIST_FORMATS.map((format) => ({ format, href: site.href(sharesFile(query, FILE_SUFFIX[format])) }))} />
        <p><a href={site.dataHref(sharesDataAddress(query))}>{t.api}</a></p>
      </div>
    </Page>
  );
}

function narrowings({ lang }: Site, { year, each, division }: SharesQuery): string[] {
  const t = sharesTexts[lang];
  return [year !== null ? fill(t.inYear, { year }) : each ? t.eachYear : t.allYears, ...(division === null ? [] : [t[`${division}_division`]])];
}

/** Decimals of a squared share: that of one in a thousand is 0.000001. */
const SQUARED = 6;

function columnsOf(site: Site, { scope, division, currency }: SharesQuery): readonly Column<Share>[] {
  const { lang } = site;
  const t = sharesTexts[lang];
  return [
    { header: t.year, cell: ({ year }) => (year === null ? t.allYears : String(year)) },
    { header: t.place, numeric: true, cell: ({ place }) => number(place, lang) },
    { header: t.organisation, cell: ({ organisation }) => <Organisation site={site} organisation={organisation} /> },
    { header: t.awards, numeric: true, cell: ({ awards, year, organisation }) => <RowsLink site={site} place={{ scope, figure: 'awards', year, division, supplier: organisation.key }}>{number(awards, lang)}</RowsLink> },
    ...(currency === null ? [] : [{ header: t.amount, numeric: true, cell: ({ amount }: Share) => (amount === null ? '–' : formatAmount({ amount, currency }, lang)) }]),
    { header: t.share, numeric: true, cell: ({ share }) => perCent(share, lang) },
    { header: t.together, numeric: true, cell: ({ together }) => perCent(together, lang) },
    { header: t.square, numeric: true, cell: ({ square }) => rough(square, lang, SQUARED) },
  ];
}
