import { Type, type Static } from 'typebox';
import { AmountSchema, OrganisationLinkSchema, type Frozen } from '../views.ts';
import type { PartListView, PartQuery } from './part.view.ts';

/** Which: all, systems that can still be applied to, all systems, framework agreements. */
export const FRAMEWORK_KINDS = ['any', 'open', 'dps', 'framework'] as const;
export type FrameworkKind = (typeof FRAMEWORK_KINDS)[number];

export const FRAMEWORK_SORTS = ['open', 'newest'] as const;
export type FrameworkSort = (typeof FRAMEWORK_SORTS)[number];

export interface FrameworkQuery extends PartQuery<FrameworkSort> {
  /** null: all. */
  readonly kind: FrameworkKind | null;
}

const text = (description?: string) => Type.Union([Type.String(description === undefined ? {} : { description }), Type.Null()]);
const amount = (description: string) => Type.Union([AmountSchema, Type.Null()], { description });
const link = (description: string) => Type.Union([OrganisationLinkSchema, Type.Null()], { description });

export const FrameworkRowSchema = Type.Object({
  ocid: Type.String({ description: 'Open Contracting ID of the contracting process.' }),
  title: text(),
  technique: Type.Unsafe<'dps' | 'framework'>(Type.String({ enum: ['dps', 'framework'], description: 'dps: dynamic purchasing system; framework: framework agreement.' })),
  buyer: link('Who set it up.'),
  central: link('A central purchasing body among the parties.'),
  country: text('ISO 3166-1 alpha-2, of the buyer.'),
  open: Type.Boolean({ description: 'A dynamic purchasing system that by its notices can still be applied to today.' }),
  maximum: amount('Maximum value. The two values may be in different currencies and are never added.'),
  estimate: amount('Estimated value.'),
  starts: text('ISO 8601 day.'),
  ends: text('ISO 8601 day.'),
  endsBasis: text('Where the end stands: framework, lot, tender, contract, award; computed: from start and duration, so about right.'),
  days: Type.Union([Type.Integer(), Type.Null()], { description: 'Duration, where it is stated.' }),
  applications: text('ISO 8601 day: the last deadline for tenders or applications.'),
  closed: Type.Boolean({ description: 'Said to be terminated, cancelled or without result.' }),
  suppliers: Type.Union([Type.Integer(), Type.Null()], { description: 'Organisations awarded or admitted; null: not told.' }),
  contracts: Type.Integer({ description: 'Contracts in the same process: of a system purchases in it, of a framework agreement the agreements themselves.' }),
  purchases: Type.Integer({ description: 'Other processes that say that they buy under it.' }),
});
export type FrameworkRow = Frozen<Static<typeof FrameworkRowSchema>>;

export interface FrameworkListView extends PartListView<FrameworkQuery, FrameworkRow> {
  readonly kind: FrameworkKind;
  /** What each choice would give. */
  readonly kindCounts: Readonly<Record<FrameworkKind, number>>;
  /** Of those in the search: with a purchase that notices tell of (a contract of a system, or another process that names it), and with an end. */
  readonly withPurchases: number;
  readonly withEnd: number;
}
