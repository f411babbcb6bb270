import { said, UDBUDSLOVEN_FROM, type Rule } from '../rule.ts';

export const P194 = {
  id: 'udbudsloven-194',
  paragraph: 'Udbudsloven § 194',
  title: said('Elektronisk kommunikation', 'Electronic communication'),
  sentence: said(
    'Udbuddet føres elektronisk, med værktøjer, som alle kan få, og som ikke stiller nogen ringere; reglerne fastsættes efter § 194.',
    'The tender is run electronically, with tools that everybody can get and that put nobody at a disadvantage; the rules are made under § 194.'),
  grade: 'P',
  source: 'Udbudsloven § 60, stk. 4, which names § 194; Directive 2014/24/EU, article 22; BEK 1572/2016, BEK 1094/2022',
  validFrom: UDBUDSLOVEN_FROM,
  validTo: null,
  confirm: said('Bekendtgørelsen, som den gælder nu.', 'The order as it is in force now.'),
} as const satisfies Rule;
