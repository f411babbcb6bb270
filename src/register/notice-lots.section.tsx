/** The lots: what each of them is, and what came of it. */
import type { VNode } from 'preact';
import { fill, type Language } from '#base';
import { label } from '#eforms';
import { DataTable, formatAmount, formatDecimal, LongText, Outside, OutsideParagraphs, plainText, shorten, SummaryList, Tag, type Column, type SummaryRow } from '#ui';
import { criteriaLine, criteriaList } from './criteria.tsx';
import { Figure, noticeTexts, supplierLabels, type NoticeProps } from './notice-parts.tsx';
import type { BidFigure, LotResult, NoticeLot, ResultContract } from './notice.view.ts';
import { Folded, PartyName, ShortDate, Span } from './process-parts.tsx';
import type { AmountView } from './views.ts';

const LOTS_SHOWN = 6;
const RESULTS_SHOWN = 12;
const HEADING_LENGTH = 110;
const FEW_NAMES = 8;

export function Lots({ site, view }: NoticeProps): VNode {
  const t = noticeTexts[site.lang];
  const { lots, otherResults } = view.notice;
  return (
    <>
      <Folded
        rows={lots} shown={LOTS_SHOWN} label={t.lotsCount} site={site}
        draw={(rows) => rows.map((lot) => <Lot site={site} view={view} lot={lot} isOnly={lots.length === 1} />)}
      />
      {otherResults.length === 0 ? null : (
        <div class="outcome">
          {lots.length === 0 ? null : <h3>{t.otherResults}</h3>}
          <Results site={site} view={view} results={otherResults} figures={[]} rows={[]} />
        </div>
      )}
    </>
  );
}

interface LotProps extends NoticeProps {
  readonly lot: NoticeLot;
}

function Lot({ site, view, lot, isOnly }: LotProps & { readonly isOnly: boolean }): VNode {
  const t = noticeTexts[site.lang];
  const title = lot.title ?? lot.id ?? t.lot;
  const isUnsuccessful = lot.results.length > 0 && lot.results.every(hasFailed);
  // A purchase that is not divided is described with the whole.
  const description = isOnly || lot.description === view.details.description || lot.description === lot.title ? null : lot.description;
  return (
    <div class="outcome">
      {isOnly ? null : (
        <h3><Outside text={shorten(title, HEADING_LENGTH)} lang={view.details.language} />{isUnsuccessful ? <> <Tag>{t.noWinner}</Tag></> : null}</h3>
      )}
      <Results site={site} view={view} results={lot.results} figures={lot.figures} rows={termRows({ site, view, lot })} />
      {description === null ? null : <details class="fold"><summary>{t.description}</summary><OutsideParagraphs text={description} lang={view.details.language} /></details>}
    </div>
  );
}

function termRows({ site, view, lot }: LotProps): readonly SummaryRow[] {
  const t = noticeTexts[site.lang];
  const { language } = view.details;
  const renewals = lot.renewals === null || lot.renewals === '0' ? null : lot.renewals === '1' ? t.renewalsOne : fill(t.renewalsCount, { count: lot.renewals });
  return [
    { label: t.estimated, value: lot.value === null ? null : <Figure site={site} view={view} value={lot.value} /> },
    { label: t.maximum, value: lot.maximum === null ? null : <Figure site={site} view={view} value={lot.maximum} /> },
    { label: t.period, value: periodOf({ site, view, lot }) },
    { label: t.renewals, value: lot.renewalTerms === null ? renewals : <>{renewals === null ? null : <div>{renewals}</div>}<LongText text={lot.renewalTerms} lang={language} /></> },
    { label: t.options, value: lot.options === null ? null : <LongText text={lot.options} lang={language} /> },
    { label: t.criteria, value: criteriaOf({ site, view, lot }) },
  ];
}

const LONG_CRITERIA = 900;

