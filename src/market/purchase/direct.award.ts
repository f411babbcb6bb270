/** A direct award is decided, by two, for whoever stands first by the criteria of the agreement, and within its maximum. */
import { fail, ok, refuse, type Result } from '#base';
import { forbiddenByLaw, step } from '../core/command.ts';
import { fields, maybe, money, text } from '../core/fields.ts';
import { findingTold, lawRule } from '../findings.ts';
import { callOffFailure, judgeCallOff } from '../framework/call-off.ts';
import { da } from '../framework/framework.da.ts';
import { en } from '../framework/framework.en.ts';
import { RowChoice } from '../framework/framework.schema.ts';
import type { ShortlistRow } from '../framework/shortlist.ts';
import { agreementOf, isDirect } from './direct.draft.ts';
import type { KeptShortlist } from './direct.schema.ts';
import { keptOf } from './direct.shortlist.ts';
import type { Purchase } from './purchase.schema.ts';

export const AwardDirect = fields({
  /** Only where several stand first: the one that was drawn. */
  offer: maybe(RowChoice),
  value: money(),
  reason: text(4000),
});

/** Those that stand first; more than one: equal by all that the agreement lets decide. */
export function firsts({ result }: Pick<KeptShortlist, 'result'>): readonly ShortlistRow[] {
  return result.rows.filter(({ rank }) => rank === 1);
}

function chosenOf(kept: KeptShortlist, offer: string | undefined): Result<ShortlistRow> {
  const [first, ...equal] = firsts(kept);
  if (first === undefined) throw new Error('A frozen shortlist has a first.');
  if (offer === undefined) {
    return equal.length === 0 ? ok(first) : fail(refuse('invalid', { da: ['Flere står først.', 'Træk lod, to personer sammen, og skriv, hvilket tilbud der blev trukket.'], en: ['Several stand first.', 'Draw lots, by two persons, and say which offer was drawn.'] }, 'offer'));
  }
  const chosen = firsts(kept).find((one) => one.offer === offer);
  return chosen === undefined ? fail({ ...forbiddenByLaw(lawRule('udbudsloven-99').paragraph, { da: ['Aftalens kriterier peger ikke på dette tilbud', 'Vælg det, der står først.'], en: ['The criteria of the agreement do not point to this offer', 'Choose the one that stands first.'] }, 'offer'), kind: 'invalid' }) : ok(chosen);
}

export const awardDirect = step({
  name: 'purchase.award-direct', input: AwardDirect, from: ['shortlisted'], applies: isDirect, asks: ['parent', 'siblings'], twoPersons: true, publishes: true,
  decide: (purchase: Purchase, { offer, value, reason }, context) => {
    const { now, siblings, organisation } = context;
    const agreement = agreementOf(context);
    const kept = keptOf(purchase);
    const chosen = chosenOf(kept, offer);
    if (!chosen.ok) return chosen;
    const buyer = organisation(purchase.owner);
    if (buyer === null) throw new Error('The buyer of a purchase is known.');
    const check = judgeCallOff(agreement, siblings, buyer, { lot: purchase.body.category.id, supplier: chosen.value.supplier, value, now });
    if (!check.ok) return check;
    const failure = callOffFailure(check.value.findings);
    if (failure !== null) return fail(failure);
    const told = check.value.findings.map((finding) => findingTold({ da, en }, finding, 'da'));
    return ok({
      state: 'decided', audience: 'public',
      body: { ...purchase.body, outcome: { winner: chosen.value.supplier, value, bids: kept.result.rows.length, reason, decidedAt: now.toString(), standstillEnds: null } },
      happened: [{ type: 'awarded', audience: 'public', data: { winner: chosen.value.supplier, offer: chosen.value.offer, hash: kept.hash, ...(told.length === 0 ? {} : { text: told.join(' ') }) } }],
    });
  },
});
