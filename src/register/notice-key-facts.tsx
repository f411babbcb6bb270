/** The few facts that a reader wants first: who, how much, how many bids or by when. */
import type { ComponentChildren, VNode } from 'preact';
import { fill } from '#base';
import { formatDateTime, formatDecimal, formatNumber, Time } from '#ui';
import { Figure, noticeTexts, supplierLabels, type NoticeProps } from './notice-parts.tsx';
import type { LotResult, NoticePageView } from './notice.view.ts';
import { PartyName } from './process-parts.tsx';
import type { SupplierView } from './process-details.view.ts';

type Fact = readonly [label: string, value: ComponentChildren];

export function NoticeKeyFacts({ site, view }: NoticeProps): VNode {
  const t = noticeTexts[site.lang];
  const facts: readonly Fact[] = [buyersFact({ site, view }), ...moneyFacts({ site, view })];
  return (
    <dl class="key-facts">
      {facts.map(([label, value]) => <div><dt>{label}</dt><dd>{value ?? <span class="quiet">{t.notStated}</span>}</dd></div>)}
    </dl>
  );
}

function buyersFact({ site, view }: NoticeProps): Fact {
  const t = noticeTexts[site.lang];
  const buyers = view.details.parties.filter(({ roles }) => roles.includes('buyer'));
  return [buyers.length > 1 ? t.buyers : t.buyer, namesOf({ site, view }, buyers, '#hvem')];
}

function moneyFacts({ site, view }: NoticeProps): readonly Fact[] {
  const props = { site, view };
  switch (view.notice.kind) {
    case 'result': case 'result-contest': return [winnersFact(props), resultValueFact(props), bidsFact(props)];
    case 'result-none': return [winnersFact(props), bidsFact(props)];
    case 'ex-ante': return [winnersFact(props), resultValueFact(props)];
    case 'modification': case 'completion': case 'implementation': return [winnersFact(props), changedValueFact(props)];
    case 'correction': return [deadlineFact(props)];
    case 'plan-profile': return [];
    case 'plan': case 'plan-shortens': case 'consultation': return [estimateFact(props)];
    default: return [estimateFact(props), deadlineFact(props)];
  }
}

function winnersFact({ site, view }: NoticeProps): Fact {
  const t = noticeTexts[site.lang];
  const inResults = [...new Map(resultsOf(view).flatMap((result) => result.suppliers).map((party) => [party.id ?? party.name, party])).values()];
  const suppliers = inResults.length > 0 ? inResults : view.details.parties.filter(({ roles }) => roles.includes('supplier'));
  const { kind } = view.notice;
  if (kind === 'result-none') return [t.winner, t.none];
  const [ofOne, ofMany] = supplierLabels(kind, site.lang);
  return [suppliers.length > 1 ? ofMany : ofOne, namesOf({ site, view }, suppliers, '#delaftaler')];
}

/** Each once, though one may be of several lots. */
function resultsOf({ notice }: NoticePageView): readonly LotResult[] {
  const all = [...notice.lots.flatMap(({ results }) => results), ...notice.otherResults];
  return [...new Map(all.map((result) => [result.id ?? result, result])).values()];
}

const NAMES_SHOWN = 2;

/** The first of them, and a way to the others; null: nobody is named. */
function namesOf({ site, view }: NoticeProps, parties: readonly SupplierView[], all: string): VNode | null {
  if (parties.length === 0) return null;
  const rest = parties.length - NAMES_SHOWN;
  return (
    <>
      {parties.slice(0, NAMES_SHOWN).map((party) => <div><PartyName site={site} view={view} party={party} /></div>)}
      {rest > 0 ? <a class="quiet" href={all}>{fill(noticeTexts[site.lang].andMore, { count: formatNumber(rest, site.lang) })}</a> : null}
    </>
  );
}

/** One figure where the notice gives one; several are not added up. */
function resultValueFact({ site, view }: NoticeProps): Fact {
  const t = noticeTexts[site.lang];
  const { notice } = view;
  if (notice.total !== null) return [t.total, <Figure site={site} view={view} value={notice.total} />];
  const values = resultsOf(view).flatMap(({ value }) => value ?? []);
  const [only] = values;
  if (values.length > 1) return [t.value, <a href="#delaftaler">{t.seeLots}</a>];
  return [t.value, only === undefined ? null : <Figure site={site} view={view} value={only} />];
}

function estimateFact({ site, view }: NoticeProps): Fact {
  const t = noticeTexts[site.lang];
  const whole = view.details.values.find(({ kind }) => kind === 'estimate')?.value;
  const inLots = view.notice.lots.flatMap(({ value }) => value ?? []);
  if (whole === undefined && inLots.length > 1) return [t.estimated, <a href="#delaftaler">{t.seeLots}</a>];
  const value = whole ?? inLots[0];
  return [t.estimated, value === undefined ? null : <Figure site={site} view={view} value={value} />];
}

function changedValueFact({ site, view }: NoticeProps): Fact {
  const t = noticeTexts[site.lang];
  const change = view.notice.changes.find(({ after }) => after !== null);
  if (change === undefined || change.after === null) return resultValueFact({ site, view });
  const [beginning = '', ending = ''] = t.valueBefore.split('{amount}');
  return [t.newValue, (
    <>
      <Figure site={site} view={view} value={change.after} />
      {change.before === null ? null : <span class="quiet">{beginning}<Figure site={site} view={view} value={change.before} />{ending}</span>}
    </>
  )];
}

function bidsFact({ site, view }: NoticeProps): Fact {
  const t = noticeTexts[site.lang];
  const counts = new Set(view.notice.lots.flatMap(({ figures }) => figures.filter(({ measure }) => measure === 'bids').flatMap(({ values }) => values)));
  const [only] = counts;
  if (counts.size > 1) return [t.bids, <a href="#delaftaler">{t.seeLots}</a>];
  return [t.bids, only === undefined ? null : formatDecimal(only, site.lang)];
}

function deadlineFact({ site, view }: NoticeProps): Fact {
  const found = view.notice.deadlines.filter(({ kind }) => kind === 'tender');
  const [only] = found;
  const t = noticeTexts[site.lang];
  if (found.length > 1) return [t.deadline, <a href="#frister">{t.seeDeadlines}</a>];
  const date = only?.date ?? null;
  return [t.deadline, date === null ? null : <Time value={date} text={formatDateTime(date, site.lang)} />];
}
