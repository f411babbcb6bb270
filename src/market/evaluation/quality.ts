import { fail, ok, refuse, type Failure, type Result } from '#base';
import { fraction, plus, times, ZERO, type Fraction } from './fraction.ts';
import { leaves, WHOLE, type Criterion, type Model } from './model.ts';

/** Points for each thing that is scored, by its id: whole steps of the scale. */
export type Scores = Readonly<Record<string, number>>;

/** The weighted quality points, on the scale of the model. Fails where a score is missing, unknown or no step of the scale. */
export function qualityPoints(model: Model, scores: Scores): Result<Fraction> {
  const wrong = scoreFailure(model, scores);
  return wrong === null ? ok(weighted(model.criteria, (criterion) => pointsOf(criterion, scores))) : fail(wrong);
}

function pointsOf(criterion: Criterion, scores: Scores): Fraction {
  return criterion.parts.length === 0 ? scored(criterion.id, scores) : weighted(criterion.parts, (part) => scored(part.id, scores));
}

function weighted<T extends { readonly weight: number }>(list: readonly T[], points: (one: T) => Fraction): Fraction {
  return list.reduce((sum, one) => plus(sum, times(points(one), fraction(BigInt(one.weight), BigInt(WHOLE)))), ZERO);
}

function scored(id: string, scores: Scores): Fraction {
  return fraction(BigInt(scores[id] ?? 0));
}

function scoreFailure(model: Model, scores: Scores): Failure | null {
  const { lowest, highest } = model.scale;
  const ids = leaves(model).map(({ id }) => id);
  const invalid = (id: string, da: string, en: string): Failure =>
    refuse('invalid', { da: [da, `Giv hele point fra ${lowest} til ${highest} for hvert af: ${ids.join(', ')}.`], en: [en, `Give each of ${ids.join(', ')} whole points from ${lowest} to ${highest}.`] }, id);
  for (const id of ids) {
    const score = Object.hasOwn(scores, id) ? scores[id] : undefined;
    if (score === undefined) return invalid(id, `Der er ikke givet point for ${id}.`, `Nothing was scored for ${id}.`);
    if (!Number.isInteger(score) || score < lowest || score > highest) return invalid(id, `${score} er ikke et trin på skalaen fra ${lowest} til ${highest} (${id}).`, `${score} is no step of the scale from ${lowest} to ${highest} (${id}).`);
  }
  const unknown = Object.keys(scores).find((id) => !ids.includes(id));
  return unknown === undefined ? null : invalid(unknown, `${unknown.slice(0, 60)} er ikke blandt det, der gives point for.`, `${unknown.slice(0, 60)} is not among what is scored.`);
}
