/** The counted grounds as files. */
import { stringify } from 'csv-stringify/sync';
import type { Language } from '#base';
import { GROUNDS } from './grounds.ts';
import { UNTOLD, type CountedClaim, type GroundCount } from './grounds-count.ts';

/** One line for each claim. Formulas are inert. */
export function groundCountsCsv(claims: readonly CountedClaim[], lang: Language): string {
  const rows = claims.map(({ overview, claim, municipality, year, result, outcomes }) => [
    claim.ground, GROUNDS[claim.ground].said[lang], overview.id, municipality ?? '', year ?? '', result ?? '', outcomes.map(({ outcome }) => outcome).join(' '),
    municipality === null ? '' : claim.text[lang], municipality === null ? '' : claim.id, municipality === null ? '' : sourcesOf({ overview, claim }).join(' '),
  ]);
  return stringify([['ground', 'said', 'overview', 'municipality', 'year', 'result', 'outcomes', 'text', 'id', 'source'], ...rows], { escape_formulas: true, record_delimiter: '\r\n' });
}

export function groundCountsJson(claims: readonly CountedClaim[], counts: readonly GroundCount[]): object {
  return {
    n: claims.length,
    grounds: counts.map(({ ground, claims: own, years, overviews, results, saidBy }) => ({
      ground, said: GROUNDS[ground].said, n: own.length, saidBy,
      years: Object.fromEntries(years.map(({ year, count }) => [year ?? UNTOLD, count])),
      overviews: Object.fromEntries(overviews.map(({ overview, count }) => [overview.id, count])),
      results: Object.fromEntries(results.map(({ result, count }) => [result ?? UNTOLD, count])),
      claims: own.map(({ overview, claim, municipality, year, result, outcomes }) => ({
        overview: overview.id, municipality, year, result, outcomes: outcomes.map(({ outcome }) => outcome),
        ...(municipality === null ? {} : { id: claim.id, text: claim.text, sources: sourcesOf({ overview, claim }) }),
      })),
    })),
  };
}

function sourcesOf({ overview, claim }: Pick<CountedClaim, 'overview' | 'claim'>): readonly string[] {
  return claim.sources.map((id) => overview.sources.find((source) => source.id === id)?.url ?? id);
}
