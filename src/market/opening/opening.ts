/** The opening: holders commit to their shares, then reveal them, and with enough of them the worker opens every bid at once. Nothing is opened before the deadline or by one alone. */
import { Type } from 'typebox';
import { fail, ok, refuse, type Failure, type Result } from '#base';
import { step, type Context } from '../core/command.ts';
import { fields, text } from '../core/fields.ts';
import { deadlineOf, internalOf, isCompetitive, revealedOf } from '../purchase/purchase.life.ts';
import type { Purchase, PurchaseInternal, Revealed } from '../purchase/purchase.schema.ts';
import { lookList, lookTried, type RevealedList, type Tried } from './look.store.ts';

type Opening = PurchaseInternal['opening'];

/** How many holders open together. */
export function thresholdOf({ body }: Pick<Purchase, 'body'>): number {
  return body.keySet?.threshold ?? Number.POSITIVE_INFINITY;
}

/** Holders who can still take part: those that have not declared a conflict. */
export function holdersLeft({ holders, conflicted }: Pick<PurchaseInternal, 'holders' | 'conflicted'>): PurchaseInternal['holders'] {
  return holders.filter(({ person }) => !conflicted.includes(person));
}

/** Steps at which another holder's share may still open the bid. */
const SHARE_STEPS: ReadonlySet<string> = new Set(['share', 'key']);

export function mayStillOpen({ step: at }: { readonly step: string | null }): boolean {
  return at !== null && SHARE_STEPS.has(at);
}

/** Why this person may not take part now; null: it may. Row-level security and the policy table have asked before who is named. */
export function holderFailure(purchase: Purchase, { actor, now }: Pick<Context, 'actor' | 'now'>): Failure | null {
  const { holders, declared } = internalOf(purchase);
  const person = actor?.user ?? '';
  if (holders.every((one) => one.person !== person)) return refuse('forbidden', { da: ['Du er ikke udpeget til at åbne tilbud her.', 'Spørg indkøberen, hvem der er.'], en: ['You are not named to open bids here.', 'Ask the buyer who is.'] });
  if (Temporal.Instant.compare(now, deadlineOf(purchase)) <= 0) return refuse('conflict', { da: ['Fristen er ikke gået endnu.', 'Intet bliver åbnet før den.'], en: ['The deadline has not passed.', 'Nothing is opened before it.'] });
  if (!declared.includes(person)) return refuse('conflict', { da: ['Du har ikke oplyst, om du har interesser i sagen.', 'Gør det først, på købets side.'], en: ['You have not said whether you have an interest in the purchase.', 'Do so first, on the page of the purchase.'] });
  return null;
}

function withOpening(purchase: Purchase, opening: Partial<Opening>): { readonly state: string; readonly body: Purchase['body']; readonly internal: PurchaseInternal } {
  const internal = internalOf(purchase);
  return { state: purchase.state, body: purchase.body, internal: { ...internal, opening: { ...internal.opening, ...opening } } };
}

export const Commit = fields({ commitment: Type.String({ pattern: '^[0-9a-f]{64}$', form: 'line', description: 'SHA-256 over the canonical JSON of {purchase, holder, shares}' }) });

export const commit = step({
  name: 'opening.commit', input: Commit, from: ['closed'], applies: isCompetitive,
  decide: (purchase: Purchase, { commitment }, context) => {
    const failure = holderFailure(purchase, context);
    if (failure !== null) return fail(failure);
    const { commits, reveals } = internalOf(purchase).opening;
    const person = context.actor?.user ?? '';
    const before = commits.find((one) => one.person === person);
    // From the first reveal on nobody may bind itself to something else.
    if (before !== undefined && reveals.length > 0) return fail(refuse('conflict', { da: ['Du har allerede bundet dig, og nogen har lagt dele frem.', 'Læg det frem, du bandt dig til.'], en: ['You have committed already, and somebody has revealed.', 'Reveal what you committed to.'] }));
    const others = commits.filter((one) => one !== before);
    return ok({
      ...withOpening(purchase, { commits: [...others, { person, commitment, at: context.now.toString() }] }),
      happened: [{ type: 'committed', audience: 'owner', data: { commitment } }],
    });
  },
});

/** What `torvet shares open` or the page wrote, as it is. */
export const Reveal = fields({ shares: text(60_000, 2) });

