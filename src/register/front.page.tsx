import type { VNode } from 'preact';
import { fill } from '#base';
import { address, BarChart, formatNumber, KeyFigures, Page, SearchField, shorten, TileMap, type Site } from '#ui';
import { COMPARE, CONTRACTS, COVERAGE, MARKET, MUNICIPALITIES_PAGE, PROCESSES, processListAddress, organisationListAddress } from './addresses.ts';
import { da } from './front.da.ts';
import { en } from './front.en.ts';
import { CLOSING_WITHIN, type FrontView } from './front.view.ts';
import { figureAbout } from './licence.ts';
import { CHANGES, FRAMEWORKS, WITHOUT_CALL } from './lists/addresses.ts';
import { ProcessLines } from './process-line.tsx';
import { withGaps } from './years.ts';

const texts = { da, en };

export function renderFront(site: Site, view: FrontView): VNode {
  const t = texts[site.lang];
  return (
    <Page site={site} title={t.title} description={t.sentence}>
      <Hero site={site} withExamples={view.processes > 0} />
      {view.processes === 0 ? <Empty site={site} /> : <Content site={site} view={view} />}
    </Page>
  );
}

interface PartProps {
  readonly site: Site;
  readonly view: FrontView;
}

function Hero({ site, withExamples }: { readonly site: Site; readonly withExamples: boolean }): VNode {
  const t = texts[site.lang];
  // Danish words that the demo world and Danish notices are sure to hold.
  const examples = site.world === 'demo' && withExamples ? [t.example1, t.example2, t.example3] : [];
  return (
    <div class="hero">
      <div class="wrap">
        <h1>{t.headline}</h1>
        <p class="lead">{t.sentence}</p>
        <SearchField
          lang={site.lang} action={site.href(PROCESSES)} label={t.searchLabel} hint={t.searchHint} value="" large
        />
        {examples.length === 0 ? null : (
          <p class="hero-examples">
            {t.examples}{examples.map((q) => <> <a href={site.href(processListAddress({ q }))} lang="da">{q}</a></>)}
          </p>
        )}
      </div>
    </div>
  );
}

function Content({ site, view }: PartProps): VNode {
  const t = texts[site.lang];
  return (
    <div class="wrap">
      <section class="front-figures" aria-label={t.figures}>
        <Figures site={site} view={view} />
        <p class="quiet"><a href={site.href(COVERAGE)}>{t.coverage}</a></p>
      </section>
      <Ways site={site} />
      <div class="split">
        <section>
          <div class="section-head">
            <h2>{t.newest}</h2>
            <a href={site.href(PROCESSES)}>{fill(t.allProcesses, { count: formatNumber(view.processes, site.lang) })}</a>
          </div>
          <ProcessLines site={site} rows={view.newest} />
        </section>
        <div>
          <section>
            <div class="section-head"><h2>{t.closingSoon}</h2></div>
            {view.closingSoon.length === 0 ? null : <p class="quiet">{fill(t.closingSoonWhat, { days: CLOSING_WITHIN })}</p>}
            {view.closingSoon.length === 0
              ? <p class="quiet">{fill(t.noneOpen, { days: CLOSING_WITHIN })}</p>
              : <ProcessLines site={site} rows={view.closingSoon} short />}
          </section>
          <section class="section"><YearChart site={site} perYear={view.perYear} /></section>
          {view.tiles.length === 0 ? null : <section class="section"><MunicipalityMap site={site} view={view} /><p><a href={site.href(MUNICIPALITIES_PAGE)}>{t.municipalities}</a></p></section>}
        </div>
      </div>
    </div>
  );
}

const WAYS = [
  ['wayContracts', CONTRACTS], ['wayWithout', WITHOUT_CALL], ['wayFrameworks', FRAMEWORKS], ['wayChanges', CHANGES], ['wayMarkets', MARKET],
  ['wayMunicipalities', MUNICIPALITIES_PAGE], ['wayCompare', COMPARE],
] as const;

function Ways({ site }: { readonly site: Site }): VNode {
  const t = texts[site.lang];
  return (
    <nav class="ways" aria-labelledby="veje">
      <h2 id="veje">{t.ways}</h2>
      <ul>{WAYS.map(([name, path]) => <li><a href={site.href(path)}>{t[name]}</a> <span class="quiet">{t[`${name}What`]}</span></li>)}</ul>
    </nav>
  );
}

function Figures({ site, view }: PartProps): VNode {
  const t = texts[site.lang];
  const figure = (value: number, label: string, path: string) =>
    ({ value: formatNumber(value, site.lang), label, href: site.href(path) });
  return (
    <KeyFigures
      figures={[
        figure(view.processes, t.processes, PROCESSES),
        figure(view.openTenders, t.openTenders, processListAddress({ open: true, sort: 'deadline' })),
        figure(view.buyers, t.buyers, organisationListAddress({ filters: { role: ['buyer'] } })),
        figure(view.suppliers, t.suppliers, organisationListAddress({ filters: { role: ['supplier'] } })),
      ]}
    />
  );
}

/** Processes by year; nothing when there is one year or none. */
export function YearChart({ site, perYear }: { readonly site: Site; readonly perYear: FrontView['perYear'] }): VNode | null {
  const [first, ...rest] = perYear;
  const last = rest.at(-1);
  if (first === undefined || last === undefined) return null;
  const t = texts[site.lang];
  const most = perYear.reduce((top, entry) => (entry.count > top.count ? entry : top), first);
  return (
    <BarChart
      lang={site.lang} id="aar" about={figureAbout(site)} title={t.perYear} headers={[t.year, t.count]}
      description={fill(t.perYearText, {
        first: first.year, last: last.year, most: most.year, count: formatNumber(most.count, site.lang),
      })}
      bars={withGaps(perYear, (year) => ({ year, count: 0 })).map(({ year, count }) => ({
        label: String(year), value: count,
        href: count === 0 ? null : site.href(processListAddress({ filters: { year: [String(year)] } })),
      }))}
    />
  );
}

function MunicipalityMap({ site, view }: PartProps): VNode {
  const t = texts[site.lang];
  const covered = view.tiles.filter((tile) => tile.value !== null);
  const most = covered.toSorted((one, other) => (other.value ?? 0) - (one.value ?? 0)).at(0);
  return (
    <TileMap
      site={site} id="kommuner" about={figureAbout(site)} title={t.map} unit={t.count} tiles={view.tiles}
      description={fill(t.mapText, {
        count: view.tiles.length, most: shorten(most?.name ?? '\u2013', 60), highest: formatNumber(most?.value ?? 0, site.lang),
      })}
    />
  );
}

function Empty({ site }: { readonly site: Site }): VNode {
  const t = texts[site.lang];
  return (
    <div class="wrap section"><div class="prose">
      <h2>{t.emptyHeading}</h2>
      <p>{t.emptyText}</p>
      <pre tabindex={0}><code>{t.emptyCommand}</code></pre>
      <p>{t.emptyFormats}</p>
      {site.hasOtherWorld && site.world === 'register'
        ? <p>{t.emptyDemo} <a href={address('/', site.lang, 'demo')}>{t.emptyDemoLink}</a></p>
        : null}
    </div></div>
  );
}
