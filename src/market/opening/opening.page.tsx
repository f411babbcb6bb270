/** The page of an opening: what will happen, the holder's own steps, and how far it is. */
import type { ComponentChildren, VNode } from 'preact';
import { fill } from '#base';
import { Alert, Breadcrumbs, Field, formatDateTime, Outside, Page, type Site } from '#ui';
import { FileField } from '../bid/bid.page.tsx';
import { deadlineOf, internalOf } from '../purchase/purchase.life.ts';
import { OpeningRecord } from './record.page.tsx';
import { thresholdOf } from './opening.ts';
import type { OpeningView } from './opening.view.ts';
import { da, script as scriptDa } from './opening.da.ts';
import { en, script as scriptEn } from './opening.en.ts';

export const texts = { da, en } as const;
const scripts = { da: scriptDa, en: scriptEn } as const;

export interface OpeningPage extends OpeningView {
  readonly site: Site;
}

interface FrameProps {
  readonly site: Site;
  readonly id: string;
  readonly about: string;
  readonly title: string;
  readonly scripts?: readonly string[];
  readonly children: ComponentChildren;
}

function Frame({ site, id, about, title, scripts: names = [], children }: FrameProps): VNode {
  const back = site.href(`/torv/koeb/${id}`);
  return (
    <Page
      site={site} title={`${title}: ${about}`} noindex scripts={names}
      before={<Breadcrumbs lang={site.lang} crumbs={[{ label: 'Torvet', href: site.href('/') }, { label: about, href: back }, { label: title, href: null }]} />}
    >
      <div class="wrap torv-form">
        <div class="page-head"><p class="torv-kind"><Outside text={about} /></p><h1>{title}</h1></div>
        {children}
        <p><a href={back}>{texts[site.lang].back}</a></p>
      </div>
    </Page>
  );
}

export function renderOpening(view: OpeningPage): VNode {
  const { site, purchase, now } = view;
  const { id, body, state } = purchase;
  const t = texts[site.lang];
  const isOpened = body.openedAt !== undefined;
  const takesPart = view.holds && state === 'closed';
  const deadline = body.deadline === undefined ? null : deadlineOf(purchase);
  return (
    <Frame site={site} id={id} about={body.title} title={isOpened ? t.recordTitle : t.title} scripts={takesPart && internalOf(purchase).declared.includes(view.actor.user) ? ['market/open'] : []}>
      {isOpened ? <OpeningRecord {...view} /> : (
        <>
          <p class="lead">{fill(t.lead, { threshold: thresholdOf(purchase), all: body.keySet?.holders.length ?? 0 })}</p>
          {deadline !== null && Temporal.Instant.compare(now, deadline) <= 0 ? <Alert tone="info"><p>{fill(t.before, { when: formatDateTime(deadline.toString(), site.lang) })}</p></Alert> : null}
          <How site={site} threshold={thresholdOf(purchase)} />
          <Progress {...view} />
          {takesPart ? <Steps {...view} /> : null}
        </>
      )}
    </Frame>
  );
}

function How({ site, threshold }: { readonly site: Site; readonly threshold: number }): VNode {
  const t = texts[site.lang];
  return (
    <section class="section" aria-labelledby="saadan">
      <h2 id="saadan">{t.howTitle}</h2>
      <ol><li>{t.how1}</li><li>{t.how2}</li><li>{fill(t.how3, { threshold })}</li><li>{t.how4}</li></ol>
    </section>
  );
}

function Progress({ site, purchase, stuck, wrong }: OpeningPage): VNode {
  const t = texts[site.lang];
  const { holders, conflicted, opening: { commits, reveals } } = internalOf(purchase);
  const when = (list: readonly { readonly person: string; readonly at: string }[], person: string): string => {
    const at = list.find((one) => one.person === person)?.at;
    return at === undefined ? '\u2013' : formatDateTime(at, site.lang);
  };
  const names = holders.filter(({ person }) => wrong.includes(person)).map(({ name }) => name).join(', ');
  const enough = reveals.length >= thresholdOf(purchase);
  return (
    <section class="section" aria-labelledby="status">
      <h2 id="status">{t.stateTitle}</h2>
      <ul class="torv-list">
        {holders.map(({ person, name }) => (
          <li><Outside text={name} /><span class="torv-line">{conflicted.includes(person) ? t.out : `${t.committed}: ${when(commits, person)} · ${t.revealed}: ${when(reveals, person)}`}</span></li>
        ))}
      </ul>
      {stuck ? <Alert tone="warning"><p>{t.stuck}</p>{names === '' ? null : <p>{fill(t.wrongShare, { names })}</p>}</Alert> : enough ? <Alert tone="info"><p>{t.waits}</p></Alert> : null}
    </section>
  );
}

