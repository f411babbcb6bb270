/** What a buyer publishes about the evaluation (§ 160): criteria with weights, the scale of the points, and how price and quality are weighed against each other. */
import { Type, type Static } from 'typebox';

/** Weights of one level together. */
export const WHOLE = 1000;

const name = Type.String({ minLength: 1, maxLength: 300 });
const id = Type.String({ pattern: '^[a-z0-9][a-z0-9-]{0,39}$', description: 'Short name, unique in the model.' });
const weight = Type.Integer({ minimum: 1, maximum: WHOLE, description: 'Per mille of its level.' });
/** Largest amount in minor units that JSON holds exactly, rounded down. */
const amount = Type.Integer({ minimum: 1, maximum: 1e15, description: 'Whole minor units of the currency (øre).' });

const PartSchema = Type.Object({ id, name, weight, emphasis: Type.String({ maxLength: 5000, description: 'What is given weight.' }) }, { additionalProperties: false });

export const CriterionSchema = Type.Object({
  ...PartSchema.properties,
  parts: Type.Array(PartSchema, { maxItems: 30, description: 'Sub-criteria; with none the criterion itself is scored.' }),
}, { additionalProperties: false });

export const MethodSchema = Type.Union([
  Type.Object({
    kind: Type.Literal('linear-points'),
    slope: Type.Integer({ minimum: 1, maximum: 100_000, description: 'How much dearer than the lowest price, in per mille, a price is that gets the fewest points.' }),
    priceWeight: Type.Integer({ minimum: 1, maximum: WHOLE, description: 'Per mille; quality has the rest.' }),
  }, { additionalProperties: false }),
  Type.Object({ kind: Type.Literal('price-per-point') }, { additionalProperties: false }),
  Type.Object({ kind: Type.Literal('points-in-money'), pointWorth: amount }, { additionalProperties: false }),
]);

export const ModelSchema = Type.Object({
  /** ISO 4217. */
  currency: Type.String({ pattern: '^[A-Z]{3}$' }),
  scale: Type.Object({ lowest: Type.Integer({ minimum: 0, maximum: 1000 }), highest: Type.Integer({ minimum: 1, maximum: 1000 }) }, { additionalProperties: false }),
  criteria: Type.Array(CriterionSchema, { minItems: 1, maxItems: 30 }),
  method: MethodSchema,
}, { additionalProperties: false });

export type Criterion = Static<typeof CriterionSchema>;
export type Part = Static<typeof PartSchema>;
export type Method = Static<typeof MethodSchema>;
export type Model = Static<typeof ModelSchema>;
export type MethodKind = Method['kind'];

/** What is wrong with a model whose shape is right; keys of the texts. */
export type ModelFault =
  | { readonly code: 'weights-do-not-sum'; readonly data: { readonly level: string; readonly sum: number } }
  | { readonly code: 'same-id-twice'; readonly data: { readonly id: string } }
  | { readonly code: 'scale-upside-down'; readonly data: { readonly lowest: number; readonly highest: number } }
  | { readonly code: 'points-may-be-none'; readonly data: Record<string, never> }
  | { readonly code: 'nothing-said-of-emphasis'; readonly data: { readonly id: string } };

/** All that must be mended before the model can be published; empty: nothing. */
export function modelFaults({ scale, criteria, method }: Model): readonly ModelFault[] {
  const ids = criteria.flatMap((criterion) => [criterion, ...criterion.parts]).map((one) => one.id);
  const twice = new Set(ids.filter((one, at) => ids.indexOf(one) !== at));
  return [
    ...weightFaults('', criteria),
    ...criteria.flatMap((criterion) => weightFaults(criterion.id, criterion.parts)),
    ...[...twice].map((one): ModelFault => ({ code: 'same-id-twice', data: { id: one } })),
    ...(scale.lowest < scale.highest ? [] : [{ code: 'scale-upside-down', data: scale } as const]),
    // A price cannot be divided by no points at all.
    ...(method.kind === 'price-per-point' && scale.lowest === 0 ? [{ code: 'points-may-be-none', data: {} } as const] : []),
    ...leaves({ criteria }).filter(({ emphasis }) => emphasis.trim() === '').map((one): ModelFault => ({ code: 'nothing-said-of-emphasis', data: { id: one.id } })),
  ];
}

function weightFaults(level: string, list: readonly Part[]): readonly ModelFault[] {
  const sum = list.reduce((total, one) => total + one.weight, 0);
  return list.length === 0 || sum === WHOLE ? [] : [{ code: 'weights-do-not-sum', data: { level, sum } }];
}

/** What is scored: the sub-criteria, and the criteria that have none. */
export function leaves({ criteria }: Pick<Model, 'criteria'>): readonly Part[] {
  return criteria.flatMap((criterion): readonly Part[] => (criterion.parts.length === 0 ? [criterion] : criterion.parts));
}
