import type { VNode } from 'preact';
import { fill } from '#base';
import { Breadcrumbs, DataTable, DownloadLinks, formatDate, formatNumber, Page, type Column, type Site } from '#ui';
import { overviewAddress, OVERVIEWS } from './addresses.ts';
import { GROUNDS } from './grounds.ts';
import { claimsAsked, EVERY_CLAIM, GROUND_COUNTS, groundCountsAddress, RESULTS, UNTOLD, type ClaimQuery, type CountedClaim, type GroundCount, type ResultCode } from './grounds-count.ts';
import { groundCountTexts } from './grounds-count.texts.ts';
import { da } from './overview.da.ts';
import { en } from './overview.en.ts';
import { outcomeTexts } from './words.ts';

const overviewTexts = { da, en };

interface Props {
  readonly site: Site;
  readonly claims: readonly CountedClaim[];
  readonly counts: readonly GroundCount[];
  readonly query: ClaimQuery;
}

export function renderGroundCounts(props: Props): VNode {
  const { site, claims } = props;
  const { lang } = site;
  const t = groundCountTexts[lang];
  return (
    <Page site={site} title={t.title} description={t.lead} noindex before={<Breadcrumbs lang={lang} crumbs={[{ label: 'Torvet', href: site.href('/') }, { label: overviewTexts[lang].title, href: site.href(OVERVIEWS) }, { label: t.title, href: null }]} />}>
      <div class="wrap overview">
        <div class="page-head"><h1>{t.title}</h1><p class="lead">{t.lead}</p></div>
        {claims.length === 0 ? <p>{t.none}</p> : <><Counts {...props} /><Survived {...props} /><Claims {...props} /></>}
        <DownloadLinks lang={lang} heading={t.file} downloads={[{ format: 'csv', href: site.href(`${GROUND_COUNTS}.csv`) }, { format: 'json', href: site.href(`${GROUND_COUNTS}.json`) }]} />
      </div>
    </Page>
  );
}

function Counts({ site, claims, counts }: Props): VNode {
  const { lang } = site;
  const t = groundCountTexts[lang];
  const columns: readonly Column<GroundCount>[] = [
    { header: t.ground, cell: ({ ground }) => GROUNDS[ground].said[lang] },
    { header: t.n, numeric: true, cell: ({ ground, claims: own }) => <Count site={site} count={own.length} query={{ ground }} label={GROUNDS[ground].said[lang]} /> },
    { header: t.years, cell: ({ ground, years }) => years.map(({ year, count }) => <p>{year ?? t.yearUnknown}: <Count site={site} count={count} query={{ ground, year: year ?? UNTOLD }} label={`${GROUNDS[ground].said[lang]}, ${year ?? t.yearUnknown}`} /></p>) },
    { header: t.overviews, cell: ({ ground, overviews }) => overviews.map(({ overview, count }) => <p><a href={site.href(overviewAddress(overview.id))}>{overview.names[0] ?? overview.title[lang]}</a>: <Count site={site} count={count} query={{ ground, overview: overview.id }} label={`${GROUNDS[ground].said[lang]}, ${overview.title[lang]}`} /></p>) },
    { header: t.saidBy, cell: ({ saidBy }) => saidBy.join(', ') },
    { header: t.results, cell: ({ ground, results }) => results.map(({ result, count }) => <p>{resultText(result, lang)}: <Count site={site} count={count} query={{ ground, result: result ?? UNTOLD }} label={`${GROUNDS[ground].said[lang]}, ${resultText(result, lang)}`} /></p>) },
  ];
  return (
    <section class="section" aria-labelledby="tal">
      <h2 id="tal">{t.counts}</h2>
      <p class="prose">{fill(t.countsLead, { count: formatNumber(claims.length, lang), overviews: formatNumber(new Set(claims.map(({ overview }) => overview)).size, lang) })}</p>
      <p class="prose">{t.few}</p>
      <DataTable lang={lang} caption={t.counts} hideCaption columns={columns} rows={counts} />
    </section>
  );
}

interface CountProps {
  readonly site: Site;
  readonly count: number;
  readonly query: Partial<ClaimQuery>;
  /** What is counted, for those who hear the number alone. */
  readonly label: string;
}

