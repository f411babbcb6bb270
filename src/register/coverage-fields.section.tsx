/** How much of each field is filled in. */
import type { VNode } from 'preact';
import { fill } from '#base';
import { DataTable, formatNumber, formatShare, Selects, Share, type Column, type SelectField } from '#ui';
import { COVERAGE } from './addresses.ts';
import { coverageCountry, coverageTexts, formName, type CoverageProps } from './coverage-parts.tsx';
import type { FieldRate, Source } from './coverage.view.ts';
import { UNKNOWN } from './list.view.ts';

export function FillRates({ site, view }: CoverageProps): VNode {
  const t = coverageTexts[site.lang];
  const fields = view.fields.filter(({ isTrait }) => !isTrait);
  const traits = view.fields.filter(({ isTrait }) => isTrait);
  const isChosen = Object.values(view.query).some((value) => value !== null);
  return (
    <>
      <p>{t.fieldsIntro}</p>
      <Selects
        lang={site.lang} action={`${site.href(COVERAGE)}#udfyldt`} fields={selectsOf({ site, view })}
        clearHref={isChosen ? `${site.href(COVERAGE)}#udfyldt` : null}
      />
      {fields.length === 0
        ? <p class="quiet">{t.nothingAsked}</p>
        : <DataTable lang={site.lang} caption={t.fieldsHeading} hideCaption columns={columnsOf({ site, view }, fields, t.field)} rows={fields} />}
      {traits.length === 0 ? null : (
        <>
          <h3>{t.traitsHeading}</h3>
          <p>{t.traitsIntro}</p>
          <DataTable lang={site.lang} caption={t.traitsHeading} hideCaption columns={columnsOf({ site, view }, traits, t.trait)} rows={traits} />
        </>
      )}
    </>
  );
}

/** A column for each source that has any of the fields, where there are several. */
function columnsOf({ site }: CoverageProps, rows: readonly FieldRate[], header: string): readonly Column<FieldRate>[] {
  const t = coverageTexts[site.lang];
  const sources = [...new Set(rows.flatMap(({ bySource }) => bySource.map(({ source }) => source)))];
  const shareOf = (row: FieldRate, source: Source): string => {
    const rate = row.bySource.find((one) => one.source === source);
    return rate === undefined ? '' : formatShare(rate.filled, rate.asked, site.lang);
  };
  return [
    { header, cell: ({ field }) => t[`field.${field}`] },
    { header: t.share, cell: ({ filled, asked }) => <Share lang={site.lang} part={filled} whole={asked} /> },
    {
      header: t.count, numeric: true,
      cell: ({ filled, asked }) => fill(t.ofCount, { filled: formatNumber(filled, site.lang), asked: formatNumber(asked, site.lang) }),
    },
    ...(sources.length < 2 ? [] : sources.map((source) => ({ header: t[`source.${source}`], numeric: true, cell: (row: FieldRate) => shareOf(row, source) }))),
  ];
}

function selectsOf({ site, view }: CoverageProps): readonly SelectField[] {
  const t = coverageTexts[site.lang];
  const forms = [...new Map(view.forms.map(({ source, form }) => [form, { value: form === '' ? UNKNOWN : form, label: formName(source, form, site.lang) }])).values()];
  return [
    { name: 'source', label: t.sourceColumn, all: t.allSources, chosen: view.query.source, options: view.sources.map(({ source }) => ({ value: source, label: t[`source.${source}`] })) },
    {
      name: 'country', label: t.country, all: t.allCountries, chosen: view.query.country,
      options: view.countries.map(({ country }) => ({ value: country === '' ? UNKNOWN : country, label: coverageCountry(country, site.lang) })),
    },
    {
      name: 'year', label: t.year, all: t.allYears, chosen: view.query.year,
      options: view.years.toReversed().map(({ year }) => (year === 0 ? { value: UNKNOWN, label: t.noYear } : { value: String(year), label: String(year) })),
    },
    { name: 'form', label: t.form, all: t.allForms, chosen: view.query.form, options: forms.toSorted((a, b) => a.value.localeCompare(b.value, 'da', { numeric: true })) },
  ];
}
