/** A supplier's home: what waits for it and by when, what it has begun, and what it could take part in. */
import type { VNode } from 'preact';
import { fill } from '#base';
import { may, ownSubject, type Actor } from '#people';
import { Breadcrumbs, formatDate, formatDateTime, Outside, Page, Tag, Time, type Site } from '#ui';
import { da as applicationDa } from '../application/application.da.ts';
import { en as applicationEn } from '../application/application.en.ts';
import { nextOf } from '../application/application.next.ts';
import { OVER, type Application } from '../application/application.schema.ts';
import { say } from '../core/present.ts';
import { Systems } from '../dis/dis-list.page.tsx';
import { da } from './supplier.da.ts';
import { en } from './supplier.en.ts';
import { CALENDAR, FEED } from './supplier.follow.ts';
import type { OwnBid, SupplierHome } from './supplier.store.ts';

export const supplierTexts = { da, en };
const texts = supplierTexts;
const words = { da: applicationDa, en: applicationEn };

export interface SupplierPageProps {
  readonly site: Site;
  readonly actor: Actor;
  readonly now: Temporal.Instant;
  readonly home: SupplierHome;
}

export function renderSupplier(props: SupplierPageProps): VNode {
  const { site, actor, home } = props;
  const t = texts[site.lang];
  const running = new Set(home.applications.filter(({ state }) => !OVER.includes(state)).map(({ parent }) => parent));
  const others = home.systems.filter(({ id }) => !running.has(id));
  return (
    <Page
      site={site} title={t.title} noindex
      before={<Breadcrumbs lang={site.lang} crumbs={[{ label: 'Torvet', href: site.href('/') }, { label: say(words, site.lang, 'torv'), href: site.href('/torv') }, { label: t.title, href: null }]} />}
    >
      <div class="wrap">
        <div class="page-head"><h1>{t.title}</h1><p class="lead"><Outside text={actor.organisationName} /></p></div>
        <Invited {...props} />
        <Letters {...props} />
        <section class="section" aria-labelledby="ansoegninger">
          <h2 id="ansoegninger">{t.applications}</h2>
          {home.applications.length === 0 ? <p>{t.noApplications}</p> : <ul class="torv-list">{home.applications.map((one) => <li><Line {...props} application={one} /></li>)}</ul>}
        </section>
        <section class="section" aria-labelledby="systemer">
          <h2 id="systemer">{t.systems}</h2>
          <p class="quiet">{t.systemsAbout}</p>
          {others.length === 0 ? <p>{t.noSystems}</p> : <Systems site={site} systems={others} organisations={home.organisations} />}
        </section>
        <Dialogues {...props} />
        <Follow {...props} />
      </div>
    </Page>
  );
}

