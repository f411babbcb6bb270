/** Evaluators are named, score alone, and then agree. Nobody sees another's scores before all have scored (`visibleScores`). */
import { Type, type Static } from 'typebox';
import { fail, ok, refuse, type Failure, type Words } from '#base';
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

function wrong(words: Words, at: number): Failure {
  return refuse('invalid', words, `evaluators[${at}].person`);
}

/** Who scores. Named while no score is seen by others; whoever has declared a conflict cannot be. */
export const setEvaluators = step({
  name: 'purchase.set-evaluators', input: SetEvaluators, from: ['draft', 'announced', 'closed', 'opened'], look: lookEvaluators, applies: isCompetitive,
  decide: (purchase: Purchase, { evaluators: given }, { looked }) => {
    const internal = internalOf(purchase);
    const persons = given.map(({ person }) => person);
    for (const [at, person] of persons.entries()) {
      if (persons.indexOf(person) !== at) return fail(wrong({ da: ['En person er nævnt to gange.', 'Hver bedømmer giver point én gang.'], en: ['One person is named twice.', 'Each scores once.'] }, at));
      if ((looked as readonly Evaluator[]).every((one) => one.person !== person)) return fail(wrong({ da: ['En af dem er ikke bedømmer i jeres organisation.', 'Giv først personen den rolle.'], en: ['One of them is no evaluator of your organisation.', 'Give the person that role first.'] }, at));
      if (internal.conflicted.includes(person)) return fail(wrong({ da: ['En af dem har oplyst at være inhabil.', 'Vælg en anden person.'], en: ['One of them has declared a conflict of interest.', 'Name another person.'] }, at));
    }
    if (internal.consensus.length > 0) return fail(refuse('conflict', { da: ['Bedømmerne er allerede enige.', 'Derefter kan I ikke udpege andre.'], en: ['The evaluators have agreed already.', 'Others are not named after that.'] }));
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
  if (stray !== -1) return refuse('invalid', { da: ['Nogle point er til et tilbud, der ikke er gyldigt, til et ukendt kriterium, eller givet to gange.', 'Giv point én gang for hvert kriterium i hvert tilbud, der blev fundet egnet.'], en: ['A score is for no bid that stands, for no criterion, or there twice.', 'Score each criterion of each bid that was found suitable once.'] }, `scores[${stray}].points`);
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
  if (person === undefined || !evaluators.includes(person)) return refuse('forbidden', { da: ['Du er ikke udpeget til at bedømme tilbuddene i dette køb.', 'Spørg indkøberen, hvem der er.'], en: ['You are not named to assess the bids of this purchase.', 'Ask the buyer who is.'] });
  return declared.includes(person) ? null : refuse('conflict', { da: ['Du har ikke oplyst, om du har interesser i sagen (§ 4).', 'Oplys det på købets side, før du ser på tilbuddene.'], en: ['You have not declared whether you have interests in the outcome (§ 4).', 'Declare it on the page of the purchase before you look at the bids.'] });
}

function bidsToScore(internal: PurchaseInternal, bids: readonly OpenedBid[]): readonly OpenedBid[] | Failure {
  if (!isChecked(internal, bids)) return refuse('conflict', { da: ['Tilbuddene er ikke gennemgået endnu.', 'Indkøberen gennemgår egnethed og mindstekrav først.'], en: ['The bids are not checked yet.', 'The buyer checks suitability and minimum requirements first.'] });
  const valid = validBids(internal, bids);
  return valid.length > 0 ? valid : refuse('conflict', { da: ['Der er ingen gyldige tilbud.', 'Annullér købet, og skriv hvorfor.'], en: ['No bid stands.', 'Cancel the purchase, with the reason.'] });
}

const isFailure = (found: readonly OpenedBid[] | Failure): found is Failure => 'kind' in found;

export const score = step({
  name: 'purchase.score', input: ScoreInput, from: ['opened'], look: lookBids, applies: isCompetitive,
  decide: (purchase: Purchase, { scores: rows }, { looked, actor, now }) => {
    const internal = internalOf(purchase);
    const bids = looked as readonly OpenedBid[];
    const valid = bidsToScore(internal, bids);
    const wrong = personFailure(internal, actor?.user) ?? (isFailure(valid) ? valid : null);
    if (wrong !== null || isFailure(valid)) return fail(wrong ?? refuse('conflict', { da: ['Der er ingen gyldige tilbud.', 'Annullér købet, og skriv hvorfor.'], en: ['No bid stands.', 'Cancel the purchase, with the reason.'] }));
    if (allHaveScored(internal, bids)) return fail(refuse('conflict', { da: ['Alle har givet point, og alle kan se hinandens.', 'Bliv enige om fælles point: det er der, point kan ændres nu.'], en: ['All have scored, and everybody sees all scores.', 'Agree on a consensus; that is where a score changes now.'] }));
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
    if (!allHaveScored(internal, bids)) return fail(refuse('conflict', { da: ['Ikke alle har givet point endnu.', 'Giv først point hver for sig; bliv så enige.'], en: ['Not all have scored yet.', 'Each scores alone first; then you agree.'] }));
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
