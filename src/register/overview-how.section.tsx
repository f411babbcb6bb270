/** How it is bought: with and without a call for competition, by year and by procedure; how much was awarded. */
import type { VNode } from 'preact';
import { fill } from '#base';
import { formatNumber, KeyFigures, MixBar, StackChart, formatShare, type KeyFigure, type MixPart, type Site } from '#ui';
import { processListAddress } from './addresses.ts';
import { figureAbout } from './licence.ts';
import { withGaps } from './years.ts';
import type { OverviewView } from './overview.view.ts';
import { overviewTexts, procedureName, sourceOf, sumList, waysName, type OverviewProps } from './overview-parts.tsx';
import type { ProcessQuery } from './list.view.ts';
import { procedureParts, searchOfWays } from './procedure-mix.ts';

/** The few figures that a reader comes for; each leads to what it counts. */
export function OverviewFigures({ site, view, query, ending }: OverviewProps & { readonly ending: string }): VNode {
  const t = overviewTexts[site.lang];
  const number = (value: number): string => formatNumber(value, site.lang);
  const stated = view.calls.with + view.calls.without;
  const figures = [
    { value: number(view.processes), label: view.processes === 1 ? t.processesOne : t.processes, href: site.href(processListAddress(query)) },
    ...(stated === 0 ? [] : [{
      value: formatShare(view.calls.without, stated, site.lang),
      label: `${t.withoutShare} (${fill(t.withoutOf, { count: number(view.calls.without), whole: number(stated) })})`,
      href: view.calls.without === 0 ? null : site.href(processListAddress(narrowed(query, 'call', 'without'))),
    }]),
    ...(view.bids.counted === 0 ? [] : [singleBids(site, view, query)]),
    { value: number(view.ending.total), label: t.endingCount, href: view.ending.total === 0 ? null : ending },
  ];
  return <KeyFigures figures={figures} />;
}

/** Lots are counted, and the list is of the processes that they stand in; the awards of one supplier are in no list. */
function singleBids(site: Site, { bids: { counted, single, processes } }: OverviewView, query: ProcessQuery): KeyFigure {
  const t = overviewTexts[site.lang];
  const number = (value: number): string => formatNumber(value, site.lang);
  const of = fill(t.singleOf, { count: number(single), whole: number(counted) });
  const value = formatShare(single, counted, site.lang);
  if (query.supplier !== null) return { value, label: `${t.singleShareSupplier} (${of})`, href: null };
  if (single === 0) return { value, label: `${t.singleShare} (${of})`, href: null };
  const where = processes === 1 ? t.singleInOne : fill(t.singleIn, { count: number(processes) });
  return { value, label: `${t.singleShare} (${of}; ${where})`, href: site.href(processListAddress({ ...query, oneBid: true })) };
}

function narrowed(query: ProcessQuery, facet: 'call' | 'year', value: string): ProcessQuery {
  return { ...query, filters: { ...query.filters, [facet]: [value] } };
}

export function HowBought(props: OverviewProps): VNode {
  const { site, view, query, prefix } = props;
  const t = overviewTexts[site.lang];
  const years = withGaps(view.perYear, (year) => ({ year, with: 0, without: 0, unknown: 0 }));
  const [first] = years;
  const last = years.at(-1);
  return (
    <>
      {first === undefined || last === undefined ? null : (
        <StackChart
          lang={site.lang} id={`${prefix}-aar`} title={t.perYear} measure="count" about={figureAbout(site)} source={sourceOf(props)} header={t.year}
          description={fill(t.perYearText, { first: first.year, last: last.year, without: formatNumber(view.calls.without, site.lang), whole: formatNumber(view.calls.with + view.calls.without, site.lang), unknown: formatNumber(view.calls.unknown, site.lang) })}
          parts={[t.with, t.without, t.unknown]}
          columns={years.map(({ year, with: called, without, unknown }) => ({
            label: String(year), values: [called, without, unknown],
            href: called + without + unknown === 0 ? null : site.href(processListAddress(narrowed(query, 'year', String(year)))),
          }))}
        />
      )}
      <Procedures {...props} />
      <p class="quiet">{t.callNote}</p>
    </>
  );
}

/** A level bar tells six parts apart. */
const MOST_PROCEDURES = 6;

function Procedures(props: OverviewProps): VNode | null {
  const { site, view, query, prefix } = props;
  const t = overviewTexts[site.lang];
  const [most] = view.procedures;
  if (most === undefined) return null;
  const parts = procedureParts(view.procedures, MOST_PROCEDURES).map((ways): MixPart => {
    const listed = searchOfWays(query, ways);
    return {
      label: waysName(ways, site.lang), value: ways.reduce((sum, { processes }) => sum + processes, 0),
      href: listed === null ? null : site.href(processListAddress(listed)),
    };
  });
  return (
    <MixBar
      lang={site.lang} id={`${prefix}-procedurer`} title={t.procedures} measure="count" about={figureAbout(site)} source={sourceOf(props)} headers={[t.procedure, t.count]}
      description={fill(t.proceduresText, { most: procedureName(most, site.lang), count: formatNumber(most.processes, site.lang) })}
      parts={parts}
    />
  );
}

/** What was awarded in all, by currency. */
export function Awarded({ site, view, query }: OverviewProps): VNode {
  const t = overviewTexts[site.lang];
  const { made, valued, shared, sums } = view.awards;
  const number = (value: number): string => formatNumber(value, site.lang);
  return (
    <div class="awarded">
      <h3>{t.awarded}</h3>
      {sumList(sums, site.lang) ?? <p>{t.noSums}</p>}
      {made === 0 ? null : <p class="quiet">{fill(t.awardedNote, { valued: number(valued), made: number(made) })} {t.sumsNote}</p>}
      {shared === 0 || query.supplier === null ? null : <p class="quiet">{fill(t.sharedNote, { count: number(shared) })}</p>}
    </div>
  );
}
