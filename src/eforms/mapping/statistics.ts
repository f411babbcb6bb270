/** Figures of a result: what was received, the lowest and highest bid, complaints. */
import type { Json } from '#base';
import { MEASURES } from '../codes/tables.ts';
import { childrenOf, textOf, type Element } from '../xml/element.ts';
import { find, findAll } from '../xml/path.ts';
import { numbered, type Draft } from './draft.ts';
import { number, numberOf, type Reading } from './row.ts';

const EXTREMES = [['cbc:LowerTenderAmount', 'lowestValidBidValue'], ['cbc:HigherTenderAmount', 'highestValidBidValue']] as const;

/** @param lot the lot that the result is about */
export function readStatistics(result: Element, lot: string | undefined, release: Draft, reading: Reading): void {
  void reading;
  const ofLot = lot === undefined ? {} : { relatedLot: lot };
  for (const [name, measure] of EXTREMES) {
    const one = find(result, name);
    const value = numberOf(textOf(one));
    if (value === undefined) continue;
    const currency = one?.attributes['currencyID'];
    numbered(release, 'bids.statistics', { measure, value, ...(currency === undefined ? {} : { currency }), ...ofLot });
  }
  for (const received of childrenOf(result, 'efac:ReceivedSubmissionsStatistics')) {
    const code = textOf(find(received, 'efbc:StatisticsCode'));
    // The two terms of a figure name its lot in two ways, one for each version of the extension.
    const lots = lot === undefined ? {} : { relatedLot: lot, relatedLots: [lot] };
    numbered(release, 'bids.statistics', { ...measureOf(code === null ? null : MEASURES[code] ?? code), ...valueOf(received), ...lots });
  }
  for (const appeal of childrenOf(result, 'efac:AppealRequestsStatistics')) {
    const code = find(appeal, 'efbc:StatisticsCode');
    const measure = code?.attributes['listName'] === 'irregularity-type' ? textOf(code) : 'complainants';
    numbered(release, 'statistics', { ...measureOf(measure), ...valueOf(appeal), scope: 'complaints', ...ofLot });
  }
}

function measureOf(measure: string | null): Draft {
  return measure === null ? {} : { measure };
}

function valueOf(statistics: Element): { value?: Json } {
  const value = number(findAll(statistics, 'efbc:StatisticsNumeric'));
  return value === undefined ? {} : { value };
}
