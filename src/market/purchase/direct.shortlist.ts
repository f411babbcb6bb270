/** The shortlist of a direct award: who of the lot meets the requirements, frozen with its hash before anybody is chosen. */
import { copenhagenDate, fail, ok, parseMoney, refuse, unwrap, type Failure, type Result } from '#base';
import { step, type Context, type Warning } from '../core/command.ts';
import { fields, reasons, text } from '../core/fields.ts';
import { warns } from '../findings.ts';
import { CURRENCY } from '../framework/call-off.ts';
import type { Framework } from '../framework/framework.schema.ts';
import { freezeShortlist, isUnchanged, type Requirement, type ShortlistInputs, type Test } from '../framework/shortlist.ts';
import { agreementOf, isDirect } from './direct.draft.ts';
import type { DirectRequirement, KeptShortlist, PublicShortlist } from './direct.schema.ts';
import { internalOf } from './purchase.life.ts';
import type { Purchase, PurchaseBody } from './purchase.schema.ts';

/** The need fits one alone, where the lot has more: the ruling on direct awards of day-care systems. */
export const NARROWED = 'narrowed-to-one';

function requirement({ id, criterion, text: says, test, points, source }: DirectRequirement): Requirement {
  return { id, text: says, fact: criterion, test: test as Test, role: points === null ? 'filter' : { points }, source };
}

/** What goes into it: the requirements as they were written, and the offers in the lot of those who are still parties. */
export function inputsOf({ body: agreement, internal }: Framework, { category, direct }: PurchaseBody, on: string): ShortlistInputs {
  const parties = new Set(agreement.parties.filter(({ leftOn }) => leftOn === null || leftOn >= on).map(({ organisation }) => organisation));
  const prices = internal?.prices ?? {};
  return {
    lot: category.id, currency: CURRENCY, requirements: (direct?.needs ?? []).map(requirement), orderBy: direct?.orderBy ?? [],
    offers: agreement.offers.filter(({ lot, supplier }) => lot === category.id && parties.has(supplier)).map(({ id, supplier, lot, facts, agreementRank }) => (
      { id, supplier, lot, facts, agreementRank, price: prices[id] === undefined ? null : unwrap(parseMoney(prices[id], CURRENCY)) })),
  };
}

function frozenOf(purchase: Purchase, context: Context): Result<KeptShortlist> {
  const frozen = freezeShortlist(inputsOf(agreementOf(context), purchase.body, copenhagenDate(context.now).toString()));
  return frozen.ok ? ok(frozen.value as KeptShortlist) : frozen;
}

/** Suppliers that are left, by their keys. */
export function remaining({ result }: Pick<KeptShortlist, 'result'>): readonly string[] {
  return [...new Set(result.rows.filter(({ rank }) => rank !== null).map(({ supplier }) => supplier))];
}

function narrowed(purchase: Purchase, context: Context): readonly Warning[] {
  const frozen = frozenOf(purchase, context);
  if (!frozen.ok || remaining(frozen.value).length !== 1 || new Set(frozen.value.result.rows.map(({ supplier }) => supplier)).size === 1) return [];
  return [warns('udbudsloven-2-2', NARROWED, { offers: frozen.value.result.rows.length })];
}

function missing({ body: { direct, wanted, background } }: Purchase): Failure | null {
  if (direct === undefined || direct.needs.length === 0 || wanted.trim() === '' || background.trim() === '') {
    return refuse('conflict', { da: ['Behovet og kravene er ikke skrevet endnu.', 'Skriv dem først: den, der ser på tilbud før det, har allerede valgt.'], en: ['The need and its requirements are not written yet.', 'Write them first: whoever looks at offers before has chosen already.'] });
  }
  return null;
}

export const shortlistDirect = step({
  name: 'purchase.shortlist', input: fields({ reasons: reasons() }), from: ['draft'], applies: isDirect, asks: ['parent'], warnings: narrowed,
  decide: (purchase: Purchase, input, context) => {
    const failure = missing(purchase);
    if (failure !== null) return fail(failure);
    const frozen = frozenOf(purchase, context);
    if (!frozen.ok) return frozen;
    const left = remaining(frozen.value).length;
    if (left === 0) return fail(refuse('conflict', { da: ['Intet tilbud opfylder alle de krav, der skal opfyldes.', 'Se, hvilke krav der lukker alle ude, eller hold et miniudbud eller et udbud.'], en: ['No offer meets all requirements that must be met.', 'Look at which of them shut everybody out, or hold a mini-competition or a tender.'] }));
    const shortlist = seenOf(frozen.value, agreementOf(context), context.now);
    return ok({
      state: 'shortlisted', body: { ...purchase.body, shortlist, reasons: input.reasons }, internal: { ...internalOf(purchase), shortlist: frozen.value },
      happened: [{ type: 'shortlisted', audience: 'public', data: { hash: frozen.value.hash, remaining: left, offers: shortlist.offers.length } }],
    });
  },
});

function seenOf({ hash, result }: KeptShortlist, { body }: Framework, now: Temporal.Instant): PublicShortlist {
  const offers = result.rows.map(({ offer, supplier }) => ({ id: offer, supplier, name: body.offers.find(({ id }) => id === offer)?.name ?? '' }));
  return { ...result, hash, at: now.toString(), offers };
}

/** What was frozen stays in the history by its hash, so that nobody can try requirements until one supplier is left and hide it. */
export const reopenDirect = step({
  name: 'purchase.reopen', input: fields({ reason: text(4000) }), from: ['shortlisted'], applies: isDirect,
  decide: (purchase: Purchase, { reason }) => {
    const { shortlist, reasons: before, ...body } = purchase.body;
    const { shortlist: kept, ...internal } = internalOf(purchase);
    void [before, kept];
    return ok({ state: 'draft', body: { ...body, reasons: [] }, internal, happened: [{ type: 'reopened', audience: 'public', data: { text: reason, hash: (shortlist as PublicShortlist).hash } }] });
  },
});

/** The frozen shortlist. @throws when it is not as it was frozen, which nobody can do through Torvet */
export function keptOf(purchase: Purchase): KeptShortlist {
  const kept = internalOf(purchase).shortlist as KeptShortlist | undefined;
  if (kept === undefined || !isUnchanged(kept)) throw new Error('The shortlist of this purchase is not the one that was frozen.');
  return kept;
}