/** Criteria explained at length wait in a fold, under their names and weights. */
function criteriaOf({ site, view, lot }: LotProps): VNode | null {
  const { criteria, criteriaNote } = lot;
  const list = criteriaList(criteria, site.lang);
  if (list === null && criteriaNote === null) return null;
  const note = criteriaNote === null ? null : <LongText text={criteriaNote} lang={view.details.language} />;
  const isLong = criteria.reduce((sum, { description }) => sum + (description?.length ?? 0), 0) > LONG_CRITERIA;
  if (!isLong) return <>{list}{note}</>;
  return <><details class="more"><summary>{plainText(criteriaLine(criteria, site.lang))}</summary>{list}</details>{note}</>;
}

function periodOf({ site, lot }: LotProps): VNode | string | null {
  const t = noticeTexts[site.lang];
  const span = Span({ site, start: lot.start, end: lot.end });
  if (span !== null) return span;
  if (lot.days !== null) return fill(t.days, { count: formatDecimal(lot.days, site.lang) });
  return lot.isUnlimited ? t.unlimited : null;
}

interface ResultsProps extends NoticeProps {
  readonly results: readonly LotResult[];
  readonly figures: readonly BidFigure[];
  /** What the lot is, to stand below what came of it. */
  readonly rows: readonly SummaryRow[];
}

/** One result in a list of facts, several in a table. */
function Results({ site, view, results, figures, rows }: ResultsProps): VNode | null {
  const [only] = results;
  if (only === undefined) return SummaryList({ rows: [...figureRows(figures, false, site.lang), ...rows] });
  const bids = figureRows(figures, view.notice.kind.startsWith('result'), site.lang);
  if (results.length === 1) return SummaryList({ rows: [...resultRows({ site, view, result: only }), ...bids, ...rows] });
  return <><ResultTable site={site} view={view} results={results} /><SummaryList rows={[...bids, ...rows]} /></>;
}

interface ResultProps extends NoticeProps {
  readonly result: LotResult;
}

function resultRows({ site, view, result }: ResultProps): readonly SummaryRow[] {
  const t = noticeTexts[site.lang];
  const { kind } = view.notice;
  const [ofOne, ofMany] = supplierLabels(kind, site.lang);
  if (hasFailed(result)) return [{ label: t.winner, value: t.none }, { label: t.why, value: whyNot(result, site.lang) ?? <span class="quiet">{t.noReason}</span> }];
  return [
    { label: result.suppliers.length > 1 ? ofMany : ofOne, value: <Suppliers site={site} view={view} result={result} /> },
    { label: kind === 'modification' ? t.valueAtFirst : t.value, value: <Value site={site} view={view} value={result.value} /> },
    { label: t.maximum, value: result.maximum === null ? null : <Figure site={site} view={view} value={result.maximum} /> },
    { label: t.reestimated, value: result.estimated === null ? null : <Figure site={site} view={view} value={result.estimated} /> },
    { label: kind === 'ex-ante' ? t.decided : t.awarded, value: result.date === null ? null : <ShortDate site={site} value={result.date} /> },
    { label: t.contract, value: contractList({ site, view }, result.contracts) },
  ];
}

function Value({ site, view, value }: NoticeProps & { readonly value: AmountView | null }): VNode {
  return value === null ? <span class="quiet">{noticeTexts[site.lang].notStated}</span> : <Figure site={site} view={view} value={value} />;
}

function ResultTable({ site, view, results }: NoticeProps & { readonly results: readonly LotResult[] }): VNode {
  const t = noticeTexts[site.lang];
  const columns: readonly Column<LotResult>[] = [
    {
      header: supplierLabels(view.notice.kind, site.lang)[0],
      cell: (result) => (hasFailed(result) ? <>{t.none} <span class="quiet">{whyNot(result, site.lang) ?? t.noReason}</span></> : <Suppliers site={site} view={view} result={result} />),
    },
    { header: t.contract, cell: ({ contracts }) => contractList({ site, view }, contracts) },
    { header: t.value, numeric: true, cell: ({ value }) => <Value site={site} view={view} value={value} /> },
  ];
  return (
    <Folded
      rows={results} shown={RESULTS_SHOWN} label={t.resultsCount} site={site}
      draw={(rows) => <DataTable lang={site.lang} caption={t.results} hideCaption columns={columns} rows={rows} />}
    />
  );
}

