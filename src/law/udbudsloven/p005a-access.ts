import { said, type Rule } from '../rule.ts';

export const P005A = {
  id: 'udbudsloven-5a',
  paragraph: 'Udbudsloven § 5 a',
  title: said('Aktindsigt i tilbud', 'Access to tenders'),
  sentence: said(
    'Aktindsigt i tilbud og i oplysninger fra dem efter offentlighedsloven har kun den, der har retlig interesse i at klage.',
    'Access under the access to documents act to tenders and to information from them is only for those with a legal interest in complaining.'),
  grade: 'V',
  source: 'eu.dk, L 199 (2021-22); danskeark.dk',
  validFrom: '2022-07-01',
  validTo: null,
  confirm: said('Partsindsigt og fortrolighed vurderes stadig fra sag til sag.', 'Access as a party and confidentiality are still judged case by case.'),
} as const satisfies Rule;
