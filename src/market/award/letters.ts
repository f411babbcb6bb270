/** The letters after an award (§ 171): each bidder reads its own scores, the winner and the winner's merits, and nothing of any other bid. */
import { copenhagenDate, fill, moneyText, parseMoney, unwrap } from '#base';
import { isFirm, judgeDates } from '#law';
import { formatAmount, formatDate } from '#ui';
import type { Context, NewRecord } from '../core/command.ts';
import { rankingOf } from '../assessment/assess.ts';
import type { FrozenRanking } from '../assessment/frozen.ts';
import type { OpenedBid } from '../assessment/opened-bid.ts';
import { exclusionOf } from '../assessment/standing.ts';
import { leaves } from '../evaluation/model.ts';
import { rulesOfWay } from '../kinds/competitive.ts';
import { letterTo, type LetterBody } from '../letter/letter.ts';
import { internalOf } from '../purchase/purchase.life.ts';
import type { Purchase, PurchaseInternal } from '../purchase/purchase.schema.ts';
import { letterTexts as t } from './letters.text.ts';

type Decision = NonNullable<PurchaseInternal['decision']>;

function kroner(amount: string): string {
  return formatAmount({ amount, currency: 'DKK' }, 'da');
}

/** Until when a complaint must be there. @param from day of the letter, ISO date */
export function complaintText({ body }: Pick<Purchase, 'body'>, from: string): string {
  const { days, last, paragraph, grade } = judgeDates({ step: 'complaint', case: rulesOfWay(body.way).complaint, from });
  if (days === null || last === null || !isFirm(grade)) return fill(t.complaintUnknown, { paragraph });
  return fill(t.complaint, { days, last: formatDate(last, 'da'), paragraph });
}

function scoreLines(internal: PurchaseInternal, { model, bids }: FrozenRanking, submission: string, winner: string): readonly string[] {
  const own = internal.consensus.find((one) => one.submission === submission);
  const best = bids.find((one) => one.submission === winner);
  return leaves(model).map(({ id, name }) => fill(submission === winner ? t.ownScore : t.score, {
    criterion: name, own: own?.scores[id] ?? 0, winner: best?.scores[id] ?? 0, reason: own?.reasons[id] ?? '',
  }));
}

function rankedParagraphs(internal: PurchaseInternal, decision: Decision, ranking: FrozenRanking, submission: string): readonly string[] {
  const place = ranking.places.find((one) => one.submission === submission);
  const bid = ranking.bids.find((one) => one.submission === submission);
  const price = kroner(moneyText(unwrap(parseMoney(bid?.price ?? '', ranking.model.currency))));
  const wins = submission === decision.submission;
  return [
    ...(wins ? [fill(t.won, { reason: decision.reason })] : []),
    fill(t.rank, { rank: place?.rank ?? 0, valid: ranking.bids.length, price }),
    [fill(t.scores, ranking.model.scale), ...scoreLines(internal, ranking, submission, decision.submission)].join('\n'),
    ...(place?.rank === 1 && decision.tie !== null ? [fill(t.tie, { tie: decision.tie })] : []),
    ...(wins || decision.merits === '' ? [] : [fill(t.merits, { merits: decision.merits })]),
  ];
}

/** The letters that follow from a decision, to everybody who bid in time. */
export function lettersOf(purchase: Purchase, decision: Decision, bids: readonly OpenedBid[], standstill: LetterBody['standstill'], context: Context): readonly NewRecord[] {
  const internal = internalOf(purchase);
  const ranking = rankingOf(internal);
  const about = [fill(t.bids, { bids: decision.bids, valid: ranking.bids.length }), fill(t.value, { value: kroner(decision.value) })];
  const complaint = complaintText(purchase, copenhagenDate(context.now).toString());
  const letter = (to: string, reasons: readonly string[]): NewRecord => letterTo(purchase, {
    title: purchase.body.title, to, outcome: to === decision.winner ? 'won' : 'not-won', winner: decision.winner, reasons: [...about, ...reasons, complaint], standstill,
  }, context);
  return [
    ...bids.map(({ submission, supplier }) => {
      const out = exclusionOf(internal, submission);
      return letter(supplier, out === null ? rankedParagraphs(internal, decision, ranking, submission) : [fill(t.out, { reason: out }), ...(decision.merits === '' ? [] : [fill(t.merits, { merits: decision.merits })])]);
    }),
    ...internal.opening.failed.filter(({ supplier }) => bids.every((bid) => bid.supplier !== supplier)).map(({ supplier, why }) => letter(supplier, [fill(t.unopened, { why })])),
  ];
}

/** The letters after a cancellation, to everybody whose bid was opened. */
export function cancellationLetters(purchase: Purchase, reason: string, bids: readonly OpenedBid[], context: Context): readonly NewRecord[] {
  if (bids.length === 0) return [];
  const complaint = complaintText(purchase, copenhagenDate(context.now).toString());
  return [...new Set(bids.map(({ supplier }) => supplier))].map((to) => letterTo(purchase, {
    title: purchase.body.title, to, outcome: 'cancelled', winner: null, reasons: [fill(t.cancelled, { reason }), complaint], standstill: null,
  }, context));
}
