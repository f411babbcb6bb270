/** Award criteria, with the weights that buyers write in words and numbers of every kind. */
import type { Element } from '../xml/element.ts';
import { make } from '../xml/path.ts';
import type { Node } from './node.ts';
import { decimal, joined, text } from './read.ts';
import { put, type Value } from './write.ts';

const AWARDING = 'cac:TenderingTerms/cac:AwardingTerms';
const CRITERION = `${AWARDING}/cac:AwardingCriterion/cac:SubordinateAwardingCriterion`;

type Kind = 'quality' | 'cost' | 'price';
interface Criterion {
  readonly kind: Kind;
  readonly words: Value | null;
  readonly weight: string | null;
}

/** Versions of R2.0.9 put the criteria into AC, beside it, and in F15 into an element named after the directive. */
const PLACES = ['', 'DIRECTIVE_2014_24_EU', 'DIRECTIVE_2014_25_EU', 'DIRECTIVE_2014_23_EU', 'DIRECTIVE_2009_81_EC'] as const;
const KINDS: readonly (readonly [name: string, kind: Kind])[] = [
  ['AC_QUALITY', 'quality'], ['AC_COST', 'cost'], ['AC_PRICE', 'price'], ['AC_CRITERIA', 'quality'],
];

export function writeCriteria(lot: Element, from: Node): void {
  const places = PLACES.flatMap((place) => (place === '' ? [from] : from.all(place))).flatMap((place) => [place, ...place.all('AC')]);
  const criteria = places.flatMap(criteriaIn);
  const weights = criteria.flatMap(({ weight }) => decimal(weight) ?? []);
  const isShare = weights.length > 0 && Math.abs(weights.reduce((sum, weight) => sum + Number(weight), 0) - 100) < 0.5;
  for (const criterion of criteria) writeCriterion(lot, criterion, isShare);
  if (places.some((place) => place.has('AC_PROCUREMENT_DOC'))) put(lot, 'ted:CriteriaInDocuments', 'true');
}

function criteriaIn(place: Node): readonly Criterion[] {
  const structured = KINDS.flatMap(([name, kind]) => place.all(name).map((one) => {
    one.mark();
    const words = one.first('AC_CRITERION');
    return { kind, words: words === undefined ? null : text(words), weight: one.text('AC_WEIGHTING') };
  }));
  const plain = place.all('AC_CRITERION').map((one) => ({ kind: 'quality' as const, words: text(one), weight: null }));
  // The evaluation criteria of a design contest are one text.
  return [...structured, ...plain];
}

function writeCriterion(lot: Element, { kind, words, weight }: Criterion, isShare: boolean): void {
  const made = make(lot, CRITERION);
  make(made, 'cbc:AwardingCriterionTypeCode', kind, { listName: 'award-criterion-type' });
  if (words !== null) make(made, 'cbc:Description', words.text, { ...words.attributes });
  if (weight === null) return;
  const number = decimal(weight);
  if (number === null) {
    put(made, 'ted:Weighting', weight);
    return;
  }
  const parameter = make(made, "EXT/efac:AwardCriterionParameter[efbc:ParameterCode/@listName='number-weight']");
  const code = make(parameter, 'efbc:ParameterCode', isShare || weight.includes('%') ? 'per-exa' : 'poi-exa', { listName: 'number-weight' }, true);
  code.text = isShare || weight.includes('%') ? 'per-exa' : 'poi-exa';
  make(parameter, 'efbc:ParameterNumeric', number);
}

/** Texts that are criteria without a weight: those of a design contest, and the features that social services are awarded by. */
export function writeCriterionText(lot: Element, nodes: readonly (Node | undefined)[]): void {
  const words = joined(nodes);
  if (words !== null) writeCriterion(lot, { kind: 'quality', words, weight: null }, false);
}
