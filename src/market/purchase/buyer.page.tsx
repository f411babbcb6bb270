/** What the buyer's own people see beside the rest: what is missing, whose keys are proved, who is invited, what waits. Nothing of bids. */
import type { VNode } from 'preact';
import { fill } from '#base';
import { Alert, formatBytes, Outside } from '#ui';
import type { RecordView } from '../core/present.ts';
import { findingTold, lawRule } from '../findings.ts';
import { checkOf, missing } from './purchase.announce.ts';
import { unproved } from './purchase.committee.ts';
import { isCompetitive } from './purchase.life.ts';
import { unanswered } from './purchase.running.ts';
import type { Purchase, PurchaseInternal } from './purchase.schema.ts';
import type { PurchaseExtra } from './purchase.store.ts';
import { da } from './purchase.page.da.ts';
import { en } from './purchase.page.en.ts';
import { warningTexts } from './purchase.warnings.ts';

const texts = { da, en };

export interface BuyerProps {
  readonly view: RecordView<PurchaseExtra>;
  readonly record: Purchase;
  readonly internal: PurchaseInternal;
  readonly path: string;
}

export function Lacks({ view: { site, now }, record, internal }: BuyerProps): VNode | null {
  if (record.state !== 'draft' || !isCompetitive(record)) return null;
  const t = texts[site.lang];
  const { findings, time } = checkOf(record, now);
  const waiting = unproved(internal).map(({ name }) => name);
  const lacking = [...missing(record).map((what) => t[`lack.${what}`]), ...(internal.holders.length === 0 ? [t['lack.holders']] : []), ...(waiting.length === 0 ? [] : [fill(t['lack.keys'], { names: waiting.join(', ') })])];
  return (
    <section class="section" aria-labelledby="mangler">
      <h2 id="mangler">{t.lackTitle}</h2>
      {lacking.length === 0 ? <p>{t.lackNone}</p> : <ul>{lacking.map((one) => <li><Outside text={one} /></li>)}</ul>}
      <ul>
        {findings.map((finding) => (
          <li><strong>{t[`severity.${finding.severity}`]}:</strong> {findingTold(warningTexts, finding, site.lang)}{finding.rule === null ? null : <span class="quiet"> {lawRule(finding.rule).paragraph}</span>}</li>
        ))}
      </ul>
      {time === null ? null : <p>{fill(t.timeTold, { working: time.workingDays, effective: time.effectiveWorkingDays })}</p>}
    </section>
  );
}

export function WaitingQuestions({ view: { site, children, organisations }, record }: BuyerProps): VNode | null {
  const t = texts[site.lang];
  const waiting = unanswered(record, children);
  const declines = children.filter(({ kind, body }) => kind === 'contribution' && (body as { readonly type: string }).type === 'decline');
  if (waiting.length === 0 && declines.length === 0) return null;
  const from = (id: string): string => fill(t.fromWhom, { name: organisations.get(id)?.name ?? '' });
  return (
    <section class="section" aria-labelledby="venter">
      {waiting.length === 0 ? null : (
        <>
          <h2 id="venter">{t.waitingQuestions}</h2>
          <ul>{waiting.map(({ id, owner, body }) => <li><a href={site.href(`/torv/bidrag/${id}`)}><Outside text={body.text} /></a> <span class="quiet"><Outside text={from(owner)} /></span></li>)}</ul>
        </>
      )}
      {declines.length === 0 ? null : (
        <>
          <h2 id={waiting.length === 0 ? 'venter' : 'siger-fra'}>{t.declinesTitle}</h2>
          <ul>{declines.map(({ id, owner, body }) => <li><a href={site.href(`/torv/bidrag/${id}`)}><Outside text={from(owner)} /></a>: <Outside text={(body as { readonly text: string }).text} /></li>)}</ul>
        </>
      )}
    </section>
  );
}

export function Invited({ view: { site, organisations }, internal: { invited } }: BuyerProps): VNode | null {
  if (invited.length === 0) return null;
  return (
    <section class="section" aria-labelledby="indbudte">
      <h2 id="indbudte">{texts[site.lang].invitedTitle}</h2>
      <ul>{invited.map((id) => <li><Outside text={organisations.get(id)?.name ?? ''} /></li>)}</ul>
    </section>
  );
}

/** States in which it still matters whether a key is there. */
const KEYS_ASKED: ReadonlySet<string> = new Set(['draft', 'announced', 'closed']);

export function Openers({ view: { site }, record: { state }, internal }: BuyerProps): VNode | null {
  if (internal.holders.length === 0) return null;
  const t = texts[site.lang];
  const waiting = unproved(internal);
  return <ul>{internal.holders.map((holder) => <li><Outside text={holder.name} />{!KEYS_ASKED.has(state) ? null : <>: {waiting.includes(holder) ? <strong>{t.unproved}</strong> : t.proved}</>}</li>)}</ul>;
}

/** Files that wait, and a form for another. */
export function Files({ view: { site, extra: { files } }, record: { state, body }, path }: BuyerProps): VNode | null {
  if (state !== 'draft' && state !== 'announced') return null;
  const t = texts[site.lang];
  const waiting = files.filter(({ id }) => body.documents.every((one) => one.id !== id));
  return (
    <section class="section" aria-labelledby="laeg-op">
      <h2 id="laeg-op">{t.uploadTitle}</h2>
      {waiting.length === 0 ? null : (
        <>
          <h3>{t.waitingTitle}</h3>
          <ul>{waiting.map(({ id, name, bytes }) => <li><a href={site.href(`${path}/dokumenter/${id}`)}><Outside text={name} /></a>, {formatBytes(bytes, site.lang)}</li>)}</ul>
        </>
      )}
      <form method="post" action={site.href(`${path}/dokumenter`)} enctype="multipart/form-data">
        <label class="form-label" for="fil">{t.uploadLabel}</label>
        <p class="hint" id="fil-hjaelp">{t.uploadHelp}</p>
        <input type="file" id="fil" name="file" aria-describedby="fil-hjaelp" required />
        <div class="form-actions"><button class="button-quiet" type="submit">{t.uploadSend}</button></div>
      </form>
    </section>
  );
}

export function Challenge({ site, extra: { challenge } }: RecordView<PurchaseExtra>): VNode | null {
  if (challenge === null) return null;
  const t = texts[site.lang];
  return (
    <Alert tone="warning" heading={t.challengeTitle}>
      <p>{t.challengeHelp}</p>
      <label class="form-label" for="proeve">{t.challengeLabel}</label>
      <textarea id="proeve" class="form-input" readonly rows={6} data-challenge>{challenge}</textarea>
    </Alert>
  );
}
