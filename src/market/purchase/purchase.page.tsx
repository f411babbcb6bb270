/** The page of a purchase: the same for everybody, with what is one's own beside it. */
import type { VNode } from 'preact';
import { fill, moneyText, parseMoney, unwrap } from '#base';
import { Alert, formatAmount, formatDateTime, Outside, OutsideParagraphs, Time, type Site } from '#ui';
import { presentation, type RecordView } from '../core/present.ts';
import { assessmentRows } from '../assessment/assessment.options.ts';
import { AssessmentLinks } from '../assessment/links.page.tsx';
import { Outcome } from '../award/outcome.page.tsx';
import { DeclinesTold, DialogueAnnex } from '../dialogue/annex.tsx';
import { REMINDER_HOURS } from '../deadline.ts';
import { BidStatusBox } from './bid-status.page.tsx';
import { Challenge, Files, Invited, Lacks, Openers, WaitingQuestions, type BuyerProps } from './buyer.page.tsx';
import { About, Documents, PriceSheet, Questions, Reasons, Requirements, Versions, type ContentsProps } from './contents.page.tsx';
import { DirectContent } from './direct.page.tsx';
import { Evaluation } from './evaluation.page.tsx';
import { isCompetitive } from './purchase.life.ts';
import { initialOf, optionsOf } from './purchase.options.ts';
import type { Purchase, PurchaseBody } from './purchase.schema.ts';
import { readExtra, type PurchaseExtra } from './purchase.store.ts';
import { da } from './purchase.page.da.ts';
import { en } from './purchase.page.en.ts';
import { purchaseTexts } from './purchase.warnings.ts';

const texts = { da, en };

export const purchasePresentation = presentation<PurchaseExtra>({
  kind: 'purchase',
  texts: purchaseTexts,
  load: readExtra,
  lead: ({ site, extra }) => <BidStatusBox site={site} status={(extra as PurchaseExtra | null)?.status ?? null} />,
  options: optionsOf,
  rowNames: assessmentRows,
  initial: initialOf,
  content: (view) => <PurchaseContent view={view} record={view.record as Purchase} />,
});

function PurchaseContent({ view, record }: { readonly view: RecordView<PurchaseExtra>; readonly record: Purchase }): VNode {
  const { site } = view;
  const { body } = record;
  if (!isCompetitive(record)) return <><Cancelled site={site} body={body} /><DirectContent site={site} record={record} nameOf={(id) => view.organisations.get(id)?.name ?? ''} /><DeclinesTold site={site} reasons={view.extra.annex.declines} /><DialogueAnnex site={site} dialogues={view.extra.annex.dialogues} /></>;
  const path = `/torv/koeb/${record.id}`;
  const props: ContentsProps = { site, body, path };
  const own = record.internal === null ? null : { view, record, internal: record.internal, path };
  return (
    <>
      <Cancelled site={site} body={body} />
      <Reminder view={view} record={record} />
      <Challenge {...view} />
      <Outcome view={view} record={record} />
      <DeclinesTold site={site} reasons={view.extra.annex.declines} />
      {view.extra.assessment === null ? null : <AssessmentLinks view={view} record={record} assessment={view.extra.assessment} />}
      <Facts view={view} record={record} />
      {own === null ? null : <><Lacks {...own} /><WaitingQuestions {...own} /></>}
      <About {...props} />
      <Requirements {...props} />
      {body.model === undefined ? null : <Evaluation site={site} model={body.model} value={unwrap(parseMoney(body.value, 'DKK'))} tryAt={`${path}/proev-model`} />}
      <PriceSheet {...props} />
      <Documents {...props} />
      {own === null ? null : <Files {...own} />}
      <Said view={view} record={record} props={props} />
      <DialogueAnnex site={site} dialogues={view.extra.annex.dialogues} />
      <Versions {...props} />
      <Reasons {...props} />
      <WhoOpens
        site={site} body={body} own={own} opening={body.keySet !== undefined && (own !== null || view.actor?.roles.includes('committee') === true) ? `${path}/aabning` : null}
        keyProof={view.extra.challenge === null ? null : `${path}/noegle`}
      />
      {own === null ? null : <Invited {...own} />}
    </>
  );
}

