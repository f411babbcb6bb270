/** The figures of a comparison: the table, the years and the procedures. */
import type { ComponentChildren, VNode } from 'preact';
import { fill } from '#base';
import { CompareBars, DataTable, formatAmount, formatNumber, formatShare, MixBar, shorten, type Column, type MixPart } from '#ui';
import { contractListAddress, processListAddress } from './addresses.ts';
import { compareRows, compareYears, procedureMix, sideQuery, type CompareFigure, type CompareMeasure, type CompareRow } from './compare.ts';
import { compareTexts, nameOf, overviewProps, Pair, SIDES, type CompareProps, type SideName } from './compare-parts.tsx';
import type { ComparisonView } from './compare.view.ts';
import { figureAbout } from './licence.ts';
import type { ProcessQuery } from './list.view.ts';
import { overviewTexts, procedureName, sourceOf } from './overview-parts.tsx';
import { searchOfWays } from './procedure-mix.ts';
import { withGaps } from './years.ts';

const CURRENCY_LENGTH = 12;

export function CompareTable({ site, view }: CompareProps): VNode {
  const t = compareTexts[site.lang];
  const columns: Column<CompareRow>[] = [
    { header: t.figure, cell: (row) => measureName({ site, view }, row) },
    ...SIDES.map((name): Column<CompareRow> => ({ header: nameOf(site, view[name]), numeric: true, cell: (row) => <Figure site={site} view={view} row={row} name={name} /> })),
  ];
  return (
    <div class="compare-table">
      <DataTable lang={site.lang} caption={t.figures} hideCaption columns={columns} rows={compareRows(view)} />
      <p class="quiet">{t.figuresNote} {view.a.overview.awards.sums.length + view.b.overview.awards.sums.length === 0 ? null : overviewTexts[site.lang].sumsNote}</p>
    </div>
  );
}

/** What a row counts. How bids are counted depends on what is compared. */
function measureName({ site, view }: CompareProps, { measure, currency }: CompareRow): string {
  const t = compareTexts[site.lang];
  if (measure === 'amount') return currency === null ? t.amountUnknown : fill(t.amountIn, { currency: shorten(currency, CURRENCY_LENGTH) });
  if (measure !== 'single-bid' || view.as !== 'supplier') return t[`measure.${measure}`];
  return view.a.key === null || view.b.key === null ? t.singleEither : t.singleSupplier;
}

interface FigureProps extends CompareProps {
  readonly row: CompareRow;
  readonly name: SideName;
}

function Figure({ site, view, row, name }: FigureProps): VNode | null {
  const t = compareTexts[site.lang];
  const figure = row[name];
  // An amount that a side has not is an empty cell, which the note below the table explains.
  if (figure === null) return row.measure === 'amount' ? null : <span class="quiet">{t.notStated}</span>;
  const { value, note } = wordsOf({ site, view, row, name }, figure);
  const path = pathOf(view, row.measure, figure, name);
  const href = path === null ? null : path.startsWith('#') ? path : site.href(path);
  return <>{href === null ? value : <a href={href}>{value}</a>}{note === null ? null : <span class="compare-of">{note}</span>}</>;
}

function wordsOf({ site, row: { measure, currency } }: FigureProps, { value, of }: CompareFigure): { readonly value: ComponentChildren; readonly note: string | null } {
  const t = compareTexts[site.lang];
  const number = (count: number): string => formatNumber(count, site.lang);
  const whole = number(of ?? 0);
  switch (measure) {
    case 'without-call':
    case 'single-bid':
      return { value: formatShare(Number(value), of ?? 1, site.lang), note: fill(measure === 'single-bid' ? t.ofBids : t.ofStated, { count: number(Number(value)), whole }) };
    case 'amount':
      return { value: formatAmount({ amount: value, currency }, site.lang), note: of === 1 ? overviewTexts[site.lang].awardsOfOne : fill(overviewTexts[site.lang].awardsOf, { count: whole }) };
    case 'awards':
      return { value: number(Number(value)), note: fill(t.ofAwards, { whole }) };
    case 'ending':
      return { value: number(Number(value)), note: fill(t.ofEnding, { whole }) };
    case 'first-year':
    case 'last-year':
      return { value, note: null };
    default:
      return { value: number(Number(value)), note: null };
  }
}

