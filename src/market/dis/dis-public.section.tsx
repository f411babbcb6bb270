/** What everybody sees of a system. */
import type { VNode } from 'preact';
import { fill } from '#base';
import { formatAmount, formatDate, formatDateTime, Outside, OutsideParagraphs, SummaryList, Tag, Time } from '#ui';
import type { PurchaseBody } from '../purchase/purchase.schema.ts';
import { groundsAsked } from '../espd/check.ts';
import { espdName } from '../espd/told.ts';
import { espdRequest, instantOf } from './dis.draft.ts';
import type { Dis } from './dis.schema.ts';
import type { DisView } from './dis.view.ts';
import { da } from './dis.da.ts';
import { en } from './dis.en.ts';

export const disTexts = { da, en };

export interface SectionProps {
  readonly view: DisView;
  readonly record: Dis;
}

/** A text of the system's pages. @throws when nobody has written it */
export function told(lang: keyof typeof disTexts, key: string, values: Readonly<Record<string, string | number>> = {}): string {
  const text = disTexts[lang][key];
  if (text === undefined) throw new Error(`The pages of a system have no text "${key}".`);
  return fill(text, values);
}

/** Below this the number itself could tell a bidder that nobody competes. */
export const FEWEST_TOLD = 3;

export function How({ view: { site, actor }, record }: SectionProps): VNode {
  const t = (key: string): string => told(site.lang, key);
  const supplies = actor !== null && actor.kind === 'supplier' && actor.roles.some((role) => role === 'supplier-admin' || role === 'bidder');
  return (
    <section class="section" aria-labelledby="saadan">
      <h2 id="saadan">{t('how.title')}</h2>
      <ol><li>{t('how.1')}</li><li>{t('how.2')}</li><li>{t('how.3')}</li></ol>
      <p><strong>{t('how.free')}</strong></p>
      {supplies ? <p><a class="button-main" href={site.href(`/torv/under/${record.id}/application.start`)}>{t('how.apply')}</a></p> : null}
      {actor === null ? <p class="hint">{t('how.login')}</p> : null}
    </section>
  );
}

export function About({ view: { site }, record: { body } }: SectionProps): VNode {
  const t = (key: string): string => told(site.lang, key);
  return (
    <section class="section" aria-labelledby="omfatter">
      <h2 id="omfatter">{t('aboutTitle')}</h2>
      <OutsideParagraphs text={body.description} />
      <SummaryList rows={[
        { label: t('field.service'), value: t(`choice.service.${body.service}`) },
        { label: 'CPV', value: body.cpv },
        { label: t('field.quantity'), value: body.quantity === undefined ? null : <OutsideParagraphs text={body.quantity} /> },
        { label: t('value'), value: body.value === undefined ? null : formatAmount({ amount: body.value, currency: 'DKK' }, site.lang) },
        { label: t('field.undivided'), value: body.undivided === undefined ? null : <OutsideParagraphs text={body.undivided} /> },
      ]} />
    </section>
  );
}

export function Categories({ view: { site, extra }, record: { body, state } }: SectionProps): VNode {
  const t = (key: string): string => told(site.lang, key);
  const number = (id: string): string => {
    const count = extra.admitted.get(id) ?? 0;
    return count < FEWEST_TOLD ? told(site.lang, 'fewAdmitted', { least: FEWEST_TOLD }) : String(count);
  };
  return (
    <section class="section" aria-labelledby="kategorier">
      <h2 id="kategorier">{t('categoriesTitle')}</h2>
      {body.categories.map(({ id, scope, categoryTitle, categoryDescription, suitability }) => (
        <article class="torv-card">
          <h3>{id}. <Outside text={categoryTitle} /> <Tag>{t(`choice.scope.${scope}`)}</Tag></h3>
          {categoryDescription === undefined ? null : <OutsideParagraphs text={categoryDescription} />}
          <SummaryList compact rows={[
            { label: t('field.suitability'), value: suitability === undefined ? null : <OutsideParagraphs text={suitability} /> },
            { label: t('numberAdmitted'), value: state === 'draft' ? null : number(id) },
          ]} />
        </article>
      ))}
      {state === 'draft' ? null : <p class="quiet">{t('numberWhy')}</p>}
    </section>
  );
}

