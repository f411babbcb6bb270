import type { VNode } from 'preact';
import { fill } from '#base';
import type { Land } from '#register';
import { Breadcrumbs, DownloadLinks, Page, type Site } from '#ui';
import { embeddedAddress, overviewAddress, OVERVIEWS } from './addresses.ts';
import { CaseFold } from './case-fold.tsx';
import { GroundRules } from './claim-test.tsx';
import { EmbedCode } from './embed.page.tsx';
import { FigureItem } from './figure.parts.tsx';
import { da as formDa } from './form.da.ts';
import { en as formEn } from './form.en.ts';
import { GROUNDS } from './grounds.ts';
import { da } from './overview.da.ts';
import { en } from './overview.en.ts';
import { feedOf, Onward } from './onward.tsx';
import type { OverviewView } from './overview.view.ts';
import { PublishedBy } from './published.parts.tsx';
import { Rows } from './rows.parts.tsx';
import { SourceList, StatementItem } from './statement.parts.tsx';

export { overviewAddress, OVERVIEWS } from './addresses.ts';
export const overviewTexts = { da, en };
const texts = { da: { ...da, ...formDa }, en: { ...en, ...formEn } };
/** Udbudsloven's first day: what was bought before is not held against it. */
const LAW_FROM = '2016';

/** What the register holds whole, as ISO days; null: nothing. */
export type Whole = { readonly since: string; readonly until: string } | null;

export interface OverviewProps {
  readonly site: Site;
  readonly view: OverviewView;
  readonly land: Land;
  readonly whole: Whole;
}

export function renderOverview({ site, view, land, whole }: OverviewProps): VNode {
  const { lang } = site;
  const { overview } = view;
  const address = overviewAddress(overview.id);
  return (
    <Page
      site={site} title={overview.title[lang]} description={overview.lead[lang]} noindex alternates={feedOf(site, overview)}
      before={<Breadcrumbs lang={lang} crumbs={[{ label: 'Torvet', href: site.href('/') }, { label: texts[lang].title, href: site.href(OVERVIEWS) }, { label: overview.title[lang], href: null }]} />}
    >
      <div class="wrap overview">
        <OverviewBody site={site} view={view} land={land} whole={whole} isStill={false} />
        <Onward site={site} overview={overview} />
        <DownloadLinks lang={lang} heading={texts[lang].file} downloads={(['pdf', 'csv', 'json'] as const).map((format) => ({ format, href: site.href(`${address}.${format}`) }))} />
        <EmbedCode lang={lang} title={overview.title[lang]} address={(site.origin ?? '') + site.href(embeddedAddress(overview.id))} href={site.href(embeddedAddress(overview.id))} />
      </div>
    </Page>
  );
}

/** @param isStill for a file: nothing can be asked of it, and every row stands in it */
export function OverviewBody({ site, view, land, whole, isStill }: OverviewProps & { readonly isStill: boolean }): VNode {
  const { lang } = site;
  const t = texts[lang];
  const { overview, common } = view;
  const hasRows = overview.names.length > 0 || view.known.length > 0 || view.asked.status !== null;
  return (
    <>
      <div class="page-head"><h1>{overview.title[lang]}</h1><p class="lead">{overview.lead[lang]}</p><PublishedBy site={site} overview={overview} whole={whole} /></div>
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
      <Figures site={site} view={view} />
      {hasRows ? <Rows site={site} view={view} land={land} isStill={isStill} /> : null}
      {hasRows ? <Cases site={site} view={view} isStill={isStill} /> : null}
      {common.length === 0 ? null : (
        <section class="section" aria-labelledby="alle"><h2 id="alle">{hasRows ? t.all : t.more}</h2>
          <ul class="overview-statements">{common.map((statement) => <StatementItem site={site} overview={overview} statement={statement} before={view.earlier.get(statement.id) ?? []} />)}</ul>
        </section>
      )}
      <Grounds site={site} view={view} />
      {overview.names.length === 0 ? null : <section class="section" aria-labelledby="saadan"><h2 id="saadan">{t.rulesHeading}</h2><p>{fill(t.rulesText, { names: overview.names.join(', ') })}</p></section>}
      <section class="section" aria-labelledby="kilder"><h2 id="kilder">{t.sources}</h2><SourceList site={site} sources={overview.sources} /></section>
    </>
  );
}

interface Props {
  readonly site: Site;
  readonly view: OverviewView;
}

function SourceMarks({ site, ids, view }: Props & { readonly ids: readonly string[] }): VNode {
  const { sources } = view.overview;
  return <span class="overview-marks">{ids.map((id) => <a href={`#kilde-${id}`} aria-label={`${overviewTexts[site.lang].source} ${sources.findIndex((source) => source.id === id) + 1}`}>[{sources.findIndex((source) => source.id === id) + 1}]</a>)}</span>;
}

function Figures({ site, view: { figures, overview, earlier } }: Props): VNode | null {
  if (figures.length === 0) return null;
  return (
    <section class="section" aria-labelledby="tal">
      <h2 id="tal">{texts[site.lang].figures}</h2>
      <div class="overview-figures">{figures.map((figure) => <FigureItem site={site} overview={overview} figure={figure} before={earlier.get(figure.id) ?? []} />)}</div>
    </section>
  );
}

/** Every row with all that it rests on, each in a fold that its line of the table opens. */
function Cases({ site, view: { known, overview, common }, isStill }: Props & { readonly isStill: boolean }): VNode | null {
  if (known.length === 0) return null;
  const t = texts[site.lang];
  return (
    <section class="section" aria-labelledby="sager">
      <h2 id="sager">{t.cases}</h2>
      <p>{t.casesLead}</p>
      {known.map((row) => <CaseFold site={site} overview={overview} row={row} common={common} isOpen={isStill || known.length === 1} hasPage={!isStill} />)}
    </section>
  );
}

function Grounds({ site, view: { grounds, overview } }: Props): VNode | null {
  if (grounds.length === 0) return null;
  const { lang } = site;
  const t = texts[lang];
  return (
    <section class="section" aria-labelledby="begrundelser">
      <h2 id="begrundelser">{t.grounds}</h2>
      <p>{overview.period.from < LAW_FROM ? t.groundsLead : t.groundsLeadNew}</p>
      {grounds.map(({ ground, municipalities }) => (
        <article class="overview-ground">
          <h3>{GROUNDS[ground].said[lang]}</h3>
          <p>{fill(t.saidBy, { names: municipalities.join(', ') })}</p>
          <p><strong>{t.wouldBeTrue}</strong> {GROUNDS[ground].wouldBeTrue[lang]}</p>
          <GroundRules site={site} ids={GROUNDS[ground].rules} />
        </article>
      ))}
    </section>
  );
}
