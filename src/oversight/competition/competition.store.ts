/** The picture of competition in a scope, from the prepared facts. */
import type { AnalysisRow } from '#register';
import type { BidsView, CallsView, CompetitionView, ConcentrationView, DivisionView, PlaceView, TenureView, WinnerView, YearView } from './competition.view.ts';
import type { Facts } from './facts.ts';
import { bidFigures, concentration, newWinners } from './measures.ts';
import { numberIn, numberOrNull, textIn, textOrNull } from './row.ts';
import type { Scope } from './scope.ts';

type Rows = readonly AnalysisRow[];

const WINNERS = 15;
const PLACES = 12;
const TENURES = 12;
/** Buyers or fields whose row of winners is gone through. */
export const LOOKED_AT = 200;
/** Shares of so few awards by value would say nothing. */
export const LEAST_VALUED = 5;

const PLACE_OF = { field: 'buyer', buyer: 'field', agreement: 'lot', country: 'buyer', all: 'buyer' } as const;

/** What tells who won again and again where, as a figure or as its rows: at one buyer the places are fields. */
export function tenureQuestion({ kind }: Scope, told: 'tenure' | 'rows-tenure'): readonly string[] {
  return [PLACE_OF[kind] === 'field' ? 'won-fields' : 'won-buyers', told];
}

/** @param name what the scope is called */
export async function readCompetition(facts: Facts, scope: Scope, name: string): Promise<CompetitionView> {
  const kind = PLACE_OF[scope.kind];
  const ask = (question: string | readonly string[], more = {}): Promise<Rows> => facts.ask(question, scope, more);
  const [processes, units, awards, shares, firsts, values, bidders, winners, places, tenure, taken, closed, agreement] = await Promise.all([
    ask('processes'), ask('units'), ask('awards'), ask('shares'), ask('firsts'), ask('values'), ask('bidders'), ask('winners', { most: WINNERS }), ask(`where-${kind}s`, { most: PLACES }),
    ask(tenureQuestion(scope, 'tenure'), { most: LOOKED_AT }), ask('taken'), ask('closed'),
    scope.kind === 'agreement' ? ask('agreement') : [],
  ]);
  const counted = { processes, units, awards };
  return {
    scope: { ...scope, name }, updatedAt: facts.generation.updatedAt,
    ...divisionOf(counted, concentrationOf(shares, 'all')),
    distribution: distributionOf(units),
    bidders: biddersOf(bidders),
    awards: { all: total(awards, 'awards'), named: total(awards, 'named'), shared: total(awards, 'shared'), dated: total(awards.filter(hasYear), 'named') },
    byValue: byValue(values),
    years: yearsOf(counted, shares, firsts),
    winners: winners.map(winnerOf),
    places: { kind, rows: places.map(placeOf) },
    tenure: tenureOf(tenure),
    divided: {
      whole: divisionOf(only(counted, 'whole'), concentrationOf(shares, 'whole')), parts: divisionOf(only(counted, 'parts'), concentrationOf(shares, 'parts')),
      taken: total(taken, 'one_winner'), takenOf: total(taken, 'processes'),
    },
    agreement: agreementOf(agreement, total(processes, 'processes'), total(awards, 'awards')),
    closedLeftOut: total(closed, 'processes'),
  };
}

interface Counted {
  readonly processes: Rows;
  readonly units: Rows;
  readonly awards: Rows;
}

function filtered({ processes, units, awards }: Counted, keep: (row: AnalysisRow) => boolean): Counted {
  return { processes: processes.filter(keep), units: units.filter(keep), awards: awards.filter(keep) };
}

function only(counted: Counted, division: 'whole' | 'parts'): Counted {
  return filtered(counted, (row) => row['division'] === division);
}

function hasYear(row: AnalysisRow): boolean {
  return row['year'] !== null;
}

function total(rows: Rows, column: string): number {
  return rows.reduce((sum, row) => sum + numberIn(row, column), 0);
}

function callsOf(rows: Rows): CallsView {
  return { processes: total(rows, 'processes'), with: total(rows, 'with_call'), without: total(rows, 'without_call') };
}

function bidsOf(rows: Rows): BidsView {
  return bidFigures(rows.map((row) => ({ bids: numberIn(row, 'bids'), lots: numberIn(row, 'lots') })));
}

/** @param year null: of all years */
function concentrationOf(shares: Rows, partOf: 'all' | 'whole' | 'parts' | 'year', year: number | null = null): ConcentrationView | null {
  const own = shares.filter((row) => row['part_of'] === partOf && row['year'] === year);
  return rounded(concentration(own.map((row) => ({ part: numberIn(row, 'weight'), winners: numberIn(row, 'winners') }))));
}

/** The last digits of a quotient hang on the order of what was added. */
function exact(value: number): number {
  return Math.round(value * 1e6) / 1e6;
}

function rounded(found: ReturnType<typeof concentration>): ConcentrationView | null {
  return found === null ? null : { winners: found.winners, cr1: exact(found.cr1), cr4: exact(found.cr4), hhi: exact(found.hhi) };
}

