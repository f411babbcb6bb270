import { Type, type Static } from 'typebox';
import { AmountSchema, METHODS, OrganisationLinkSchema, type Frozen } from '../views.ts';
import type { PartListView, PartQuery } from './part.view.ts';

/** Which contracts by their end: within so many months from today, over, any, or without a known end. */
export const ENDS = ['6', '12', '18', '36', 'ended', 'any', 'unknown'] as const;
export type Ends = (typeof ENDS)[number];
export const DEFAULT_ENDS: Ends = '18';

/** The months of a choice; null: it is another one. */
export function monthsOf(ends: Ends | null): number | null {
  return ends !== null && /^\d+$/.test(ends) ? Number(ends) : null;
}

/** The choice that a calendar of ends can keep: all of its ends lie ahead. */
export function endsAheadOf(ends: Ends | null): Ends | null {
  return monthsOf(ends) === null ? null : ends;
}

export const CONTRACT_SORTS = ['end', 'newest', 'value'] as const;
export type ContractSort = (typeof CONTRACT_SORTS)[number];

export interface ContractQuery extends PartQuery<ContractSort> {
  /** null: the default. */
  readonly ends: Ends | null;
}

const text = (description?: string) => Type.Union([Type.String(description === undefined ? {} : { description }), Type.Null()]);

export const ContractRowSchema = Type.Object({
  ocid: Type.String({ description: 'Open Contracting ID of the contracting process.' }),
  contract: text('Id of the contract within the process.'),
  title: text('Of the contract; where it has none, of the process.'),
  buyer: Type.Union([OrganisationLinkSchema, Type.Null()]),
  suppliers: Type.Array(OrganisationLinkSchema),
  country: text('ISO 3166-1 alpha-2, of the buyer.'),
  status: text('OCDS codelist "contractStatus", or as written.'),
  signed: text('ISO 8601 day.'),
  starts: text('ISO 8601 day.'),
  ends: text('ISO 8601 day.'),
  endsBasis: text('Where the end stands: contract, award, lot, tender; computed: from start and duration, so about right.'),
  renewal: Type.Boolean({ description: 'Can be renewed by the tender.' }),
  changed: Type.Boolean({ description: 'Stands in a notice of change.' }),
  value: Type.Union([AmountSchema, Type.Null()]),
  procedure: text('EU codelist "procurement-procedure-type".'),
  method: Type.Union([Type.Unsafe<(typeof METHODS)[number]>(Type.String({ enum: [...METHODS], description: 'OCDS codelist "method".' })), Type.Null()]),
  notice: text('Name of the newest notice that tells of the contract: /udbud/{ocid}/bekendtgoerelse/{notice}.'),
});
export type ContractRow = Frozen<Static<typeof ContractRowSchema>>;

export interface ContractListView extends PartListView<ContractQuery, ContractRow> {
  /** The choice in force. */
  readonly ends: Ends;
  /** What each choice would give. */
  readonly endsCounts: Readonly<Record<Ends, number>>;
}
