/** What everybody sees of the outcome: the winner, the value, how many bid; then the contract and the funnel. Nobody who lost, and no other price. */
import type { VNode } from 'preact';
import { copenhagenDate, fill } from '#base';
import { Alert, formatAmount, formatDate, formatDateTime, formatNumber, Outside, OutsideParagraphs, Time, type Site } from '#ui';
import { da } from '../assessment/pages.da.ts';
import { en } from '../assessment/pages.en.ts';
import type { RecordView } from '../core/present.ts';
import { lawRule } from '../findings.ts';
import { rulesOfWay } from '../kinds/competitive.ts';
import type { Purchase, PurchaseBody } from '../purchase/purchase.schema.ts';
import { noticeState } from './notice.ts';

const texts = { da, en };

interface OutcomeProps {
  readonly view: RecordView;
  readonly record: Purchase;
}

export function Outcome({ view, record }: OutcomeProps): VNode | null {
  const { site, organisations, children } = view;
  const { body } = record;
  const { outcome, contract } = body;
  const letters = children.filter(({ kind }) => kind === 'letter');
  const t = texts[site.lang];
  return (
    <>
      {letters.length === 0 ? null : <Letters view={view} letters={letters} />}
      {outcome === undefined ? null : (
        <section class="section" aria-labelledby="udfald">
          <h2 id="udfald">{t.outcomeTitle}</h2>
          <dl class="summary-list">
            <div><dt>{t.winner}</dt><dd><strong><Outside text={organisations.get(outcome.winner)?.name ?? ''} /></strong></dd></div>
            <div><dt>{t.value}</dt><dd>{formatAmount({ amount: outcome.value, currency: 'DKK' }, site.lang)}</dd></div>
            <div><dt>{t.bids}</dt><dd>{formatNumber(outcome.bids, site.lang)}</dd></div>
            <div><dt>{t.decided}</dt><dd><Time value={outcome.decidedAt} text={formatDateTime(outcome.decidedAt, site.lang)} /></dd></div>
            <div><dt>{t.standstillEnds}</dt><dd>{outcome.standstillEnds === null ? t.standstillNone : <Time value={outcome.standstillEnds} text={formatDateTime(outcome.standstillEnds, site.lang)} />}</dd></div>
            <div><dt>{t.why}</dt><dd><OutsideParagraphs text={outcome.reason} lang="da" /></dd></div>
          </dl>
          {contract === undefined ? null : <p><a href={site.href(`/torv/kontrakt/${contract.id}`)}>{t.contract}</a></p>}
          <Funnel view={view} record={record} />
          <NoticeDuty site={site} body={body} now={view.now} />
        </section>
      )}
    </>
  );
}

/** A supplier sees its own; the buyer all. */
function Letters({ view: { site, actor, organisations }, letters }: { readonly view: RecordView; readonly letters: RecordView['children'] }): VNode {
  const t = texts[site.lang];
  const nameOf = (parties: readonly string[]): string => organisations.get(parties[0] ?? '')?.name ?? '';
  return (
    <section class="section" aria-labelledby="breve">
      <h2 id="breve">{t.lettersTitle}</h2>
      <ul>{letters.map(({ id, parties }) => <li><a href={site.href(`/torv/brev/${id}`)}>{parties[0] === actor?.organisation ? t.yourLetter : <Outside text={nameOf(parties)} />}</a></li>)}</ul>
    </section>
  );
}

const STAGES = ['admitted', 'invited', 'opened', 'bid', 'valid', 'won'] as const;

function Funnel({ view: { site, organisations }, record: { body: { funnel }, internal } }: OutcomeProps): VNode | null {
  if (funnel === undefined) return null;
  const t = texts[site.lang];
  const quiet = internal?.quiet;
  const names = (ids: readonly string[]): VNode => <ul>{ids.map((id) => <li><Outside text={organisations.get(id)?.name ?? ''} /></li>)}</ul>;
  return (
    <>
      <h3>{t.funnelTitle}</h3>
      <dl class="summary-list">{STAGES.map((stage) => <div><dt>{t[`funnel.${stage}`]}</dt><dd>{formatNumber(funnel[stage], site.lang)}</dd></div>)}</dl>
      {quiet === undefined || quiet.silent.length === 0 ? null : <><h4>{t.silent}</h4>{names(quiet.silent)}</>}
      {quiet === undefined || quiet.lookedOnly.length === 0 ? null : <><h4>{t.lookedOnly}</h4>{names(quiet.lookedOnly)}</>}
    </>
  );
}

function NoticeDuty({ site, body, now }: { readonly site: Site; readonly body: PurchaseBody; readonly now: Temporal.Instant }): VNode | null {
  const state = noticeState(body, copenhagenDate(now).toString());
  if (state === null || body.notice === undefined) return null;
  const t = texts[site.lang];
  const { due, sent } = body.notice;
  const day = (on: string | null | undefined): string => (on === null || on === undefined ? '' : formatDate(on, site.lang));
  const text = fill(t[`notice.${state}`], { due: day(due), on: day(sent?.on), reference: sent?.reference ?? '', paragraph: lawRule(rulesOfWay(body.way).awardNotice).paragraph });
  return (
    <>
      <h3>{t.noticeTitle}</h3>
      {state === 'overdue' || state === 'sent-late' ? <Alert tone="warning"><p><Outside text={text} /></p></Alert> : <p><Outside text={text} /></p>}
    </>
  );
}