function divisionOf({ processes, units, awards }: Counted, found: ConcentrationView | null): DivisionView {
  return { calls: callsOf(processes), bids: bidsOf(units), awards: total(awards, 'named'), concentration: found };
}

function distributionOf(units: Rows): CompetitionView['distribution'] {
  const byBids = Map.groupBy(units, (row) => numberIn(row, 'bids'));
  return [...byBids].map(([bids, rows]) => ({ bids, lots: total(rows, 'lots') })).toSorted((one, other) => one.bids - other.bids);
}

function biddersOf([row]: Rows): CompetitionView['bidders'] {
  if (row === undefined) throw new Error('A count gave no row.');
  return { named: numberIn(row, 'bidders'), won: numberIn(row, 'winners'), lots: numberIn(row, 'lots'), lotsNamed: numberIn(row, 'lots_named') };
}

function byValue(values: Rows): CompetitionView['byValue'] {
  return [...Map.groupBy(values, (row) => textIn(row, 'currency'))].flatMap(([currency, rows]) => {
    const awards = total(rows, 'awards');
    const found = rounded(concentration(rows.map((row) => ({ part: numberIn(row, 'amount'), winners: numberIn(row, 'winners') }))));
    return found === null || awards < LEAST_VALUED ? [] : [{ currency, awards, ...found }];
  }).toSorted((one, other) => other.awards - one.awards || (one.currency < other.currency ? -1 : 1));
}

function yearsOf(counted: Counted, shares: Rows, firsts: Rows): YearView[] {
  const dated = filtered(counted, hasYear);
  const won = Map.groupBy(shares.filter(hasYear), (row) => numberIn(row, 'year'));
  const fresh = new Map(firsts.map((row) => [numberIn(row, 'year'), numberIn(row, 'winners')]));
  const told = new Map(newWinners([...won].map(([year, rows]) => ({ year, winners: total(rows, 'winners'), fresh: fresh.get(year) ?? 0 }))).map(({ year, first }) => [year, first]));
  const years = new Set([...[...dated.processes, ...dated.units].map((row) => numberIn(row, 'year')), ...won.keys()]);
  return [...years].toSorted((one, other) => one - other).map((year) => {
    const { calls, bids, awards, concentration: found } = divisionOf(filtered(dated, (row) => row['year'] === year), concentrationOf(won.get(year) ?? [], 'year', year));
    return { year, calls, bids, awards, concentration: found, firstTime: told.get(year) ?? null };
  });
}

function winnerOf(row: AnalysisRow): WinnerView {
  const key = textIn(row, 'organisation');
  return {
    key, name: textOrNull(row, 'name') ?? key, awards: numberIn(row, 'awards'), share: exact(numberIn(row, 'weight') / numberIn(row, 'total')),
    buyers: numberIn(row, 'buyers'), since: textOrNull(row, 'since'), until: textOrNull(row, 'until'),
  };
}

function placeOf(row: AnalysisRow): PlaceView {
  const leader = textIn(row, 'leader');
  const awards = numberIn(row, 'awards');
  return {
    key: textIn(row, 'place'), name: textOrNull(row, 'title'), awards: Math.round(awards), winners: numberIn(row, 'winners'),
    leader: { key: leader, name: textOrNull(row, 'leader_name') ?? leader }, leaderShare: exact(numberIn(row, 'leader_awards') / awards),
  };
}

/** The longest rows of awards to the same, with at least two days in them. */
function tenureOf(rows: Rows): CompetitionView['tenure'] {
  const all = rows.map((row): TenureView => {
    const holder = textIn(row, 'organisation');
    return {
      key: textIn(row, 'place'), name: textOrNull(row, 'title'), holder: { key: holder, name: textOrNull(row, 'winner_name') ?? holder },
      since: textIn(row, 'since'), until: textIn(row, 'until'), times: numberIn(row, 'times'),
    };
  });
  const again = all.filter(({ times }) => times > 1);
  return {
    places: rows[0] === undefined ? 0 : numberIn(rows[0], 'places'),
    looked: new Set(all.map(({ key }) => key)).size,
    again: new Set(again.map(({ key }) => key)).size,
    rows: again.toSorted((one, other) => days(other) - days(one) || other.times - one.times || (one.key + one.holder.key < other.key + other.holder.key ? -1 : 1)).slice(0, TENURES),
  };
}

function days({ since, until }: TenureView): number {
  return Temporal.PlainDate.from(since).until(until).days;
}

function agreementOf([row]: Rows, processes: number, awards: number): CompetitionView['agreement'] {
  if (row === undefined) return null;
  const technique = row['technique'] === 'dps' ? 'dps' : 'framework';
  // What the table counts of a system without awards are those that a notice names as admitted.
  return { technique, processes, admitted: technique === 'dps' && awards === 0 ? numberOrNull(row, 'suppliers') : null };
}
