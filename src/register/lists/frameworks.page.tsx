import type { VNode } from 'preact';
import { fill, type Language } from '#base';
import { formatAmount, formatDate, formatNumber, SummaryList, Tag, Time, type Site } from '#ui';
import { processAddress, processListAddress } from '../addresses.ts';
import { OrganisationName } from '../process-line.tsx';
import { FRAMEWORKS, viewAddress } from './addresses.ts';
import { da } from './frameworks.da.ts';
import { en } from './frameworks.en.ts';
import { FRAMEWORK_KINDS, type FrameworkListView, type FrameworkRow } from './frameworks.view.ts';
import { PartHead } from './part-line.tsx';
import { Choices, How, PartPage } from './part.page.tsx';

const texts = { da, en };

export function renderFrameworks(site: Site, view: FrameworkListView): VNode {
  const t = texts[site.lang];
  return (
    <PartPage
      site={site} view={view} path={FRAMEWORKS} texts={t} own={{ kind: view.query.kind }} follow={[{ format: 'atom', own: { kind: view.query.kind } }]} sortNames={{ open: t['sort.open'], newest: t['sort.newest'] }}
      choices={<Kinds site={site} view={view} />} note={<Note site={site} view={view} />} row={(row) => <FrameworkLine site={site} row={row} />}
    />
  );
}

interface ViewProps {
  readonly site: Site;
  readonly view: FrameworkListView;
}

function Kinds({ site, view }: ViewProps): VNode {
  const t = texts[site.lang];
  const options = FRAMEWORK_KINDS.map((kind) => ({
    value: kind, label: t[`kind.${kind}`], count: formatNumber(view.kindCounts[kind], site.lang),
    href: site.href(viewAddress(FRAMEWORKS, view.query.search, { kind: kind === 'any' ? null : kind })),
  }));
  return <Choices site={site} label={t.kinds} options={options} chosen={view.kind} />;
}

function Note({ site, view }: ViewProps): VNode {
  const t = texts[site.lang];
  const numbers = { known: view.withPurchases, all: view.kindCounts.any, ends: view.withEnd };
  const shown = Object.fromEntries(Object.entries(numbers).map(([name, value]) => [name, formatNumber(value, site.lang)]));
  return (
    <>
      {view.kindCounts.any === 0 ? null : <p>{fill(t.purchasesKnown, shown)}</p>}
      <How heading={t.howHeading} lines={[t.howFramework, t.howDps, t.howOpen, t.howNamed, t.howValue]} />
    </>
  );
}

interface LineProps {
  readonly site: Site;
  readonly row: FrameworkRow;
}

function FrameworkLine({ site, row }: LineProps): VNode {
  const t = texts[site.lang];
  const { central } = row;
  const isOther = central !== null && central.key !== row.buyer?.key;
  const amount = (value: FrameworkRow['maximum']): string | null => (value === null ? null : formatAmount(value, site.lang));
  return (
    <article class="result result-wide">
      <div>
        <PartHead site={site} row={row} />
        <p class="result-tags">
          <Tag>{t[`technique.${row.technique}`]}</Tag>
          {row.open ? <Tag tone="success">{t.open}</Tag> : null}
          {row.closed ? <Tag tone="warning">{t.closed}</Tag> : null}
          {central !== null && !isOther ? <Tag tone="info">{t.central}</Tag> : null}
        </p>
      </div>
      <SummaryList
        compact
        rows={[
          { label: t.central, value: isOther ? <OrganisationName site={site} organisation={central} /> : null },
          { label: t.maximum, value: amount(row.maximum) },
          { label: t.estimate, value: amount(row.estimate) },
          { label: t.period, value: periodText(row, site.lang) },
          { label: t.applications, value: row.applications === null ? null : <Time value={row.applications} text={formatDate(row.applications, site.lang)} /> },
          { label: t.suppliersAwarded, value: row.suppliers === null ? t.notTold : formatNumber(row.suppliers, site.lang) },
          { label: t.purchases, value: <Purchases site={site} row={row} /> },
        ]}
      />
    </article>
  );
}

const DAYS_OF_MONTH = 30;
const DAYS_OF_YEAR = 365;

function periodText({ starts, ends, endsBasis, days }: FrameworkRow, lang: Language): string {
  const t = texts[lang];
  const [from, to] = [starts, ends].map((day) => (day === null ? null : formatDate(day, lang)));
  if (from && to) return about(fill(t.fromTo, { from, to }), endsBasis, lang);
  if (to) return about(fill(t.until, { to }), endsBasis, lang);
  const length = days === null ? null : lengthText(days, lang);
  const parts = [length, from ? fill(t.fromOn, { from }) : null].filter((part) => part !== null);
  return parts.length === 0 ? t.noPeriod : parts.join(', ');
}

function about(period: string, basis: string | null, lang: Language): string {
  return basis === 'computed' ? fill(texts[lang].about, { period }) : period;
}

/** "OCDS for eForms" writes a year as 365 days and a month as 30. */
function lengthText(days: number, lang: Language): string {
  const t = texts[lang];
  if (days % DAYS_OF_YEAR === 0) return fill(t.months, { count: formatNumber((days / DAYS_OF_YEAR) * 12, lang) });
  return days % DAYS_OF_MONTH === 0 ? fill(t.months, { count: formatNumber(days / DAYS_OF_MONTH, lang) }) : fill(t.daysLong, { count: formatNumber(days, lang) });
}

function Purchases({ site, row }: LineProps): VNode {
  const t = texts[site.lang];
  const { contracts, purchases, technique } = row;
  const here = contracts === 0 ? null : fill(hereText(technique, contracts, site.lang), { count: formatNumber(contracts, site.lang) });
  const elsewhere = purchases === 0 ? null : fill(t.elsewhere, { count: formatNumber(purchases, site.lang) });
  const isKnown = elsewhere !== null || (technique === 'dps' && here !== null);
  return (
    <>
      {isKnown ? null : <div>{t.noPurchases}</div>}
      {elsewhere === null ? null : <div><a href={site.href(processListAddress({ under: row.ocid }))}>{elsewhere}</a></div>}
      {here === null ? null : <div><a href={site.href(processAddress(row.ocid))}>{here}</a></div>}
    </>
  );
}

function hereText(technique: FrameworkRow['technique'], count: number, lang: Language): string {
  const t = texts[lang];
  if (technique === 'dps') return count === 1 ? t.contractsOne : t.contractsDps;
  return count === 1 ? t.agreementsOne : t.agreements;
}
