/** The assessment is frozen: the ranking is reckoned from the agreed scores and the prices, and nothing of it changes after that. */
import { fail, ok, refuse, type Failure, type Words } from '#base';
import { NOTHING } from '../core/fields.ts';
import { step } from '../core/command.ts';
import { internalOf, isCompetitive } from '../purchase/purchase.life.ts';
import type { Purchase, PurchaseInternal } from '../purchase/purchase.schema.ts';
import { freeze, frozenBid, type FrozenRanking } from './frozen.ts';
import { wholeTotals, type OpenedBid } from './opened-bid.ts';
import { lookBids } from './opened-bids.store.ts';
import { isChecked, validBids } from './standing.ts';

function conflict(words: Words): Failure {
  return refuse('conflict', words);
}

function assessFailure(internal: PurchaseInternal, bids: readonly OpenedBid[]): Failure | null {
  if (!isChecked(internal, bids)) return conflict({ da: ['Tilbuddene er ikke gennemgået endnu.', 'Gennemgå egnethed og mindstekrav først.'], en: ['The bids are not checked yet.', 'Check suitability and minimum requirements first.'] });
  const valid = validBids(internal, bids);
  if (valid.length === 0) return conflict({ da: ['Der er ingen gyldige tilbud.', 'Annullér købet, og skriv hvorfor.'], en: ['No bid stands.', 'Cancel the purchase, with the reason.'] });
  if (valid.some(({ submission }) => internal.consensus.every((one) => one.submission !== submission))) return conflict({ da: ['Bedømmerne er ikke blevet enige om alle tilbud.', 'De udpegede bedømmere skal blive enige om point og begrundelse for hvert kriterium.'], en: ['The evaluators have not agreed on all bids.', 'The named evaluators agree on a score with a reason for each criterion.'] });
  const out = (internal.consensusBy ?? []).some((person) => internal.conflicted.includes(person));
  return out ? conflict({ da: ['En af dem, der var enige, har siden oplyst at være inhabil.', 'De andre skal blive enige på ny uden den person.'], en: ['One of those who agreed has declared a conflict of interest since.', 'The others agree anew, without that person.'] }) : null;
}

export const assess = step({
  name: 'purchase.assess', input: NOTHING, from: ['opened'], look: lookBids, applies: isCompetitive,
  decide: (purchase: Purchase, _input: unknown, { looked, now }) => {
    const { body } = purchase;
    const internal = internalOf(purchase);
    const bids = looked as readonly OpenedBid[];
    const failure = assessFailure(internal, bids);
    if (failure !== null || body.model === undefined) return fail(failure ?? conflict({ da: ['Købet har ingen evalueringsmodel.', 'Vælg en, før købet offentliggøres.'], en: ['The purchase has no model.', 'Choose one before it is announced.'] }));
    const inputs = validBids(internal, bids).map((bid) => {
      const agreed = internal.consensus.find(({ submission }) => submission === bid.submission);
      return frozenBid(bid.submission, bid.supplier, wholeTotals(body.sheet, bid).evaluated, agreed?.scores ?? {});
    });
    const frozen = freeze(purchase.id, now, body.model, inputs);
    if (!frozen.ok) return frozen;
    return ok({ state: 'assessed', body, internal: { ...internal, ranking: frozen.value }, happened: [{ type: 'assessed', audience: 'owner', data: { hash: frozen.value.hash } }] });
  },
});

/** The frozen ranking of a purchase. @throws before it is assessed */
export function rankingOf(internal: Pick<PurchaseInternal, 'ranking'>): FrozenRanking {
  if (internal.ranking === undefined) throw new Error('An assessed purchase has a ranking.');
  return internal.ranking as FrozenRanking;
}
