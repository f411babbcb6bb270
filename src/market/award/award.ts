/** Who wins: decided by two, held against the frozen ranking, and told to all bidders before anybody else learns of it. */
import { Type, type Static } from 'typebox';
import { copenhagenDate, endOfDayInCopenhagen, fail, moneyText, ok, refuse, type Failure, type Words } from '#base';
import { rankingOf } from '../assessment/assess.ts';
import { isWhole, type FrozenRanking } from '../assessment/frozen.ts';
import { valueOfBid, wholeTotals, type OpenedBid } from '../assessment/opened-bid.ts';
import { lookBids } from '../assessment/opened-bids.store.ts';
import { step, type Context } from '../core/command.ts';
import { count, fields, maybe, NOTHING, text } from '../core/fields.ts';
import { rulesOfWay } from '../kinds/competitive.ts';
import { internalOf, isCompetitive } from '../purchase/purchase.life.ts';
import type { Purchase, PurchaseInternal } from '../purchase/purchase.schema.ts';
import { lettersOf } from './letters.ts';

export const Award = fields({
  winner: Type.String({ format: 'uuid', form: 'choice' }),
  /** Published with the outcome. */
  reason: text(4000),
  /** In the letters to those who did not win. */
  merits: maybe(text()),
  /** How a tie was settled, as the documents say. */
  tie: maybe(text(4000)),
  /** Days to wait before the contract is signed; 0: none. */
  standstillDays: count(0, 60),
});

type AwardInput = Static<typeof Award>;

const invalid = (words: Words, place: string): Failure => refuse('invalid', words, place);

/** The winner is the first; of several the one with the lowest price; of several such the one that was drawn. */
function winnerFailure({ first, firstByPrice }: FrozenRanking, { winner, tie }: Pick<AwardInput, 'winner' | 'tie'>): Failure | null {
  if (!first.includes(winner)) return invalid({ da: ['Tilbuddet er ikke det første i rangfølgen.', 'Den låste rangfølge afgør det. Se på den igen.'], en: ['That bid is not the first of the ranking.', 'The frozen ranking decides; look at it again.'] }, 'winner');
  if (first.length === 1) return null;
  if (!firstByPrice.includes(winner)) return invalid({ da: ['Flere tilbud er lige på førstepladsen, og et andet af dem har den laveste pris.', 'Udbudsmaterialet siger, at den laveste pris afgør det.'], en: ['Two bids or more share the first place, and another of them has the lowest price.', 'The documents say that the lowest price decides.'] }, 'winner');
  return tie !== undefined && tie.trim() !== '' ? null : invalid({ da: ['Flere tilbud er lige på førstepladsen.', 'Skriv, hvordan det blev afgjort: ved laveste pris eller ved lodtrækning, og da hvornår og af hvem.'], en: ['Two bids or more share the first place.', 'Write how it was settled: by the lowest price, or by lots, drawn when and by whom.'] }, 'tie');
}

/** What is published, and what the winner's rivals read, must not name those who lost. */
function namingFailure(given: AwardInput, losers: readonly string[], { organisation }: Context): Failure | null {
  const names = losers.flatMap((one) => organisation(one)?.name ?? []);
  for (const place of ['reason', 'merits', 'tie'] as const) {
    const said = (given[place] ?? '').toLowerCase();
    if (names.some((name) => said.includes(name.toLowerCase()))) return invalid({ da: ['Her er nævnt en tilbudsgiver, der ikke vandt.', 'Andre læser denne tekst. Skriv den uden navne.'], en: ['A bidder that did not win is named here.', 'Others read this text. Write it without names.'] }, place);
  }
  return null;
}

/** What the system or agreement says to it: a call-off stays within the maximum. */
function parentFailure({ owner, body }: Purchase, supplier: string, value: string, { parent, siblings, organisation, now }: Context): Failure | null {
  const buyer = organisation(owner);
  if (parent === null || buyer === null) throw new Error('A purchase has a buyer, and something that it is bought under.');
  return rulesOfWay(body.way).mayAward(parent, siblings, { buyer, section: body.category.id, supplier, value, now });
}

