/** The page on which a bid is written. Nothing of it is sent but by its script, and that sends what is sealed. */
import type { ComponentChildren, VNode } from 'preact';
import { fill } from '#base';
import { formAddress, receiptAddress, withdrawalAddress } from '#intake';
import { Alert, Breadcrumbs, Field, FieldGroup, formatDateTime, Outside, OutsideParagraphs, Page, type Option, type Site } from '#ui';
import { LOT, type PurchaseBody } from '../purchase/purchase.schema.ts';
import { BID_ANSWERS } from './bid.ts';
import type { BidFacts } from './bid.store.ts';
import { da, script as scriptDa } from './bid.da.ts';
import { en, script as scriptEn } from './bid.en.ts';

export const texts = { da, en } as const;
const scripts = { da: scriptDa, en: scriptEn } as const;

export interface BidPage extends BidFacts {
  readonly site: Site;
  readonly keySetId: string;
  readonly now: Temporal.Instant;
}

const CONFIDENTIAL_ROWS = 3;

export function renderBid(view: BidPage): VNode {
  const { site, purchase: { id, body } } = view;
  const t = texts[site.lang];
  return (
    <Page
      site={site} title={`${t.title}: ${body.title}`} noindex scripts={['market/bid', 'market/unsaved']}
      before={<Breadcrumbs lang={site.lang} crumbs={[{ label: 'Torvet', href: site.href('/') }, { label: body.title, href: site.href(`/torv/koeb/${id}`) }, { label: t.title, href: null }]} />}
    >
      <div class="wrap torv-form">
        <div class="page-head"><p class="torv-kind"><Outside text={body.title} /></p><h1>{t.title}</h1><p class="lead">{t.lead}</p></div>
        <Status {...view} />
        <noscript><Alert tone="warning"><p>{t.offlineNoScript} <a href="#uden-script">{t.offlineTitle}</a></p></Alert></noscript>
        <BidForm {...view} />
        <Offline {...view} />
      </div>
    </Page>
  );
}

/** Says NOT SUBMITTED until a receipt says otherwise; the script writes into it. */
function Status({ site, status, purchase: { id, body }, now }: BidPage): VNode {
  const t = texts[site.lang];
  const isIn = status.status === 'submitted';
  const deadline = body.deadline ?? status.deadline;
  return (
    <>
      <section id="status" class={isIn ? 'not-submitted torv-status is-submitted' : 'not-submitted torv-status'} aria-label={t.statusTitle}>
        <div role="status" aria-live="polite">
          <strong id="status-ord">{isIn ? `${t.submitted} (version ${status.bidVersion})` : status.status === 'late' ? t.late : t.notSubmitted}</strong>
          <p id="status-tekst">
            {isIn ? fill(t.before, { version: status.bidVersion ?? 0, next: (status.bidVersion ?? 0) + 1 }) : Temporal.Instant.compare(now, Temporal.Instant.from(deadline)) > 0 ? t.isClosed : ''}
          </p>
          <p id="kvittering" />
        </div>
        <progress id="fremdrift" max="1" value="0" hidden aria-label={t.statusTitle} />
      </section>
      <p>{fill(t.deadline, { when: formatDateTime(deadline, site.lang) })}</p>
      {status.submission === null ? null : (
        <p>
          <a href={site.href(receiptAddress(status.submission))}>{fill(t.receipt, { version: status.bidVersion ?? 0 })}</a>
          {isIn ? <>{' · '}<a href={site.href(withdrawalAddress(id, LOT))}>{t.withdraw}</a></> : null}
        </p>
      )}
    </>
  );
}

/** What the script must know. Its addresses are the ones that programs use too. */
function aboutOf({ site, purchase: { id, body }, actor, status, draft, recipients, keySetId }: BidPage): string {
  return JSON.stringify({
    lang: site.lang, purchase: id, lot: LOT, supplier: actor.organisation, bidVersion: (status.bidVersion ?? 0) + 1, keySet: body.keySet, keySetId,
    requirements: body.requirements.map(({ id: requirement, kind }) => ({ id: requirement, kind })), sheet: body.sheet, recipients, draftVersion: draft?.version ?? 0,
    bids: site.dataHref(`/api/v1/market/bids/${id}/${LOT}`), draft: site.dataHref(`/torv/koeb/${id}/giv-tilbud/kladde`), receipts: site.href(receiptAddress('')),
  });
}

