import { said, UDBUDSLOVEN_FROM, type Rule } from '../rule.ts';

export const P186 = {
  id: 'udbudsloven-186',
  paragraph: 'Udbudsloven §§ 186-190',
  title: said('Light-regimet', 'The light regime'),
  sentence: said(
    'Sociale og andre specifikke tjenester fra 750.000 euro udbydes med en udbudsbekendtgørelse eller en forhåndsmeddelelse; ordregiveren tilrettelægger selv proceduren efter principperne.',
    'Social and other specific services from EUR 750,000 are tendered by a contract notice or a prior information notice; the buyer arranges the procedure itself by the principles.'),
  grade: 'P',
  source: 'elov.dk, Udbudsloven §§ 186-190',
  validFrom: UDBUDSLOVEN_FROM,
  validTo: null,
  confirm: said('Paragraffens ordlyd i den danske lov.', 'The wording of the paragraph in the Danish law.'),
} as const satisfies Rule;

export const P186_NOTICE = {
  id: 'udbudsloven-186-notice',
  paragraph: 'Udbudsloven §§ 186-190',
  title: said('Uden bekendtgørelse i light-regimet', 'Without notice in the light regime'),
  sentence: said(
    'Bekendtgørelsen kan kun udelades i de tilfælde, der står i §§ 80-83.',
    'The notice may be left out only in the cases of §§ 80-83.'),
  grade: 'P',
  source: 'elov.dk, Udbudsloven §§ 186-190',
  validFrom: UDBUDSLOVEN_FROM,
  validTo: null,
  confirm: said('Paragraffens ordlyd i den danske lov.', 'The wording of the paragraph in the Danish law.'),
} as const satisfies Rule;
