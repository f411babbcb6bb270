import { said, UDBUDSLOVEN_FROM, type Rule } from '../rule.ts';

export const P120 = {
  id: 'udbudsloven-120',
  paragraph: 'Udbudsloven §§ 120-123',
  title: said('Køb gennem en indkøbscentral', 'Buying through a central purchasing body'),
  sentence: said(
    'Den, der køber gennem en indkøbscentrals kontrakt, rammeaftale eller indkøbssystem, har opfyldt sin udbudspligt, men svarer for de dele, den selv udfører, som et miniudbud.',
    'Who buys through the contract, framework or purchasing system of a central purchasing body has fulfilled its duty to tender, and answers for the parts that it carries out itself, such as a mini-competition.'),
  grade: 'U',
  source: 'general knowledge; not verified',
  validFrom: UDBUDSLOVEN_FROM,
  validTo: null,
  confirm: said('Hele reglen: hvornår et køb gennem en indkøbscentral opfylder udbudspligten.', 'The whole rule: when a purchase through a central purchasing body fulfils the duty to tender.'),
} as const satisfies Rule;
