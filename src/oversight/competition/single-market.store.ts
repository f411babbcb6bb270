import type { AnalysisRow } from '#register';
import type { ScopeView } from './competition.view.ts';
import type { Facts } from './facts.ts';
import { bidFigures } from './measures.ts';
import { numberIn, numberOrNull } from './row.ts';
import { bandOf, TYPICAL_2024, type SingleMarketIndicator } from './single-market.ts';
import type { IndicatorView, SingleMarketView } from './single-market.view.ts';

/** The indicators of the Single Market Scoreboard that notices in the register allow, in a scope. */
export async function readSingleMarket(facts: Facts, scope: ScopeView): Promise<SingleMarketView> {
  const asked = { kind: scope.kind, key: scope.key };
  const [units, decided, decisions, numbers] = await Promise.all([facts.ask('units', asked), facts.ask('decided', asked), facts.ask('decisions', asked), facts.ask('numbers', asked)]);
  const bids = bidFigures(units.map((row) => ({ bids: numberIn(row, 'bids'), lots: numberIn(row, 'lots') })));
  // Days are counted as bids are: how many lots had so many.
  const days = bidFigures(decisions.map((row) => ({ bids: numberIn(row, 'days'), lots: numberIn(row, 'lots') })));
  const [result] = decided;
  const of = (column: string): number => (result === undefined ? 0 : numberOrNull(result, column) ?? 0);
  return {
    scope,
    indicators: [
      shareOf('one-bidder', bids.single, bids.lots),
      shareOf('no-calls', of('without_call'), of('stated')),
      { indicator: 'decision-speed', value: days.mean, count: days.lots, of: days.lots, band: bandOf('decision-speed', days.mean, days.lots), typical2024: TYPICAL_2024['decision-speed'] ?? null },
      shareOf('lots', of('parts'), of('with_lots')),
      missing('seller-numbers', numbers.find(({ part }) => part === 'supplier')),
      missing('buyer-numbers', numbers.find(({ part }) => part === 'buyer')),
    ],
    medianDays: days.median,
  };
}

function shareOf(indicator: SingleMarketIndicator, count: number, of: number): IndicatorView {
  const value = of === 0 ? null : count / of;
  return { indicator, value, count, of, band: bandOf(indicator, value, of), typical2024: TYPICAL_2024[indicator] ?? null };
}

function missing(indicator: SingleMarketIndicator, row: AnalysisRow | undefined): IndicatorView {
  return row === undefined ? shareOf(indicator, 0, 0) : shareOf(indicator, numberIn(row, 'missing'), numberIn(row, 'mentions'));
}
