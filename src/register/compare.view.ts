/** Two organisations or fields side by side. One shape for the page, its file and the API. */
import { Type, type Static } from 'typebox';
import { ORGANISATION_ROLES, type OrganisationRole } from './organisation.view.ts';
import { OverviewSchema } from './overview.view.ts';
import { ProcessSummarySchema, type Frozen } from './views.ts';

/** `/sammenlign?a=DK-CVR-64942212&b=cpv:72&som=koeber`; an empty side is not chosen yet, and one may be any text. */
export interface CompareQuery {
  readonly a: string;
  readonly b: string;
  /** null: as what both are most. */
  readonly as: OrganisationRole | null;
}

/** What a side is: an organisation that the register knows, or a field of the vocabulary. */
export interface CompareTarget {
  /** As the address says it: the key of the organisation, or "cpv:72". */
  readonly side: string;
  readonly key: string | null;
  readonly field: string | null;
  /** What tells an organisation from others of its name: register and number, or its town; null when neither is stated. */
  readonly mark: string | null;
  /** An organisation has one name in every language. */
  readonly names: { readonly da: string; readonly en: string };
  /** Processes as buyer and as supplier; of a field 0. */
  readonly asBuyer: number;
  readonly asSupplier: number;
}

/** A side as it was asked for: found, or to be chosen. */
export interface CompareChoice {
  readonly text: string;
  readonly target: CompareTarget | null;
  /** The best matches of the text, when it is no target by itself. */
  readonly matches: readonly CompareTarget[];
}

/** The largest there are, to begin with. */
export interface CompareExamples {
  readonly buyers: readonly CompareTarget[];
  readonly suppliers: readonly CompareTarget[];
  readonly fields: readonly CompareTarget[];
}

export interface CompareChooseView {
  readonly a: CompareChoice;
  readonly b: CompareChoice;
  readonly as: OrganisationRole | null;
  /** The same was asked for on both sides. */
  readonly same: boolean;
  readonly examples: CompareExamples;
}

const text = (description: string) => Type.String({ description });
const nullable = (description: string) => Type.Union([Type.String(), Type.Null()], { description });

const SideSchema = Type.Object({
  side: text('What was asked for: the key of an organisation, or "cpv:" and the digits of a field.'),
  key: nullable('Key of the organisation; null of a field.'),
  field: nullable('Digits of a CPV code without the zeros that end it; null of an organisation.'),
  names: Type.Object({ da: Type.String(), en: Type.String() }, { description: 'An organisation has one name in every language.' }),
  years: Type.Union([Type.Object({ first: Type.Integer(), last: Type.Integer() }), Type.Null()], { description: 'First and last year with a process.' }),
  overview: OverviewSchema,
  newest: Type.Array(ProcessSummarySchema, { description: 'The five newest processes.' }),
});
export type CompareSide = Frozen<Static<typeof SideSchema>>;

const SharedSchema = Type.Object({
  of: Type.Unsafe<'buyers' | 'suppliers'>(Type.String({ enum: ['buyers', 'suppliers'] })),
  total: Type.Integer({ description: 'Organisations that both sides have.' }),
  top: Type.Array(Type.Object({
    key: text('Key of the organisation.'), name: Type.String(), a: Type.Integer({ description: 'Its processes with the first side.' }), b: Type.Integer({ description: 'Its processes with the second side.' }),
  }), { description: 'The ten that have most processes with the side where they have fewer.' }),
});
export type CompareShared = Frozen<Static<typeof SharedSchema>>;

/** What makes a comparison weak, most important first. */
export const COMPARE_REMARKS = ['nothing', 'few', 'few-calls', 'few-bids', 'years', 'within', 'kinds'] as const;
export type CompareRemarkKind = (typeof COMPARE_REMARKS)[number];

const RemarkSchema = Type.Object({
  kind: Type.Unsafe<CompareRemarkKind>(Type.String({
    enum: [...COMPARE_REMARKS],
    description: 'nothing: no processes; few: fewer than ten; few-calls, few-bids: fewer than ten say it; years: mostly different years; within: one field holds the other; kinds: an organisation and a field.',
  })),
  of: Type.Union([Type.Unsafe<'a' | 'b'>(Type.String({ enum: ['a', 'b'] })), Type.Null()], { description: 'The side that is meant; null: both together. Of "within": the smaller field.' }),
});
export type CompareRemark = Frozen<Static<typeof RemarkSchema>>;

export const CompareSchema = Type.Object({
  as: Type.Union([Type.Unsafe<OrganisationRole>(Type.String({ enum: [...ORGANISATION_ROLES] })), Type.Null()], { description: 'What the organisations are compared as; null of two fields.' }),
  a: SideSchema,
  b: SideSchema,
  shared: Type.Array(SharedSchema),
  remarks: Type.Array(RemarkSchema, { description: 'What makes the comparison weak.' }),
});
export type ComparisonView = Frozen<Static<typeof CompareSchema>>;