function Count({ site, count, query, label }: CountProps): VNode {
  const number = formatNumber(count, site.lang);
  return <a href={site.href(groundCountsAddress(query))} aria-label={`${number}: ${label}`}>{number}</a>;
}

export function resultText(result: ResultCode | null, lang: Site['lang']): string {
  return groundCountTexts[lang][`result.${result ?? UNTOLD}`];
}

function Survived({ site, claims }: Props): VNode {
  const { lang } = site;
  const t = groundCountTexts[lang];
  const told = claims.filter(({ result }) => result !== null && result !== 'not-known').length;
  return (
    <section class="section" aria-labelledby="overlevede">
      <h2 id="overlevede">{t.survived}</h2>
      <p class="prose">{fill(t.survivedLead, { count: formatNumber(claims.length, lang), told: formatNumber(told, lang) })}</p>
      <ul>
        {RESULTS.map((result) => {
          const count = claims.filter((claim) => claim.result === result).length;
          const text = resultText(result, lang);
          return <li>{text}: {count === 0 ? '0' : <Count site={site} count={count} query={{ result }} label={text} />}</li>;
        })}
      </ul>
      <p class="prose">{t.resultLead}</p>
    </section>
  );
}

function Claims({ site, claims, query }: Props): VNode {
  const { lang } = site;
  const t = groundCountTexts[lang];
  const shown = claimsAsked(claims, query);
  const chosen = [
    ...(query.ground === null ? [] : [GROUNDS[query.ground].said[lang]]), ...(query.year === null ? [] : [query.year === UNTOLD ? t.yearUnknown : query.year]),
    ...(query.result === null ? [] : [resultText(RESULTS.find((result) => result === query.result) ?? null, lang)]), ...(query.overview === null ? [] : [claims.find(({ overview }) => overview.id === query.overview)?.overview.title[lang] ?? query.overview]),
  ];
  return (
    <section class="section" aria-labelledby="krav">
      <h2 id="krav">{fill(t.claims, { count: formatNumber(shown.length, lang) })}</h2>
      {chosen.length === 0 ? null : <p>{chosen.join(', ')}. <a href={site.href(groundCountsAddress(EVERY_CLAIM))}>{t.claimsAll}</a></p>}
      <ul class="overview-statements">{shown.map((claim) => <Claim site={site} counted={claim} />)}</ul>
    </section>
  );
}

/** With the outcome and the words of the party, or without its name and words. */
function Claim({ site, counted: { overview, claim, municipality, outcomes, words } }: { readonly site: Site; readonly counted: CountedClaim }): VNode {
  const { lang } = site;
  const t = groundCountTexts[lang];
  if (municipality === null) return <li class="overview-statement"><p><strong>{t.unnamed}:</strong> {GROUNDS[claim.ground].said[lang]}</p></li>;
  const replies = words.filter(({ id }) => id !== claim.id);
  return (
    <li class="overview-statement">
      <p><strong>{municipality}: {GROUNDS[claim.ground].said[lang]}.</strong> {claim.text[lang]}</p>
      {claim.quote === undefined ? null : <blockquote>{claim.quote}</blockquote>}
      {replies.length === 0 ? null : <p>{t.ownWords}: {replies.map(({ text }) => text[lang]).join(' ')}</p>}
      <p>{t.outcome}: {outcomes.map(({ outcome, text }) => `${outcomeTexts[outcome][lang]}. ${text[lang]}`).join(' ')}</p>
      <p class="quiet">
        {claim.date === undefined ? t.yearUnknown : claim.date} · {t.source}: {claim.sources.map((id, at) => {
          const source = overview.sources.find((one) => one.id === id);
          return <>{at > 0 ? ', ' : ''}{source === undefined ? id : <a class="outside-link" href={source.url} rel="noreferrer">{source.publisher}</a>}</>;
        })} · {fill(t.entered, { day: formatDate(claim.entered, lang) })} · <a href={site.href(overviewAddress(overview.id))}>{overview.title[lang]}</a>
      </p>
    </li>
  );
}
