/** What a scope is called, and whether the register knows it. */
import { FailureError } from '#base';
import { codeOf, fieldName, notFound, readField } from '#register';
import type { ScopeView } from './competition.view.ts';
import type { Facts } from './facts.ts';
import { numberIn, textOrNull } from './row.ts';
import type { Scope } from './scope.ts';

/** @throws FailureError when the register knows nothing by that key */
export async function named(facts: Facts, asked: Scope): Promise<ScopeView> {
  const found = await find(facts, asked);
  if (found === null) throw new FailureError(notFound(`The register knows no ${WORDS[asked.kind]} "${asked.key}".`, 'Choose one at /konkurrence.'));
  return found;
}

const WORDS = { field: 'field with the CPV code', buyer: 'buyer with the key', agreement: 'framework agreement or system with the ocid', country: 'buyers of the country', all: 'register' } as const;

async function find(facts: Facts, asked: Scope): Promise<ScopeView | null> {
  const { kind } = asked;
  if (kind === 'all') return { kind, key: '', name: '' };
  if (kind === 'field') {
    const field = readField(asked.key);
    return field === null || fieldName(field, 'da') === null ? null : { kind, key: field, name: codeOf(field) };
  }
  if (kind === 'country') {
    const [row] = await facts.ask('placed', asked);
    return row === undefined || numberIn(row, 'processes') === 0 ? null : { ...asked, name: asked.key };
  }
  const [row] = await facts.ask(kind === 'buyer' ? 'named' : 'agreement', asked);
  return row === undefined ? null : { ...asked, name: textOrNull(row, kind === 'buyer' ? 'name' : 'title') ?? asked.key };
}

/** The name of an organisation; null when nobody has that key. */
export async function organisationName(facts: Facts, key: string | null): Promise<string | null> {
  if (key === null) return null;
  const [row] = await facts.ask('organisation', { kind: 'all', key: '' }, { organisation: key });
  return row === undefined ? null : textOrNull(row, 'name');
}
