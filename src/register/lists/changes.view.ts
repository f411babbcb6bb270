import { Type, type Static } from 'typebox';
import { OrganisationLinkSchema, type Frozen } from '../views.ts';
import type { PartListView, PartQuery } from './part.view.ts';

export const CHANGE_SORTS = ['newest', 'rise'] as const;
export type ChangeSort = (typeof CHANGE_SORTS)[number];

export type ChangeQuery = PartQuery<ChangeSort>;

const text = (description?: string) => Type.Union([Type.String(description === undefined ? {} : { description }), Type.Null()]);

export const ChangeRowSchema = Type.Object({
  ocid: Type.String({ description: 'Open Contracting ID of the contracting process.' }),
  contract: text('Id of the contract within the process.'),
  change: text('Id of the change within the contract.'),
  title: text('Of the contract; where it has none, of the process.'),
  buyer: Type.Union([OrganisationLinkSchema, Type.Null()]),
  suppliers: Type.Array(OrganisationLinkSchema),
  country: text('ISO 3166-1 alpha-2, of the buyer.'),
  published: text('ISO 8601 day.'),
  reasonCode: text('EU codelist "modification-justification".'),
  reason: text('The reason in the words of the buyer.'),
  description: text('What is changed, in the words of the buyer.'),
  before: text('Exact decimal: the amount before the change.'),
  after: text('Exact decimal: the amount after the change.'),
  currency: text('Of both amounts; null where they are in different ones or not stated.'),
  rise: text('How much the amount rose, as a share of what it was before: "0.25" is 25 per cent more. Exact to six decimals.'),
  notice: text('Name of the notice that first told of the change: /udbud/{ocid}/bekendtgoerelse/{notice}.'),
});
export type ChangeRow = Frozen<Static<typeof ChangeRowSchema>>;

export interface ChangeListView extends PartListView<ChangeQuery, ChangeRow> {
  /** Of the rows of the search, those whose amounts before and after can be compared. */
  readonly compared: number;
}
