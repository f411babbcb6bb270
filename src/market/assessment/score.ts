/** Evaluators are named, score alone, and then agree. Nobody sees another's scores before all have scored (`visibleScores`). */
import { Type, type Static } from 'typebox';
import { fail, ok, type Failure } from '#base';
import { step } from '../core/command.ts';
import { count, fields, list, text } from '../core/fields.ts';
import { qualityPoints, type Scores } from '../evaluation/quality.ts';
import { internalOf, isCompetitive } from '../purchase/purchase.life.ts';
import type { Purchase, PurchaseInternal } from '../purchase/purchase.schema.ts';
import { Submission } from './check.ts';
import { lookEvaluators, type Evaluator } from './evaluators.store.ts';
import type { OpenedBid } from './opened-bid.ts';
import { lookBids } from './opened-bids.store.ts';
import { allHaveScored, isChecked, scoredIds, validBids } from './standing.ts';

export const SetEvaluators = fields({ evaluators: list(fields({ person: Type.String({ format: 'uuid', form: 'choice' }) }), 9, 1) });

const unfit = (message: string, help: string, at: number): Failure => ({ kind: 'invalid', message, help, place: `evaluators[${at}].person` });

/** Who scores. Named while no score is seen by others; whoever has declared a conflict cannot be. */
export const setEvaluators = step({
  name: 'purchase.set-evaluators', input: SetEvaluators, from: ['draft', 'announced', 'closed', 'opened'], look: lookEvaluators, applies: isCompetitive,
  decide: (purchase: Purchase, { evaluators: given }, { looked }) => {
    const internal = internalOf(purchase);
    const persons = given.map(({ person }) => person);
    for (const [at, person] of persons.entries()) {
      if (persons.indexOf(person) !== at) return fail(unfit('One person is named twice.', 'Each scores once.', at));
      if ((looked as readonly Evaluator[]).every((one) => one.person !== person)) return fail(unfit('One of them is no evaluator of your organisation.', 'Give the person that role first.', at));
      if (internal.conflicted.includes(person)) return fail(unfit('One of them has declared a conflict of interest.', 'Name another person.', at));
    }
    if (internal.consensus.length > 0) return fail({ kind: 'conflict', message: 'The evaluators have agreed already.', help: 'Others are not named after that.' });
    const names = (looked as readonly Evaluator[]).filter(({ person }) => persons.includes(person)).map(({ name }) => name);
    return ok({ state: purchase.state, body: purchase.body, internal: { ...internal, evaluators: persons }, happened: [{ type: 'evaluators-set', audience: 'owner', data: { text: names.join(', ') } }] });
  },
});

/** Points are held against the published scale when it is decided. */
const Score = fields({ submission: Submission, criterion: Type.String({ pattern: '^[a-z0-9][a-z0-9-]{0,39}$', form: 'hidden' }), points: count(0, 1000), reason: text(4000) });
export const ScoreInput = fields({ scores: list(Score, 3000, 1) });
type Row = Static<typeof Score>;

export interface Scored {
  readonly submission: string;
  readonly scores: Scores;
  readonly reasons: Readonly<Record<string, string>>;
}

/** One entry for each bid that stands, with each criterion once and whole steps of the scale; otherwise what is wrong. */
function scoredFailure(purchase: Purchase, bids: readonly OpenedBid[], rows: readonly Row[]): Failure | null {
  const { model } = purchase.body;
  if (model === undefined) throw new Error('A purchase that was announced has a model.');
  const ids = scoredIds(purchase);
  const key = ({ submission, criterion }: Row): string => `${submission} ${criterion}`;
  const stray = rows.findIndex((row, at) => !ids.includes(row.criterion) || bids.every(({ submission }) => submission !== row.submission) || rows.findIndex((one) => key(one) === key(row)) !== at);
  if (stray !== -1) return { kind: 'invalid', message: 'A score is for no bid that stands, for no criterion, or there twice.', help: 'Score each criterion of each bid that was found suitable once.', place: `scores[${stray}].points` };
  for (const { submission } of bids) {
    const scored = scoredOf(rows, submission);
    const quality = qualityPoints(model, scored.scores);
    const at = rows.findIndex((row) => row.submission === submission && row.criterion === (quality.ok ? '' : quality.failure.place));
    if (!quality.ok) return { ...quality.failure, place: at === -1 ? 'scores' : `scores[${at}].points` };
  }
  return null;
}

