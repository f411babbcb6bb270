import { said, UDBUDSLOVEN_FROM, type Rule } from '../rule.ts';

export const P061 = {
  id: 'udbudsloven-61',
  paragraph: 'Udbudsloven § 61 ff.',
  title: said('Udbud med forhandling', 'Competitive procedure with negotiation'),
  sentence: said(
    'Udbud med forhandling kan bruges, når løsninger på markedet skal tilpasses, når der er design eller nye løsninger i købet, når opgavens art, sammensætning eller risiko kræver forhandling, eller når kravene ikke kan fastsættes præcist.',
    'The procedure with negotiation may be used when available solutions need adaptation, when the purchase has design or innovation in it, when its nature, make-up or risk needs negotiation, or when the requirements cannot be set precisely.'),
  grade: 'V',
  source: 'Directive 2014/24/EU, article 26(4)(a); legislation.gov.uk/eudr/2014/24/title/II',
  validFrom: UDBUDSLOVEN_FROM,
  validTo: null,
  confirm: said('Paragraffens nummer og ordlyd i den danske lov.', 'The number and wording of the paragraph in the Danish law.'),
} as const satisfies Rule;

export const NEGOTIATION_AFTER_FAILURE = {
  id: 'udbudsloven-61-after-failure',
  paragraph: 'Udbudsloven § 61 ff.',
  title: said('Efter et udbud uden brugbare tilbud', 'After a tender without acceptable tenders'),
  sentence: said(
    'Udbud med forhandling kan også bruges, når et offentligt eller begrænset udbud kun gav tilbud, der ikke var forskriftsmæssige eller ikke kunne antages.',
    'The procedure with negotiation may also be used when an open or restricted procedure brought only irregular or unacceptable tenders.'),
  grade: 'U',
  source: 'general knowledge; not verified',
  validFrom: UDBUDSLOVEN_FROM,
  validTo: null,
  confirm: said('Paragraffens nummer og ordlyd i den danske lov.', 'The number and wording of the paragraph in the Danish law.'),
} as const satisfies Rule;

export const NEGOTIATED_INVITED = {
  id: 'udbudsloven-61-invited',
  paragraph: 'Udbudsloven § 61 ff.',
  title: said('Mindst tre opfordres', 'At least three are invited'),
  sentence: said(
    'I udbud med forhandling, konkurrencepræget dialog og innovationspartnerskab opfordres mindst tre.',
    'In procedures with negotiation, competitive dialogue and innovation partnership at least three are invited.'),
  grade: 'P',
  source: 'VgV § 51(2)',
  validFrom: UDBUDSLOVEN_FROM,
  validTo: null,
  confirm: said('Paragraffens nummer og ordlyd i den danske lov.', 'The number and wording of the paragraph in the Danish law.'),
} as const satisfies Rule;
