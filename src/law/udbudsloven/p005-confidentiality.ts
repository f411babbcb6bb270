import { said, UDBUDSLOVEN_FROM, type Rule } from '../rule.ts';

export const P005 = {
  id: 'udbudsloven-5',
  paragraph: 'Udbudsloven § 5',
  title: said('Fortrolighed', 'Confidentiality'),
  sentence: said(
    'Fortrolige oplysninger, som ansøgere og tilbudsgivere har sendt, må ikke gives videre.',
    'Confidential information that candidates and tenderers have sent may not be passed on.'),
  grade: 'V',
  source: 'Udbudsloven § 5',
  validFrom: UDBUDSLOVEN_FROM,
  validTo: null,
  confirm: null,
} as const satisfies Rule;
