import type { Cursors, FacetView } from './list.view.ts';
import { Type, type Static } from 'typebox';
import { IdentitySchema } from './organisation-identity.view.ts';
import { OverviewSchema } from './overview.view.ts';
import { ProcessSummarySchema, type Frozen } from './views.ts';

export const ORGANISATION_FACETS = ['role', 'country'] as const;
export type OrganisationFacet = (typeof ORGANISATION_FACETS)[number];

/** The roles that can be searched; other OCDS roles are shown on the organisation's page. */
export const ORGANISATION_ROLES = ['buyer', 'supplier'] as const;
export type OrganisationRole = (typeof ORGANISATION_ROLES)[number];

/** `/organisationer?q=aarhus&role=buyer&country=DK` */
export interface OrganisationQuery {
  readonly q: string;
  readonly filters: Readonly<Partial<Record<OrganisationFacet, readonly string[]>>>;
}

export const IdentifierSchema = Type.Object({
  scheme: Type.Union([Type.String(), Type.Null()], { description: 'Register code (org-id.guide), "DK-CVR"; null when the publisher left it out.' }),
  id: Type.String(),
});
export type IdentifierView = Frozen<Static<typeof IdentifierSchema>>;

export const OrganisationSummarySchema = Type.Object({
  key: Type.String(),
  name: Type.String({ description: 'The name most notices use.' }),
  identifier: Type.Union([IdentifierSchema, Type.Null()]),
  country: Type.Union([Type.String(), Type.Null()], { description: 'ISO 3166-1 alpha-2.' }),
  locality: Type.Union([Type.String(), Type.Null()]),
  asBuyer: Type.Integer({ description: 'Processes as buyer.' }),
  asSupplier: Type.Integer({ description: 'Processes as supplier.' }),
});
export type OrganisationSummary = Frozen<Static<typeof OrganisationSummarySchema>>;

export interface OrganisationListView extends Cursors {
  readonly query: OrganisationQuery;
  readonly total: number;
  readonly rows: readonly OrganisationSummary[];
  readonly facets: readonly FacetView<OrganisationFacet>[];
  readonly didYouMean: string | null;
  readonly corrected: boolean;
}

export const OrganisationSchema = Type.Object({
  summary: OrganisationSummarySchema,
  otherNames: Type.Array(Type.String(), { description: 'Other names that notices give the same organisation.' }),
  identifiers: Type.Array(IdentifierSchema),
  roles: Type.Array(Type.Object({ role: Type.String({ description: 'OCDS codelist "partyRole", or what the publisher wrote.' }), count: Type.Integer() })),
  bought: Type.Array(ProcessSummarySchema, { description: 'The five newest processes as buyer.' }),
  supplied: Type.Array(ProcessSummarySchema, { description: 'The five newest processes as supplier.' }),
  asBuyer: Type.Union([OverviewSchema, Type.Null()], { description: 'What its processes as buyer say together; null when there are none.' }),
  asSupplier: Type.Union([OverviewSchema, Type.Null()], { description: 'What its processes as supplier say together; null when there are none.' }),
  identity: IdentitySchema,
});
export type OrganisationView = Frozen<Static<typeof OrganisationSchema>>;
