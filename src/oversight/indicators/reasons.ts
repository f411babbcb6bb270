/** What the own modes of the published indicators say in common: why a thing cannot be assessed, and what the rows of evidence are. */
import { whole, type Text } from './indicator.ts';

const REASONS = {
  'criteria-not-stated': { da: 'Tildelingskriterierne er ikke oplyst', en: 'The award criteria are not stated' },
  'other-criteria': { da: 'Andet end prisen afgør tildelingen', en: 'Other things than the price decide the award' },
  'not-decided': { da: 'En tildeling er ikke endelig, eller dens status er ikke oplyst', en: 'An award is not final, or its status is not stated' },
  'not-one-winner': { da: 'Der er ikke netop én tildeling til netop én kendt virksomhed', en: 'There is not exactly one award to exactly one known company' },
  'several-awards': { da: 'Der er flere tildelinger, og tilbuddene siger ikke hvilken de gælder', en: 'There are several awards, and the bids do not say which one they are for' },
  'no-bids': { da: 'Ingen tilbud er nævnt', en: 'No bids are named' },
  'no-bid-status': { da: 'Tilbuddenes status er ikke oplyst, eller ikke en kode i OCDS', en: 'The status of the bids is not stated, or is no code of OCDS' },
  'bids-not-by-lot': { da: 'Et tilbud gælder flere delaftaler på én gang', en: 'A bid is for several lots at once' },
  'bidder-unknown': { da: 'Hvem der står bag et tilbud, er ikke oplyst entydigt, eller vinderen står bag det med andre', en: 'Who stands behind a bid is not clearly stated, or the winner stands behind it with others' },
  'bids-missing': { da: 'Der er talt flere tilbud, end der er nævnt', en: 'More bids are counted than are named' },
  'no-bid-of-winner': { da: 'Vinderens gyldige tilbud er ikke nævnt', en: 'The valid bid of the winner is not named' },
  'no-valid-bid': { da: 'Intet gyldigt tilbud er nævnt', en: 'No valid bid is named' },
  'no-other-bid': { da: 'Kun vinderens gyldige tilbud er nævnt', en: 'Only the winner’s valid bid is named' },
  'one-bid': { da: 'Kun ét tilbud er nævnt', en: 'Only one bid is named' },
  'price-missing': { da: 'Et tilbud har ingen pris over nul med valuta', en: 'A bid has no price above nought with a currency' },
  'mixed-currencies': { da: 'Priserne er i flere valutaer', en: 'The prices are in several currencies' },
  'winner-not-cheapest': { da: 'Et andet gyldigt tilbud er lavere end vinderens', en: 'Another valid bid is lower than the winner’s' },
  'too-few': { da: 'For få at dømme efter', en: 'Too few to judge by' },
  'series-too-small': { da: 'For få at sammenligne med', en: 'Too few to compare with' },
  'no-bound': { da: 'Tallene ligger sådan, at ingen grænse kan beregnes', en: 'The figures lie so that no bound can be computed' },
} as const satisfies Readonly<Record<string, Text>>;

const ROWS = {
  bid: { da: 'Tilbuddet', en: 'The bid' },
  'winning-bid': { da: 'Vinderens laveste gyldige tilbud', en: 'The lowest valid bid of the winner' },
  'next-bid': { da: 'Det laveste gyldige tilbud fra andre', en: 'The lowest valid bid of others' },
  'rejected-bid': { da: 'Et afvist tilbud', en: 'A disqualified bid' },
  series: { da: 'Så mange er der at sammenligne med', en: 'So many there are to compare with' },
  bound: { da: 'Grænsen', en: 'The bound' },
} as const satisfies Readonly<Record<string, Text>>;

/** Those of the codes, in their order. */
export function reasonsOf(...codes: readonly (keyof typeof REASONS)[]): Readonly<Record<string, Text>> {
  return Object.fromEntries(codes.map((code) => [code, REASONS[code]]));
}

export function rowsOf(...codes: readonly (keyof typeof ROWS)[]): Readonly<Record<string, Text>> {
  return Object.fromEntries(codes.map((code) => [code, ROWS[code]]));
}

/** Why a price cannot be held against the next one, as the step `margin` gives it, or against the series. */
export const MARGIN_REASONS = reasonsOf(
  'criteria-not-stated', 'other-criteria', 'not-decided', 'not-one-winner', 'no-bids', 'no-bid-status', 'bids-not-by-lot', 'bidder-unknown', 'bids-missing', 'no-bid-of-winner',
  'no-other-bid', 'price-missing', 'mixed-currencies', 'winner-not-cheapest', 'series-too-small', 'no-bound');

export const MINIMUM_SERIES = whole(10, 'Er der færre at sammenligne med, beregnes ingen grænse', 'With fewer to compare with no bound is computed');