function Steps(view: OpeningPage): VNode {
  const { site, purchase: { id, internal }, actor } = view;
  const t = texts[site.lang];
  const declared = internal?.declared.includes(actor.user) === true;
  return (
    <>
      <section class="section" aria-labelledby="interesser">
        <h2 id="interesser">{t.declareTitle}</h2>
        {declared ? <p>{t.declared}</p> : <p><a class="button-main" href={site.href(`/torv/koeb/${id}/purchase.declare`)}>{t.declare}</a></p>}
      </section>
      {declared ? <><Shares {...view} /><CommitStep {...view} /><RevealStep {...view} /></> : null}
    </>
  );
}

function Shares({ site, purchase: { id }, actor }: OpeningPage): VNode {
  const t = texts[site.lang];
  return (
    <section class="section" aria-labelledby="dele">
      <h2 id="dele">{t.sharesTitle}</h2>
      <p>{t.sharesHelp}</p>
      <form id="aabn-dele" method="post" action={site.href(`/torv/koeb/${id}/aabning/dele`)} data-holder={actor.user} data-texts={JSON.stringify(scripts[site.lang])}>
        <FileField id="noeglefil" label={t.keyFile} />
        <button class="button-main" type="submit" id="dele-knap">{t.shares}</button>
      </form>
      <p id="dele-svar" role="status" />
      <p class="quiet">{t.sharesOffline}</p>
      <pre class="torv-command" tabindex={0}>torvet shares open shares.json --identity torvet.key --out reveal.json</pre>
    </section>
  );
}

function CommitStep({ site, purchase: { id, internal }, actor }: OpeningPage): VNode {
  const t = texts[site.lang];
  const own = internal?.opening.commits.find(({ person }) => person === actor.user);
  return (
    <section class="section" aria-labelledby="bind">
      <h2 id="bind">{t.commitTitle}</h2>
      {own === undefined ? (
        <form method="post" action={site.href(`/torv/koeb/${id}/opening.commit`)} novalidate>
          <p>{t.commitHelp}</p>
          <Field lang={site.lang} name="commitment" label={t.commitment} kind={{ is: 'line', most: 64 }} value="" />
          <button class="button-main" type="submit">{t.commit}</button>
        </form>
      ) : <p>{fill(t.youCommitted, { when: formatDateTime(own.at, site.lang) })}</p>}
    </section>
  );
}

function RevealStep({ site, purchase, actor }: OpeningPage): VNode {
  const t = texts[site.lang];
  const { commits, reveals } = internalOf(purchase).opening;
  const threshold = thresholdOf(purchase);
  const own = reveals.find(({ person }) => person === actor.user);
  const ready = commits.length >= threshold && commits.some(({ person }) => person === actor.user);
  return (
    <section class="section" aria-labelledby="frem">
      <h2 id="frem">{t.revealTitle}</h2>
      {own !== undefined ? <p>{fill(t.youRevealed, { when: formatDateTime(own.at, site.lang) })}</p> : ready ? (
        <form method="post" action={site.href(`/torv/koeb/${purchase.id}/opening.reveal`)} novalidate>
          <Field lang={site.lang} name="shares" label={t.list} kind={{ is: 'text', most: 60_000, rows: 4 }} value="" />
          <button class="button-main" type="submit">{t.reveal}</button>
        </form>
      ) : <p>{fill(t.revealWait, { threshold, count: commits.length })}</p>}
    </section>
  );
}

export interface KeyPage {
  readonly site: Site;
  readonly id: string;
  readonly about: string;
  /** age, base64; null: nothing is asked. */
  readonly challenge: string | null;
}

/** A holder shows that the key is still there. */
export function renderKeyProof({ site, id, about, challenge }: KeyPage): VNode {
  const t = texts[site.lang];
  return (
    <Frame site={site} id={id} about={about} title={t.keyTitle} scripts={challenge === null ? [] : ['market/prove']}>
      <p class="lead">{t.keyLead}</p>
      {challenge === null ? <p>{t.keyNone}</p> : (
        <>
          <FileField id="noeglefil" label={t.keyFile} />
          <p id="noegle-svar" role="status" data-ready={t.keyReady} data-wrong={t.keyWrong} />
          <form method="post" action={site.href(`/torv/koeb/${id}/purchase.prove-key`)} novalidate>
            <Field lang={site.lang} name="answer" label={t.keyAnswer} kind={{ is: 'line', most: 200 }} value="" />
            <button class="button-main" type="submit">{t.keySend}</button>
          </form>
          <h2>{t.challenge}</h2>
          <pre class="torv-command torv-hash" tabindex={0} data-challenge>{challenge}</pre>
          <p class="quiet">{t.keyOffline}</p>
          <pre class="torv-command" tabindex={0}>torvet key prove challenge.txt --identity torvet.key</pre>
        </>
      )}
    </Frame>
  );
}
