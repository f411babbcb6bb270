/** The figures at a glance, the bids, and year by year. */
import type { VNode } from 'preact';
import { fill } from '#base';
import { withGaps } from '#register';
import { BarChart, DataTable, KeyFigures, StackChart, type Column, type KeyFigure } from '#ui';
import { rowsAddress, sharesAddress } from './addresses.ts';
import type { ConcentrationView, YearView } from './competition.view.ts';
import { LOOK_BACK_YEARS } from './measures.ts';
import type { Figure } from './rows.view.ts';
import { chartAbout, divided, LEAST_DIVIDED, meanText, number, perCent, rangeText, rough, RowsLink, shareText, SharedCell, texts, type ViewProps } from './parts.tsx';

/** Figures beside each other; the rest stands below them. */
const ABREAST = 3;

export function Glance({ site, view }: ViewProps): VNode {
  const t = texts[site.lang];
  const { agreement, bidders } = view;
  const isSystem = agreement?.technique === 'dps';
  const numbers = { named: number(bidders.lotsNamed, site.lang), lots: number(bidders.lots, site.lang) };
  const figures = isSystem ? [...biddersFigure({ site, view }), ...otherFigures({ site, view })] : [...otherFigures({ site, view }), ...biddersFigure({ site, view })];
  return (
    <>
      {[figures.slice(0, ABREAST), figures.slice(ABREAST)].map((row) => (row.length === 0 ? null : <KeyFigures figures={row} />))}
      {isSystem ? <p>{agreement.admitted === null ? t.admittedUnknown : fill(t.admitted, { count: number(agreement.admitted, site.lang), bidders: number(bidders.named, site.lang) })}</p> : null}
      {agreement === null ? null : <p>{agreement.processes === 1 ? t.agreementProcessesOne : fill(t.agreementProcesses, { count: number(agreement.processes, site.lang) })}</p>}
      <p class="quiet">{bidders.lots === 0 ? t.namedOnly : fill(t.namedNote, numbers)}</p>
    </>
  );
}

type Shown = Pick<ViewProps, 'site' | 'view'>;

function biddersFigure({ site, view: { scope, bidders, agreement } }: Shown): KeyFigure[] {
  const t = texts[site.lang];
  const label = agreement?.technique === 'dps' ? t.biddersDps : t.bidders;
  return [{
    value: number(bidders.named, site.lang), label: `${label} (${fill(t.biddersNote, { won: number(bidders.won, site.lang) })})`,
    href: bidders.named === 0 ? null : site.href(rowsAddress({ scope, figure: 'bidders' })),
  }];
}

function otherFigures({ site, view }: Shown): KeyFigure[] {
  const { lang } = site;
  const t = texts[lang];
  const { scope, calls, bids, awards, concentration } = view;
  const single = shareText(bids.single, bids.lots, lang);
  const stated = calls.with + calls.without;
  const without = shareText(calls.without, stated, lang);
  const rows = (figure: 'processes' | 'single-bid' | 'bids' | 'without-call'): string => site.href(rowsAddress({ scope, figure }));
  return [
    { value: number(calls.processes, lang), label: calls.processes === 1 ? t.processesOne : t.processes, href: rows('processes') },
    ...(single === null ? [] : [{ value: single, label: `${t.singleShare} (${rangeText(bids.single, bids.lots, lang)})`, href: bids.single === 0 ? null : rows('single-bid') }]),
    ...(bids.mean === null || bids.median === null ? [] : [{
      value: rough(bids.mean, lang), label: `${t.meanBids} (${fill(t.meanNote, { median: rough(bids.median, lang), lots: number(bids.lots, lang) })})`, href: rows('bids'),
    }]),
    ...(concentration === null || awards.named < LEAST_DIVIDED ? [] : [{ value: perCent(concentration.cr1, lang), label: `${t.cr1} (n = ${number(awards.named, lang)})`, href: site.href(sharesAddress({ scope })) }]),
    ...(without === null ? [] : [{ value: without, label: `${t.withoutShare} (${rangeText(calls.without, stated, lang)})`, href: calls.without === 0 ? null : rows('without-call') }]),
  ];
}

/** More bids than this stand together. */
const MOST_BIDS = 10;

export function Distribution({ site, view, prefix }: ViewProps): VNode {
  const t = texts[site.lang];
  const lots = (bids: number): number => view.distribution.reduce((sum, one) => (Math.min(one.bids, MOST_BIDS) === bids ? sum + one.lots : sum), 0);
  const label = (bids: number): string => (bids === MOST_BIDS ? `${bids}+` : String(bids));
  return (
    <BarChart
      {...chartAbout(site, view)} id={`${prefix}-tilbud`} title={t.distribution} headers={[t.bidsCount, t.lotsCount]}
      description={fill(t.distributionText, { single: number(view.bids.single, site.lang), lots: number(view.bids.lots, site.lang) })}
      bars={Array.from({ length: MOST_BIDS }, (_none, at) => ({
        label: label(at + 1), value: lots(at + 1), href: at === 0 && lots(1) > 0 ? site.href(rowsAddress({ scope: view.scope, figure: 'single-bid' })) : null,
      }))}
    />
  );
}

