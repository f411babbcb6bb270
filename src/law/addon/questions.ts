import { said, type Said } from '../rule.ts';

/** The question behind each fact that may be left open, as a wizard asks it. */
export const QUESTIONS = {
  'contract.tendered': said('Er kontrakten udbudt efter reglerne?', 'Was the contract tendered by the rules?'),
  'contract.maximumValue': said('Hvor stor en samlet værdi må der købes for efter udbuddet?', 'How much may be bought in all under what was tendered?'),
  'contract.calledOff': said('Hvor meget er der allerede købt på aftalen?', 'How much has already been bought under the agreement?'),
  'contract.end': said('Hvilken dag udløber kontrakten? Det er ikke nok, at den løber videre.', 'On what day does the contract end? That it runs on is not enough.'),
  'purchase.withinScope': said('Ligger købet inden for det, der blev udbudt?', 'Does the purchase lie within what was tendered?'),
  'purchase.optionClause': said('Har udbudsdokumenterne en klar option eller klausul om netop dette køb?', 'Do the tender documents have a clear option or clause on just this purchase?'),
  'purchase.necessary': said('Er leverancen nødvendig, ikke kun nyttig?', 'Is the delivery necessary, not only useful?'),
  'purchase.supplierChangeImpossible': said('Er det umuligt at skifte leverandør af økonomiske eller tekniske grunde?', 'Is it impossible to change supplier for economic or technical reasons?'),
  'purchase.supplierChangeCostly': said('Ville et skifte give betydelig ulempe eller dobbelte udgifter?', 'Would a change cause significant inconvenience or duplication of cost?'),
  'purchase.unforeseeable': said('Skyldes behovet noget, som en påpasselig ordregiver ikke kunne forudse?', 'Does the need come from something that a diligent buyer could not foresee?'),
  'purchase.characterKept': said('Er kontraktens karakter den samme bagefter?', 'Is the overall character of the contract the same afterwards?'),
  'purchase.wouldHaveAttractedOthers': said('Ville andre have budt, eller budt anderledes, hvis de havde kendt ændringen?', 'Would others have bid, or bid differently, had they known of the change?'),
  'purchase.shiftsBalance': said('Flytter ændringen den økonomiske balance til leverandørens fordel?', 'Does the change move the economic balance to the advantage of the supplier?'),
  'purchase.standaloneUsable': said('Kan det købte bruges for sig selv, uden kontrakten?', 'Can what is bought be used by itself, without the contract?'),
  sameKindLast12Months: said('Hvor meget er der købt af samme slags de sidste 12 måneder?', 'How much of the same kind was bought in the last 12 months?'),
} as const satisfies Readonly<Record<string, Said>>;
