/** The bids side by side, and the form of whoever scores. */
import type { VNode } from 'preact';
import { fill } from '#base';
import { Alert, DataTable, formatBytes, formatDateTime, Outside, OutsideParagraphs, type Site } from '#ui';
import { pairsOf } from '../core/form-pairs.ts';
import { Fields } from '../core/form.tsx';
import type { FormAbout, Presentation } from '../core/present.ts';
import type { MarketFinding } from '../findings.ts';
import type { PurchaseBody } from '../purchase/purchase.schema.ts';
import { assessmentInitial, bidName } from './assessment.options.ts';
import { Frame, money, pageTexts, type PageProps } from './frame.page.tsx';
import { Evaluators } from './links.page.tsx';
import { LowPrices } from './low-price.page.tsx';
import { totalsOf, valueOfBid, type OpenedAnswer, type OpenedBid } from './opened-bid.ts';
import { ScoreInput } from './score.ts';
import { Scores } from './scores.page.tsx';
import { allHaveScored, exclusionOf } from './standing.ts';

export interface BidsProps extends PageProps {
  readonly presentation: Presentation;
  /** How each bidder stood at the deadline, by its submission. */
  readonly standing: ReadonlyMap<string, readonly MarketFinding[]>;
}

export function renderBids(props: BidsProps): VNode {
  const { view, record, assessment } = props;
  const t = pageTexts[view.site.lang];
  return (
    <Frame view={view} record={record} title={t.bidsTitle} lead={t.bidsLead}>
      {assessment.mustDeclare ? <Alert tone="warning" heading={t.declareFirst}><p><a href={view.site.href(`/torv/koeb/${record.id}/purchase.declare`)}>{t.declare}</a></p></Alert> : null}
      <h2>{t.evaluators}</h2>
      <Evaluators site={view.site} record={record} assessment={assessment} />
      {assessment.bids.length === 0 ? <p>{t.bidsNone}</p> : <><Overview {...props} /><LowPrices {...props} /><Answers {...props} /><Prices {...props} /><Scores {...props} /></>}
      {allHaveScored(props.internal, assessment.bids)
        ? <ScoringForm {...props} command="purchase.consensus" title={t.yourConsensus} />
        : <ScoringForm {...props} command="purchase.score" title={t.yourScores} />}
    </Frame>
  );
}

function Overview({ view: { site }, record, internal, assessment, standing }: BidsProps): VNode {
  const t = pageTexts[site.lang];
  const stands = ({ submission }: OpenedBid): string => {
    const out = exclusionOf(internal, submission);
    if (out !== null) return fill(t.out, { reason: out });
    return internal.checks.some((one) => one.submission === submission) ? t.in : t.unchecked;
  };
  const told = ({ submission }: OpenedBid): VNode => <>{(standing.get(submission) ?? []).map(({ code }) => <p>{t[`finding.${code}` as keyof typeof t]}</p>)}</>;
  return (
    <section class="section">
      <DataTable
        lang={site.lang} caption={t.bidsTitle} hideCaption rows={assessment.bids}
        columns={[
          { header: t.bidder, cell: (bid) => <Outside text={bidName(assessment, bid)} /> },
          { header: t.received, cell: ({ receivedAt }) => formatDateTime(receivedAt, site.lang) },
          { header: t.standingTitle, cell: told },
          { header: t.standing, cell: (bid) => <Outside text={stands(bid)} /> },
          { header: t.declaration, cell: ({ declaration }) => (declaration === null ? '\u2013' : declaration.unchanged ? t['declaration.same'] : <Outside text={fill(t['declaration.changed'], { text: declaration.text })} />) },
          { header: t.filesTitle, cell: (bid) => <Files site={site} purchase={record.id} bid={bid} /> },
          { header: t.confidentialTitle, cell: ({ confidential }) => (confidential.length === 0 ? '\u2013' : <ul class="plain-list">{confidential.map(({ what, why }) => <li><Outside text={`${what}: ${why}`} /></li>)}</ul>) },
        ]}
      />
    </section>
  );
}

