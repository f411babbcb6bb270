import { fail, idSource, ok, refuse, type Clock, type Result } from '#base';
import type { Assurance, OrganisationKind } from '../actor.ts';
import { ROLES_OF } from '../organisation-roles.ts';
import { hashOf, newSecret } from '../secret.ts';
import type { PeopleDatabase } from '../tables.ts';
import type { LoginAttempt, LoginClaims } from './provider.ts';

const LONGEST_LOGIN = { minutes: 15 } as const;

/** Keeps an attempt. @returns the secret for the cookie of the browser that went. */
export async function keepAttempt(db: PeopleDatabase, clock: Clock, attempt: LoginAttempt & { readonly back: string }): Promise<string> {
  const secret = newSecret();
  const now = clock.now();
  await db.deleteFrom('login_attempt').where('ends_at', '<=', now.toString()).execute();
  await db.insertInto('login_attempt').values({ ...attempt, id: hashOf(secret), ends_at: now.add(LONGEST_LOGIN).toString() }).execute();
  return secret;
}

/** The attempt of that browser, once. */
export async function takeAttempt(db: PeopleDatabase, clock: Clock, secret: string): Promise<(LoginAttempt & { readonly back: string }) | null> {
  const attempt = await db.deleteFrom('login_attempt').where('id', '=', hashOf(secret)).returningAll().executeTakeFirst();
  return attempt !== undefined && Temporal.Instant.compare(clock.now(), attempt.ends_at) < 0 ? attempt : null;
}

export interface Admitted {
  readonly person: string;
  readonly organisation: string;
  readonly assurance: Assurance;
}

/**
 * Finds or enters the person, the organisation and the membership that a login tells of.
 * Nobody is let in without a role that the login, or an administrator before, has given.
 */
export async function admit(db: PeopleDatabase, clock: Clock, claims: LoginClaims): Promise<Result<Admitted>> {
  return db.transaction().execute(async (trx) => {
    const now = clock.now().toString();
    const newId = idSource(clock);
    const person = await trx.insertInto('person').values({ id: newId(), name: claims.name, issuer: claims.issuer, subject: claims.subject, created_at: now })
      .onConflict((conflict) => conflict.columns(['issuer', 'subject']).doUpdateSet({ name: claims.name })).returning('id').executeTakeFirstOrThrow();
    const told = await organisationOf(trx, claims, newId(), now);
    if (told !== null) await giveRoles(trx, claims, { person: person.id, organisation: told, now });
    const membership = await trx.selectFrom('membership').select('organisation').where('person', '=', person.id).where('valid_from', '<=', now)
      .where((is) => is.or([is('valid_to', 'is', null), is('valid_to', '>', now)]))
      // The organisation that the login was for comes first.
      .orderBy((is) => is('organisation', '=', told), 'desc').orderBy('valid_from').orderBy('organisation').executeTakeFirst();
    if (membership === undefined) return fail(refuse('forbidden', { da: ['Du er logget ind, men ingen organisation har givet dig en rolle i Torvet.', 'Bed jeres administrator om at give dig en.'], en: ['The login worked, but no organisation has given you a role in Torvet.', 'Ask the administrator of your organisation to give you one.'] }));
    return ok({ person: person.id, organisation: membership.organisation, assurance: claims.assurance });
  });
}

async function organisationOf(trx: PeopleDatabase, { cvr, municipality, organisationName }: LoginClaims, id: string, now: string): Promise<string | null> {
  if (cvr === null) return null;
  const kind: OrganisationKind = municipality === null ? 'supplier' : 'municipality';
  await trx.insertInto('member_organisation').values({ id, kind, name: organisationName ?? `CVR ${cvr}`, cvr, municipality_code: municipality, created_at: now })
    .onConflict((conflict) => conflict.doNothing()).execute();
  return (await trx.selectFrom('member_organisation').select('id').where('cvr', '=', cvr).executeTakeFirstOrThrow()).id;
}

/** The login's word on roles counts as long as it gives some; else what an administrator gave stays. Never more than such an organisation can give. */
async function giveRoles(trx: PeopleDatabase, claims: LoginClaims, { person, organisation, now }: { readonly person: string; readonly organisation: string; readonly now: string }): Promise<void> {
  const { kind } = await trx.selectFrom('member_organisation').select('kind').where('id', '=', organisation).executeTakeFirstOrThrow();
  const roles = claims.roles.filter((role) => ROLES_OF[kind].includes(role) && role !== 'platform-admin' && role !== 'editor');
  if (roles.length === 0) return;
  await trx.insertInto('membership').values({ person, organisation, roles, valid_from: now, valid_to: null })
    .onConflict((conflict) => conflict.columns(['person', 'organisation']).doUpdateSet({ roles, valid_to: null })).execute();
}
