/** What a purchase reads of the record that it is bought under. Their own slices own their bodies; what is asked of them here is named here and nowhere else. */
import type { OrganisationFacts } from '../core/command.ts';
import type { MarketRecord } from '../core/record.ts';
import type { Section } from './rules.ts';

type Row = Readonly<Record<string, unknown>>;

export function rowsIn({ body }: Pick<MarketRecord, 'body'>, name: string): readonly Row[] {
  const value = (body as Row)[name];
  return Array.isArray(value) ? value.filter((one): one is Row => typeof one === 'object' && one !== null) : [];
}

export function textsIn({ body }: MarketRecord, name: string): readonly string[] {
  const value = (body as Row)[name];
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];
}

/** Rows with an `id`, and their name in the field that holds it. */
export function sectionsIn(record: MarketRecord, list: string, title: string): readonly Section[] {
  return rowsIn(record, list).map((row) => ({ id: String(row['id']), title: String(row[title]) }));
}

/** Who may buy under a system or agreement (§§ 96 and 101), by what its notice says: the owner; whoever is chosen among `users`, or `named` with its CVR number; every municipality where the notice names them all. */
export function isNamed(record: Pick<MarketRecord, 'owner' | 'body'>, { id, cvr, kind }: Pick<OrganisationFacts, 'id' | 'cvr' | 'kind'>): boolean {
  return record.owner === id
    || rowsIn(record, 'users').some(({ organisation }) => organisation === id)
    || (cvr !== null && rowsIn(record, 'named').some((row) => row['cvr'] === cvr))
    || (kind === 'municipality' && (record.body as Row)['allMunicipalities'] === true);
}
