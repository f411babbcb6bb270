/** Figures of a result: what was received, the lowest and highest bid, complaints. */
import { lookup } from '../codes/lookup.ts';
import type { Json } from '#base';
import { MEASURES } from '../codes/tables.ts';
import { childrenOf, textOf, type Element } from '../xml/element.ts';
import { find, findAll } from '../xml/path.ts';
import { numbered, type Draft } from './draft.ts';
import { number, numberOf, type Reading } from './row.ts';

const EXTREMES = [['cbc:LowerTenderAmount', 'lowestValidBidValue'], ['cbc:HigherTenderAmount', 'highestValidBidValue']] as const;

/** @param lot the lot that the result is about */
export function readStatistics(result: Element, lot: string | undefined, release: Draft, reading: Reading): void {
  const ofLot = lot === undefined ? {} : { relatedLot: lot };
  for (const [name, measure] of EXTREMES) {
    const one = find(result, name);
    const value = numberOf(textOf(one));
    if (value === undefined) continue;
    const currency = one?.attributes['currencyID'];
    numbered(release, 'bids.statistics', { measure, value, ...(currency === undefined ? {} : { currency }), ...ofLot });
  }
  const figures = childrenOf(result, 'efac:ReceivedSubmissionsStatistics');
  for (const received of figures) {
    const value = valueOf(received);
    // The two terms of a figure name its lot in two ways, one for each version of the extension.
    const lots = lot === undefined ? {} : { relatedLot: lot, relatedLots: [lot] };
    numbered(release, 'bids.statistics', { ...measureOf(received, figures.length === 1, reading), ...(value === undefined ? {} : { value }), ...lots });
  }
  for (const appeal of childrenOf(result, 'efac:AppealRequestsStatistics')) {
    const code = find(appeal, 'efbc:StatisticsCode');
    const measure = code?.attributes['listName'] === 'irregularity-type' ? textOf(code) : 'complainants';
    const value = valueOf(appeal);
    numbered(release, 'statistics', { ...(measure === null ? {} : { measure }), ...(value === undefined ? {} : { value }), scope: 'complaints', ...ofLot });
  }
}

/** @param isOnly true where the result has no other figure: senders that count nothing but bids leave the code out. */
function measureOf(received: Element, isOnly: boolean, { remarks }: Reading): { measure?: string } {
  const code = textOf(find(received, 'efbc:StatisticsCode'));
  if (code !== null) return { measure: lookup(MEASURES, code) ?? code };
  const written = textOf(find(received, 'efbc:StatisticsNumeric'));
  if (!isOnly || written === null) return {};
  remarks.add('bids/statistics', written, `${written} bids`, 'read as the number of bids: the notice does not say what was received');
  return { measure: 'bids' };
}

function valueOf(statistics: Element): Json | undefined {
  return number(findAll(statistics, 'efbc:StatisticsNumeric'));
}
