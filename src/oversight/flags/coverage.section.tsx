/** How much could be assessed: in all, why not, by country and by form. */
import type { VNode } from 'preact';
import { fill } from '#base';
import { countryName, formName } from '#register';
import { DataTable, formatNumber, Share, type Column, type Site } from '#ui';
import type { Asked } from '../indicators/indicator.ts';
import { indicatorAddress } from './addresses.ts';
import { flagTexts, outcomeText } from './flag-parts.tsx';
import type { Counts, CoverageRow } from './flags.view.ts';
import { LIST_ID } from './list.section.tsx';
import { totalOf } from './overview.page.tsx';

interface Props {
  readonly site: Site;
  readonly indicator: Asked;
  readonly rows: readonly CoverageRow[];
}

const SHOWN = 10;

export function CoverageSection({ site, indicator, rows }: Props): VNode {
  const t = flagTexts[site.lang];
  const all = countsOf(rows);
  const total = totalOf(all);
  if (total === 0) return <p>{t.noneLooked}</p>;
  const number = (value: number): string => formatNumber(value, site.lang);
  return (
    <>
      <p class="prose">{fill(t.coverageLead, { assessed: number(all.flagged + all.clear), total: number(total), flagged: number(all.flagged), clear: number(all.clear) })}</p>
      <Share lang={site.lang} part={all.flagged + all.clear} whole={total} />
      <Reasons site={site} indicator={indicator} rows={rows} />
      <h3>{t.byCountry}</h3>
      <Groups
        site={site} heading={t.byCountry} header={t.country} groups={groupsOf(rows, ({ country }) => country)}
        name={(country) => {
          const label = country === '' ? t.noCountry : countryName(country, site.lang);
          return <a href={site.href(`${indicatorAddress(indicator.code, { country: country === '' ? 'unknown' : country })}#${LIST_ID}`)}>{label}</a>;
        }}
      />
      <h3>{t.byForm}</h3>
      <Groups site={site} heading={t.byForm} header={t.form} groups={groupsOf(rows, ({ source, form }) => `${source} ${form}`)} name={(key) => formText(site, key)} />
    </>
  );
}

const SOURCES = { ted: 'TED', eforms: 'eForms', ocds: 'OCDS' } as const;

function formText(site: Site, key: string): string {
  const [given = '', form = ''] = key.split(/ (.*)/s);
  const source = given === 'ted' || given === 'eforms' || given === 'ocds' ? given : null;
  return source === null ? form : `${SOURCES[source]}: ${formName(source, form, site.lang)}`;
}

function countsOf(rows: readonly CoverageRow[]): Counts {
  const of = (outcome: CoverageRow['outcome']): number => rows.filter((row) => row.outcome === outcome).reduce((sum, { count }) => sum + count, 0);
  return { flagged: of('flagged'), clear: of('clear'), notAssessed: of('not-assessed') };
}

interface Group extends Counts {
  readonly key: string;
}

function groupsOf(rows: readonly CoverageRow[], keyOf: (row: CoverageRow) => string): readonly Group[] {
  return [...Map.groupBy(rows, keyOf)].map(([key, some]) => ({ key, ...countsOf(some) })).toSorted((one, other) => totalOf(other) - totalOf(one));
}

function Reasons({ site, indicator, rows }: Props): VNode | null {
  const t = flagTexts[site.lang];
  const reasons = [...Map.groupBy(rows.filter(({ outcome }) => outcome === 'not-assessed'), ({ reason }) => reason ?? '')]
    .map(([reason, some]) => ({ reason, count: some.reduce((sum, { count }) => sum + count, 0) })).toSorted((one, other) => other.count - one.count);
  if (reasons.length === 0) return null;
  const columns: readonly Column<(typeof reasons)[number]>[] = [
    { header: t.reason, cell: ({ reason }) => outcomeText(site, indicator, reason) },
    { header: t.count, numeric: true, cell: ({ count }) => formatNumber(count, site.lang) },
  ];
  return <><h3>{t.reasonsHeading}</h3><DataTable lang={site.lang} caption={t.reasonsHeading} hideCaption columns={columns} rows={reasons} /></>;
}

interface GroupsProps {
  readonly site: Site;
  readonly heading: string;
  readonly header: string;
  readonly groups: readonly Group[];
  readonly name: (key: string) => VNode | string;
}

function Groups({ site, heading, header, groups, name }: GroupsProps): VNode {
  const t = flagTexts[site.lang];
  const number = (of: (group: Group) => number) => (group: Group): string => formatNumber(of(group), site.lang);
  const columns: readonly Column<Group>[] = [
    { header, cell: ({ key }) => name(key) },
    { header: t.flagged, numeric: true, cell: number(({ flagged }) => flagged) },
    { header: t.clear, numeric: true, cell: number(({ clear }) => clear) },
    { header: t.notAssessed, numeric: true, cell: number(({ notAssessed }) => notAssessed) },
    { header: t.assessable, cell: (group) => <Share lang={site.lang} part={group.flagged + group.clear} whole={totalOf(group)} /> },
  ];
  const draw = (rows: readonly Group[]): VNode => <DataTable lang={site.lang} caption={heading} hideCaption columns={columns} rows={rows} />;
  if (groups.length <= SHOWN + 1) return draw(groups);
  return <>{draw(groups.slice(0, SHOWN))}<details class="fold"><summary>{fill(t.moreRows, { count: formatNumber(groups.length - SHOWN, site.lang) })}</summary>{draw(groups.slice(SHOWN))}</details></>;
}
