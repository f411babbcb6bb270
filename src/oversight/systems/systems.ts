/** Which systems are known by name: those that an overview is about, and those that somebody is known to have. Pure. */
import type { Overview, Statement } from '../overview/overview.schema.ts';
import { slugOf } from '../overview/slug.ts';

export interface KnownSystem {
  /** Of the name: its place in addresses. */
  readonly slug: string;
  readonly name: string;
  /** Every spelling, the name first. */
  readonly names: readonly string[];
  readonly overviews: readonly Overview[];
}

/**
 * Names that differ in case, spaces and punctuation alone are one system; so are the names that an overview gives.
 * @param held names out of lists of who has what
 * @returns in the order of the alphabet
 */
export function knownSystems(overviews: readonly Overview[], held: readonly string[]): readonly KnownSystem[] {
  const given = [
    ...overviews.filter(({ subject, names }) => subject === 'system' && names.length > 0).map((overview): Group => ({ names: overview.names, overviews: [overview] })),
    ...held.map((name): Group => ({ names: [name], overviews: [] })),
  ];
  const groups = given.reduce<readonly Group[]>((before, one) => {
    const slugs = new Set(one.names.map(slugOf));
    const same = before.filter(({ names }) => names.some((name) => slugs.has(slugOf(name))));
    return [...before.filter((group) => !same.includes(group)), merged([...same, one])];
  }, []);
  return groups.map(({ names, overviews: own }) => ({ slug: slugOf(names[0] ?? ''), name: names[0] ?? '', names, overviews: own })).toSorted((one, other) => alphabet.compare(one.name, other.name));
}

interface Group {
  readonly names: readonly string[];
  readonly overviews: readonly Overview[];
}

function merged(groups: readonly Group[]): Group {
  const names = groups.flatMap((group) => group.names);
  return { names: names.filter((name, at) => names.findIndex((other) => other.toLowerCase() === name.toLowerCase()) === at), overviews: groups.flatMap((group) => group.overviews) };
}

const alphabet = new Intl.Collator('da', { numeric: true });

/** The systems that somebody names, word by word, whatever the case and punctuation. Of two where one is part of the other, the longer. */
export function systemsIn(systems: readonly KnownSystem[], words: string): readonly KnownSystem[] {
  const asked = `-${slugOf(words)}-`;
  const found = systems.flatMap((system) => {
    const longest = system.names.map(slugOf).filter((slug) => asked.includes(`-${slug}-`)).toSorted((one, other) => other.length - one.length)[0];
    return longest === undefined ? [] : [{ system, longest }];
  });
  return found.filter(({ longest }) => !found.some((other) => other.longest !== longest && `-${other.longest}-`.includes(`-${longest}-`))).map(({ system }) => system);
}

/** What its overviews say, as one: ids are told apart by the overview. A system without an overview says nothing. */
export function spokenOf({ slug, name, names, overviews }: KnownSystem): Overview {
  const told = { da: name, en: name };
  return {
    id: slug, subject: 'system', title: told, lead: told, names: [...names], suppliers: [...new Set(overviews.flatMap(({ suppliers }) => suppliers))], cpv: [...new Set(overviews.flatMap(({ cpv }) => cpv))],
    kle: [...new Set(overviews.flatMap(({ kle }) => kle))], match: matchOf(overviews), period: overviews[0]?.period ?? { from: '', to: '' }, story: [], unknown: [],
    sources: overviews.flatMap((overview) => overview.sources.map((source) => ({ ...source, id: toldApart(source.id, overview) }))),
    statements: overviews.flatMap((overview) => overview.statements.map((statement): Statement => ({
      ...statement, id: toldApart(statement.id, overview), sources: statement.sources.map((id) => toldApart(id, overview)), ...(statement.corrects === undefined ? {} : { corrects: toldApart(statement.corrects, overview) }),
    }))),
  };
}

function matchOf(overviews: readonly Overview[]): NonNullable<Overview['match']> {
  const all = (of: 'common' | 'about' | 'not'): string[] => [...new Set(overviews.flatMap(({ match }) => match?.[of] ?? []))];
  return { common: all('common'), about: all('about'), not: all('not') };
}

function toldApart(id: string, overview: Overview): string {
  return `${overview.id}.${id}`;
}
