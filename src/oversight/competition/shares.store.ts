import type { AnalysisRow } from '#register';
import type { Facts } from './facts.ts';
import { numberIn, numberOrNull, textIn, textOrNull } from './row.ts';
import type { DIVISIONS } from './rows.view.ts';
import type { Scope } from './scope.ts';
import type { Share } from './shares.view.ts';

export interface SharesQuery {
  readonly scope: Scope;
  /** null: all years together, or `each` of them. */
  readonly year: number | null;
  readonly each: boolean;
  readonly division: (typeof DIVISIONS)[number] | null;
  /** null: shares of the number of awards. */
  readonly currency: string | null;
}

export interface SharesPart {
  readonly total: number;
  readonly rows: readonly Share[];
}

const GROUP = 20_000;

/** Winners `offset` to `offset + limit`, the newest year first and in it the largest. */
export async function readShares(facts: Facts, { scope, year, each, division, currency }: SharesQuery, offset: number, limit: number): Promise<SharesPart> {
  const found = await facts.list('rows-shares', scope, { year: year ?? 0, each: each && year === null ? 1 : 0, division: division ?? '', currency: currency ?? '', offset, limit });
  const [first] = found;
  return { total: first === undefined ? 0 : numberIn(first, 'total'), rows: found.map((row) => shareOf(row, currency)) };
}

export async function* shareGroups(facts: Facts, query: SharesQuery): AsyncGenerator<readonly Share[]> {
  for (let offset = 0; ; offset += GROUP) {
    const { rows } = await readShares(facts, query, offset, GROUP);
    if (rows.length > 0) yield rows;
    if (rows.length < GROUP) return;
  }
}

function shareOf(row: AnalysisRow, currency: string | null): Share {
  const key = textIn(row, 'organisation');
  const amount = textOrNull(row, 'amount');
  const share = exact(numberIn(row, 'share'));
  return {
    year: numberOrNull(row, 'year'), place: numberIn(row, 'place'), organisation: { key, name: textOrNull(row, 'organisation_name') ?? key }, awards: numberIn(row, 'awards'),
    // The files hold six decimals of each amount.
    amount: amount?.includes('.') ? amount.replace(/\.?0+$/, '') : amount, currency,
    share, together: Math.min(1, exact(numberIn(row, 'together'))), square: share * share,
  };
}

/** The last digits of a quotient hang on the order of what was added. */
function exact(value: number): number {
  return Math.round(value * 1e9) / 1e9;
}