function Invited({ site, home }: SupplierPageProps): VNode {
  const t = texts[site.lang];
  return (
    <section class="section" aria-labelledby="opfordringer">
      <h2 id="opfordringer">{t.invited}</h2>
      {home.invited.length === 0 ? <p>{t.noInvited}</p> : (
        <ul class="torv-list">
          {home.invited.map(({ id, owner, body: { title, deadline } }) => (
            <li>
              <a href={site.href(`/torv/koeb/${id}`)}><Outside text={title} /></a>
              <span class="torv-line"><span class="quiet"><Outside text={home.organisations.get(owner)?.name ?? ''} /></span>{deadline === undefined ? null : <span><Time value={deadline} text={fill(t.deadline, { when: formatDateTime(deadline, site.lang) })} /></span>} <BidState site={site} bid={home.bids.get(id)} /></span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

/** Not submitted, until there is a receipt. */
function BidState({ site, bid }: { readonly site: Site; readonly bid: OwnBid | undefined }): VNode {
  const t = texts[site.lang];
  const receivedAt = bid?.status?.status === 'submitted' ? bid.status.receivedAt : null;
  if (receivedAt !== null) return <Tag>{fill(t.submitted, { when: formatDateTime(receivedAt, site.lang) })}</Tag>;
  const draftAt = bid?.draftAt ?? null;
  return <><Tag tone="error">{t.notSubmitted}</Tag>{draftAt === null ? null : <span class="quiet">{fill(t.begun, { when: formatDateTime(draftAt, site.lang) })}</span>}</>;
}

function Follow({ site, actor }: SupplierPageProps): VNode {
  const t = texts[site.lang];
  const makes = may(actor, 'api-key.manage', ownSubject('api-key', actor.organisation)).allowed;
  return (
    <section class="section" aria-labelledby="foelg">
      <h2 id="foelg">{t.followTitle}</h2>
      <p>{t.followText}</p>
      <ul><li><a href={site.href(CALENDAR)}>{t.followCalendar}</a></li><li><a href={site.href(FEED)}>{t.followFeed}</a></li></ul>
      <p>{makes ? t.followAddressText : t.followNot}</p>
      {makes ? <form method="post" action={site.href('/torv/leverandoer/adresse')}><button class="button-quiet" type="submit">{t.followMake}</button></form> : null}
    </section>
  );
}

/** The addresses, once. */
export function renderFollowAddresses(site: Site, addresses: readonly { readonly label: string; readonly address: string }[]): VNode {
  const t = texts[site.lang];
  return (
    <Page site={site} title={t.followMade} noindex before={<Breadcrumbs lang={site.lang} crumbs={[{ label: 'Torvet', href: site.href('/') }, { label: t.title, href: site.href('/torv/leverandoer') }, { label: t.followMade, href: null }]} />}>
      <div class="wrap">
        <div class="page-head"><h1>{t.followMade}</h1><p class="lead">{t.followMadeLead}</p></div>
        {addresses.map(({ label, address }) => <><h2>{label}</h2><p class="torv-hash"><code>{address}</code></p></>)}
        <p><a href={site.href('/torv/leverandoer')}>{t.back}</a></p>
      </div>
    </Page>
  );
}

function Letters({ site, home }: SupplierPageProps): VNode | null {
  if (home.letters.length === 0) return null;
  return (
    <section class="section" aria-labelledby="breve">
      <h2 id="breve">{texts[site.lang].letters}</h2>
      <ul class="torv-list">{home.letters.map(({ id, owner, body, createdAt }) => (
        <li>
          <a href={site.href(`/torv/brev/${id}`)}><Outside text={body.title} /></a>
          <span class="torv-line"><span class="quiet"><Outside text={home.organisations.get(owner)?.name ?? ''} /></span><Time value={createdAt} text={formatDate(createdAt, site.lang)} /></span>
        </li>
      ))}</ul>
    </section>
  );
}

function Line({ site, home, now, application }: SupplierPageProps & { readonly application: Application }): VNode {
  const { lang } = site;
  const { id, parent, state, body } = application;
  const below = home.below.get(parent ?? '');
  const next = below === undefined ? null : nextOf(application, below.system.body, below.records, now);
  const shown = next === null ? {} : Object.fromEntries(Object.entries(next.values).map(([name, value]) => [name, /^\d{4}-\d{2}-\d{2}$/.test(value) ? formatDate(value, lang) : value]));
  return (
    <>
      <a href={site.href(`/torv/ansoegning/${id}`)}><Outside text={body.system} /></a>
      <span class="torv-line"><Tag tone={next?.isLate === true ? 'error' : 'neutral'}>{say(words, lang, `state.${state}`)}</Tag>{next === null ? null : <span>{say(words, lang, `next.${next.key}`, shown)}</span>}</span>
    </>
  );
}

function Dialogues({ site, home }: SupplierPageProps): VNode {
  const t = texts[site.lang];
  return (
    <section class="section" aria-labelledby="dialog">
      <h2 id="dialog">{t.dialogues}</h2>
      {home.dialogues.length === 0 ? <p>{t.noDialogues}</p> : (
        <ul class="torv-list">{home.dialogues.map(({ id, owner, body }) => <li><a href={site.href(`/torv/dialog/${id}`)}><Outside text={(body as { readonly title: string }).title} /></a> <span class="quiet"><Outside text={home.organisations.get(owner)?.name ?? ''} /></span></li>)}</ul>
      )}
    </section>
  );
}