function revealFailure(purchase: Purchase, { person, list }: { readonly person: string; readonly list: Result<RevealedList> }): Failure | null {
  const { commits, reveals } = internalOf(purchase).opening;
  const own = commits.find((one) => one.person === person);
  const threshold = thresholdOf(purchase);
  if (own === undefined) return refuse('conflict', { da: ['Du har ikke bundet dig.', 'Bind dig først, og læg frem, når nok har bundet sig.'], en: ['You have not committed.', 'Commit first, and reveal when enough have.'] });
  if (commits.length < threshold) return refuse('conflict', { da: [`${commits.length} af ${threshold} har bundet sig.`, 'Læg frem, når nok har bundet sig: indtil da viser ingen noget.'], en: [`${commits.length} of ${threshold} have committed.`, 'Reveal when enough have: until then nobody shows anything.'] });
  if (reveals.some((one) => one.person === person)) return refuse('conflict', { da: ['Du har allerede lagt dine dele frem.', 'Du skal ikke gøre mere.'], en: ['You have revealed already.', 'Nothing more is needed of you.'] });
  if (!list.ok) return list.failure;
  if (list.value.purchase !== purchase.id || list.value.holder !== person) return refuse('invalid', { da: ['Listen hører til et andet køb eller en anden åbner.', 'Indsæt den liste, du lavede her.'], en: ['The list is of another purchase or another holder.', 'Give the list that you made here.'] }, 'shares');
  return list.value.commitment === own.commitment ? null : refuse('invalid', { da: ['Listen er ikke den, du bandt dig til.', 'Indsæt den samme liste; er filen ændret, så lav den igen med den samme nøgle.'], en: ['The list is not the one that you committed to.', 'Give the same list; if the file was changed, make it again with the same key.'] }, 'shares');
}

export const reveal = step({
  name: 'opening.reveal', input: Reveal, from: ['closed'], look: lookList, applies: isCompetitive,
  decide: (purchase: Purchase, _input, context) => {
    const list = context.looked as Result<RevealedList>;
    const person = context.actor?.user ?? '';
    const failure = holderFailure(purchase, context) ?? revealFailure(purchase, { person, list });
    if (failure !== null || !list.ok) return fail(failure ?? refuse('invalid', { da: ['Der er ingen liste.', 'Indsæt listen.'], en: ['There is no list.', 'Give the list.'] }));
    const { reveals } = internalOf(purchase).opening;
    const shares = list.value.shares.map(([submission, share]): [string, string | null] => [submission, share]);
    return ok({
      ...withOpening(purchase, { reveals: [...reveals, { person, at: context.now.toString() }] }),
      withheld: { revealed: [...revealedOf(purchase), { person, shares }] } satisfies Revealed,
      happened: [{ type: 'revealed', audience: 'owner', data: {} }],
    });
  },
});

/** Some bids open and some do not because a holder is missing, or its share was wrong: two persons decide to wait no longer. */
export const conclude = step({
  name: 'opening.conclude', input: fields({ reason: text(2000) }), from: ['closed'], twoPersons: true, applies: isCompetitive,
  decide: (purchase: Purchase, { reason }, { now }) => {
    if (internalOf(purchase).opening.reveals.length < thresholdOf(purchase)) return fail(refuse('conflict', { da: ['For få åbnere har lagt dele frem: intet kan åbnes.', 'Spørg åbnerne.'], en: ['Too few holders have revealed: nothing can be opened.', 'Ask the holders.'] }));
    return ok({ ...withOpening(purchase, { concluded: { at: now.toString(), reason } }), happened: [{ type: 'concluded', audience: 'owner', data: { text: reason } }] });
  },
});

/** Whether nobody is waited for: all bids opened or can be opened by nobody, all holders have revealed, or two persons decided so. */
export function isSettled(internal: PurchaseInternal, tried: readonly Pick<Tried, 'step'>[]): boolean {
  const { reveals, concluded } = internal.opening;
  const missing = holdersLeft(internal).filter(({ person }) => reveals.every((one) => one.person !== person));
  return concluded !== undefined || missing.length === 0 || !tried.some(mayStillOpen);
}

/** Given by the worker when every bid of the list was tried. That it took place is told to everybody; of what was opened nothing is. */
export const open = step({
  name: 'opening.open', input: fields({}), from: ['closed'], byTime: true, publishes: true, asks: ['parent'], look: lookTried, applies: isCompetitive,
  decide: (purchase: Purchase, _input, { now, looked }) => {
    const internal = internalOf(purchase);
    const { list, tried } = looked as { readonly list: Result<Opening['bids']>; readonly tried: readonly Tried[] };
    if (internal.opening.reveals.length < thresholdOf(purchase)) return fail(refuse('conflict', { da: ['For få åbnere har lagt dele frem.', 'Åbningen venter på dem.'], en: ['Too few holders have revealed.', 'The opening waits for them.'] }));
    if (!list.ok) return list;
    const untried = list.value.filter(({ submission }) => tried.every((one) => one.submission !== submission));
    if (untried.length > 0 || !isSettled(internal, tried)) return fail(refuse('conflict', { da: ['Ikke alle tilbud er prøvet med alle de dele, der kommer.', 'Torvet prøver igen af sig selv.'], en: ['Not every bid was tried with all shares that are to come.', 'The worker tries again.'] }));
    const failed = tried.flatMap(({ submission, supplier, step: at, why, holders }) => (at === null ? [] : [{ submission, supplier, step: at, why, holders: [...holders] }]));
    return ok({
      state: 'opened', body: { ...purchase.body, openedAt: now.toString() },
      internal: { ...internal, opening: { ...internal.opening, bids: list.value, failed } },
      happened: [{ type: 'opened', audience: 'public', data: {} }, { type: 'opening-recorded', audience: 'owner', data: { bids: list.value.length, failed: failed.length } }],
    });
  },
});
