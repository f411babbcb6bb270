import type { VNode } from 'preact';
import { fill } from '#base';
import { RULES } from '#law';
import { figureAbout, type Land } from '#register';
import { Breadcrumbs, DataTable, DownloadLinks, formatNumber, Page, TileMap, type Column, type Site } from '#ui';
import { overviewAddress, OVERVIEWS } from './addresses.ts';
import { GROUNDS } from './grounds.ts';
import { da } from './overview.da.ts';
import { en } from './overview.en.ts';
import { feedOf, NotKnown, Onward } from './onward.tsx';
import type { OverviewView, Sort } from './overview.view.ts';
import { OutcomeCell, RowEvidence, SaidCell, SourceList, StatementItem, StatusCell } from './statement.parts.tsx';
import type { OverviewRow } from './rows.ts';
import { STATUSES, statusTexts } from './words.ts';

export { overviewAddress, OVERVIEWS } from './addresses.ts';
export const overviewTexts = { da, en };
/** Udbudsloven's first day: what was bought before is not held against it. */
const LAW_FROM = '2016';

export function renderOverview(site: Site, view: OverviewView, land: Land): VNode {
  const { lang } = site;
  const t = overviewTexts[lang];
  const { overview, common } = view;
  return (
    <Page
      site={site} title={overview.title[lang]} description={overview.lead[lang]} noindex alternates={feedOf(site, overview)}
      before={<Breadcrumbs lang={lang} crumbs={[{ label: 'Torvet', href: site.href('/') }, { label: t.title, href: site.href(OVERVIEWS) }, { label: overview.title[lang], href: null }]} />}
    >
      <div class="wrap overview">
        <div class="page-head"><h1>{overview.title[lang]}</h1><p class="lead">{overview.lead[lang]}</p><Publisher site={site} /></div>
        <div class="split">
          <section aria-labelledby="historie">
            <h2 id="historie">{t.story}</h2>
            <ol class="overview-story">{overview.story.map(({ text, sources }) => <li>{text[lang]} <SourceMarks site={site} ids={sources} view={view} /></li>)}</ol>
          </section>
          <section aria-labelledby="ukendt">
            <h2 id="ukendt">{t.unknown}</h2>
            <ul>{overview.unknown.map((text) => <li>{text[lang]}</li>)}</ul>
          </section>
        </div>
        <Rows site={site} view={view} land={land} />
        {common.length === 0 ? null : (
          <section class="section" aria-labelledby="alle"><h2 id="alle">{t.all}</h2>
            <ul class="overview-statements">{common.map((statement) => <StatementItem site={site} overview={overview} statement={statement} before={[]} />)}</ul>
          </section>
        )}
        <Grounds site={site} view={view} />
        <section class="section" aria-labelledby="saadan"><h2 id="saadan">{t.rulesHeading}</h2><p>{fill(t.rulesText, { names: overview.names.join(', ') })}</p></section>
        <section class="section" aria-labelledby="kilder"><h2 id="kilder">{t.sources}</h2><SourceList site={site} sources={overview.sources} /></section>
        <Onward site={site} overview={overview} />
        <DownloadLinks lang={lang} heading={t.file} downloads={[{ format: 'csv', href: site.href(`${overviewAddress(overview.id)}.csv`) }, { format: 'json', href: site.href(`${overviewAddress(overview.id)}.json`) }]} />
      </div>
    </Page>
  );
}

function Publisher({ site }: { readonly site: Site }): VNode {
  const t = overviewTexts[site.lang];
  const { name, email } = site.publisher;
  return <p class="quiet">{email === null ? fill(t.publishedOnly, { publisher: name }) : fill(t.published, { publisher: name, email })}</p>;
}

interface Props {
  readonly site: Site;
  readonly view: OverviewView;
}

function SourceMarks({ site, ids, view }: Props & { readonly ids: readonly string[] }): VNode {
  const { sources } = view.overview;
  return <span class="overview-marks">{ids.map((id) => <a href={`#kilde-${id}`} aria-label={`${overviewTexts[site.lang].source} ${sources.findIndex((source) => source.id === id) + 1}`}>[{sources.findIndex((source) => source.id === id) + 1}]</a>)}</span>;
}

function Rows({ site, view, land }: Props & { readonly land: Land }): VNode {
  const { lang } = site;
  const t = overviewTexts[lang];
  const { overview, known, rest, counts, sort } = view;
  const sorting = (by: Sort) => ({ href: site.href(overviewAddress(overview.id, by === 'municipality' ? {} : { sort: by })), state: sort === by ? 'ascending' : 'none' } as const);
  const columns: readonly Column<OverviewRow>[] = [
    { header: t.municipality, sort: sorting('municipality'), cell: ({ municipality }) => municipality },
    { header: t.status, sort: sorting('status'), cell: (row) => <StatusCell site={site} row={row} /> },
    { header: t.said, cell: (row) => <SaidCell site={site} row={row} /> },
    { header: t.outcome, cell: (row) => <OutcomeCell site={site} row={row} common={view.common} /> },
    { header: t.evidence, cell: (row) => <RowEvidence site={site} overview={overview} row={row} /> },
  ];
  return (
    <section class="section" aria-labelledby="kommuner">
      <h2 id="kommuner">{t.municipalities}</h2>
      <dl class="overview-counts">{STATUSES.filter((status) => (counts.get(status) ?? 0) > 0).map((status) => <div><dt>{statusTexts[status][lang]}</dt><dd>{formatNumber(counts.get(status) ?? 0, lang)}</dd></div>)}</dl>
      {known.length === 0 ? null : <DataTable lang={lang} caption={t.municipalities} hideCaption columns={columns} rows={known} />}
      {rest.length === 0 ? null : <details class="overview-rest"><summary>{fill(t.restHeading, { count: rest.length })}</summary><p>{t.restText}</p><p>{t.restAsk}</p><NotKnown site={site} overview={overview} municipalities={rest} /></details>}
      <TileMap
        site={site} id="kort" title={t.map} description={t.mapText} unit={t.mapUnit} about={figureAbout(site)}
        tiles={land.places.map(({ code, name, short, column, row }) => {
          const own = known.find(({ municipality }) => municipality === name);
          return { code, name, short, column, row, value: own === undefined ? null : own.statements.length + own.notices.length + own.holdings.length, path: null };
        })}
      />
    </section>
  );
}

function Grounds({ site, view: { grounds, overview } }: Props): VNode | null {
  if (grounds.length === 0) return null;
  const { lang } = site;
  const t = overviewTexts[lang];
  return (
    <section class="section" aria-labelledby="begrundelser">
      <h2 id="begrundelser">{t.grounds}</h2>
      <p>{overview.period.from < LAW_FROM ? t.groundsLead : t.groundsLeadNew}</p>
      {grounds.map(({ ground, municipalities }) => (
        <article class="overview-ground">
          <h3>{GROUNDS[ground].said[lang]}</h3>
          <p>{fill(t.saidBy, { names: municipalities.join(', ') })}</p>
          <p><strong>{t.wouldBeTrue}</strong> {GROUNDS[ground].wouldBeTrue[lang]}</p>
          {GROUNDS[ground].rules.length === 0 ? null : (
            <p class="quiet">{t.rule} {RULES.filter(({ id }) => GROUNDS[ground].rules.includes(id)).map(({ id, paragraph, title }, at) => <>{at > 0 ? '; ' : ''}<a href={site.href(`/regler#${id}`)}>{paragraph}: {title[lang]}</a></>)}</p>
          )}
        </article>
      ))}
    </section>
  );
}
