/** Organisations as releases name them: by CVR number where they have one, so that the register knows them again. */
import type { OrganisationFacts } from './command.ts';

type Known = (id: string) => OrganisationFacts | null;

export interface PartyReference {
  readonly id: string;
  readonly name: string;
}

export function referTo(organisation: Known, id: string): PartyReference {
  const { name = id, cvr = null } = organisation(id) ?? {};
  return { id: cvr === null ? id : `DK-CVR-${cvr}`, name };
}

/** @param roles of each organisation by its key, by the OCDS codelist partyRole */
export function partiesTold(organisation: Known, roles: readonly (readonly [id: string, roles: readonly string[]])[]): readonly object[] {
  return roles.map(([id, played]) => {
    const [reference, cvr] = [referTo(organisation, id), organisation(id)?.cvr ?? null];
    return { ...reference, roles: played, ...(cvr === null ? {} : { identifier: { scheme: 'DK-CVR', id: cvr, legalName: reference.name } }) };
  });
}
