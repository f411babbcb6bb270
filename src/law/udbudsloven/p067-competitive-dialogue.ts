import { said, UDBUDSLOVEN_FROM, type Rule } from '../rule.ts';

export const P067 = {
  id: 'udbudsloven-67',
  paragraph: 'Udbudsloven § 67 ff.',
  title: said('Konkurrencepræget dialog', 'Competitive dialogue'),
  sentence: said(
    'Konkurrencepræget dialog kan bruges under de samme betingelser som udbud med forhandling.',
    'The competitive dialogue may be used under the same conditions as the procedure with negotiation.'),
  grade: 'V',
  source: 'Directive 2014/24/EU, article 26(4)(a); legislation.gov.uk/eudr/2014/24/title/II',
  validFrom: UDBUDSLOVEN_FROM,
  validTo: null,
  confirm: said('Paragraffens nummer og ordlyd i den danske lov.', 'The number and wording of the paragraph in the Danish law.'),
} as const satisfies Rule;