export function Criteria({ view: { site }, record: { body } }: SectionProps): VNode {
  const t = (key: string): string => told(site.lang, key);
  return (
    <section class="section" aria-labelledby="krav">
      <h2 id="krav">{t('criteriaTitle')}</h2>
      <SummaryList rows={[
        { label: t('field.awardCriteria'), value: body.awardCriteria === undefined ? null : <OutsideParagraphs text={body.awardCriteria} /> },
        {
          label: t('requirementsTitle'),
          value: body.selection.length === 0 ? null : (
            <ul>{body.selection.map(({ code, requirement, minimum }) => (
              <li>{espdName(code, site.lang)}: <Outside text={requirement} />{minimum === undefined ? null : ` ${told(site.lang, 'least', { minimum })}.`}</li>
            ))}</ul>
          ),
        },
      ]} />
      <details>
        <summary>{t('groundsTitle')}</summary>
        <ul>{groundsAsked(espdRequest(body)).map(({ code }) => <li>{espdName(code, site.lang)}</li>)}</ul>
      </details>
    </section>
  );
}

export function Times({ view: { site }, record: { body } }: SectionProps): VNode {
  const { lang } = site;
  const t = (key: string, values?: Readonly<Record<string, string>>): string => told(lang, key, values);
  const moment = (at: string | undefined): VNode | null => (at === undefined ? null : <Time value={at} text={formatDateTime(at, lang)} />);
  const changes = body.periods.map(({ from, to, reason }) => <li>{t('time.changedText', { from: formatDate(from, lang), to: formatDate(to, lang) })} <Outside text={reason} /></li>);
  return (
    <section class="section" aria-labelledby="tider">
      <h2 id="tider">{t('timeTitle')}</h2>
      <SummaryList rows={[
        { label: t('time.published'), value: moment(body.publishedAt) },
        { label: t('time.first'), value: moment(body.firstPeriodEnds ?? (body.firstDeadline === undefined ? undefined : instantOf(body.firstDeadline).toString())) },
        { label: t('time.decision'), value: `${t('time.decisionText')}${body.prolongedTo === undefined ? '' : ` ${t('time.prolonged', { day: formatDate(body.prolongedTo, lang) })}`}` },
        { label: t('time.ends'), value: body.endsOn === undefined ? null : formatDate(body.endsOn, lang) },
        { label: t('time.changed'), value: changes.length === 0 ? null : <ul>{changes}</ul> },
      ]} />
    </section>
  );
}

export function Users({ view: { site, organisations }, record: { owner, body } }: SectionProps): VNode {
  const t = (key: string, values?: Readonly<Record<string, string>>): string => told(site.lang, key, values);
  return (
    <section class="section" aria-labelledby="hvem">
      <h2 id="hvem">{t('usersTitle')}</h2>
      <ul>
        <li>{t('usersOwner', { owner: organisations.get(owner)?.name ?? '' })}</li>
        {body.allMunicipalities ? <li>{t('usersAll')}</li> : null}
        {body.users.filter(({ organisation }) => organisation !== owner).map(({ organisation }) => <li><Outside text={organisations.get(organisation)?.name ?? ''} /></li>)}
        {body.named.map(({ name, cvr }) => <li><Outside text={name} /> (CVR {cvr})</li>)}
      </ul>
    </section>
  );
}

export function Purchases({ view: { site, children } }: Pick<SectionProps, 'view'>): VNode {
  const t = (key: string): string => told(site.lang, key);
  const purchases = children.filter(({ kind, audience }) => kind === 'purchase' && audience === 'public');
  return (
    <section class="section" aria-labelledby="koeb">
      <h2 id="koeb">{t('purchasesTitle')}</h2>
      {purchases.length === 0 ? <p>{t('noPurchases')}</p> : (
        <ul class="torv-list">
          {purchases.map(({ id, state, body }) => {
            const { title, deadline } = body as PurchaseBody;
            return <li><a href={site.href(`/torv/koeb/${id}`)}><Outside text={title} /></a>{deadline === undefined || state !== 'announced' ? null : <span class="torv-line"><Time value={deadline} text={formatDateTime(deadline, site.lang)} /></span>}</li>;
          })}
        </ul>
      )}
    </section>
  );
}