/** Questions with answers, and for suppliers the way to ask or to say no. */
function Said({ view: { site, actor, extra }, record: { id, state }, props }: { readonly view: RecordView<PurchaseExtra>; readonly record: Purchase; readonly props: ContentsProps }): VNode {
  const t = texts[site.lang];
  const asks = actor?.kind === 'supplier' && state === 'announced';
  return (
    <>
      <Questions {...props} />
      {extra.status === null ? null : <p><a class="button-main" href={site.href(`/torv/koeb/${id}/giv-tilbud`)}>{t.writeBid}</a></p>}
      {asks ? <p><a class="button-quiet" href={site.href(`/torv/under/${id}/purchase.ask`)}>{t.ask}</a> {extra.status === null ? null : <a class="button-quiet" href={site.href(`/torv/under/${id}/purchase.decline`)}>{t.decline}</a>}</p> : null}
    </>
  );
}

function Facts({ view: { site, parent }, record: { id, audience, body } }: { readonly view: RecordView<PurchaseExtra>; readonly record: Purchase }): VNode {
  const { lang } = site;
  const t = texts[lang];
  const when = (at: string): VNode => <Time value={at} text={formatDateTime(at, lang)} />;
  return (
    <section class="section" aria-labelledby="kort">
      <h2 id="kort">{t.facts}</h2>
      <dl class="summary-list">
        <div>
          <dt>{t.deadline}</dt>
          <dd>
            {body.deadline === undefined ? t.deadlineNone : <strong>{when(body.deadline)}</strong>}
            {body.deadlineMoves.map(({ from, reason }, at) => <p class="quiet">{fill(t.moved, { from: formatDateTime(from, lang) })}<Outside text={reason} /> <a href={site.href(`/torv/koeb/${id}/frister/${at + 1}`)} rel="nofollow">{t.movedSigned}</a></p>)}
          </dd>
        </div>
        <div><dt>{t.category}</dt><dd><Outside text={body.category.title} /></dd></div>
        {parent === null ? null : <div><dt>{t.under}</dt><dd><a href={site.href(`/torv/sag/${parent.id}`)}><Outside text={(parent.body as { readonly title?: string }).title ?? ''} /></a></dd></div>}
        <div><dt>{t.value}</dt><dd>{formatAmount({ amount: moneyText(unwrap(parseMoney(body.value, 'DKK'))), currency: 'DKK' }, lang)}</dd></div>
        <div><dt>{t.cpv}</dt><dd>{body.cpv}</dd></div>
        {body.term === '' ? null : <div><dt>{t.term}</dt><dd><Outside text={body.term} /></dd></div>}
      </dl>
      {audience === 'public' ? <p><a href={site.href(`/api/v1/market/records/${id}`)}>{t.api}</a></p> : null}
    </section>
  );
}

interface WhoOpensProps {
  readonly site: Site;
  readonly body: PurchaseBody;
  /** Null: for others than the buyer's own people. */
  readonly own: BuyerProps | null;
  /** Paths, for whom they are; null: for others. */
  readonly opening: string | null;
  readonly keyProof: string | null;
}

function WhoOpens({ site, body: { keySet }, own, opening, keyProof }: WhoOpensProps): VNode | null {
  if (keySet === undefined && (own === null || own.internal.holders.length === 0)) return null;
  const t = texts[site.lang];
  return (
    <section class="section" aria-labelledby="aabning">
      <h2 id="aabning">{t.openersTitle}</h2>
      {keySet === undefined ? null : <p>{fill(t.openersTold, { threshold: keySet.threshold, of: keySet.holders.length })}</p>}
      {own === null ? null : <Openers {...own} />}
      {opening === null ? null : <p><a href={site.href(opening)}>{t.openingPage}</a></p>}
      {keyProof === null ? null : <p><a href={site.href(keyProof)}>{t.keyProofPage}</a></p>}
    </section>
  );
}

function Cancelled({ site, body: { cancelled } }: { readonly site: Site; readonly body: PurchaseBody }): VNode | null {
  if (cancelled === undefined) return null;
  return <Alert tone="warning" heading={texts[site.lang].cancelledTitle}><OutsideParagraphs text={cancelled.reason} /></Alert>;
}

/** For whoever may bid and has not; the smallest of the hours in which the deadline lies. */
function Reminder({ view: { site, now, extra: { status } }, record: { state, body } }: { readonly view: RecordView<PurchaseExtra>; readonly record: Purchase }): VNode | null {
  if (status === null || status.status === 'submitted' || state !== 'announced' || body.deadline === undefined) return null;
  const left = Temporal.Instant.from(body.deadline).since(now);
  const hours = REMINDER_HOURS.findLast((one) => Temporal.Duration.compare(left, { hours: one }) <= 0);
  if (hours === undefined || left.sign < 0) return null;
  const t = texts[site.lang];
  return <Alert tone="warning" heading={t.remindTitle}><p>{fill(t.remindTold, { hours })}</p></Alert>;
}