/** Older years wait in a fold. */
const YEARS_SHOWN = 8;

export function Years(props: ViewProps): VNode {
  const { site, view } = props;
  const t = texts[site.lang];
  const newest = view.years.toReversed();
  const [shown, older] = [newest.slice(0, YEARS_SHOWN), newest.slice(YEARS_SHOWN)];
  return (
    <>
      <YearsChart {...props} />
      <YearTables {...props} years={shown} />
      {older.length === 0 ? null : <details class="fold"><summary>{t.olderYears}</summary><YearTables {...props} years={older} /></details>}
      <p class="quiet">{fill(t.yearsNote, { years: LOOK_BACK_YEARS })}</p>
    </>
  );
}

function YearTables({ site, view, years }: ViewProps & { readonly years: readonly YearView[] }): VNode {
  const t = texts[site.lang];
  return (
    <>
      <DataTable lang={site.lang} caption={t.yearsBids} columns={bidColumns({ site, view })} rows={years} />
      <DataTable lang={site.lang} caption={t.yearsWinners} columns={winnerColumns({ site, view })} rows={years} />
    </>
  );
}

function YearsChart({ site, view, prefix }: ViewProps): VNode | null {
  const t = texts[site.lang];
  const counted = withGaps(view.years.map(({ year, bids }) => ({ year, lots: bids.lots, single: bids.single })), (year) => ({ year, lots: 0, single: 0 }));
  const years = counted.filter(({ year }) => year >= (view.years.find(({ bids }) => bids.lots > 0)?.year ?? Infinity));
  const [first, last] = [years[0], years.at(-1)];
  if (first === undefined || last === undefined) return null;
  return (
    <StackChart
      {...chartAbout(site, view)} id={`${prefix}-aar`} title={t.perYear} measure="count" header={t.year} parts={[t.one, t.more]}
      description={fill(t.perYearText, { first: first.year, last: last.year, single: number(view.bids.single, site.lang), lots: number(view.bids.lots, site.lang) })}
      columns={years.map(({ year, lots, single }) => ({
        label: String(year), values: [single, lots - single],
        href: lots === 0 ? null : site.href(rowsAddress({ scope: view.scope, figure: 'bids', year })),
      }))}
    />
  );
}

function rowsOf({ site, view: { scope } }: Shown, figure: Figure, year: number, value: number): VNode | string {
  return value === 0 ? '0' : <RowsLink site={site} place={{ scope, figure, year }}>{number(value, site.lang)}</RowsLink>;
}

function bidColumns(shown: Shown): readonly Column<YearView>[] {
  const { site, view: { scope } } = shown;
  const t = texts[site.lang];
  return [
    { header: t.year, cell: ({ year }) => String(year) },
    { header: t.tenders, numeric: true, cell: ({ year, calls }) => rowsOf(shown, 'processes', year, calls.processes) },
    { header: t.without, numeric: true, cell: ({ year, calls }) => <SharedCell site={site} count={calls.without} of={calls.with + calls.without} place={{ scope, figure: 'without-call', year }} /> },
    { header: t.lots, numeric: true, cell: ({ year, bids }) => rowsOf(shown, 'bids', year, bids.lots) },
    { header: t.single, numeric: true, cell: ({ year, bids }) => <SharedCell site={site} count={bids.single} of={bids.lots} place={{ scope, figure: 'single-bid', year }} /> },
    { header: t.mean, numeric: true, cell: ({ bids }) => meanText(bids, site.lang) },
  ];
}

function winnerColumns(shown: Shown): readonly Column<YearView>[] {
  const { site, view: { scope } } = shown;
  const { lang } = site;
  const t = texts[lang];
  const winners = (year: number, text: string): VNode => <a href={site.href(sharesAddress({ scope, year }))}>{text}</a>;
  const share = (read: (found: ConcentrationView) => string): Column<YearView>['cell'] => ({ year, concentration, awards }) => {
    const text = divided(concentration, awards, read, lang);
    return concentration === null ? text : winners(year, text);
  };
  return [
    { header: t.year, cell: ({ year }) => String(year) },
    { header: t.awards, numeric: true, cell: ({ year, awards }) => rowsOf(shown, 'awards', year, awards) },
    { header: t.winnersCount, numeric: true, cell: ({ year, concentration }) => (concentration === null ? '0' : winners(year, number(concentration.winners, lang))) },
    { header: t.firstTime, numeric: true, cell: ({ year, firstTime, awards }) => (firstTime === null ? <span class="quiet">{awards === 0 ? '–' : t.tooEarly}</span> : rowsOf(shown, 'first-time', year, firstTime)) },
    { header: t.cr1Short, numeric: true, cell: share(({ cr1 }) => perCent(cr1, lang)) },
    { header: t.cr4Short, numeric: true, cell: share(({ cr4 }) => perCent(cr4, lang)) },
    { header: t.hhi, numeric: true, cell: share(({ hhi }) => rough(hhi, lang, 2)) },
  ];
}
