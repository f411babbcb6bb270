import type { VNode } from 'preact';
import { fill } from '#base';
import { Alert, DataTable, Outside, type Site } from '#ui';
import type { Actor } from '../actor.ts';
import { LONGEST_DAYS } from '../api-key.store.ts';
import { texts } from '../people.texts.ts';
import type { Action } from '../rights/policy.table.ts';
import { may, actionsOf, isForAnyone } from '../rights/may.ts';
import { POLICY } from '../rights/policy.table.ts';
import { ownSubject } from '../serving.ts';
import { Frame, When, type AccountProps } from './account-parts.tsx';

/** What a key of this actor can be good for: what no person must do alone, by the actor's roles. */
export function scopesFor({ roles }: Pick<Actor, 'roles'>): readonly Action[] {
  return actionsOf().filter((action) => !isForAnyone(action) && POLICY.some((line) =>
    line.action === action && !line.personal && (line.roles as readonly string[]).some((role) => (roles as readonly string[]).includes(role))));
}

export function ApiKeys({ site, actor, apiKeys }: { readonly site: Site } & AccountProps): VNode {
  const t = texts[site.lang];
  return (
    <section aria-labelledby="api-noegler">
      <h2 id="api-noegler">{t.apiKeys}</h2>
      <p>{fill(t.apiKeysLead, { organisation: actor.organisationName })}</p>
      {apiKeys.length === 0 ? <p>{t.apiKeysNone}</p> : (
        <DataTable
          lang={site.lang} caption={t.apiKeys} hideCaption rows={apiKeys}
          columns={[
            { header: t.apiKeyName, cell: (row) => <Outside text={row.name} /> },
            { header: t.apiKeyBegins, cell: (row) => <code>{row.prefix}…</code> },
            { header: t.apiKeyMay, cell: (row) => row.scopes.join(', ') },
            { header: t.apiKeyEnds, cell: (row) => <When site={site} at={row.ends_at} /> },
            { header: t.apiKeyUsed, cell: (row) => (row.used_at === null ? t.never : <When site={site} at={row.used_at} />) },
            {
              header: t.action,
              cell: (row) => (
                <form method="post" action={site.href('/konto/api-noegler/tilbagekald')}>
                  <button class="button-quiet" type="submit" name="id" value={row.id} aria-label={fill(t.apiKeyRevokeThat, { name: row.name })}>{t.apiKeyRevoke}</button>
                </form>
              ),
            },
          ]}
        />
      )}
      {may(actor, 'api-key.manage', ownSubject('api-key', actor.organisation)).allowed ? <NewKey site={site} actor={actor} /> : null}
    </section>
  );
}

function NewKey({ site, actor }: { readonly site: Site; readonly actor: Actor }): VNode {
  const t = texts[site.lang];
  return (
    <details class="more">
      <summary>{t.apiKeyNew}</summary>
      <form method="post" action={site.href('/konto/api-noegler')}>
        <p><label for="key-name">{t.apiKeyNameField}</label><input class="guide-input account-wide" id="key-name" name="name" type="text" required maxlength={100} autocomplete="off" /></p>
        <p><label for="key-days">{t.apiKeyDaysField}</label><input class="guide-input" id="key-days" name="days" type="text" inputmode="numeric" required value="90" size={6} maxlength={3} pattern={`[0-9]{1,${String(LONGEST_DAYS).length}}`} autocomplete="off" /></p>
        <fieldset class="account-checks">
          <legend>{t.apiKeyScopes}</legend>
          {scopesFor(actor).map((action) => <label for={`scope-${action}`}><input type="checkbox" id={`scope-${action}`} name="scopes" value={action} /> <code>{action}</code></label>)}
        </fieldset>
        <button class="button-main" type="submit">{t.apiKeyMake}</button>
      </form>
    </details>
  );
}

/** The key, once. */
export function renderNewKey(site: Site, key: string): VNode {
  const t = texts[site.lang];
  return (
    <Frame site={site} title={t.apiKeyMade} lead={t.apiKeyMadeText}>
      <Alert tone="success"><p class="account-code"><code>{key}</code></p><p>{t.apiKeyHeader}</p></Alert>
      <p><a href={site.href('/konto')}>{t.back}</a></p>
    </Frame>
  );
}
