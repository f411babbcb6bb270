/** What other rooms say of a process, an organisation, a market or a thing somebody asks for by name, on the page here. The register knows none of them: the shell hands them in. */
import type { FastifyRequest } from 'fastify';
import type { Site } from '#ui';
import type { Section } from './sectioned.tsx';

export interface Said {
  readonly sections: readonly Section[];
  /** Whether what is said should keep the page out of search engines. */
  readonly noindex: boolean;
}

/** What a room may want to know of it. */
export interface ProcessAbout {
  readonly ocid: string;
  /** Sets up a framework agreement or a dynamic purchasing system. */
  readonly isAgreement: boolean;
}

export interface OrganisationAbout {
  /** Of its page; natural persons have none. */
  readonly key: string;
  readonly isBuyer: boolean;
}

export interface Aside {
  ofProcess(request: FastifyRequest, site: Site, about: ProcessAbout): Promise<Said>;
  ofOrganisation(request: FastifyRequest, site: Site, about: OrganisationAbout): Promise<Said>;
  /** @param field digits of a CPV code; null: the whole, or a search across fields */
  ofMarket(request: FastifyRequest, site: Site, field: string | null): Promise<Said>;
  /** @param words that somebody searches for, or is about to buy; not empty */
  ofWords(request: FastifyRequest, site: Site, words: string): Promise<Said>;
}

/** A room that has something to say of some things only. */
export function asideOf(some: Partial<Aside>): Aside {
  return { ofProcess: sayNothing, ofOrganisation: sayNothing, ofMarket: sayNothing, ofWords: sayNothing, ...some };
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
