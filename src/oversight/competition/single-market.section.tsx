/** The indicators of the Single Market Scoreboard beside what was read of its own numbers. */
import type { VNode } from 'preact';
import { fill } from '#base';
import type { Section } from '#register';
import { DataTable, Tag, type Column, type Site, type Tone } from '#ui';
import { number, perCent, rangeText, rough, RowsLink } from './parts.tsx';
import type { Figure } from './rows.view.ts';
import { da } from './single-market.da.ts';
import { en } from './single-market.en.ts';
import { isReckoned, LEAST_BANDED, OFFICIAL, OTHER_BANDS, OTHER_TYPICAL_2024, PUBLISHED_BANDS, SCOREBOARD_SOURCES, TYPICAL_2024, type Band, type OfficialIndicator, type SingleMarketIndicator } from './single-market.ts';
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

/** What was read of an indicator's limits in the edition of 2015; null: nothing. */
function limitsText(site: Site, indicator: OfficialIndicator): string | null {
  const t = marketTexts[site.lang];
  const other = OTHER_BANDS[indicator];
  if (other !== undefined) return fill(other.goodIs === 'from' ? t.limitFrom : t.limitBelow, { limit: perCent(other.limit, site.lang) });
  const bands = isReckoned(indicator) ? PUBLISHED_BANDS[indicator] : undefined;
  if (bands === undefined || !isReckoned(indicator)) return null;
  const of = (value: number): string => valueText(site, indicator, value);
  if (bands.good === bands.bad) return fill(t.limitBelow, { limit: of(bands.good) });
  return fill(bands.badIncluded ? t.limitsFrom : t.limitsOver, { good: of(bands.good), bad: of(bands.bad) });
}

function typicalText(site: Site, indicator: OfficialIndicator): string | null {
  const value = isReckoned(indicator) ? TYPICAL_2024[indicator] : OTHER_TYPICAL_2024[indicator];
  if (value === undefined) return null;
  if (indicator === 'publication-rate') return fill(marketTexts[site.lang].ofGdp, { share: `${rough(value * 100, site.lang)} %` });
  return isReckoned(indicator) ? valueText(site, indicator, value) : perCent(value, site.lang);
}

function Official({ site }: Pick<Props, 'site'>): VNode {
  const t = marketTexts[site.lang];
  const read = (text: string | null): VNode | string => text ?? <span class="quiet">{t.notKnown}</span>;
  const columns: Column<OfficialIndicator>[] = [
    { header: t.indicator, cell: (indicator) => t[indicator] },
    { header: t.limits, cell: (indicator) => read(limitsText(site, indicator)) },
    { header: t.typical, numeric: true, cell: (indicator) => read(typicalText(site, indicator)) },
    { header: t.reckoned, cell: (indicator) => (isReckoned(indicator) ? t.isReckoned : t[`why.${indicator}`]) },
  ];
  return <DataTable lang={site.lang} caption={t.officialTable} columns={columns} rows={OFFICIAL} />;
}

/** How the indicators are made, for the page of the method. */
export function singleMarketMethod(site: Site): Section {
  const t = marketTexts[site.lang];
  const said = [t.methodBands, t.methodOne, t.methodCalls, t.methodSpeed, t.methodLots, t.methodNumbers];
  return {
    id: 'eu', heading: t.methodHeading,
    body: (
      <>
        <ul>{said.map((sentence) => <li>{fill(sentence, { least: LEAST_BANDED })}</li>)}</ul>
        <Official site={site} />
        <p>
          <a href={SCOREBOARD_SOURCES.scoreboard}>{t.scoreboardSource}</a> {'·'} <a href={SCOREBOARD_SOURCES.typical}>{t.typicalSource}</a> {'·'} <a href={SCOREBOARD_SOURCES.bands}>{t.bandsSource}</a>
        </p>
      </>
    ),
  };
}
