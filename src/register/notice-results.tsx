/** What came of a lot: who won it and for how much, how many bid, or why nobody won. */
import type { VNode } from 'preact';
import type { Language } from '#base';
import { label } from '#eforms';
import { DataTable, formatAmount, formatDecimal, Outside, SummaryList, type Column, type SummaryRow } from '#ui';
import { Figure, noticeTexts, supplierLabels, type NoticeProps } from './notice-parts.tsx';
import type { BidFigure, LotResult, ResultContract } from './notice.view.ts';
import { Folded, PartyName, ShortDate } from './process-parts.tsx';
import type { AmountView } from './views.ts';

const RESULTS_SHOWN = 12;
const FEW_NAMES = 8;

export interface ResultsProps extends NoticeProps {
  readonly results: readonly LotResult[];
  readonly figures: readonly BidFigure[];
  /** What the lot is, to stand below what came of it. */
  readonly rows: readonly SummaryRow[];
}

/** One result in a list of facts, several in a table. */
export function Results({ site, view, results, figures, rows }: ResultsProps): VNode | null {
  // A lot that several results call a failure failed once.
  const failed = results.find(hasFailed);
  const told = failed !== undefined && results.every((result) => hasFailed(result) && result.outcome === failed.outcome) ? [failed] : results;
  const [only] = told;
  if (only === undefined) return SummaryList({ rows: [...figureRows(figures, false, site.lang), ...rows] });
  const bids = figureRows(figures, view.notice.kind.startsWith('result'), site.lang);
  if (told.length === 1) return SummaryList({ rows: [...resultRows({ site, view, result: only }), ...bids, ...rows] });
  return <><ResultTable site={site} view={view} results={told} /><SummaryList rows={[...bids, ...rows]} /></>;
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
    { label: view.details.procedure.framework === null ? t.estimated : t.reestimated, value: result.estimated === null ? null : <Figure site={site} view={view} value={result.estimated} /> },
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

/** True of a lot, or a part of one, that nobody won. */
export function hasFailed({ status }: LotResult): boolean {
  return status === 'unsuccessful' || status === 'cancelled';
}

/** The two reasons that TED's forms have. */
const TED_REASONS = ['unsuccessful', 'discontinued'] as const;
/** Reasons for not awarding, by the Union's list; the release holds their English names. */
const NOT_AWARDED = ['all-rej', 'chan-need', 'ins-fund', 'no-rece', 'no-signed', 'one-admis', 'other', 'rev-body', 'rev-buyer', 'tch-pr-error'] as const;
const CLOSED = 'clos-nw';

function whyNot({ outcome }: LotResult, lang: Language): VNode | string | null {
  // That it is closed without a winner is no reason.
  if (outcome === null || outcome === label('winner-selection-status', CLOSED)) return null;
  const ofTed = TED_REASONS.find((one) => one === outcome);
  if (ofTed !== undefined) return noticeTexts[lang][`whyNot.${ofTed}`];
  const code = NOT_AWARDED.find((one) => label('non-award-justification', one) === outcome);
  return (code === undefined ? null : label('non-award-justification', code, lang)) ?? <Outside text={outcome} />;
}
