/** What a direct award adds to a purchase: requirements that are criteria of the agreement, each with its reason. */
import { Type, type Static } from 'typebox';
import { choice, count, fields, line, list, maybe, text } from '../core/fields.ts';
import { ORDERS, RowChoice, TESTS } from '../framework/framework.schema.ts';
import type { FrozenShortlist, Requirement, Shortlist } from '../framework/shortlist.ts';

const strict = { additionalProperties: false } as const;

/** As a form sends it: a criterion of the agreement, what is asked of it, and why it is needed. With points it is a wish; without, whoever does not meet it falls out. */
export const NEEDS = list(fields({ criterion: RowChoice, asked: maybe(line(300)), points: maybe(count(1, 1000)), why: text(2000) }), 100, 1);
export type NeedRows = Static<typeof NEEDS>;

const DirectRequirement = Type.Object({
  id: Type.String(),
  /** Of the agreement. */
  criterion: Type.String(),
  text: Type.String(),
  test: Type.Object({ kind: choice(TESTS), value: Type.Optional(Type.Number()), values: Type.Optional(Type.Array(Type.String())) }, strict),
  points: Type.Union([Type.Integer(), Type.Null()]),
  why: Type.String(),
  source: Type.String(),
}, strict);
export type DirectRequirement = Static<typeof DirectRequirement>;

export const DirectSchema = Type.Object({ needs: Type.Array(DirectRequirement), orderBy: Type.Array(choice(ORDERS)) }, strict);

/** What everybody may see of a frozen shortlist: all but the prices. Its hash is that of the whole. */
export interface PublicShortlist extends Shortlist {
  readonly hash: string;
  readonly at: string;
  readonly offers: readonly { readonly id: string; readonly supplier: string; readonly name: string }[];
}

/** The whole, as it is kept for the buyer. */
export type KeptShortlist = FrozenShortlist & { readonly inputs: KeptInputs };

export interface KeptInputs {
  readonly lot: string;
  readonly requirements: readonly Requirement[];
  readonly orderBy: readonly (typeof ORDERS)[number][];
  readonly offers: readonly { readonly id: string; readonly supplier: string; readonly agreementRank: number | null; readonly price: { readonly amount: string; readonly currency: string } | null }[];
}
