import { met, review, type Finding } from '../finding.ts';
import { oere, saying, type Oere } from '../kroner.ts';
import { limit } from '../parameters/limits.ts';
import { said, UDBUDSLOVEN_FROM, type Rule } from '../rule.ts';

export const P193 = {
  id: 'udbudsloven-193',
  paragraph: 'Udbudsloven § 193',
  title: said('Markedsmæssige vilkår', 'Market terms'),
  sentence: said(
    'Et køb under tærskelværdien og over 500.000 kr. uden klar grænseoverskridende interesse sker på markedsmæssige vilkår og kan efter en markedsprøvning ske direkte.',
    'A purchase below the threshold and above DKK 500,000 without clear cross-border interest is made on market terms, and may be made directly after the market was tested.'),
  grade: 'P',
  source: 'kl.dk, udbudsloven; frinet.dk',
  validFrom: UDBUDSLOVEN_FROM,
  validTo: null,
  confirm: said('Hvordan det vises, at vilkårene er markedsmæssige.', 'How it is shown that the terms are those of the market.'),
} as const satisfies Rule;

export const SMALL_PURCHASE = {
  id: 'udbudsloven-193-small',
  paragraph: 'Udbudsloven § 193',
  title: said('Køb på højst 500.000 kr.', 'Purchases of at most DKK 500,000'),
  sentence: said(
    'For køb på højst 500.000 kr. uden klar grænseoverskridende interesse har udbudsloven ingen procedure; god forvaltningsskik og kommunens egne regler gælder.',
    'For purchases of at most DKK 500,000 without clear cross-border interest the law has no procedure; sound administration and the policy of the municipality hold.'),
  grade: 'U',
  source: 'general knowledge; not verified',
  validFrom: UDBUDSLOVEN_FROM,
  validTo: null,
  confirm: said('At udbudsloven ingen procedure har for køb på højst 500.000 kr.', 'That the law has no procedure for purchases of at most DKK 500,000.'),
} as const satisfies Rule;

/** What holds for a purchase below the threshold that nobody abroad is clearly interested in. met: market terms; review: the law seems to ask nothing. */
export function judgeMarketTerms({ value }: { readonly value: Oere }): Finding {
  const from = oere(limit('own-procedure-from').value);
  return value > from
    ? met(P193, saying('{value} er mere end {from}.', '{value} is more than {from}.', { value, from }))
    : review(SMALL_PURCHASE, saying('{value} er ikke mere end {from}; at loven så ingen procedure har, er ikke bekræftet.', '{value} is not more than {from}; that the law then has no procedure is not confirmed.', { value, from }));
}
