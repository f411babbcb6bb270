/** What there is: sources, countries, years, forms. */
import type { VNode } from 'preact';
import { fill } from '#base';
import { BarChart, DataTable, formatNumber, type Column } from '#ui';
import { processListAddress } from './addresses.ts';
import { coverageCountry, coverageTexts, formName, type CoverageProps } from './coverage-parts.tsx';
import type { Coverage } from './coverage.view.ts';
import { figureAbout } from './licence.ts';
import { Folded, Span } from './process-parts.tsx';

const COUNTRIES_SHOWN = 10;
const FORMS_SHOWN = 12;

export function Sources({ site, view }: CoverageProps): VNode {
  const t = coverageTexts[site.lang];
  const columns: readonly Column<Coverage['sources'][number]>[] = [
    { header: t.sourceColumn, cell: ({ source }) => <>{t[`source.${source}`]}<div class="quiet">{t[`source.${source}.what`]}</div></> },
    { header: t.periodColumn, cell: ({ first, last }) => Span({ site, start: first, end: last }) ?? '' },
    { header: t.countriesColumn, numeric: true, cell: ({ countries }) => formatNumber(countries, site.lang) },
    { header: t.formsColumn, numeric: true, cell: ({ forms }) => formatNumber(forms, site.lang) },
    { header: t.releasesColumn, numeric: true, cell: ({ releases }) => formatNumber(releases, site.lang) },
  ];
  return (
    <>
      <DataTable lang={site.lang} caption={t.sourcesHeading} hideCaption columns={columns} rows={view.sources} />
      <p class="quiet">{t.shapeNote}</p>
    </>
  );
}

export function Where({ site, view }: CoverageProps): VNode {
  const t = coverageTexts[site.lang];
  const columns: readonly Column<Coverage['countries'][number]>[] = [
    {
      header: t.country,
      cell: ({ country }) => (country === ''
        ? coverageCountry(country, site.lang)
        : <a href={site.href(processListAddress({ filters: { country: [country] } }))}>{coverageCountry(country, site.lang)}</a>),
    },
    { header: t.periodColumn, cell: ({ first, last }) => Span({ site, start: first, end: last }) ?? '' },
    { header: t.releasesColumn, numeric: true, cell: ({ releases }) => formatNumber(releases, site.lang) },
  ];
  return (
    <>
      <Folded
        rows={view.countries} shown={COUNTRIES_SHOWN} label={t.countriesCount} site={site}
        draw={(rows) => <DataTable lang={site.lang} caption={t.whereHeading} hideCaption columns={columns} rows={rows} />}
      />
      <div id="aar"><Years site={site} view={view} /></div>
    </>
  );
}

function Years({ site, view }: CoverageProps): VNode | null {
  const t = coverageTexts[site.lang];
  const years = view.years.filter(({ year }) => year > 0);
  const [first] = years;
  const last = years.at(-1);
  if (first === undefined || last === undefined) return null;
  const most = years.reduce((top, entry) => (entry.releases > top.releases ? entry : top), first);
  const undated = view.years.find(({ year }) => year === 0);
  return (
    <>
      <BarChart
        lang={site.lang} id="bekendtgoerelser-aar" about={figureAbout(site)} title={t.perYear} headers={[t.year, t.releasesColumn]}
        description={fill(t.perYearText, { first: first.year, last: last.year, most: most.year, count: formatNumber(most.releases, site.lang) })}
        bars={withoutGaps(years).map(({ year, releases }) => ({ label: String(year), value: releases, href: null }))}
      />
      {undated === undefined ? null : <p class="quiet">{t.noYear}: {formatNumber(undated.releases, site.lang)}</p>}
    </>
  );
}

/** One stray date long ago must not stretch the picture. */
const MOST_YEARS = 40;

/** A year without notices is a bar of height 0: that it has none is what the page is for. */
function withoutGaps(years: Coverage['years']): Coverage['years'] {
  const from = years[0]?.year ?? 0;
  const length = (years.at(-1)?.year ?? 0) - from + 1;
  if (length > MOST_YEARS) return years;
  const counts = new Map(years.map(({ year, releases }) => [year, releases]));
  return Array.from({ length }, (_none, index) => ({ year: from + index, releases: counts.get(from + index) ?? 0 }));
}

export function Forms({ site, view }: CoverageProps): VNode {
  const t = coverageTexts[site.lang];
  const columns: readonly Column<Coverage['forms'][number]>[] = [
    { header: t.form, cell: ({ source, form }) => formName(source, form, site.lang) },
    { header: t.sourceColumn, cell: ({ source }) => t[`source.${source}`] },
    { header: t.releasesColumn, numeric: true, cell: ({ releases }) => formatNumber(releases, site.lang) },
  ];
  return (
    <>
      <p>{t.formsIntro}</p>
      <Folded
        rows={view.forms} shown={FORMS_SHOWN} label={t.formsCount} site={site}
        draw={(rows) => <DataTable lang={site.lang} caption={t.formsHeading} hideCaption columns={columns} rows={rows} />}
      />
    </>
  );
}
