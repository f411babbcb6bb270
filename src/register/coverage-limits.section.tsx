/** When what there is came in, and what there is not. */
import type { VNode } from 'preact';
import { fill } from '#base';
import { formatDateTime, formatNumber, Outside, SummaryList, Time, type Site } from '#ui';
import { coverageTexts, type CoverageProps } from './coverage-parts.tsx';
import { Span } from './process-parts.tsx';
import type { SyncView } from './sync/sync.view.ts';

export function Fresh({ site, view }: CoverageProps): VNode {
  const t = coverageTexts[site.lang];
  return (
    <>
      <SummaryList
        rows={[
          { label: t.imported, value: view.importedAt === null ? t.never : <Time value={view.importedAt} text={formatDateTime(view.importedAt, site.lang)} /> },
          { label: t.rejected, value: formatNumber(view.rejected, site.lang) },
        ]}
      />
      {view.syncs.length === 0 ? <p>{t.noSyncs}</p> : view.syncs.map((sync) => <Sync site={site} sync={sync} />)}
    </>
  );
}

function Sync({ site, sync }: { readonly site: Site; readonly sync: SyncView }): VNode {
  const t = coverageTexts[site.lang];
  const { lastSuccess, lastFailure } = sync;
  const failed = lastFailure !== null && (lastSuccess === null || lastFailure.at > lastSuccess.finishedAt) ? lastFailure : null;
  const [before = '', after = ''] = t.syncFailed.split('{when}');
  return (
    <div class="outcome">
      <h3><Outside text={queryText(sync, site)} /></h3>
      <SummaryList
        rows={[
          { label: t.syncCovered, value: sync.covered.length === 0 ? null : sync.covered.map(({ since, until }) => <div>{Span({ site, start: since, end: until })}</div>) },
          {
            label: t.syncLast,
            value: lastSuccess === null ? t.never : (
              <>
                <Time value={lastSuccess.finishedAt} text={formatDateTime(lastSuccess.finishedAt, site.lang)} />
                <div class="quiet">
                  {fill(t.syncCounts, {
                    found: formatNumber(lastSuccess.found, site.lang), imported: formatNumber(lastSuccess.imported, site.lang), rejected: formatNumber(lastSuccess.rejected, site.lang),
                  })}
                </div>
              </>
            ),
          },
        ]}
      />
      {failed === null ? null : <p>{before}<Time value={failed.at} text={formatDateTime(failed.at, site.lang)} />{after}</p>}
    </div>
  );
}

/** A query as runs are known by: `DNK`, `DNK:48,72`. */
function queryText({ source, query }: SyncView, site: Site): string {
  const t = coverageTexts[site.lang];
  const [country = '', cpv] = query.split(':');
  const values = { source: source.toUpperCase(), country };
  if (cpv === undefined) return fill(t.syncQuery, values);
  return fill(t.syncCpv, { ...values, cpv: new Intl.ListFormat(site.lang, { type: 'disjunction' }).format(cpv.split(',')) });
}

/** In words what no figure can show. */
export function Missing({ site, view }: CoverageProps): VNode {
  const t = coverageTexts[site.lang];
  const years = emptyYears(view.years.map(({ year }) => year).filter((year) => year > 0));
  const isReal = site.world === 'register' && view.releases > 0;
  const found = [
    ...(isReal && !view.countries.some(({ country }) => country === 'DK') ? [t.missingDenmark] : []),
    ...(years.length === 0 ? [] : [fill(t.missingYears, { years: new Intl.ListFormat(site.lang, { type: 'conjunction' }).format(years) })]),
  ];
  return (
    <>
      <p>{t.missingIntro}</p>
      <ul>{[...found, t.missing1, t.missing2, t.missing3, t.missing4, t.missing5, t.missing6].map((line) => <li>{line}</li>)}</ul>
    </>
  );
}

/** One stray date long ago would name all the years since. */
const MOST_GAP = 15;

/** Years between the first and the last from which there is nothing. */
function emptyYears(years: readonly number[]): string[] {
  const held = new Set(years);
  return years.slice(1).flatMap((year, index) => {
    const before = years[index] ?? year;
    const gap = year - before - 1;
    if (gap > MOST_GAP || held.has(year - 1)) return [];
    return gap === 1 ? [String(year - 1)] : [`${before + 1}\u2013${year - 1}`];
  });
}