export const award = step({
  name: 'purchase.award', input: Award, from: ['assessed'], twoPersons: true, asks: ['parent', 'siblings'], look: lookBids, applies: isCompetitive,
  decide: (purchase: Purchase, given, context) => {
    const internal = internalOf(purchase);
    const bids = context.looked as readonly OpenedBid[];
    const ranking = rankingOf(internal);
    if (!isWhole(ranking)) return fail(refuse('conflict', { da: ['Den låste rangfølge passer ikke med det, den er regnet ud af.', 'Noget har ændret den. Der kan ikke besluttes noget efter den; find ud af, hvad der er sket.'], en: ['The frozen ranking is not what its inputs lead to.', 'Something has changed it. Nothing is decided by it; find out what.'] }));
    const bid = bids.find(({ submission }) => submission === given.winner);
    const failure = winnerFailure(ranking, given);
    if (failure !== null || bid === undefined) return fail(failure ?? invalid({ da: ['Tilbuddet findes ikke.', 'Vælg et fra rangfølgen.'], en: ['There is no such bid.', 'Choose one of the ranking.'] }, 'winner'));
    const losers = [...bids.map(({ supplier }) => supplier), ...internal.opening.failed.map(({ supplier }) => supplier)].filter((one) => one !== bid.supplier);
    const wrong = namingFailure(given, losers, context) ?? (losers.length > 0 && given.merits === undefined ? invalid({ da: ['Andre har givet tilbud, og de skal have at vide, hvad der er bedre ved det valgte.', 'Skriv det; det står i deres breve (§ 171).'], en: ['Others have bid, and must be told what the winner does better.', 'Write it; it stands in their letters (§ 171).'] }, 'merits') : null);
    const value = moneyText(valueOfBid(wholeTotals(purchase.body.sheet, bid)));
    const forbidden = wrong ?? parentFailure(purchase, bid.supplier, value, context);
    if (forbidden !== null) return fail(forbidden);
    const decision: NonNullable<PurchaseInternal['decision']> = {
      submission: bid.submission, winner: bid.supplier, value, bids: bids.length + internal.opening.failed.length,
      reason: given.reason, merits: given.merits ?? '', tie: given.tie ?? null, standstillDays: given.standstillDays, decidedAt: context.now.toString(),
    };
    return ok({ state: 'decided', body: purchase.body, internal: { ...internal, decision }, happened: [{ type: 'awarded', audience: 'owner', data: { text: given.reason } }] });
  },
});

/** Last instant of the wait that was promised; null: nobody waits. The day of the letters is not counted. */
export function standstillEnds(days: number, now: Temporal.Instant): Temporal.Instant | null {
  return days === 0 ? null : endOfDayInCopenhagen(copenhagenDate(now).add({ days })).subtract({ milliseconds: 1 });
}

/** All letters at once, and with them the outcome is public. */
export const letters = step({
  name: 'purchase.letters', input: NOTHING, from: ['decided'], publishes: true, asks: ['parent'], look: lookBids,
  applies: (purchase: Purchase) => isCompetitive(purchase) && purchase.body.outcome === undefined,
  decide: (purchase: Purchase, _input: unknown, context) => {
    const internal = internalOf(purchase);
    const { decision } = internal;
    if (decision === undefined) return fail(refuse('conflict', { da: ['Der er ikke besluttet noget.', 'Beslut først tildelingen.'], en: ['Nothing is decided.', 'Decide the award first.'] }));
    const ends = standstillEnds(decision.standstillDays, context.now)?.toString() ?? null;
    const { winner, value, bids, reason, decidedAt } = decision;
    const sent = lettersOf(purchase, decision, context.looked as readonly OpenedBid[], ends === null ? null : { ends, voluntary: true }, context);
    return ok({
      state: 'decided', body: { ...purchase.body, outcome: { winner, value, bids, reason, decidedAt, standstillEnds: ends } }, creates: sent,
      happened: [{ type: 'letters-sent', audience: 'public', data: {} }],
    });
  },
});
