import type { ComponentChildren, VNode } from 'preact';
import { Breadcrumbs, formatDateTime, Outside, Page, Time, type Site } from '#ui';
import type { Role } from '../actor.ts';
import { texts } from '../people.texts.ts';
import type { AccountView } from './account.store.ts';

export interface AccountProps extends AccountView {
  /** Of the session that asks. */
  readonly handle: string | null;
}

export function Frame({ site, title, lead, children }: { readonly site: Site; readonly title: string; readonly lead: string; readonly children: ComponentChildren }): VNode {
  const t = texts[site.lang];
  const own = { label: t.account, href: title === t.account ? null : site.href('/konto') };
  const crumbs = [{ label: 'Torvet', href: site.href('/') }, own, ...(title === t.account ? [] : [{ label: title, href: null }])];
  return (
    <Page site={site} title={title} noindex scripts={['market/key']} before={<Breadcrumbs lang={site.lang} crumbs={crumbs} />}>
      <div class="wrap account">
        <div class="page-head"><h1><Outside text={title} /></h1><p class="lead">{lead}</p></div>
        {children}
      </div>
    </Page>
  );
}

export function rolesText(site: Site, roles: readonly Role[]): string {
  const t = texts[site.lang];
  return roles.length === 0 ? t.noRoles : roles.map((role) => t[`role.${role}`]).join(', ');
}

export function When({ site, at }: { readonly site: Site; readonly at: string }): VNode {
  return <Time value={at} text={formatDateTime(at, site.lang)} />;
}
