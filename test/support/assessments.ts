/** Purchases of a test from the opening on: bids as the opening leaves them, evaluators, scores. */
import { sql } from 'kysely';
import { catchUp } from '#market';
import type { Actor } from '#people';
import { announced, SHEET, type Buying } from './purchases.ts';

export interface BidOf {
  readonly supplier: Actor;
  /** Kroner for a month of line 1; null: left out. */
  readonly price: string | null;
}

export interface Opened {
  readonly record: string;
  /** Keys of the submissions, in the order of the bids. */
  readonly submissions: readonly string[];
}

/** Announced, closed by time, and opened a day later with these bids. */
export async function openedWith(own: Buying, bids: readonly BidOf[], texts: object = {}): Promise<Opened> {
  const { market } = own;
  const record = await announced(own, texts);
  market.clock.set('2026-12-21T11:00:00.001Z');
  await catchUp(market);
  market.clock.set('2026-12-22T09:00:00Z');
  const submissions: string[] = [];
  for (const [at, { supplier, price }] of bids.entries()) {
    const content = {
      version: 1, answers: [{ requirement: '1', answer: 'yes', text: `Ja, svar ${at}` }, { requirement: '2', answer: 'yes', text: 'Det kan de.' }],
      prices: price === null ? {} : Object.fromEntries(SHEET.lines.map(({ number }) => [number, price])),
      files: [{ name: `loesning-${at}.pdf`, type: 'application/pdf', bytes: 1000, sha256: 'ab'.repeat(32) }], confidential: [{ what: 'Svar på krav 2', why: 'Forretningshemmelighed' }], declaration: { unchanged: true, text: '' },
    };
    const { rows: [row] } = await sql<{ submission: string }>`insert into market_opened_bid (submission, record, lot, supplier, bid_version, received_at, envelope, bytes, key, document, reveals, tried_at)
      values (uuidv7(), ${record}, 'LOT-0001', ${supplier.organisation}, 1, ${`2026-12-20T10:00:0${at}Z`}, ${'ab'.repeat(32)}, 2000, ${Buffer.alloc(32)}, ${JSON.stringify(content)}, 2, ${market.clock.now().toString()}) returning submission`.execute(market.db);
    submissions.push(row?.submission ?? '');
  }
  const body = JSON.stringify({ openedAt: market.clock.now().toString() });
  await sql`update market_record set state = 'opened', version = version + 1, body = body || ${body}::jsonb where id = ${record}`.execute(market.db);
  return { record, submissions };
}

export const CRITERIA = ['k1', 'k2'] as const;

/** Rows of a form of scores. @param points for each bid the points of each criterion */
export function scoresOf(submissions: readonly string[], points: readonly (readonly number[])[], why = 'Fordi'): { readonly scores: readonly object[] } {
  return { scores: submissions.flatMap((submission, at) => CRITERIA.map((criterion, n) => ({ submission, criterion, points: points[at]?.[n] ?? 0, reason: `${why} ${criterion} ${at}` }))) };
}

export const allGood = (submissions: readonly string[]): object => ({
  checks: submissions.map((submission) => ({ submission, suitable: true, suitableReason: 'Optaget ved fristen.', meetsMinimum: true, minimumReason: 'Alle mindstekrav er opfyldt.' })),
});

/** Two evaluators, named and without conflicts. */
export async function evaluatorsOf(own: Buying, record: string): Promise<readonly [Actor, Actor]> {
  const { market, town, buyer } = own;
  const named = [await market.person(town, 'evaluator'), await market.person(town, 'evaluator')] as const;
  await market.do(buyer, 'purchase.set-evaluators', { evaluators: named.map(({ user }) => ({ person: user })) }, record);
  for (const one of named) await market.do(one, 'purchase.declare', { conflict: false }, record);
  return named;
}

/** Checked, scored by both, agreed and frozen. */
export async function assessed(own: Buying, { record, submissions }: Opened, points: readonly (readonly number[])[]): Promise<readonly [Actor, Actor]> {
  const { market, buyer } = own;
  const evaluators = await evaluatorsOf(own, record);
  await market.do(buyer, 'purchase.check', allGood(submissions), record);
  for (const one of evaluators) await market.do(one, 'purchase.score', scoresOf(submissions, points), record);
  await market.do(evaluators[0], 'purchase.consensus', scoresOf(submissions, points, 'Enige om'), record);
  await market.do(buyer, 'purchase.assess', {}, record);
  return evaluators;
}
