/** All that is asked: each pattern with what it says, how many have it, and how much could be assessed. */
import type { VNode } from 'preact';
import { fill } from '#base';
import { Alert, Breadcrumbs, DataTable, formatDateTime, formatNumber, Page, Share, type Column, type Site } from '#ui';
import { ASKED } from '../indicators/asked.ts';
import type { Asked } from '../indicators/indicator.ts';
import { FLAG_LIST, indicatorAddress } from './addresses.ts';
import { flagTexts, isBehind } from './flag-parts.tsx';
import type { Counts, Run } from './flags.view.ts';

export interface OverviewView {
  readonly run: Run | null;
  readonly counts: ReadonlyMap<string, Counts>;
}

interface Props {
  readonly site: Site;
  readonly view: OverviewView;
}

export function renderOverview(site: Site, view: OverviewView): VNode {
  const t = flagTexts[site.lang];
  return (
    <Page site={site} title={t.title} description={t.lead} before={<Breadcrumbs lang={site.lang} crumbs={[{ label: 'Torvet', href: site.href('/') }, { label: t.title, href: null }]} />}>
      <div class="wrap">
        <div class="page-head">
          <h1>{t.title}</h1>
          <p class="lead">{t.lead}</p>
        </div>
        <PlainWords site={site} />
        <AskedWhen site={site} run={view.run} />
        <section class="section" aria-labelledby="punkter">
          <h2 id="punkter">{t.overviewHeading}</h2>
          <Table site={site} view={view} />
          <p><a href={site.href(FLAG_LIST)}>{t.allFlags}</a>{' \u00b7 '}<a href={site.dataHref('/api/v1/flags/indicators')}>{t.api}</a></p>
        </section>
      </div>
    </Page>
  );
}

/** What must be known before anything else. */
export function PlainWords({ site }: { readonly site: Site }): VNode {
  const t = flagTexts[site.lang];
  return <Alert tone="info" heading={t.plainHeading}><p>{t.plain1}</p><p>{t.plain2}</p></Alert>;
}

function AskedWhen({ site, run }: { readonly site: Site; readonly run: Run | null }): VNode {
  const t = flagTexts[site.lang];
  if (run === null) return <Alert tone="warning" heading={t.neverHeading}><p>{t.never}</p></Alert>;
  return <p class="quiet">{fill(t.asked, { when: formatDateTime(run.madeAt, site.lang), files: run.generation })} {isBehind(site, run) ? `${t.behind} ` : ''}<a href={site.href('/data')}>{t.files}</a></p>;
}

interface Row extends Counts {
  readonly indicator: Asked;
}

function Table({ site, view }: Props): VNode {
  const t = flagTexts[site.lang];
  const { lang } = site;
  const rows: readonly Row[] = ASKED.map((indicator) => ({ indicator, ...(view.counts.get(indicator.code) ?? { flagged: 0, clear: 0, notAssessed: 0 }) }));
  const number = (of: (row: Row) => number) => (row: Row): string => (totalOf(row) === 0 ? '' : formatNumber(of(row), lang));
  const columns: readonly Column<Row>[] = [
    {
      header: t.indicator,
      cell: ({ indicator }) => <><a href={site.href(indicatorAddress(indicator.code))}><strong>{indicator.title[lang]}</strong></a> <span class="quiet">{indicator.code}</span><div>{indicator.says[lang]}</div></>,
    },
    { header: t.flagged, numeric: true, cell: number(({ flagged }) => flagged) },
    { header: t.clear, numeric: true, cell: number(({ clear }) => clear) },
    { header: t.notAssessed, numeric: true, cell: number(({ notAssessed }) => notAssessed) },
    {
      header: t.assessable,
      cell: (row) => {
        const total = totalOf(row);
        const part = row.flagged + row.clear;
        if (total === 0) return view.run === null ? null : <span class="quiet">{t.noneLooked}</span>;
        return <><Share lang={lang} part={part} whole={total} /><span class="quiet">{fill(t.share, { part: formatNumber(part, lang), whole: formatNumber(total, lang) })}</span></>;
      },
    },
  ];
  return <DataTable lang={lang} caption={t.overviewHeading} hideCaption columns={columns} rows={rows} />;
}

export function totalOf({ flagged, clear, notAssessed }: Counts): number {
  return flagged + clear + notAssessed;
}

