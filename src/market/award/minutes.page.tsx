/** The minutes for the case file: who assessed, what was found of each bid, what was agreed, how it was ranked, what was decided. */
import type { VNode } from 'preact';
import { fill } from '#base';
import { DataTable, formatAmount, formatDateTime, formatNumber, Outside, OutsideParagraphs } from '#ui';
import { bidName } from '../assessment/assessment.options.ts';
import { Frame, pageTexts, type PageProps } from '../assessment/frame.page.tsx';
import { Evaluators } from '../assessment/links.page.tsx';
import { LowPrices } from '../assessment/low-price.page.tsx';
import { Ranked } from '../assessment/ranking.page.tsx';
import { validBids } from '../assessment/standing.ts';
import { leaves } from '../evaluation/model.ts';

export function renderMinutes(props: PageProps): VNode {
  const { view, record, internal, assessment } = props;
  const { site } = view;
  const t = pageTexts[site.lang];
  return (
    <Frame view={view} record={record} title={t.minutesTitle} lead={t.minutesLead}>
      {record.body.openedAt === undefined ? null : <p>{t.minutesOpening}: {formatDateTime(record.body.openedAt, site.lang)}</p>}
      {internal.opening.failed.length === 0 ? null : <><h2>{t.minutesFailed}</h2><ul>{internal.opening.failed.map(({ supplier, step, why }) => <li><Outside text={`${view.organisations.get(supplier)?.name ?? ''}: ${why} (${step})`} /></li>)}</ul></>}
      <h2>{t.evaluators}</h2>
      <Evaluators site={site} record={record} assessment={assessment} />
      <p>{fill(t.minutesConflicts, { count: internal.conflicted.length })}</p>
      <Checks {...props} />
      <Agreed {...props} />
      <LowPrices {...props} />
      <h2>{t.rankingTitle}</h2>
      <Ranked {...props} />
      <Decision {...props} />
    </Frame>
  );
}

function Checks({ view: { site }, internal, assessment }: PageProps): VNode {
  const t = pageTexts[site.lang];
  const check = (submission: string) => internal.checks.find((one) => one.submission === submission);
  const cell = (good: boolean | undefined, reason: string | undefined): VNode => <>{good === undefined ? t.unchecked : good ? t.yes : t.no}<OutsideParagraphs text={reason ?? ''} /></>;
  return (
    <section class="section">
      <DataTable
        lang={site.lang} caption={t.minutesChecks} rows={assessment.bids}
        columns={[
          { header: t.bidder, cell: (bid) => <Outside text={bidName(assessment, bid)} /> },
          { header: t.suitable, cell: ({ submission }) => cell(check(submission)?.suitable, check(submission)?.suitableReason) },
          { header: t.meetsMinimum, cell: ({ submission }) => cell(check(submission)?.meetsMinimum, check(submission)?.minimumReason) },
        ]}
      />
    </section>
  );
}

function Agreed({ view: { site }, record, internal, assessment }: PageProps): VNode | null {
  const { model } = record.body;
  if (model === undefined) return null;
  const t = pageTexts[site.lang];
  const rows = validBids(internal, assessment.bids).flatMap((bid) => leaves(model).map((criterion) => ({ bid, criterion, agreed: internal.consensus.find(({ submission }) => submission === bid.submission) })));
  return (
    <section class="section">
      <DataTable
        lang={site.lang} caption={t.agreed} rows={rows}
        columns={[
          { header: t.criterion, cell: ({ bid, criterion }) => <Outside text={`${bidName(assessment, bid)}: ${criterion.name}`} /> },
          { header: t.points, numeric: true, cell: ({ criterion, agreed }) => formatNumber(agreed?.scores[criterion.id] ?? 0, site.lang) },
          { header: t.reason, cell: ({ criterion, agreed }) => <OutsideParagraphs text={agreed?.reasons[criterion.id] ?? ''} /> },
        ]}
      />
    </section>
  );
}

function Decision({ view: { site }, internal: { decision }, assessment }: PageProps): VNode | null {
  if (decision === undefined) return null;
  const t = pageTexts[site.lang];
  return (
    <section class="section" aria-labelledby="afgoerelse">
      <h2 id="afgoerelse">{t.minutesDecision}</h2>
      <dl class="summary-list">
        <div><dt>{t.winner}</dt><dd><Outside text={assessment.names.get(decision.winner) ?? ''} /></dd></div>
        <div><dt>{t.value}</dt><dd>{formatAmount({ amount: decision.value, currency: 'DKK' }, site.lang)}</dd></div>
        <div><dt>{t.bids}</dt><dd>{formatNumber(decision.bids, site.lang)}</dd></div>
        <div><dt>{t.decided}</dt><dd>{formatDateTime(decision.decidedAt, site.lang)}</dd></div>
        <div><dt>{t.why}</dt><dd><OutsideParagraphs text={decision.reason} /></dd></div>
        {decision.tie === null ? null : <div><dt>{t.minutesTie}</dt><dd><OutsideParagraphs text={decision.tie} /></dd></div>}
        {decision.merits === '' ? null : <div><dt>{t.minutesMerits}</dt><dd><OutsideParagraphs text={decision.merits} /></dd></div>}
      </dl>
    </section>
  );
}