function Files({ site, purchase, bid: { submission, files } }: { readonly site: Site; readonly purchase: string; readonly bid: OpenedBid }): VNode {
  if (files.length === 0) return <>{pageTexts[site.lang].filesNone}</>;
  return <ul class="plain-list">{files.map(({ name, bytes }, at) => <li><a href={site.href(`/torv/koeb/${purchase}/aabning/${submission}/filer/${at + 1}`)} rel="nofollow"><Outside text={name} /></a>, {formatBytes(bytes, site.lang)}</li>)}</ul>;
}

type Requirement = PurchaseBody['requirements'][number];

function Answers({ view: { site }, record, assessment }: BidsProps): VNode {
  const t = pageTexts[site.lang];
  const answer = (one: OpenedAnswer | undefined): VNode => {
    if (one === undefined) return <>{t['answer.none']}</>;
    const key = `answer.${one.answer}` as keyof typeof t;
    return <><strong>{fill(t[key], { line: one.line ?? '' })}</strong><OutsideParagraphs text={one.text} /></>;
  };
  return (
    <section class="section">
      <DataTable
        lang={site.lang} caption={t.bidsTitle} rows={record.body.requirements}
        columns={[
          { header: fill(t.requirement, { id: '' }), cell: ({ id, kind, text }) => <>{fill(t.requirement, { id })}{kind === 'minimum' ? ` (${t.minimum})` : ''}<OutsideParagraphs text={text} /></> },
          ...assessment.bids.map((bid) => ({
            header: bidName(assessment, bid), cell: ({ id }: Requirement) => answer(bid.answers.find(({ requirement }) => requirement === id)),
          })),
        ]}
      />
    </section>
  );
}

function Prices({ view: { site }, record, assessment }: BidsProps): VNode {
  const t = pageTexts[site.lang];
  const { sheet } = record.body;
  const totals = new Map(assessment.bids.map((bid) => [bid.submission, totalsOf(sheet, bid)]));
  const rows = [...(sheet?.lines ?? []).map(({ number, name }) => ({ number, name })), { number: 'evaluated', name: t.evaluatedPrice }, { number: 'all', name: t.valueAll }];
  const price = (submission: string, number: string): string => {
    const own = totals.get(submission);
    if (own === undefined || !own.ok) return t.notWhole;
    if (number === 'evaluated') return money(own.value.evaluated, site);
    if (number === 'all') return money(valueOfBid(own.value), site);
    const line = own.value.lines.find((one) => one.number === number);
    return line === undefined ? '\u2013' : money(line.total, site);
  };
  return (
    <section class="section">
      <DataTable
        lang={site.lang} caption={t.pricesTitle} rows={rows}
        columns={[
          { header: t.line, cell: ({ number, name }) => <Outside text={number === 'evaluated' || number === 'all' ? name : `${number} ${name}`} /> },
          ...assessment.bids.map((bid) => ({ header: bidName(assessment, bid), numeric: true, cell: ({ number }: { readonly number: string; readonly name: string }) => price(bid.submission, number) })),
        ]}
      />
    </section>
  );
}

/** The same form as that of the step, where the bids are in sight. */
function ScoringForm({ view, record, assessment, presentation, command, title }: BidsProps & { readonly command: string; readonly title: string }): VNode | null {
  if (assessment.bids.length === 0 || view.steps.every(({ name }) => name !== command)) return null;
  const { site } = view;
  const about: FormAbout = { site, now: view.now, actor: view.actor, record, parent: view.parent, extra: view.extra };
  return (
    <section class="section torv-form" aria-labelledby={command.replace('.', '-')}>
      <h2 id={command.replace('.', '-')}>{title}</h2>
      <form method="post" action={site.href(`/torv/koeb/${record.id}/${command}`)} novalidate>
        <input type="hidden" name="_version" value={String(record.version)} />
        <Fields presentation={presentation} about={about} command={command} schema={ScoreInput} pairs={pairsOf(assessmentInitial(command, about), ScoreInput, site.lang)} errors={new Map()} />
        <div class="form-actions"><button class="button-main" type="submit">{presentation.texts[site.lang][`command.${command}`]}</button></div>
      </form>
    </section>
  );
}