function BidForm(view: BidPage): VNode {
  const { site, purchase: { body } } = view;
  const t = texts[site.lang];
  return (
    // Shown by the script: without one it would take what nobody can seal.
    <form id="tilbud" hidden data-unsaved novalidate autocomplete="off" data-about={aboutOf(view)} data-texts={JSON.stringify(scripts[site.lang])}>
      <Requirements site={site} body={body} />
      <Prices site={site} body={body} id={view.purchase.id} />
      <FieldGroup legend={t.files} help={t.filesHelp}>
        <FileField id="bilag" label={t.files} multiple />
      </FieldGroup>
      <FieldGroup legend={t.confidential} help={t.confidentialHelp}>
        {Array.from({ length: CONFIDENTIAL_ROWS }, (_, at) => (
          <div class="field-row-narrow">
            <Field lang={site.lang} name={`confidential[${at}].what`} label={fill(t.what, { at: at + 1 })} kind={{ is: 'line', most: 1000 }} value="" optional />
            <Field lang={site.lang} name={`confidential[${at}].why`} label={fill(t.why, { at: at + 1 })} kind={{ is: 'line', most: 1000 }} value="" optional />
          </div>
        ))}
      </FieldGroup>
      <FieldGroup legend={t.declaration}>
        <Field lang={site.lang} name="declaration" label={t.declaration} help={t.declarationHelp} kind={{ is: 'choice', options: [{ value: 'unchanged', label: t.unchanged }, { value: 'changed', label: t.changed }] }} value="unchanged" />
        <Field lang={site.lang} name="declarationText" label={t.declarationText} kind={{ is: 'text', most: 10_000, rows: 3 }} value="" optional />
      </FieldGroup>
      <section class="section" aria-labelledby="send">
        <h2 id="send">{t.steps}</h2>
        <p>{t.stepsHelp}</p>
        <div id="mangler" role="alert" tabindex={-1} />
        <div class="form-actions">
          <button class="button-main" type="button" id="forsegl">{t.seal}</button>
          <button class="button-main" type="button" id="afgiv" disabled>{t.submit}</button>
        </div>
      </section>
      <Draft {...view} />
    </form>
  );
}

function Requirements({ site, body }: { readonly site: Site; readonly body: PurchaseBody }): VNode {
  const t = texts[site.lang];
  const answers = BID_ANSWERS.map((value): Option => ({ value, label: t[value] }));
  const lines = (body.sheet?.lines ?? []).map(({ number, name }): Option => ({ value: number, label: `${number} ${name}` }));
  return (
    <FieldGroup legend={t.requirements} help={t.minimumHelp}>
      {body.requirements.map(({ id, kind, text }, at) => (
        <fieldset class="field-row">
          <legend>{id} · {t[kind]}</legend>
          <OutsideParagraphs text={text} />
          <Field lang={site.lang} name={`answers[${at}].answer`} label={fill(t.answer, { id })} kind={{ is: 'choice', options: answers, none: t.none }} value="" />
          <Field lang={site.lang} name={`answers[${at}].text`} label={fill(t.text, { id })} kind={{ is: 'text', most: 20_000, rows: 3 }} value="" optional />
          <Field lang={site.lang} name={`answers[${at}].line`} label={fill(t.line, { id })} help={t.lineHelp} kind={{ is: 'choice', options: lines, none: t.none }} value="" optional />
        </fieldset>
      ))}
    </FieldGroup>
  );
}

