/** Competition in two places, side by side. */
import type { VNode } from 'preact';
import { fill } from '#base';
import { Sectioned, withGaps, type Section } from '#register';
import { Alert, Breadcrumbs, CompareBars, DataTable, Outside, Page, shorten, type Column, type Site } from '#ui';
import { METHOD, rowsAddress, sharesAddress, sideBySideAddress, sideBySideDataAddress } from './addresses.ts';
import { chooseTexts } from './choose.page.tsx';
import type { CompetitionView, YearView } from './competition.view.ts';
import { chartAbout, divided, LEAST_DIVIDED, meanText, number, Organisation, perCent, rangeText, rough, scopeName, shareText, texts } from './parts.tsx';
import type { Figure } from './rows.view.ts';
import { COMPETITION, scopeAddress } from './scope.ts';

const NAME_LENGTH = 60;
const FEW = 10;
const WINNERS = 8;

export interface SideBySide {
  readonly a: CompetitionView;
  readonly b: CompetitionView;
}
const SIDES = ['a', 'b'] as const;

interface Props {
  readonly site: Site;
  readonly view: SideBySide;
}

export function renderSideBySide(site: Site, view: SideBySide): VNode {
  const t = chooseTexts[site.lang];
  const names = namesOf({ site, view });
  const title = fill(t.of, names);
  const crumbs = [{ label: 'Torvet', href: site.href('/') }, { label: texts[site.lang].title, href: site.href(COMPETITION) }, { label: title, href: null }];
  return (
    <Page site={site} title={`${title} – ${texts[site.lang].title}`} description={t.compareLead} noindex before={<Breadcrumbs lang={site.lang} crumbs={crumbs} />}>
      <div class="wrap">
        <div class="page-head"><h1 class="long"><Outside text={title} /></h1><p class="lead">{t.compareLead}</p></div>
        <Remarks site={site} view={view} />
        <div class="pair compare-sides">{SIDES.map((side) => <SideHead site={site} view={view} side={side} />)}</div>
        <Sectioned contents={t.contents} sections={sectionsOf({ site, view })} out={{ href: site.href(METHOD), label: texts[site.lang].method }} />
      </div>
    </Page>
  );
}

function namesOf({ site, view }: Props): { a: string; b: string } {
  return { a: shorten(scopeName(site, view.a.scope), NAME_LENGTH), b: shorten(scopeName(site, view.b.scope), NAME_LENGTH) };
}

function Remarks({ site, view }: Props): VNode | null {
  const t = chooseTexts[site.lang];
  const few = SIDES.filter((side) => view[side].bids.lots < FEW || view[side].awards.named < FEW);
  if (few.length === 0) return null;
  const names = namesOf({ site, view });
  return (
    <Alert tone="warning" heading={t.weak}>
      <ul>{few.map((side) => <li><Outside text={fill(t.few, { name: names[side], lots: number(view[side].bids.lots, site.lang), awards: number(view[side].awards.named, site.lang) })} /></li>)}</ul>
    </Alert>
  );
}

function SideHead({ site, view, side }: Props & { readonly side: 'a' | 'b' }): VNode {
  const t = chooseTexts[site.lang];
  const { scope } = view[side];
  const name = namesOf({ site, view })[side];
  return (
    <div class="pair-side">
      <p class="pair-name"><a href={site.href(scopeAddress(scope))}><Outside text={name} /></a></p>
      <p class="quiet"><a href={site.href(sideBySideAddress(scope, null))}><Outside text={fill(t.replace, { name })} /></a></p>
    </div>
  );
}

function sectionsOf(props: Props): readonly Section[] {
  const { site, view } = props;
  const t = chooseTexts[site.lang];
  return [
    { id: 'tal', heading: t.figures, body: <Figures {...props} /> },
    { id: 'aar', heading: t.years, body: <Years {...props} /> },
    { id: 'vindere', heading: t.largest, body: <Largest {...props} /> },
    { id: 'data', heading: texts[site.lang].data, body: <p><a href={site.dataHref(sideBySideDataAddress(view.a.scope, view.b.scope))}>{t.api}</a></p> },
  ];
}

interface FigureRow {
  readonly label: string;
  readonly figure: Figure | 'winners' | null;
  readonly value: (view: CompetitionView) => string;
}

function Figures({ site, view }: Props): VNode {
  const names = namesOf({ site, view });
  const columns: Column<FigureRow>[] = [
    { header: chooseTexts[site.lang].figure, cell: ({ label }) => label },
    ...SIDES.map((side): Column<FigureRow> => ({
      header: names[side], numeric: true,
      cell: ({ figure, value }) => {
        const text = value(view[side]);
        const { scope } = view[side];
        if (figure === null || /^(0$|–)/.test(text)) return text;
        if (figure === 'winners') return <a href={site.href(sharesAddress({ scope }))}>{text}</a>;
        return text.startsWith('0') ? text : <a href={site.href(rowsAddress({ scope, figure }))}>{text}</a>;
      },
    })),
  ];
  return <div class="compare-table"><DataTable lang={site.lang} caption={chooseTexts[site.lang].figures} hideCaption columns={columns} rows={figureRows(site)} /></div>;
}

