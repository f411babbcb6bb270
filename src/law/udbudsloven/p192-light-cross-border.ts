import { said, UDBUDSLOVEN_FROM, type Rule } from '../rule.ts';

export const P192 = {
  id: 'udbudsloven-192',
  paragraph: 'Udbudsloven § 192',
  title: said('Light-tjenester under tærsklen med klar grænseoverskridende interesse', 'Light services below the threshold with clear cross-border interest'),
  sentence: said(
    'Sociale og andre specifikke tjenester under tærskelværdien med klar grænseoverskridende interesse følger § 192, og der kan klages til Klagenævnet for Udbud over, at den ikke er fulgt.',
    'Social and other specific services below the threshold with clear cross-border interest follow § 192, and it can be complained to Klagenævnet for Udbud that it is not followed.'),
  grade: 'V',
  source: 'kl.dk, udbudsloven; erhvervsstyrelsen.dk, klagevejledning',
  validFrom: UDBUDSLOVEN_FROM,
  validTo: null,
  confirm: said('Paragraffens nærmere indhold; at købet er omfattet af den, er læst.', 'What the paragraph says in detail; that the purchase falls under it was read.'),
} as const satisfies Rule;
