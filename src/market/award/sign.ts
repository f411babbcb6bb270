/** The contract is signed: after the wait that was promised, by the prices of the winning bid, and the need is met. */
import { copenhagenDate, fail, moneyText, ok, refuse, type Failure } from '#base';
import { admittedIn } from '../application/admitted.ts';
import { wholeTotals, type OpenedBid } from '../assessment/opened-bid.ts';
import { validBids } from '../assessment/standing.ts';
import { createContract, type ContractInput } from '../contract/contract.ts';
import { step, type Context } from '../core/command.ts';
import { day, fields } from '../core/fields.ts';
import type { MarketRecord } from '../core/record.ts';
import { funnel, type Funnel } from '../dis/members.ts';
import { rulesOfWay } from '../kinds/competitive.ts';
import { usedNeed } from '../need/need.ts';
import { internalOf, isCompetitive } from '../purchase/purchase.life.ts';
import type { Purchase } from '../purchase/purchase.schema.ts';
import { noticeAfter } from './notice.ts';
import { lookForSigning, type LookedForSigning } from './sign.store.ts';

/** Every line of the sheet at the winner's prices, options among them. */
export function contractLines({ body }: Pick<Purchase, 'body'>, bid: OpenedBid): ContractInput['lines'] {
  const totals = wholeTotals(body.sheet, bid);
  return (body.sheet?.lines ?? []).map(({ number, name, option }) => ({ number, name, option, price: moneyText(totals.lines.find((one) => one.number === number)?.total ?? totals.base) }));
}

/** How far the members of a system came; null: nothing is counted for another way. */
export function funnelOf(purchase: Purchase, records: readonly MarketRecord[], bids: readonly OpenedBid[], looks: readonly string[]): Funnel | null {
  const { body } = purchase;
  if (rulesOfWay(body.way).techniques.hasDynamicPurchasingSystem !== true || body.announcedAt === undefined || body.outcome === undefined) return null;
  const internal = internalOf(purchase);
  return funnel({
    admitted: admittedIn(records, body.category.id, Temporal.Instant.from(body.announcedAt)), invited: internal.invited, opened: looks,
    bid: [...bids.map(({ supplier }) => supplier), ...internal.opening.failed.map(({ supplier }) => supplier)],
    valid: validBids(internal, bids).map(({ supplier }) => supplier), won: [body.outcome.winner],
  });
}

function waitFailure({ body }: Purchase, now: Temporal.Instant): Failure | null {
  const { outcome } = body;
  if (outcome === undefined) return refuse('conflict', { da: ['Tilbudsgiverne har ikke fået brev endnu (§ 171).', 'Send først brevene: uden dem kan der ikke indgås kontrakt.'], en: ['The bidders have no letters yet (§ 171).', 'Send the letters first: without them there is no contract.'] });
  const { standstillEnds } = outcome;
  if (standstillEnds === null || Temporal.Instant.compare(now, standstillEnds) > 0) return null;
  return refuse('conflict', { da: [`Brevene lover, at der ikke bliver underskrevet noget, før ${standstillEnds} er gået.`, 'Vent til da.'], en: [`The letters promise that nothing is signed before ${standstillEnds} has passed.`, 'Wait until then.'] });
}

function decideSigning(purchase: Purchase, { from, to }: { readonly from: string; readonly to: string }, context: Context) {
  const on = copenhagenDate(context.now).toString();
  const failure = waitFailure(purchase, context.now) ?? (context.parent === null ? null : rulesOfWay(purchase.body.way).mayContract(context.parent, on));
  const internal = internalOf(purchase);
  const looked = context.looked as LookedForSigning;
  const bid = looked.bids.find(({ submission }) => submission === internal.decision?.submission);
  const { outcome } = purchase.body;
  if (failure !== null || outcome === undefined || bid === undefined) return fail(failure ?? refuse('conflict', { da: ['Det vindende tilbud er der ikke.', 'Spørg dem, der driver Torvet.'], en: ['The winning bid is not there.', 'Ask who runs Torvet.'] }));
  const contract = createContract(purchase, { title: purchase.body.title, supplier: outcome.winner, decided: outcome.value, lines: contractLines(purchase, bid), from, to }, context);
  if (!contract.ok) return contract;
  const counted = funnelOf(purchase, context.siblings, looked.bids, looked.looks);
  const { silent, lookedOnly, ...counts } = counted ?? { silent: [], lookedOnly: [] };
  return ok({
    state: 'contracted',
    body: {
      ...purchase.body, contract: { id: contract.value.id, signedAt: context.now.toString() }, notice: noticeAfter(purchase.body.way, on),
      ...('admitted' in counts ? { funnel: counts } : {}),
    },
    internal: { ...internal, ...(counted === null ? {} : { quiet: { silent: [...silent], lookedOnly: [...lookedOnly] } }) },
    creates: [contract.value], moves: usedNeed(looked.need),
    happened: [{ type: 'contracted', audience: 'public' as const, data: {} }],
  });
}

export const sign = step({
  name: 'purchase.sign', input: fields({ from: day(), to: day() }), from: ['decided'], publishes: true, asks: ['parent', 'siblings'], look: lookForSigning, applies: isCompetitive,
  decide: (purchase: Purchase, given, context) => decideSigning(purchase, given, context),
});