function figureRows({ lang }: Site): readonly FigureRow[] {
  const t = texts[lang];
  const own = chooseTexts[lang];
  const share = (count: number, of: number): string => (of === 0 ? '–' : `${shareText(count, of, lang) ?? ''} (${rangeText(count, of, lang)})`);
  const shared = (read: (found: NonNullable<CompetitionView['concentration']>) => string) => ({ concentration, awards }: CompetitionView): string => divided(concentration, awards.named, read, lang);
  return [
    { label: t.tenders, figure: 'processes', value: ({ calls }) => number(calls.processes, lang) },
    { label: t.without, figure: 'without-call', value: ({ calls }) => share(calls.without, calls.with + calls.without) },
    { label: t.lots, figure: 'bids', value: ({ bids }) => number(bids.lots, lang) },
    { label: t.single, figure: 'single-bid', value: ({ bids }) => share(bids.single, bids.lots) },
    { label: t.mean, figure: null, value: ({ bids }) => meanText(bids, lang) },
    { label: own.median, figure: null, value: ({ bids }) => (bids.median === null ? '–' : rough(bids.median, lang)) },
    { label: own.named, figure: 'bidders', value: ({ bidders }) => number(bidders.named, lang) },
    { label: t.awards, figure: 'awards', value: ({ awards }) => number(awards.named, lang) },
    { label: t.winnersCount, figure: 'winners', value: ({ concentration }) => number(concentration?.winners ?? 0, lang) },
    { label: t.cr1Short, figure: 'winners', value: shared(({ cr1 }) => perCent(cr1, lang)) },
    { label: t.cr4Short, figure: 'winners', value: shared(({ cr4 }) => perCent(cr4, lang)) },
    { label: t.hhi, figure: 'winners', value: shared(({ hhi }) => rough(hhi, lang, 2)) },
    { label: own.again, figure: 'tenure', value: ({ tenure }) => share(tenure.again, tenure.looked) },
  ];
}

function Years(props: Props): VNode {
  const { site } = props;
  const t = chooseTexts[site.lang];
  return (
    <>
      <YearBars {...props} id="et-tilbud" figure="single-bid" title={t.singlePerYear} told={t.singlePerYearText} of={({ bids }) => bids.lots} value={singlePercent} />
      <YearBars {...props} id="tildelinger" figure="awards" title={t.awardsPerYear} told={t.awardsPerYearText} of={({ awards }) => awards} value={(year) => year?.awards ?? 0} />
    </>
  );
}

interface YearBarsProps extends Props {
  readonly id: string;
  readonly figure: Figure;
  readonly title: string;
  readonly told: string;
  /** How many the figure is of: years in which neither side has enough are left out at both ends. */
  readonly of: (year: YearView) => number;
  readonly value: (year: YearView | undefined) => number | null;
}

function YearBars({ site, view, id, figure, title, told, of, value }: YearBarsProps): VNode | null {
  const enough = new Set(SIDES.flatMap((side) => view[side].years.filter((year) => of(year) >= LEAST_DIVIDED).map(({ year }) => year)));
  const years = withGaps([...enough].toSorted((one, other) => one - other).map((year) => ({ year })), (year) => ({ year }));
  const [first, last] = [years[0], years.at(-1)];
  if (first === undefined || last === undefined) return null;
  const names = namesOf({ site, view });
  const sideYear = (side: 'a' | 'b', year: number): YearView | undefined => view[side].years.find((one) => one.year === year);
  return (
    <CompareBars
      lang={site.lang} about={chartAbout(site, view.a).about} along="years" measure="count" header={texts[site.lang].year} series={[names.a, names.b]}
      id={id} title={title} description={fill(told, { first: first.year, last: last.year, least: LEAST_DIVIDED, ...names })}
      groups={years.map(({ year }) => ({
        label: String(year), href: null, values: SIDES.map((side) => value(sideYear(side, year))),
        hrefs: SIDES.map((side) => rowsOf(site, view[side], figure, year, value(sideYear(side, year)) ?? 0)),
      }))}
    />
  );
}

/** Whole per cent; null where there are too few lots for a share. */
function singlePercent(year: YearView | undefined): number | null {
  return year === undefined || year.bids.lots < LEAST_DIVIDED ? null : Math.round((100 * year.bids.single) / year.bids.lots);
}

function rowsOf(site: Site, { scope }: CompetitionView, figure: Figure, year: number, count: number): string | null {
  return count === 0 ? null : site.href(rowsAddress({ scope, figure, year }));
}

function Largest(props: Props): VNode {
  const { site, view } = props;
  const names = namesOf(props);
  const t = texts[site.lang];
  return (
    <div class="pair">
      {SIDES.map((side) => (
        <div class="pair-side">
          <h3 class="pair-name"><Outside text={names[side]} /></h3>
          {view[side].winners.length === 0 ? <p>{t.noWinners}</p> : (
            <ol>{view[side].winners.slice(0, WINNERS).map((winner) => (
              <li><Organisation site={site} organisation={winner} /> <span class="quiet">{perCent(winner.share, site.lang)} ({number(winner.awards, site.lang)})</span></li>
            ))}</ol>
          )}
        </div>
      ))}
    </div>
  );
}
