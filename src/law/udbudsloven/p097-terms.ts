import { asked } from '../asked.ts';
import type { Finding } from '../finding.ts';
import { said, UDBUDSLOVEN_FROM, type Rule } from '../rule.ts';
import type { Truth } from '../truth.ts';

export const P097 = {
  id: 'udbudsloven-97',
  paragraph: 'Udbudsloven §§ 97, 99, 100',
  title: said('På rammeaftalens vilkår', 'On the terms of the framework'),
  sentence: said(
    'Et køb under en rammeaftale tildeles på de vilkår, rammeaftalen har fastsat, og ligger inden for det, den dækker.',
    'A purchase under a framework agreement is awarded on the terms that the framework has set, and lies within what it covers.'),
  grade: 'V',
  source: 'elov.dk, Udbudsloven §§ 97, 99 and 100',
  validFrom: UDBUDSLOVEN_FROM,
  validTo: null,
  confirm: null,
} as const satisfies Rule;

export const P097_ONE = {
  id: 'udbudsloven-97-one',
  paragraph: 'Udbudsloven § 97',
  title: said('Rammeaftale med én leverandør', 'Framework with one supplier'),
  sentence: said(
    'Med én leverandør tildeles på rammeaftalens vilkår; leverandøren kan skriftligt bedes om at fuldstændiggøre sit tilbud.',
    'With one supplier the award is on the terms of the framework; the supplier may be asked in writing to complete its tender.'),
  grade: 'V',
  source: 'elov.dk, Udbudsloven § 97',
  validFrom: UDBUDSLOVEN_FROM,
  validTo: null,
  confirm: null,
} as const satisfies Rule;

export const P100 = {
  id: 'udbudsloven-100',
  paragraph: 'Udbudsloven § 100',
  title: said('Miniudbud', 'Mini-competition'),
  sentence: said(
    'Miniudbuddet holdes på de samme vilkår, på vilkår, der er gjort mere præcise, eller på andre vilkår, der var fastsat på forhånd.',
    'The mini-competition is held on the same terms, on terms made more precise, or on other terms that were set in advance.'),
  grade: 'V',
  source: 'elov.dk, Udbudsloven § 100',
  validFrom: UDBUDSLOVEN_FROM,
  validTo: null,
  confirm: null,
} as const satisfies Rule;

/** Whether the purchase is one that the framework covers. */
export function judgeScope({ inScope }: { readonly inScope: Truth }): Finding {
  return asked(P097, inScope, {
    yes: said('Købet ligger inden for det, aftalen dækker.', 'The purchase lies within what the agreement covers.'),
    no: said('Købet ligger uden for det, aftalen dækker.', 'The purchase lies outside what the agreement covers.'),
    open: said('Det er ikke oplyst, om aftalen dækker købet.', 'It is not said whether the agreement covers the purchase.'),
  });
}