function Suppliers({ site, view, result }: ResultProps): VNode {
  if (result.suppliers.length === 0) return <span class="quiet">{noticeTexts[site.lang].notStated}</span>;
  return <ul class={result.suppliers.length > FEW_NAMES ? 'plain-list names-many' : 'plain-list'}>{result.suppliers.map((party) => <li><PartyName site={site} view={view} party={party} /></li>)}</ul>;
}

/** By the buyer's number, else by title; what has neither and was not signed is not worth a line. */
function contractList({ site, view }: NoticeProps, contracts: readonly ResultContract[]): VNode | null {
  const told = contracts.filter(({ number, title, signed }) => number !== null || title !== null || signed !== null);
  if (told.length === 0) return null;
  const t = noticeTexts[site.lang];
  const [before = '', after = ''] = t.signed.split('{date}');
  return (
    <ul class="plain-list">
      {told.map((contract) => (
        <li>
          <Outside text={contract.number ?? contract.title ?? t.contract} lang={view.details.language} />
          {contract.signed === null ? null : <span class="quiet">, {before}<ShortDate site={site} value={contract.signed} />{after}</span>}
        </li>
      ))}
    </ul>
  );
}

const OWN_ROW: ReadonlySet<BidFigure['measure']> = new Set(['bids', 'lowestValidBidValue', 'highestValidBidValue']);

/** How many bids came in, with what is said of them, and how far apart they were; where it is asked and not said, that it is not said. */
function figureRows(figures: readonly BidFigure[], isAsked: boolean, lang: Language): readonly SummaryRow[] {
  const t = noticeTexts[lang];
  const of = (measure: BidFigure['measure']): string | null => figureText(figures.find((figure) => figure.measure === measure), lang);
  const others = figures.filter(({ measure, values }) => !OWN_ROW.has(measure) && values.some((value) => value !== '0'))
    .map((figure) => `${t[`bids.${figure.measure}`]}: ${figureText(figure, lang)}`);
  const received = of('bids');
  const main = received ?? (isAsked || others.length > 0 ? <span class="quiet">{t.notStated}</span> : null);
  return [
    { label: t.bids, value: main === null ? null : <>{main}{others.map((other) => <div class="quiet">{other}</div>)}</> },
    { label: t['bids.lowestValidBidValue'], value: of('lowestValidBidValue') },
    { label: t['bids.highestValidBidValue'], value: of('highestValidBidValue') },
  ];
}

/** Several results of one lot may state different figures. */
function figureText(figure: BidFigure | undefined, lang: Language): string | null {
  if (figure === undefined) return null;
  const { measure, values, currency } = figure;
  const written = values.map((value) => (measure.endsWith('Value') ? formatAmount({ amount: value, currency }, lang) : formatDecimal(value, lang)));
  return new Intl.ListFormat(lang, { type: 'conjunction' }).format(written);
}

function hasFailed({ status }: LotResult): boolean {
  return status === 'unsuccessful' || status === 'cancelled';
}

/** Reasons for not awarding, by the Union's list; the release holds their English names. */
const NOT_AWARDED = ['all-rej', 'chan-need', 'ins-fund', 'no-rece', 'no-signed', 'one-admis', 'other', 'rev-body', 'rev-buyer', 'tch-pr-error'] as const;
const CLOSED = 'clos-nw';

function whyNot({ outcome }: LotResult, lang: Language): VNode | string | null {
  // That it is closed without a winner is no reason.
  if (outcome === null || outcome === label('winner-selection-status', CLOSED)) return null;
  const code = NOT_AWARDED.find((one) => label('non-award-justification', one) === outcome);
  return (code === undefined ? null : label('non-award-justification', code, lang)) ?? <Outside text={outcome} />;
}
