/** The indicators of the Single Market Scoreboard beside what was read of its own numbers. */
import type { VNode } from 'preact';
import { fill } from '#base';
import type { Section } from '#register';
import { DataTable, Tag, type Column, type Site, type Tone } from '#ui';
import { number, perCent, rangeText, rough, RowsLink } from './parts.tsx';
import type { Figure } from './rows.view.ts';
import { da } from './single-market.da.ts';
import { en } from './single-market.en.ts';
import { LEAST_BANDED, PUBLISHED_BANDS, SCOREBOARD_SOURCES, type Band, type SingleMarketIndicator } from './single-market.ts';
import type { IndicatorView, SingleMarketView } from './single-market.view.ts';

const marketTexts = { da, en };
const FIGURE_OF: Readonly<Record<SingleMarketIndicator, Figure | null>> = {
  'one-bidder': 'single-bid', 'no-calls': null, 'decision-speed': 'decisions', lots: null, 'seller-numbers': 'seller-numbers', 'buyer-numbers': 'buyer-numbers',
};
const TONES: Readonly<Record<Band, Tone>> = { satisfactory: 'success', average: 'info', unsatisfactory: 'warning' };

interface Props {
  readonly site: Site;
  readonly view: SingleMarketView;
}

export function singleMarketSection(site: Site, view: SingleMarketView): Section {
  return { id: 'eu', heading: marketTexts[site.lang].heading, body: <SingleMarket site={site} view={view} /> };
}

function SingleMarket({ site, view }: Props): VNode {
  const t = marketTexts[site.lang];
  const columns: Column<IndicatorView>[] = [
    { header: t.indicator, cell: ({ indicator }) => t[indicator] },
    { header: t.value, numeric: true, cell: (row) => <Value site={site} view={view} row={row} /> },
    { header: t.band, cell: (row) => <BandCell site={site} row={row} /> },
    { header: t.typical, numeric: true, cell: ({ indicator, typical2024 }) => (typical2024 === null ? <span class="quiet">{t.notKnown}</span> : valueText(site, indicator, typical2024)) },
  ];
  return (
    <>
      <p>{t.lead}</p>
      <DataTable lang={site.lang} caption={t.heading} hideCaption columns={columns} rows={view.indicators} />
      <p class="quiet">{t.note}</p>
    </>
  );
}

function valueText({ lang }: Site, indicator: SingleMarketIndicator, value: number): string {
  return indicator === 'decision-speed' ? fill(marketTexts[lang].days, { days: rough(value, lang, 0) }) : perCent(value, lang);
}

function Value({ site, view, row: { indicator, value, count, of } }: Props & { readonly row: IndicatorView }): VNode {
  const t = marketTexts[site.lang];
  if (value === null) return <>{'–'}</>;
  const figure = FIGURE_OF[indicator];
  const text = valueText(site, indicator, value);
  const note = indicator === 'decision-speed' ? fill(t.daysNote, { median: rough(view.medianDays ?? 0, site.lang, 0), n: number(of, site.lang) }) : rangeText(count, of, site.lang);
  return <>{figure === null || count === 0 ? text : <RowsLink site={site} place={{ scope: view.scope, figure }}>{text}</RowsLink>} <span class="quiet">({note})</span></>;
}

function BandCell({ site, row: { indicator, value, band, of } }: { readonly site: Site; readonly row: IndicatorView }): VNode {
  const t = marketTexts[site.lang];
  if (band !== null) return <Tag tone={TONES[band]}>{t[`band.${band}`]}</Tag>;
  if (PUBLISHED_BANDS[indicator] === undefined) return <span class="quiet">{t.notRead}</span>;
  return <span class="quiet">{value === null ? '–' : fill(t.tooFew, { n: number(of, site.lang) })}</span>;
}

/** How the indicators are made, for the page of the method. */
export function singleMarketMethod({ lang }: Site): Section {
  const t = marketTexts[lang];
  const said = [t.methodBands, t.methodTypical, t.methodOne, t.methodCalls, t.methodSpeed, t.methodLots, t.methodNumbers, t.methodLeft];
  return {
    id: 'eu', heading: t.methodHeading,
    body: (
      <>
        <ul>{said.map((sentence) => <li>{fill(sentence, { least: LEAST_BANDED })}</li>)}</ul>
        <p>
          <a href={SCOREBOARD_SOURCES.scoreboard}>{t.scoreboardSource}</a> {'·'} <a href={SCOREBOARD_SOURCES.typical}>{t.typicalSource}</a> {'·'} <a href={SCOREBOARD_SOURCES.bands}>{t.bandsSource}</a>
        </p>
      </>
    ),
  };
}
