import { said, UDBUDSLOVEN_FROM, type Rule } from '../rule.ts';

export const P148 = {
  id: 'udbudsloven-148',
  paragraph: 'Udbudsloven §§ 148, 151-153',
  title: said('ESPD og dokumentation', 'ESPD and documents'),
  sentence: said(
    'ESPD tages som foreløbigt bevis; dokumentationen hentes hos vinderen, før kontrakten tildeles.',
    'The ESPD is taken as preliminary proof; the documents are asked of the winner before the award.'),
  grade: 'V',
  source: 'Udbudsloven §§ 148, 151-153',
  validFrom: UDBUDSLOVEN_FROM,
  validTo: null,
  confirm: null,
} as const satisfies Rule;