function scoredOf(rows: readonly Row[], submission: string): Scored {
  const own = rows.filter((row) => row.submission === submission);
  return { submission, scores: Object.fromEntries(own.map(({ criterion, points }) => [criterion, points])), reasons: Object.fromEntries(own.map(({ criterion, reason }) => [criterion, reason])) };
}

/** Who may not score yet, beside what the policy table says. */
function personFailure({ evaluators, declared }: PurchaseInternal, person: string | undefined): Failure | null {
  if (person === undefined || !evaluators.includes(person)) return { kind: 'forbidden', message: 'You are not named to assess the bids of this purchase.', help: 'Ask the buyer who is.' };
  return declared.includes(person) ? null : { kind: 'conflict', message: 'You have not declared whether you have interests in the outcome (§ 4).', help: 'Declare it on the page of the purchase before you look at the bids.' };
}

function bidsToScore(internal: PurchaseInternal, bids: readonly OpenedBid[]): readonly OpenedBid[] | Failure {
  if (!isChecked(internal, bids)) return { kind: 'conflict', message: 'The bids are not checked yet.', help: 'The buyer checks suitability and minimum requirements first.' };
  const valid = validBids(internal, bids);
  return valid.length > 0 ? valid : { kind: 'conflict', message: 'No bid stands.', help: 'Cancel the purchase, with the reason.' };
}

const isFailure = (found: readonly OpenedBid[] | Failure): found is Failure => 'kind' in found;

export const score = step({
  name: 'purchase.score', input: ScoreInput, from: ['opened'], look: lookBids, applies: isCompetitive,
  decide: (purchase: Purchase, { scores: rows }, { looked, actor, now }) => {
    const internal = internalOf(purchase);
    const bids = looked as readonly OpenedBid[];
    const valid = bidsToScore(internal, bids);
    const wrong = personFailure(internal, actor?.user) ?? (isFailure(valid) ? valid : null);
    if (wrong !== null || isFailure(valid)) return fail(wrong ?? { kind: 'conflict', message: 'No bid stands.' });
    if (allHaveScored(internal, bids)) return fail({ kind: 'conflict', message: 'All have scored, and everybody sees all scores.', help: 'Agree on a consensus; that is where a score changes now.' });
    const failure = scoredFailure(purchase, valid, rows);
    if (failure !== null) return fail(failure);
    const person = actor?.user ?? '';
    const own = valid.map(({ submission }) => {
      const { scores, reasons } = scoredOf(rows, submission);
      return { person, submission, scores: { ...scores }, reasons: { ...reasons }, at: now.toString() };
    });
    return ok({
      state: 'opened', body: purchase.body, internal: { ...internal, scores: [...internal.scores.filter((one) => one.person !== person), ...own] },
      // That somebody has scored, never what.
      happened: [{ type: 'scored', audience: 'owner', data: {} }],
    });
  },
});

export const consensus = step({
  name: 'purchase.consensus', input: ScoreInput, from: ['opened'], look: lookBids, applies: isCompetitive,
  decide: (purchase: Purchase, { scores: rows }, { looked, actor }) => {
    const internal = internalOf(purchase);
    const bids = looked as readonly OpenedBid[];
    const wrong = personFailure(internal, actor?.user);
    if (wrong !== null) return fail(wrong);
    if (!allHaveScored(internal, bids)) return fail({ kind: 'conflict', message: 'Not all have scored yet.', help: 'Each scores alone first; then you agree.' });
    const valid = validBids(internal, bids);
    const failure = scoredFailure(purchase, valid, rows);
    if (failure !== null) return fail(failure);
    const agreed = valid.map(({ submission }) => {
      const { scores, reasons } = scoredOf(rows, submission);
      return { submission, scores: { ...scores }, reasons: { ...reasons } };
    });
    return ok({ state: 'opened', body: purchase.body, internal: { ...internal, consensus: agreed, consensusBy: [...internal.evaluators] }, happened: [{ type: 'agreed', audience: 'owner', data: {} }] });
  },
});
