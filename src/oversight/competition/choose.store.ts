import type { Kysely } from 'kysely';
import { findFields, searchOrganisations, type AnalysisRow, type RegisterTables } from '#register';
import type { AgreementLine, ChooseView, Found } from './choose.view.ts';
import { readCompetition } from './competition.store.ts';
import type { Facts } from './facts.ts';
import { numberIn, numberOrNull, textIn, textOrNull } from './row.ts';
import { ALL, type Scope } from './scope.ts';

const FIELDS = 15;
const LINES = 10;
const MATCHES = 6;

/** What can be asked about, and what the words of a search may mean. */
export async function readChoose(db: Kysely<RegisterTables>, facts: Facts, q: string, beside: Scope | null): Promise<ChooseView> {
  const words = q.trim();
  const lines = (technique: string): Promise<AgreementLine[]> => agreements(facts, { technique, words: '', most: LINES });
  const [found, whole, fields, systems, frameworks, buyers, countries] = await Promise.all([
    words === '' ? null : find(db, facts, words), readCompetition(facts, ALL, ''), facts.ask('overview', ALL, { most: FIELDS }), lines('dps'), lines('framework'),
    facts.ask('buyers', ALL, { most: LINES }), facts.ask('countries', ALL),
  ]);
  return {
    q, found, whole, systems, beside, agreements: frameworks,
    fields: fields.map((row) => ({
      field: textIn(row, 'place'), processes: numberIn(row, 'processes'), lots: numberIn(row, 'lots'), single: numberIn(row, 'single'), mean: numberOrNull(row, 'mean'),
      awards: Math.round(numberIn(row, 'awards')), winners: numberIn(row, 'winners'), largest: numberIn(row, 'largest'),
    })),
    buyers: buyers.map((row) => ({ key: textIn(row, 'buyer'), name: textOrNull(row, 'name') ?? textIn(row, 'buyer'), awards: numberIn(row, 'awards') })),
    countries: countries.map((row) => ({ country: textIn(row, 'country'), processes: numberIn(row, 'processes') })),
  };
}

async function find(db: Kysely<RegisterTables>, facts: Facts, words: string): Promise<Found> {
  const [organisations, frameworks] = await Promise.all([
    searchOrganisations(db, { q: words, filters: { role: ['buyer'] } }, { after: null, before: null, limit: MATCHES }),
    agreements(facts, { technique: '', words: words.toLowerCase(), most: MATCHES }),
  ]);
  return { fields: findFields(words, MATCHES).map(({ field }) => field), buyers: organisations.ok ? organisations.value.rows : [], agreements: frameworks };
}

async function agreements(facts: Facts, more: { readonly technique: string; readonly words: string; readonly most: number }): Promise<AgreementLine[]> {
  return (await facts.ask('agreements', ALL, more)).map(lineOf);
}

function lineOf(row: AnalysisRow): AgreementLine {
  return {
    ocid: textIn(row, 'ocid'), title: textOrNull(row, 'title'), buyer: textOrNull(row, 'buyer_name'),
    bidders: numberIn(row, 'bidders'), won: numberIn(row, 'winners'), processes: numberIn(row, 'processes'),
  };
}
