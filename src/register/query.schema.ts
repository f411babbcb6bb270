import { Type, type Static } from 'typebox';
import { COMPARED_AS } from './addresses.ts';
import type { CompareQuery } from './compare.view.ts';
import { PROCESS_FACETS, PROCESS_SORTS, type ProcessQuery } from './list.view.ts';
import { ORGANISATION_FACETS, ORGANISATION_ROLES, type OrganisationQuery, type OrganisationRole } from './organisation.view.ts';
import type { PageRequest } from './cursor.ts';
import { readField } from './cpv/fields.ts';

/** Rows on a page of a list; the API gives up to MOST_ROWS when asked. */
const ROWS = 20;
const MOST_ROWS = 100;

const searchText = Type.Optional(Type.String({ maxLength: 500, description: 'Words to find. "quotes", or and - work.' }));
const values = (what: string) => Type.Optional(Type.Array(Type.String({ maxLength: 200 }), { maxItems: 100, description: `${what} Several give the rows that have one of them; "unknown": not stated.` }));
const place = (what: string) => Type.Optional(Type.String({ maxLength: 6000, description: `Cursor from the field "${what}" of a page.` }));

const listing = {
  after: place('next'),
  before: place('previous'),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: MOST_ROWS, default: ROWS, description: 'Rows on a page.' })),
};

export const ocidParameter = Type.String({ minLength: 1, maxLength: 3000, description: 'Open Contracting ID of the process.' });
export const releaseKeyParameter = Type.String({ maxLength: 100, description: 'Key of the release, from the field "releases" of /api/v1/processes/{ocid}.' });

/** One definition for the page, the downloads and the API. */
export const ProcessSearchSchema = Type.Object({
  q: searchText,
  cpv: Type.Optional(Type.String({ maxLength: 10, pattern: '^(\\d{2,8}(-\\d)?)?$', description: 'A field of the Common Procurement Vocabulary: 2 to 8 digits of its code.' })),
  call: values('with or without a call for competition.'),
  technique: values('dps: dynamic purchasing system; framework: framework agreement; call-off: bought under a framework agreement.'),
  division: values('First two digits of the main CPV code.'),
  country: values('ISO 3166-1 alpha-2.'),
  stage: values('How far the process has come.'),
  method: values('OCDS codelist "method".'),
  category: values('OCDS codelist "procurementCategory".'),
  year: values('Year of the first release, in Copenhagen.'),
  currency: values('Currency of the value.'),
  buyer: Type.Optional(Type.String({ maxLength: 200, description: 'Key of an organisation that buys.' })),
  supplier: Type.Optional(Type.String({ maxLength: 200, description: 'Key of an organisation that supplies.' })),
  open: Type.Optional(Type.Unsafe<'yes'>(Type.String({ enum: ['yes'], description: 'Only those that still take tenders.' }))),
  reason: values('Reason for buying without a call for competition: EU codelist "direct-award-justification".'),
  under: Type.Optional(Type.String({ maxLength: 3000, description: 'Open Contracting ID of the framework agreement or dynamic purchasing system that it is bought under.' })),
  procedure: values('Procedure: EU codelist "procurement-procedure-type".'),
  bids: Type.Optional(Type.Unsafe<'one'>(Type.String({ enum: ['one'], description: 'Only those with a lot, or a whole without lots, that had exactly one bid.' }))),
  sort: Type.Optional(Type.Unsafe<(typeof PROCESS_SORTS)[number]>(Type.String({ enum: [...PROCESS_SORTS], description: 'Order. "value" needs exactly one currency.' }))),
  ...listing,
}, { additionalProperties: false });

/** A search without its place in a list. */
export const ProcessQuerySchema = Type.Omit(ProcessSearchSchema, ['after', 'before', 'limit', 'sort'], { additionalProperties: false });

export const OrganisationSearchSchema = Type.Object({
  q: searchText,
  role: values('buyer or supplier.'),
  country: values('ISO 3166-1 alpha-2.'),
  ...listing,
}, { additionalProperties: false });

const compared = Type.String({ minLength: 1, maxLength: 500, description: 'Key of an organisation, or "cpv:" and 2 to 8 digits of a field.' });

/** The page takes any text for a side, and asks. */
export const ComparePageSchema = Type.Object({
  a: Type.Optional(compared), b: Type.Optional(compared),
  som: Type.Optional(Type.Unsafe<(typeof COMPARED_AS)[OrganisationRole]>(Type.String({ enum: Object.values(COMPARED_AS) }))),
}, { additionalProperties: false });

export const CompareDataSchema = Type.Object({
  a: compared, b: compared,
  as: Type.Optional(Type.Unsafe<OrganisationRole>(Type.String({ enum: [...ORGANISATION_ROLES], description: 'What organisations are compared as; left out: what both are most.' }))),
}, { additionalProperties: false });

export function readCompareQuery(given: Static<typeof ComparePageSchema>): CompareQuery {
  const as = ORGANISATION_ROLES.find((role) => COMPARED_AS[role] === given.som) ?? null;
  return { a: clean(given.a ?? '').trim(), b: clean(given.b ?? '').trim(), as };
}

export function readProcessQuery(given: Static<typeof ProcessSearchSchema>): ProcessQuery {
  const filters = Object.fromEntries(PROCESS_FACETS.flatMap((name) => (given[name]?.length ? [[name, given[name].map(clean)]] : [])));
  return {
    q: given.q ?? '', filters, cpv: readField(given.cpv ?? ''), buyer: word(given.buyer), supplier: word(given.supplier),
    open: given.open === 'yes', reason: (given.reason ?? []).map(clean), under: word(given.under),
    procedure: (given.procedure ?? []).map(clean), oneBid: given.bids === 'one', sort: given.sort ?? null,
  };
}

export function readOrganisationQuery(given: Static<typeof OrganisationSearchSchema>): OrganisationQuery {
  const filters = Object.fromEntries(ORGANISATION_FACETS.flatMap((name) => (given[name]?.length ? [[name, given[name].map(clean)]] : [])));
  return { q: given.q ?? '', filters };
}

/** A page of a list; `before` counts when both places are given. */
export function readPage(given: { after?: string; before?: string; limit?: number }): PageRequest {
  const before = word(given.before);
  return { before, after: before === null ? word(given.after) : null, limit: given.limit ?? ROWS };
}

function word(value: string | undefined): string | null {
  return value === undefined || value.trim() === '' ? null : clean(value);
}

// PostgreSQL knows no U+0000 in text; nothing in the register has one either.
function clean(value: string): string {
  return value.replaceAll('\u0000', '').toWellFormed();
}
