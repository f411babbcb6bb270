import { said, UDBUDSLOVEN_FROM, type Rule } from '../rule.ts';

export const P176 = {
  id: 'udbudsloven-176',
  paragraph: 'Udbudsloven § 176, stk. 2-4',
  title: said('Uddannelsesklausul', 'Trainees'),
  sentence: said(
    'I visse kontrakter om bygge og anlæg og tjenester stilles der krav om personer under oplæring.',
    'Certain contracts for works and services have a clause on persons in training.'),
  grade: 'V',
  source: 'elov.dk, Udbudsloven, chapter 15',
  validFrom: UDBUDSLOVEN_FROM,
  validTo: null,
  confirm: said('Hvilke kontrakter kravet gælder for.', 'Which contracts the clause is for.'),
} as const satisfies Rule;