/** What a figure counts, or null when no list shows just that. */
function pathOf(view: ComparisonView, measure: CompareMeasure, { value }: CompareFigure, name: SideName): string | null {
  if (value === '0') return null;
  const query = sideQuery(view[name], view.as);
  switch (measure) {
    case 'processes': return processListAddress(query);
    case 'first-year':
    case 'last-year': return processListAddress(narrowed(query, 'year', value));
    case 'without-call': return processListAddress(narrowed(query, 'call', 'without'));
    case 'suppliers': return '#leverandoerer';
    case 'buyers': return '#koebere';
    case 'ending': return contractListAddress(query);
    case 'single-bid':
    case 'awards':
    case 'amount': return null;
  }
}

function narrowed(query: ProcessQuery, facet: 'call' | 'year', value: string): ProcessQuery {
  return { ...query, filters: { ...query.filters, [facet]: [value] } };
}

export function CompareYears({ site, view }: CompareProps): VNode | null {
  const t = compareTexts[site.lang];
  const years = withGaps(compareYears(view), (year) => ({ year, a: 0, b: 0 }));
  const [first, last] = [years[0], years.at(-1)];
  if (first === undefined || last === undefined) return null;
  const names = { a: nameOf(site, view.a), b: nameOf(site, view.b) };
  return (
    <>
      <CompareBars
        lang={site.lang} id="aar-for-aar" about={figureAbout(site)} title={t.perYear} along="years" measure="count" header={t.year} series={[names.a, names.b]}
        source={{ name: fill(t.source, names), href: null, updatedAt: site.updatedAt }}
        description={fill(t.perYearText, { first: first.year, last: last.year, ...names })}
        groups={years.map((entry) => ({
          label: String(entry.year), href: null, values: [entry.a, entry.b],
          hrefs: SIDES.map((name) => (entry[name] === 0 ? null : site.href(processListAddress(narrowed(sideQuery(view[name], view.as), 'year', String(entry.year)))))),
        }))}
      />
      <p class="quiet">{t.perYearNote}</p>
    </>
  );
}

/** A level bar tells six parts apart. */
const MOST_PROCEDURES = 6;

export function CompareProcedures(props: CompareProps): VNode {
  const { site, view } = props;
  const t = compareTexts[site.lang];
  const { parts, rest, stated } = procedureMix(view, MOST_PROCEDURES);
  const number = (count: number): string => formatNumber(count, site.lang);
  const mixOf = (name: SideName): MixPart[] => [
    ...parts.map((part): MixPart => {
      const listed = part[name] === 0 ? null : searchOfWays(sideQuery(view[name], view.as), [part]);
      return { label: procedureName(part, site.lang), value: part[name], href: listed === null ? null : site.href(processListAddress(listed)) };
    }),
    ...(rest.a + rest.b === 0 ? [] : [{ label: overviewTexts[site.lang].otherProcedures, value: rest[name], href: null }]),
  ];
  return (
    <>
      <p class="quiet">{t.proceduresNote}</p>
      <div class="pair-plain">
        <Pair
          {...props}
          body={(side, name) => {
            const said = fill(t.proceduresStated, { count: number(stated[name]), whole: number(side.overview.processes) });
            return stated[name] === 0 ? <p>{said}</p> : (
              <>
                <MixBar
                  lang={site.lang} id={`${name}-procedurer`} title={fill(t.proceduresOf, { name: nameOf(site, side) })} measure="count" about={figureAbout(site)} description={said}
                  source={sourceOf(overviewProps(props, name))} headers={[overviewTexts[site.lang].procedure, overviewTexts[site.lang].count]} parts={mixOf(name)}
                />
                <p class="quiet">{said}</p>
              </>
            );
          }}
        />
      </div>
    </>
  );
}
