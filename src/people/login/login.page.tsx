import type { VNode } from 'preact';
import { fill } from '#base';
import { Alert, Breadcrumbs, Outside, Page, Tag, type Site } from '#ui';
import { texts } from '../people.texts.ts';
import type { DemoPerson } from './demo-people.store.ts';

export interface LoginView {
  /** `none`: nobody can log in here. */
  readonly way: 'none' | 'demo' | 'service';
  /** Where to go after the login: a path inside the site. */
  readonly back: string;
}

/** How to log in here, or that nobody can. */
export function renderLogin(site: Site, { way, back }: LoginView): VNode {
  const t = texts[site.lang];
  const { account } = site;
  return (
    <Page site={site} title={t.login} noindex before={<Breadcrumbs lang={site.lang} crumbs={[{ label: 'Torvet', href: site.href('/') }, { label: t.login, href: null }]} />}>
      <div class="wrap">
        <div class="page-head"><h1>{t.login}</h1><p class="lead">{t.loginLead}</p></div>
        <div class="prose">
          {account ? <p><Outside text={fill(t.loginAlready, { ...account })} /> <a href={site.href('/konto')}>{t.loginToAccount}</a></p> : null}
          {way === 'none' ? <Alert tone="info" heading={t.loginNone}><p>{t.loginNoneText}</p></Alert> : null}
          {way === 'demo' ? <p>{t.loginDemoText}</p> : null}
          {way === 'none' ? null : <p><a class="button-main" rel="nofollow" href={site.href(`/log-ind/start?til=${encodeURIComponent(back)}`)}>{t.loginStart}</a></p>}
        </div>
      </div>
    </Page>
  );
}

/** The page of the demo world's login provider: the fictional people, a button each. */
export function renderDemoPeople(site: Site, uid: string, people: readonly DemoPerson[]): VNode {
  const t = texts[site.lang];
  return (
    <Page site={site} title={t.demoTitle} noindex>
      <div class="wrap">
        <div class="page-head"><h1>{t.demoTitle}</h1><p class="lead">{t.demoLead}</p><p><Tag tone="warning">{t.demoBadge}</Tag></p></div>
        {byOrganisation(people).map(([organisation, members]) => (
          <section class="demo-people">
            <h2>{organisation}</h2>
            <ul class="plain-list">
              {members.map(({ subject, name, roles }) => (
                <li>
                  <form method="post" action={site.href(`/login-udbyder/vaelg/${uid}`)}>
                    <input type="hidden" name="person" value={subject} />
                    <button class="button-quiet" type="submit">{fill(t.demoAs, { name })}</button>
                    <span>{roles.map((role) => t[`role.${role}`]).join(', ')}</span>
                  </form>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </Page>
  );
}

function byOrganisation(people: readonly DemoPerson[]): readonly (readonly [string, readonly DemoPerson[]])[] {
  return [...Map.groupBy(people, ({ organisation }) => organisation)];
}
