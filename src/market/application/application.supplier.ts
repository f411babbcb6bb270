/** What the supplier does with its application. */
import { copenhagenDate, fail, ok, refuse, type Failure, type Result } from '#base';
import type { Beginning, Change, Context } from '../core/command.ts';
import { decisionLimit } from '../dis/dis.rules.ts';
import type { Dis } from '../dis/dis.schema.ts';
import { isAdmitted } from '../dis/members.ts';
import { applicationsOf } from './admitted.ts';
import { missingIn, strangeIn } from './application.espd.ts';
import { OVER, type Application, type ApplicationBody, type ApplicationTexts } from './application.schema.ts';

export type Decided = Result<Change<ApplicationBody, null>>;

const BOTH = 'parties' as const;
const HOUSE = 'owner' as const;

export function systemOf({ parent }: Context): Dis {
  if (parent === null) throw new Error('An application stands below a system.');
  return parent as Dis;
}

export function notOpen({ state }: Dis): Failure | null {
  return state === 'open' ? null : refuse('conflict', { da: ['Det dynamiske indkøbssystem er ikke åbent.', 'Kun i et åbent system kan man ansøge og afgøre ansøgninger.'], en: ['The dynamic purchasing system is not open.', 'Only an open system takes applications and decides them.'] });
}

function cvrOf(owner: string, { organisation }: Context): string | null {
  return organisation(owner)?.cvr ?? null;
}

/** At any time while the system is open; for categories in which the supplier has nothing running. */
export function begin({ categories }: { readonly categories: readonly string[] }, context: Context): Result<Beginning<ApplicationBody, null>> {
  const { actor, siblings } = context;
  const system = systemOf(context);
  if (actor === null) throw new Error('An application is somebody’s.');
  const closed = notOpen(system);
  if (closed !== null) return fail(closed);
  const chosen = [...new Set(categories)];
  const known = new Set(system.body.categories.map(({ id }) => id));
  if (chosen.length === 0 || chosen.some((id) => !known.has(id))) return fail(refuse('invalid', { da: ['Vælg en eller flere af systemets kategorier.', 'De står på systemets side.'], en: ['Choose one or more of the categories of the system.', 'They stand on its page.'] }, 'categories'));
  const running = applicationsOf(siblings).filter(({ owner, state }) => owner === actor.organisation && !OVER.includes(state));
  const taken = chosen.find((id) => running.some(({ state, body }) => liveIn(state, body).includes(id)));
  if (taken !== undefined) return fail(refuse('conflict', { da: [`I har allerede en ansøgning i kategori ${taken}.`, 'Arbejd videre med den, eller træk den tilbage.'], en: [`You have an application for category ${taken} already.`, 'Go on with that one, or withdraw it.'] }, 'categories'));
  return ok({
    state: 'draft', body: { system: system.body.title, categories: chosen, renewals: [], hearings: [], letters: [] },
    audience: HOUSE, parties: [system.owner], owner: actor.organisation, parent: system.id, happened: [{ type: 'begun', audience: HOUSE, data: { categories: chosen } }],
  });
}

/** A category that was refused may be applied for again although others of the same application were admitted. */
function liveIn(state: string, { categories, admission }: ApplicationBody): readonly string[] {
  return ['draft', 'submitted', 'correction'].includes(state) ? categories : admission?.categories ?? [];
}

export function write({ state, body }: Application, texts: ApplicationTexts, context: Context): Decided {
  const wrong = strangeIn(texts, body.categories, systemOf(context));
  return wrong !== null ? fail(wrong) : ok({ state, body: { ...body, texts }, happened: [{ type: 'written', audience: state === 'draft' ? HOUSE : BOTH, data: {} }] });
}

/** Sent for the first time, or again with what was missing; either way the time to decide runs from now. */
export function submit({ state, owner, body }: Application, context: Context): Decided {
  const system = systemOf(context);
  const failure = notOpen(system) ?? missingIn(body.texts, body.categories, system, cvrOf(owner, context));
  if (failure !== null) return fail(failure);
  const now = context.now.toString();
  const today = copenhagenDate(context.now).toString();
  const { overdueSince, correction, ...rest } = body;
  void [overdueSince, correction];
  const { last } = decisionLimit({ receivedOn: today, extendedBecause: body.extendedBecause ?? null, prolongedTo: null, firstInvitationOn: null, decidedOn: null }, today);
  const received = state === 'draft' ? { receivedAt: now } : { completedAt: now };
  return ok({
    state: 'submitted', body: { ...rest, ...received, watch: last }, audience: BOTH,
    happened: [{ type: state === 'draft' ? 'submitted' : 'corrected', audience: BOTH, data: {} }],
  });
}

export function renew({ owner, body }: Application, texts: ApplicationTexts, context: Context): Decided {
  const system = systemOf(context);
  const failure = strangeIn(texts, body.categories, system) ?? missingIn(texts, body.admission?.categories ?? body.categories, system, cvrOf(owner, context));
  if (failure !== null) return fail(failure);
  const renewals = withLast(body.renewals, (asked) => ({ ...asked, renewedAt: context.now.toString() }));
  return ok({ state: 'admitted', body: { ...body, texts, renewals }, happened: [{ type: 'renewed', audience: BOTH, data: {} }] });
}

export function respond({ body }: Application, { text, selfCleaning }: { readonly text: string; readonly selfCleaning?: string }, { now }: Context): Decided {
  const answer = { at: now.toString(), text, ...(selfCleaning === undefined ? {} : { selfCleaning }) };
  return ok({ state: 'hearing', body: { ...body, hearings: withLast(body.hearings, (hearing) => ({ ...hearing, answer })) }, happened: [{ type: 'responded', audience: BOTH, data: {} }] });
}

export function withdraw({ state, body }: Application, { reason }: { readonly reason?: string }, { now }: Context): Decided {
  const happened = { audience: state === 'draft' ? HOUSE : BOTH, data: reason === undefined ? {} : { text: reason } };
  if (!isAdmitted({ state })) return ok({ state: 'withdrawn', body, happened: [{ type: 'withdrawn', ...happened }] });
  return ok({ state: 'left', body: ended(body, now), happened: [{ type: 'left', ...happened }] });
}

/** No longer admitted from now on. */
export function ended(body: ApplicationBody, now: Temporal.Instant): ApplicationBody {
  return body.admission === undefined ? body : { ...body, admission: { ...body.admission, to: now.toString() } };
}

export function withLast<Item>(list: readonly Item[], change: (item: Item) => Item): Item[] {
  return list.map((item, at) => (at === list.length - 1 ? change(item) : item));
}
