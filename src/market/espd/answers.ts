/** What a buyer asks in the self-declaration, and what a supplier answers. */
import { Type, type Static } from 'typebox';
import { EXCLUSION_GROUNDS, SELECTION_CRITERIA } from './criteria.ts';

const ground = Type.String({ enum: EXCLUSION_GROUNDS.map(({ code }) => code) });
const criterion = Type.String({ enum: SELECTION_CRITERIA.map(({ code }) => code) });
const words = Type.String({ maxLength: 5000 });
const orNull = <T extends ReturnType<typeof Type.Integer> | ReturnType<typeof Type.Number> | ReturnType<typeof Type.Boolean>>(type: T) => Type.Union([type, Type.Null()]);

export const EspdRequestSchema = Type.Object({
  voluntary: Type.Array(ground, { uniqueItems: true, description: 'Voluntary grounds that the notice names; the mandatory ones are always asked about.' }),
  selection: Type.Array(Type.Object({
    code: criterion, text: words,
    minimum: orNull(Type.Number({ minimum: 0, maximum: 1e15, description: 'Least value: whole minor units (øre) of money, a count, or a ratio; null: a statement.' })),
  }, { additionalProperties: false }), { maxItems: 50 }),
}, { additionalProperties: false });

export const EspdAnswersSchema = Type.Object({
  cvr: Type.String({ pattern: '^[0-9]{8}$' }),
  exclusion: Type.Array(Type.Object({
    code: ground,
    applies: Type.Boolean(),
    explanation: words,
    selfCleaning: Type.String({ maxLength: 5000, description: 'Proof that the supplier is reliable again; empty: none is offered.' }),
    debt: orNull(Type.Integer({ minimum: 0, maximum: 1e15, description: 'Unpaid due public debt in øre; only for taxes and social contributions.' })),
    arrangement: Type.Boolean({ description: 'The debt is secured or paid off by an agreement.' }),
  }, { additionalProperties: false }), { maxItems: EXCLUSION_GROUNDS.length }),
  selection: Type.Array(Type.Object({
    code: criterion, meets: orNull(Type.Boolean()), value: orNull(Type.Number({ minimum: 0, maximum: 1e15 })), statement: words,
  }, { additionalProperties: false }), { maxItems: 50 }),
  reliedOn: Type.Array(Type.Object({ name: Type.String({ minLength: 1, maxLength: 300 }), hasDeclared: Type.Boolean({ description: 'Its own self-declaration is there.' }) }, { additionalProperties: false }), { maxItems: 30 }),
  signed: Type.Boolean({ description: 'Somebody who may bind the supplier stands by the answers.' }),
}, { additionalProperties: false });

export type EspdRequest = Static<typeof EspdRequestSchema>;
export type EspdAnswers = Static<typeof EspdAnswersSchema>;
export type ExclusionAnswer = EspdAnswers['exclusion'][number];
export type SelectionAnswer = EspdAnswers['selection'][number];
