/** Whether something can be bought under an agreement, and how: three questions, an answer by the law, the next step. */
import type { VNode } from 'preact';
import { copenhagenDate, fill, unwrap } from '#base';
import type { OrganisationName } from '#people';
import { Alert, Breadcrumbs, Field, Outside, OutsideParagraphs, Page, type Site } from '#ui';
import { findingTold, isBlocked, lawRule, type MarketFinding } from '../findings.ts';
import { da } from './agreement.da.ts';
import { en } from './agreement.en.ts';
import { callOffsUnder, usageOf } from './call-off.ts';
import { judgeUnchosen } from './call-off-answer.ts';
import type { CallOffView } from './framework-pages.store.ts';
import { da as findingsDa } from './framework.da.ts';
import { en as findingsEn } from './framework.en.ts';
import { lotOptions } from './framework.options.ts';
import { inviteParties } from './mini-competition.ts';
import { UsageWarning } from './usage.section.tsx';

const texts = { da, en };
const findingTexts = { da: findingsDa, en: findingsEn };

export interface CallOffAsked {
  /** Empty: not asked yet. */
  readonly lot: string;
  /** Kroner as decimal text; null: none was given, or it could not be read. */
  readonly value: string | null;
  /** As it was typed. */
  readonly typed: string;
}

export interface CallOffProps {
  readonly site: Site;
  readonly now: Temporal.Instant;
  readonly view: CallOffView;
  /** Null: nobody is logged in. */
  readonly buyer: OrganisationName | null;
  readonly asked: CallOffAsked;
}

export function renderCallOff(props: CallOffProps): VNode {
  const { site, view: { record }, asked } = props;
  const t = texts[site.lang];
  const { id, body } = record;
  return (
    <Page
      site={site} title={t.wizardTitle} description={t.wizardLead}
      before={<Breadcrumbs lang={site.lang} crumbs={[{ label: 'Torvet', href: site.href('/') }, { label: t.listTitle, href: site.href('/torv/rammeaftaler') }, { label: body.title, href: site.href(`/torv/rammeaftale/${id}`) }, { label: t.callOff, href: null }]} />}
    >
      <div class="wrap">
        <div class="page-head"><h1>{t.wizardTitle}: <Outside text={body.title} /></h1><p class="lead">{t.wizardLead}</p></div>
        <form method="get" class="torv-form" action={site.href(`/torv/rammeaftale/${id}/koeb`)}>
          <Field lang={site.lang} name="delaftale" label={t['field.lot']} kind={{ is: 'choice', options: lotOptions(body) }} value={asked.lot} />
          <Field lang={site.lang} name="vaerdi" label={t.amount} help={t['help.framework.record-call-off.value']} kind={{ is: 'line', most: 20, mode: 'decimal', unit: 'kr.' }} value={asked.typed} />
          <div class="form-actions"><button class="button-main" type="submit">{t.wizardAsk}</button></div>
        </form>
        {asked.lot === '' || asked.value === null ? null : <Answer {...props} value={asked.value} />}
      </div>
    </Page>
  );
}

function Answer(props: CallOffProps & { readonly value: string }): VNode {
  const { site, now, view: { record, purchases }, buyer, asked, value } = props;
  const t = texts[site.lang];
  if (buyer === null) return <Alert tone="info"><p>{t.wizardNobody}</p></Alert>;
  const findings = judgeUnchosen(record, purchases, buyer, { lot: asked.lot, value, now });
  const usage = unwrap(usageOf(record, callOffsUnder(record, purchases), now)).find(({ lot }) => lot === null);
  return (
    <section class="section" aria-labelledby="svar">
      <h2 id="svar">{t.wizardAnswer}</h2>
      {isBlocked(findings)
        ? <Alert tone="error" heading={t.wizardNo}><Findings site={site} findings={findings} /></Alert>
        : <Alert tone="success"><p>{t.wizardYes}</p></Alert>}
      {isBlocked(findings) || findings.length === 0 ? null : <Alert tone="warning" heading={t.wizardWatch}><Findings site={site} findings={findings} /></Alert>}
      {usage === undefined ? null : <UsageWarning lang={site.lang} usage={usage} />}
      {isBlocked(findings) ? null : <How {...props} />}
    </section>
  );
}

function Findings({ site, findings }: { readonly site: Site; readonly findings: readonly MarketFinding[] }): VNode {
  return <ul>{findings.map((finding) => <li>{findingTold(findingTexts, finding, site.lang)}{finding.rule === null ? null : <span class="quiet"> {lawRule(finding.rule).paragraph}</span>}</li>)}</ul>;
}

/** The ways that the agreement has, each with where it begins. */
function How({ site, now, view: { record: { id, body }, names }, asked }: CallOffProps): VNode {
  const t = texts[site.lang];
  const { invited, leftOut } = inviteParties(body.parties.map((party) => ({ ...party, unable: null })), asked.lot, copenhagenDate(now).toString());
  const nameOf = (organisation: string): string => names.get(organisation)?.name ?? '';
  return (
    <>
      <h3>{t.wizardHow}</h3>
      <p>{t.wizardNeed} <a href={site.href('/torv/behov/ny/need.start')}>{t.wizardDescribe}</a></p>
      {body.choosing === undefined ? null : <><p>{t.wizardChoosing}</p><OutsideParagraphs text={body.choosing} /></>}
      {body.method === 'mini-competition' ? null : (
        <><p>{t.wizardDirect}</p><p><a class="button-main" href={site.href(`/torv/under/${id}/purchase.start-direct`)}>{t.wizardStartDirect}</a></p></>
      )}
      {body.method === 'direct' ? null : (
        <>
          <p>{t.wizardMini}</p>
          <p>{fill(t.wizardInvited, { names: invited.map(nameOf).join(', ') })}</p>
          <ul>{leftOut.map(({ organisation, why }) => <li>{fill(t.wizardLeftOut, { name: nameOf(organisation), why: fill(findingTexts[site.lang][`why.${why}`], { reason: '' }) })}</li>)}</ul>
          <p><a class="button-main" href={site.href(`/torv/under/${id}/purchase.start`)}>{t.wizardStartMini}</a></p>
        </>
      )}
    </>
  );
}
