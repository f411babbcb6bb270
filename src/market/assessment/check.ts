/** The bids are looked at again: is the supplier suitable at the deadline, and does the bid meet what is a minimum? Who fails is out, with a reason. */
import { Type } from 'typebox';
import { copenhagenDate, fail, ok, refuse, toldIn, type Failure } from '#base';
import { applicationsOf } from '../application/admitted.ts';
import type { Application } from '../application/application.schema.ts';
import { step, type Context } from '../core/command.ts';
import { fields, list, text, truth } from '../core/fields.ts';
import type { MarketRecord } from '../core/record.ts';
import { standingFindings } from '../dis/members.ts';
import type { MarketFinding } from '../findings.ts';
import { rulesOfWay } from '../kinds/competitive.ts';
import { deadlineOf, internalOf, isCompetitive } from '../purchase/purchase.life.ts';
import type { Purchase } from '../purchase/purchase.schema.ts';
import { totalsOf, type OpenedBid } from './opened-bid.ts';
import { lookBids } from './opened-bids.store.ts';

export const Submission = Type.String({ format: 'uuid', form: 'hidden' });

export const Check = fields({
  checks: list(fields({ submission: Submission, suitable: truth(), suitableReason: text(4000), meetsMinimum: truth(), minimumReason: text(4000) }), 200, 1),
});

/** How the supplier of a bid stood when the deadline passed. @param records all records under the DIS or agreement */
export function standingAtDeadline(purchase: Purchase, bid: Pick<OpenedBid, 'supplier'>, records: readonly MarketRecord[]): readonly MarketFinding[] {
  const invited = internalOf(purchase).invited.includes(bid.supplier);
  const deadline = deadlineOf(purchase);
  const deadlineOn = copenhagenDate(deadline).toString();
  if (!rulesOfWay(purchase.body.way).suitabilityAtDeadline) return standingFindings({ invited, stateAtDeadline: 'admitted', renewalDue: null, renewedOn: null, deadlineOn });
  const own = applicationsOf(records).filter(({ owner }) => owner === bid.supplier);
  const application = own.find((one) => wasIn(one, purchase.body.category.id, deadline)) ?? own[0];
  const isIn = application !== undefined && wasIn(application, purchase.body.category.id, deadline);
  const renewal = application?.body.renewals.at(-1);
  return standingFindings({
    invited, deadlineOn, stateAtDeadline: isIn ? (application.state === 'hearing' ? 'hearing' : 'admitted') : 'left',
    renewalDue: renewal?.due ?? null, renewedOn: renewal?.renewedAt === undefined ? null : copenhagenDate(Temporal.Instant.from(renewal.renewedAt)).toString(),
  });
}

function wasIn({ body: { admission } }: Application, category: string, at: Temporal.Instant): boolean {
  if (admission === undefined || !admission.categories.includes(category)) return false;
  return Temporal.Instant.compare(admission.from, at) <= 0 && (admission.to === undefined || Temporal.Instant.compare(at, admission.to) < 0);
}

/** What keeps somebody from finding a bid good: no judgement goes past it. */
function blockedFailure(purchase: Purchase, bid: OpenedBid, given: { readonly suitable: boolean; readonly meetsMinimum: boolean }, { siblings, parent }: Context, at: number): Failure | null {
  const blocks = standingAtDeadline(purchase, bid, parent === null ? siblings : [parent, ...siblings]).find(({ severity }) => severity === 'blocks');
  if (given.suitable && blocks !== undefined) {
    return refuse('invalid', { da: [`Leverandøren var ikke med, da fristen gik (${blocks.code}).`, 'Find den ikke egnet, og skriv hvorfor: tilbudsgiveren læser det.'], en: [`The supplier was not in at the deadline (${blocks.code}).`, 'Find it not suitable, and write why: the bidder reads it.'] }, `checks[${at}].suitable`);
  }
  const totals = totalsOf(purchase.body.sheet, bid);
  if (!given.meetsMinimum || totals.ok) return null;
  return refuse('invalid', {
    da: [`Tilbuddets priser er ikke hele: ${toldIn('da', totals.failure).message}`, 'Et sådant tilbud kan ikke få en plads. Afgør, at det ikke opfylder kravene, og skriv hvorfor.'],
    en: [`The prices of the bid are not whole: ${totals.failure.message}`, 'Such a bid cannot be ranked. Find that it does not meet the requirements, and write why.'],
  }, `checks[${at}].meetsMinimum`);
}

export const check = step({
  name: 'purchase.check', input: Check, from: ['opened'], asks: ['parent', 'siblings'], look: lookBids, applies: isCompetitive,
  decide: (purchase: Purchase, { checks }, context) => {
    const bids = context.looked as readonly OpenedBid[];
    const internal = internalOf(purchase);
    for (const [at, one] of checks.entries()) {
      const bid = bids.find(({ submission }) => submission === one.submission);
      if (bid === undefined || checks.findIndex(({ submission }) => submission === one.submission) !== at) return fail(refuse('invalid', { da: ['Tilbuddet findes ikke, eller det står der to gange.', 'Gennemgå hvert tilbud i dette køb én gang.'], en: ['There is no such bid, or it is there twice.', 'Check each bid of this purchase once.'] }, `checks[${at}].submission`));
      const failure = blockedFailure(purchase, bid, one, context, at);
      if (failure !== null) return fail(failure);
    }
    const missing = bids.find(({ submission }) => checks.every((one) => one.submission !== submission));
    if (missing !== undefined) return fail(refuse('invalid', { da: ['Ikke alle tilbud er gennemgået.', 'Gennemgå alle tilbud, hvert med sine begrundelser.'], en: ['Not every bid is checked.', 'Check all bids, each with its reasons.'] }, 'checks'));
    // What was agreed was agreed of the bids that stood then.
    return ok({
      state: 'opened', body: purchase.body, internal: { ...internal, checks: [...checks], consensus: [], consensusBy: [] },
      happened: [{ type: 'checked', audience: 'owner', data: { bids: bids.length, out: checks.filter(({ suitable, meetsMinimum }) => !suitable || !meetsMinimum).length } }],
    });
  },
});