function Prices({ site, body: { sheet }, id }: { readonly site: Site; readonly body: PurchaseBody; readonly id: string }): VNode {
  const t = texts[site.lang];
  const unit = sheet?.currency === 'DKK' ? 'kr.' : sheet?.currency ?? '';
  return (
    <FieldGroup legend={t.prices} help={fill(t.pricesHelp, { currency: sheet?.currency ?? '' })}>
      {(sheet?.lines ?? []).map((line, at) => (
        <Field
          lang={site.lang} name={`prices[${at}]`} label={fill(t.price, { number: line.number, name: line.name, unit: line.unit })}
          help={[fill(t.quantity, { quantity: line.quantity, unit: line.unit }), ...(line.option ? [t.option] : [])].join(', ')} kind={{ is: 'line', most: 20, mode: 'decimal', unit }} value=""
        />
      ))}
      <p id="sum" role="status" aria-live="polite"><strong>{t.sumNone}</strong></p>
      <p><a href={site.href(`/torv/koeb/${id}/giv-tilbud/prisliste.xlsx`)}>{t.sheetGet}</a></p>
      <FileField id="prisliste" label={t.sheet} help={t.sheetHelp} accept=".xlsx" />
      <p id="prisliste-svar" role="status" />
    </FieldGroup>
  );
}

interface FileFieldProps {
  readonly id: string;
  readonly label: string;
  readonly help?: string;
  readonly multiple?: boolean;
  readonly accept?: string;
}

/** A file that stays in the browser: it has no name in the form. */
export function FileField({ id, label, help, multiple = false, accept }: FileFieldProps): VNode {
  return (
    <div class="field">
      <label class="field-label" for={id}>{label}</label>
      {help === undefined ? null : <p class="field-help" id={`${id}-hjaelp`}>{help}</p>}
      <input class="field-input" type="file" id={id} multiple={multiple} accept={accept} aria-describedby={help === undefined ? undefined : `${id}-hjaelp`} />
    </div>
  );
}

function Draft({ site, draft, recipients }: BidPage): VNode {
  const t = texts[site.lang];
  return (
    <section class="section" aria-labelledby="kladde">
      <h2 id="kladde">{t.draftTitle}</h2>
      <p>{t.draftHelp}</p>
      <p class="quiet">{draft === null ? t.draftNone : fill(t.draftSaved, { when: formatDateTime(draft.at, site.lang), name: draft.person })}</p>
      {recipients.length === 0 ? <p>{t.draftNoKeys} <a href={site.href('/konto')}>{t.account}</a></p> : <p><button class="button-quiet" type="button" id="gem">{t.draftSave}</button></p>}
      {draft === null ? null : (
        <>
          <FileField id="noeglefil" label={t.keyFile} help={t.keyFileHelp} />
          <p><button class="button-quiet" type="button" id="hent">{t.draftOpen}</button></p>
        </>
      )}
      <p id="kladde-svar" role="status" />
    </section>
  );
}

function Offline({ site, purchase: { id }, actor, status, keySetId }: BidPage): VNode {
  const t = texts[site.lang];
  const command = [
    'torvet seal --key-set keyset.json', `--purchase ${id}`, `--lot ${LOT}`, `--supplier ${actor.organisation}`, `--bid-version ${(status.bidVersion ?? 0) + 1}`, '--bid bid.json bilag.pdf --out bid.torvet',
  ].join(' \\\n  ');
  const link = (to: string, text: string): ComponentChildren => <a href={site.href(to)}>{text}</a>;
  return (
    <section class="section" aria-labelledby="uden-script">
      <h2 id="uden-script" tabindex={-1}>{t.offlineTitle}</h2>
      <p>{t.offlineLead}</p>
      <ol>
        <li>{t.offlineFetch} {link(`/torv/koeb/${id}/noeglesaet.json`, t.keySet)}, {link(`/torv/koeb/${id}/giv-tilbud/skabelon.json`, t.template)}</li>
        <li>{t.offlineFill}</li>
        <li>{t.offlineSeal}<pre class="torv-command" tabindex={0}>{command}</pre></li>
        <li>{t.offlineSend} {link(formAddress(id, LOT), t.sendFile)}</li>
      </ol>
      <p class="quiet torv-hash">{fill(t.keySetId, { id: keySetId })}</p>
      <p class="quiet">{t.scripts}</p>
    </section>
  );
}
