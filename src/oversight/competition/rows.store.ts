import type { AnalysisRow } from '#register';
import { LOOKED_AT, tenureQuestion } from './competition.store.ts';
import type { Facts } from './facts.ts';
import { numberIn, numberOrNull, textIn, textOrNull } from './row.ts';
import { FIGURES, type CompetitionRow, type DIVISIONS, type Figure } from './rows.view.ts';
import type { Parameters, Scope } from './scope.ts';

export interface RowsQuery {
  readonly scope: Scope;
  readonly figure: Figure;
  readonly year: number | null;
  readonly division: (typeof DIVISIONS)[number] | null;
  /** Only awards to, or bids by, this organisation. */
  readonly supplier: string | null;
  /** Only awards of this buyer. */
  readonly buyer: string | null;
  /** Of tenures at one buyer: only that in this field, three digits. */
  readonly field: string | null;
}

export interface RowsPart {
  readonly total: number;
  readonly rows: readonly CompetitionRow[];
}

/** Each group is a question of its own, which costs the same for few rows as for many. */
const GROUP = 20_000;

/** Rows `offset` to `offset + limit`, newest first. */
export async function readRows(facts: Facts, query: RowsQuery, offset: number, limit: number): Promise<RowsPart> {
  const found = await facts.list(questionOf(query), query.scope, { ...parametersOf(query), offset, limit });
  const [first] = found;
  return { total: first === undefined ? 0 : numberIn(first, 'total'), rows: found.map(rowOf) };
}

export async function* rowGroups(facts: Facts, query: RowsQuery): AsyncGenerator<readonly CompetitionRow[]> {
  for (let offset = 0; ; offset += GROUP) {
    const { rows } = await readRows(facts, query, offset, GROUP);
    if (rows.length > 0) yield rows;
    if (rows.length < GROUP) return;
  }
}

function questionOf({ figure, scope }: RowsQuery): string | readonly string[] {
  return figure === 'tenure' ? tenureQuestion(scope, 'rows-tenure') : `rows-${FIGURES[figure]}`;
}

function parametersOf({ figure, year, division, supplier, buyer, field }: RowsQuery): Parameters {
  return {
    year: year ?? 0, division: division ?? '', supplier: supplier ?? '', owner: buyer ?? '',
    call: figure === 'with-call' ? 'with' : figure === 'without-call' ? 'without' : '',
    bids: figure === 'single-bid' ? 1 : 0,
    first: figure === 'first-time' ? 1 : 0,
    part: figure === 'seller-numbers' ? 'supplier' : 'buyer',
    most: LOOKED_AT, place: buyer ?? field ?? '',
  };
}

function rowOf(row: AnalysisRow): CompetitionRow {
  const { without_call: withoutCall, won, field } = row;
  const amount = textOrNull(row, 'amount');
  return {
    ocid: textIn(row, 'ocid'), title: textOrNull(row, 'title'), buyer: organisationIn(row, 'buyer'),
    lot: textIn(row, 'lot') || null, lotTitle: textOrNull(row, 'lot_title'), day: textOrNull(row, 'day'), bids: numberOrNull(row, 'bids'),
    organisation: organisationIn(row, 'organisation'),
    won: won === null ? null : won === 1,
    // The files hold six decimals of each amount.
    amount: amount?.includes('.') ? amount.replace(/\.?0+$/, '') : amount,
    currency: textOrNull(row, 'currency'),
    withoutCall: typeof withoutCall === 'boolean' ? withoutCall : null,
    days: row['days'] === undefined ? null : numberOrNull(row, 'days'),
    field: typeof field === 'string' ? field : null,
  };
}

function organisationIn(row: AnalysisRow, column: 'buyer' | 'organisation'): { key: string; name: string } | null {
  const key = textOrNull(row, column);
  return key === null ? null : { key, name: textOrNull(row, `${column}_name`) ?? key };
}
