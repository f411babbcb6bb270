/** What other rooms say of a process or an organisation, on its page here. The register knows none of them: the shell hands them in. */
import type { FastifyRequest } from 'fastify';
import type { Site } from '#ui';
import type { Section } from './sectioned.tsx';

export interface Said {
  readonly sections: readonly Section[];
  /** Whether what is said should keep the page out of search engines. */
  readonly noindex: boolean;
}

export interface Aside {
  ofProcess(request: FastifyRequest, site: Site, ocid: string): Promise<Said>;
  /** @param key of the page of the organisation; natural persons have none */
  ofOrganisation(request: FastifyRequest, site: Site, key: string): Promise<Said>;
}

export const NOTHING_SAID: Said = { sections: [], noindex: false };

/** All that is said of one thing, in the order of the rooms. */
export async function sayings(asides: readonly Aside[] | undefined, ask: (aside: Aside) => Promise<Said>): Promise<Said> {
  const said = await Promise.all((asides ?? []).map(ask));
  return { sections: said.flatMap(({ sections }) => sections), noindex: said.some(({ noindex }) => noindex) };
}
