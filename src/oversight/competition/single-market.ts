/**
 * Indicators of public procurement in the European Commission's Single Market Scoreboard, and which of its numbers Torvet has read.
 * @see https://single-market-scoreboard.ec.europa.eu/business-framework-conditions/public-procurement_en
 */

export const SINGLE_MARKET = ['one-bidder', 'no-calls', 'decision-speed', 'lots', 'seller-numbers', 'buyer-numbers'] as const;
export type SingleMarketIndicator = (typeof SINGLE_MARKET)[number];

export const BANDS = ['satisfactory', 'average', 'unsatisfactory'] as const;
export type Band = (typeof BANDS)[number];

/** Limits as the Commission published them. Shares are 0 to 1, decision speed is in days. */
interface PublishedBands {
  /** Satisfactory: up to this, itself included or not. */
  readonly good: number;
  readonly goodIncluded: boolean;
  /** Unsatisfactory: from this on, itself included or not. */
  readonly bad: number;
  readonly badIncluded: boolean;
}

/** In the edition of September 2015, the newest of which Torvet has read the limits. Of the others no limits were read, so none are shown. */
export const PUBLISHED_BANDS: Readonly<Partial<Record<SingleMarketIndicator, PublishedBands>>> = {
  'one-bidder': { good: 0.1, goodIncluded: true, bad: 0.2, badIncluded: false },
  'no-calls': { good: 0.05, goodIncluded: true, bad: 0.1, badIncluded: true },
  'decision-speed': { good: 120, goodIncluded: false, bad: 120, badIncluded: true },
};

/** A typical (mid-ranking) country of the EU in 2024, as the country pages of the Scoreboard show it. */
export const TYPICAL_2024: Readonly<Partial<Record<SingleMarketIndicator, number>>> = { 'one-bidder': 0.28, 'no-calls': 0.05, 'decision-speed': 74, lots: 0.32 };

/** Where the numbers above stand. */
export const SCOREBOARD_SOURCES = {
  bands: 'https://www.crisisycontratacionpublica.org/archives/4770',
  typical: 'https://single-market-scoreboard.ec.europa.eu/node/587_en',
  scoreboard: 'https://single-market-scoreboard.ec.europa.eu/business-framework-conditions/public-procurement_en',
} as const;

/**
 * The twelve indicators of the Commission's page, in its order. Of those that notices in the register cannot tell of, the limits of 2015
 * and the typical country of 2024 as far as they were read: shares of 0 to 1; the publication rate in shares of GDP.
 */
export const OFFICIAL = [
  'one-bidder', 'no-calls', 'publication-rate', 'cooperative', 'award-criteria', 'decision-speed', 'sme-contractors', 'sme-bids', 'lots', 'missing-calls', 'seller-numbers', 'buyer-numbers',
] as const;
export type OfficialIndicator = (typeof OFFICIAL)[number];

/** Of the edition of 2015 too, for indicators that are not reckoned here: good from (or below), bad below (or from). */
export const OTHER_BANDS: Readonly<Partial<Record<OfficialIndicator, { readonly limit: number; readonly goodIs: 'from' | 'below' }>>> = {
  cooperative: { limit: 0.1, goodIs: 'from' },
  'award-criteria': { limit: 0.8, goodIs: 'below' },
};

export const OTHER_TYPICAL_2024: Readonly<Partial<Record<OfficialIndicator, number>>> = { 'publication-rate': 0.058, 'award-criteria': 0.54, 'sme-contractors': 0.71, 'sme-bids': 0.72 };

export function isReckoned(indicator: OfficialIndicator): indicator is SingleMarketIndicator {
  return (SINGLE_MARKET as readonly string[]).includes(indicator);
}

/** With fewer than this no band is told. */
export const LEAST_BANDED = 10;

/** The band that the value lies in; null: no limits were read, or it is of too few. */
export function bandOf(indicator: SingleMarketIndicator, value: number | null, of: number): Band | null {
  const bands = PUBLISHED_BANDS[indicator];
  if (bands === undefined || value === null || of < LEAST_BANDED) return null;
  const { good, goodIncluded, bad, badIncluded } = bands;
  if (value < good || (goodIncluded && value === good)) return 'satisfactory';
  return value > bad || (badIncluded && value === bad) ? 'unsatisfactory' : 'average';
}
