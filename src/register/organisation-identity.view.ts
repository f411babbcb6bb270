import { Type, type Static } from 'typebox';
import { RULES } from './identity/known.ts';
import type { Frozen } from './views.ts';

export const RELATIONS = ['part', 'whole', 'joint', 'same-number', 'same-name'] as const;

const JOIN_RULES = [...RULES, 'number-alone', 'name-alone'] as const;
const JoinSchema = Type.Unsafe<(typeof JOIN_RULES)[number]>(Type.String({
  enum: [...JOIN_RULES],
  description: 'Why it is this organisation\'s: "number", "name-one-number", "name-other-number", "name", "name-lost-letters", "correction"; "number-alone" and "name-alone" for what the key itself says.',
}));

export const IdentitySchema = Type.Object({
  names: Type.Array(Type.Object({
    name: Type.String(), count: Type.Integer({ description: 'Processes that write it so.' }), rule: JoinSchema,
    reason: Type.Union([Type.Object({ da: Type.String(), en: Type.String() }), Type.Null()], { description: 'Why the editor counts it here.' }),
  }), { description: 'Names as written, the most frequent first.' }),
  numbers: Type.Array(Type.Object({
    scheme: Type.Union([Type.String(), Type.Null()]), id: Type.String(), count: Type.Integer(), rule: JoinSchema,
    check: Type.Union([Type.Literal('right'), Type.Literal('unknown'), Type.Literal('none')], {
      description: 'right: the check digit is. unknown: no check digit is known. none: the text is no number of an organisation, and joins nothing.',
    }),
  }), { description: 'Numbers as written, the most frequent first.' }),
  related: Type.Array(Type.Object({
    key: Type.String(), name: Type.String(), relation: Type.Unsafe<(typeof RELATIONS)[number]>(Type.String({ enum: [...RELATIONS] })),
  }), { description: 'Organisations that are near this one and are not counted with it.' }),
  buysForOthers: Type.Integer({ description: 'Processes in which it buys for others: as central purchasing body or lead buyer.' }),
});
export type IdentityView = Frozen<Static<typeof IdentitySchema>>;
export type NameView = IdentityView['names'][number];
export type NumberView = IdentityView['numbers'][number];
export type RelatedView = IdentityView['related'][number];
