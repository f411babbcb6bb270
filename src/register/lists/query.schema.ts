/** What can be asked of the lists, in the address and in the API: the search of processes, and what each list adds. */
import { Type, type Static, type TSchema } from 'typebox';
import { ProcessSearchSchema, readProcessQuery } from '../query.schema.ts';
import { CHANGE_SORTS, type ChangeQuery } from './changes.view.ts';
import { CONTRACT_SORTS, ENDS, type ContractQuery } from './contracts.view.ts';
import { FRAMEWORK_KINDS, FRAMEWORK_SORTS, type FrameworkQuery } from './frameworks.view.ts';

const { sort: _sort, open: _open, ...search } = ProcessSearchSchema.properties;

function oneOf<const Values extends readonly string[]>(values: Values, description: string) {
  return Type.Optional(Type.Unsafe<Values[number]>(Type.String({ enum: [...values], description })));
}

function searchWith<Own extends Record<string, TSchema>>(own: Own) {
  return Type.Object({ ...search, ...own }, { additionalProperties: false });
}

export const ContractSearchSchema = searchWith({
  ends: oneOf(ENDS, 'By the end: within so many months from today (without those cancelled or terminated), over, any, or without a known end. "18" if left out.'),
  sort: oneOf(CONTRACT_SORTS, '"value" only with one currency; "end" only where every row has one. "end" if left out, else "newest".'),
});

export function readContractQuery(given: Static<typeof ContractSearchSchema>): ContractQuery {
  const { sort = null, ends = null, ...asked } = given;
  return { search: readProcessQuery(asked), ends, sort };
}

export const ChangeSearchSchema = searchWith({ sort: oneOf(CHANGE_SORTS, '"newest" if left out; "rise": the largest rise in per cent first.') });

export function readChangeQuery(given: Static<typeof ChangeSearchSchema>): ChangeQuery {
  const { sort = null, ...asked } = given;
  return { search: readProcessQuery(asked), sort };
}

export const FrameworkSearchSchema = searchWith({
  kind: oneOf(FRAMEWORK_KINDS, 'open: dynamic purchasing systems that can still be applied to; dps: all of them; framework: framework agreements.'),
  sort: oneOf(FRAMEWORK_SORTS, '"open" if left out: systems that can be applied to first.'),
});

export function readFrameworkQuery(given: Static<typeof FrameworkSearchSchema>): FrameworkQuery {
  const { sort = null, kind = null, ...asked } = given;
  return { search: readProcessQuery(asked), kind, sort };
}
