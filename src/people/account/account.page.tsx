import type { VNode } from 'preact';
import { fill } from '#base';
import { Alert, DataTable, formatDateTime, Outside, type Site } from '#ui';
import type { Role } from '../actor.ts';
import { may } from '../rights/may.ts';
import { texts } from '../people.texts.ts';
import { ownSubject } from '../serving.ts';
import { Frame, rolesText, When, type AccountProps } from './account-parts.tsx';
import type { Member } from './account.store.ts';
import { ApiKeys } from './api-keys.section.tsx';

/** Who I am, whom I act for, and what is open in my name. */
export function renderAccount(site: Site, props: AccountProps): VNode {
  const t = texts[site.lang];
  return (
    <Frame site={site} title={t.account} lead={t.accountLead}>
      <Who site={site} {...props} />
      <Sessions site={site} {...props} />
      <Key site={site} {...props} />
      <ApiKeys site={site} {...props} />
    </Frame>
  );
}

function Who({ site, actor, memberships }: { readonly site: Site } & AccountProps): VNode {
  const t = texts[site.lang];
  return (
    <section aria-labelledby="dig">
      <h2 id="dig">{t.who}</h2>
      <dl class="key-facts">
        <div><dt>{t.name}</dt><dd><Outside text={actor.name} /></dd></div>
        <div><dt>{t.actsFor}</dt><dd><Outside text={actor.organisationName} /></dd></div>
        <div><dt>{t.roles}</dt><dd>{rolesText(site, actor.roles)}</dd></div>
        <div><dt>{t.assurance}</dt><dd>{t[`assurance.${actor.assurance}`]}</dd></div>
      </dl>
      {memberships.length < 2 ? null : (
        <form method="post" action={site.href('/konto/organisation')}>
          <fieldset class="guide-field">
            <legend>{t.switchLegend}</legend>
            {memberships.map(({ organisation, name, roles }, at) => (
              <label class="guide-option" for={`organisation-${at}`}>
                <input type="radio" id={`organisation-${at}`} name="organisation" value={organisation} checked={organisation === actor.organisation} />
                <span><span><Outside text={name} /></span><span class="guide-option-hint">{rolesText(site, roles)}</span></span>
              </label>
            ))}
          </fieldset>
          <p><button class="button-quiet" type="submit">{t.switchButton}</button></p>
        </form>
      )}
      <p><a href={site.href('/konto/medlemmer')}>{t.membersLink}</a></p>
      <form method="post" action={site.href('/log-ud')}><button class="button-main" type="submit">{t.logout}</button></form>
    </section>
  );
}

function Sessions({ site, sessions, handle }: { readonly site: Site } & AccountProps): VNode {
  const t = texts[site.lang];
  return (
    <section aria-labelledby="logins">
      <h2 id="logins">{t.sessions}</h2>
      <p>{t.sessionsLead}</p>
      <DataTable
        lang={site.lang} caption={t.sessions} hideCaption rows={sessions}
        columns={[
          { header: t.sessionBegan, cell: (row) => <><When site={site} at={row.created_at} />{row.handle === handle ? ` (${t.sessionThis})` : ''}</> },
          { header: t.assurance, cell: (row) => t[`assurance.${row.assurance}`] },
          { header: t.sessionSeen, cell: (row) => <When site={site} at={row.seen_at} /> },
          { header: t.sessionEnds, cell: (row) => <When site={site} at={row.ends_at} /> },
          {
            header: t.action,
            cell: (row) => (
              <form method="post" action={site.href('/konto/logins/afslut')}>
                <button class="button-quiet" type="submit" name="login" value={row.handle} aria-label={fill(t.sessionEndThat, { when: formatDateTime(row.created_at, site.lang) })}>{t.sessionEnd}</button>
              </form>
            ),
          },
        ]}
      />
      <form method="post" action={site.href('/konto/logins/afslut')}><button class="button-quiet" type="submit" name="login" value="alle">{t.sessionsEndAll}</button></form>
    </section>
  );
}

function Key({ site, actor, ownKey: own }: { readonly site: Site } & AccountProps): VNode {
  const t = texts[site.lang];
  return (
    <section aria-labelledby="noegle">
      <h2 id="noegle">{t.key}</h2>
      <p>{t.keyLead}</p>
      <p class="account-code">{own === null ? t.keyNone : fill(t.keyIs, { when: formatDateTime(own.registeredAt, site.lang), recipient: own.recipient })}</p>
      {site.world === 'demo' ? <p>{t.keyDemo} <a href={site.href('/konto/demo-noegle')} download>{t.keyDemoLink}</a></p> : null}
      <p>{t.keyMake}{own === null ? null : ` ${t.keyReplaces}`}</p>
      {may(actor, 'key.register', ownSubject('key', actor.organisation)).allowed ? (
        <form method="post" action={site.href('/konto/noegle')}>
          <label for="recipient">{t.keyField}</label>
          <input class="guide-input account-wide" id="recipient" name="recipient" type="text" required maxlength={100} autocomplete="off" spellcheck={false} />
          <p><button class="button-quiet" type="button" hidden data-make-key="recipient" data-made={t.keyMade}>{t.keyMakeHere}</button></p>
          <p><button class="button-main" type="submit">{t.keySave}</button></p>
        </form>
      ) : <Alert tone="info"><p>{t.strongNeeded}</p></Alert>}
    </section>
  );
}

/** Who can act for my organisation; whoever manages them gives roles here. */
export function renderMembers(site: Site, { members, mine, canManage, organisation, roles }: {
  readonly members: readonly Member[]; readonly mine: string; readonly canManage: boolean; readonly organisation: string; readonly roles: readonly Role[];
}): VNode {
  const t = texts[site.lang];
  return (
    <Frame site={site} title={fill(t.members, { organisation })} lead={t.membersLead}>
      <DataTable
        lang={site.lang} caption={fill(t.members, { organisation })} hideCaption rows={members}
        columns={[
          { header: t.name, cell: (row) => <Outside text={row.name} /> },
          {
            header: t.roles,
            cell: (row) => (!canManage || row.person === mine ? <>{rolesText(site, row.roles)}{canManage ? <p class="quiet">{t.membersOwn}</p> : null}</> : (
              <form method="post" action={site.href('/konto/medlemmer')}>
                <input type="hidden" name="person" value={row.person} />
                <fieldset class="account-checks"><legend class="sr-only">{t.roles}: {row.name}</legend>
                  {roles.map((role) => (
                    <label for={`${row.person}-${role}`}><input type="checkbox" id={`${row.person}-${role}`} name="roles" value={role} checked={row.roles.includes(role)} /> {t[`role.${role}`]}</label>
                  ))}
                </fieldset>
                <button class="button-quiet" type="submit">{fill(t.membersSave, { name: row.name })}</button>
              </form>
            )),
          },
        ]}
      />
    </Frame>
  );
}
