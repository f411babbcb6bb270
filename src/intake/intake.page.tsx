/** The pages of this room that need no script: the form for a sealed file, withdrawal, the receipt. What stands around them is the shell's. */
import type { VNode } from 'preact';
import { fill, type Language } from '#base';
import { formAddress, KEYS, receiptAddress, withdrawalAddress } from './addresses.ts';
import { da } from './intake.da.ts';
import { en } from './intake.en.ts';
import type { ReceiptFile } from './receipt.ts';
import type { Place } from './serving.ts';

export const texts = { da, en } as const;
type TextKey = keyof typeof da;

export interface FormPage {
  readonly place: Place;
  readonly purchase: string;
  readonly lot: string;
  /** ISO instant. */
  readonly deadline: string;
  readonly idempotencyKey: string;
  /** Why the last try was refused; null: there was none. */
  readonly refused: string | null;
}

/** Whether an address names a refusal that there is a text for. */
export function isReason(word: unknown): word is string {
  return typeof word === 'string' && `reason-${word}` in da;
}

function reasonText(lang: Language, refused: string | null): string | null {
  return isReason(refused) ? texts[lang][`reason-${refused}` as TextKey] : null;
}

export function FileForm({ place, purchase, lot, deadline, idempotencyKey, refused }: FormPage): VNode {
  const t = texts[place.lang];
  const reason = reasonText(place.lang, refused);
  return (
    <div class="wrap">
      {reason === null ? null : <Refused title={t.notSubmitted} reason={reason} after={t.standsAsBefore} />}
      <div class="page-head"><h1>{t.formTitle}</h1><p class="lead">{t.formLead}</p></div>
      <p>{fill(t.deadline, { when: fill(t.copenhagen, { when: clockText(deadline, place.lang) }) })}</p>
      <form method="post" action={place.href(formAddress(purchase, lot))} enctype="multipart/form-data">
        <input type="hidden" name="key" value={idempotencyKey} />
        <div class="form-group">
          <label class="form-label" for="bud">{t.file}</label>
          <span class="form-hint" id="bud-hint">{t.fileHint}</span>
          <input class="form-input" type="file" id="bud" name="bud" required aria-describedby="bud-hint" />
        </div>
        <button class="button button-primary" type="submit">{t.send}</button>
      </form>
    </div>
  );
}

export function WithdrawalForm({ place, purchase, lot, deadline, idempotencyKey, refused }: FormPage): VNode {
  const t = texts[place.lang];
  const reason = reasonText(place.lang, refused);
  return (
    <div class="wrap">
      {reason === null ? null : <Refused title={t.withdrawRefused} reason={reason} after={null} />}
      <div class="page-head"><h1>{t.withdrawTitle}</h1><p class="lead">{t.withdrawLead}</p></div>
      <p>{fill(t.deadline, { when: fill(t.copenhagen, { when: clockText(deadline, place.lang) }) })}</p>
      <form method="post" action={place.href(withdrawalAddress(purchase, lot))}>
        <input type="hidden" name="key" value={idempotencyKey} />
        <button class="button button-primary" type="submit">{t.withdraw}</button>
        <p><a href={place.href(formAddress(purchase, lot))}>{t.back}</a></p>
      </form>
    </div>
  );
}

function Refused({ title, reason, after }: { readonly title: string; readonly reason: string; readonly after: string | null }): VNode {
  return (
    <div class="alert alert-error has-icon" role="alert">
      <div class="alert-body">
        <h2 class="alert-heading">{title}</h2>
        <p class="alert-text">{reason}</p>
        {after === null ? null : <p class="alert-text">{after}</p>}
      </div>
    </div>
  );
}

const LEADS = { submitted: 'submittedLead', late: 'lateLead', withdrawn: 'withdrawnLead' } as const;

/** The receipt, plain enough to be printed. */
export function ReceiptPage({ place, file }: { readonly place: Place; readonly file: ReceiptFile }): VNode {
  const t = texts[place.lang];
  const { receipt } = file;
  const clock = (instant: string): string => `${fill(t.copenhagen, { when: clockText(instant, place.lang) })} (${instant})`;
  const facts: readonly (readonly [string, string])[] = [
    [t.receivedAt, clock(receipt.receivedAt)], [t.deadlineLabel, clock(receipt.deadline)],
    [t.purchase, receipt.purchase], [t.lot, receipt.lot], [t.bidVersion, String(receipt.bidVersion)], [t.bytes, receipt.bytes.toLocaleString(place.lang)],
    [t.envelope, receipt.envelope], [t.id, receipt.id], [t.key, receipt.key], [t.signature, file.signature],
  ];
  return (
    <div class="wrap">
      <div class="page-head"><h1>{t[receipt.verdict]}</h1><p class="lead">{t[LEADS[receipt.verdict]]}</p></div>
      <dl class="facts">
        {facts.map(([name, value]) => <div><dt>{name}</dt><dd>{value}</dd></div>)}
      </dl>
      <section>
        <h2>{t.saveTitle}</h2>
        <p>{t.saveLead}</p>
        <p><a href={place.href(`${receiptAddress(receipt.id)}.json`)} download>{t.download}</a></p>
        <p><a href={place.href(KEYS)} download>{t.keys}</a></p>
      </section>
    </div>
  );
}

/** On the clocks of Copenhagen, with the milliseconds that may decide. Two like times of one night are told apart by the instant, which stands beside it on a receipt. */
export function clockText(instant: string, lang: Language): string {
  return Temporal.Instant.from(instant).toZonedDateTimeISO('Europe/Copenhagen').toLocaleString(lang === 'da' ? 'da-DK' : 'en-GB', {
    day: 'numeric', month: 'long', year: 'numeric', hour: '2-digit', minute: '2-digit', second: '2-digit', fractionalSecondDigits: 3,
  });
}
