import { said, type Rule } from '../rule.ts';

export const P134A = {
  id: 'udbudsloven-134a',
  paragraph: 'Udbudsloven § 134 a',
  title: said('Skattely', 'Tax havens'),
  sentence: said(
    'En virksomhed fra et land på EU’s liste over lande, der ikke samarbejder om skat, og som ikke har en bindende handelsaftale med Danmark, skal udelukkes; den kan ikke rense sig.',
    'A company established in a country on the EU list of jurisdictions that do not cooperate on tax, without a binding trade agreement with Denmark, must be excluded; it cannot clear itself.'),
  grade: 'V',
  source: 'kfst.dk, Ændringer af udbudsloven; gorrissenfederspiel.com, 19.04.2023',
  validFrom: '2022-07-01',
  validTo: null,
  confirm: null,
} as const satisfies Rule;
