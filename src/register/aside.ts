/** What other rooms say of a process, an organisation or a thing somebody asks for by name, on the page here. The register knows none of them: the shell hands them in. */
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
  /** @param words that somebody searches for, or is about to buy; not empty */
  ofWords(request: FastifyRequest, site: Site, words: string): Promise<Said>;
}

/** A room that has something to say of some things only. */
export function asideOf(some: Partial<Aside>): Aside {
  return { ofProcess: sayNothing, ofOrganisation: sayNothing, ofWords: sayNothing, ...some };
}

async function sayNothing(): Promise<Said> {
  return NOTHING_SAID;
}

export const NOTHING_SAID: Said = { sections: [], noindex: false };

/** All that is said of one thing, in the order of the rooms. */
export async function sayings(asides: readonly Aside[] | undefined, ask: (aside: Aside) => Promise<Said>): Promise<Said> {
  const said = await Promise.all((asides ?? []).map(ask));
  return { sections: said.flatMap(({ sections }) => sections), noindex: said.some(({ noindex }) => noindex) };
}
