import { said, type Rule } from '../rule.ts';

export const KN017 = {
  id: 'klagenaevnsloven-17',
  paragraph: 'Klagenævnsloven § 17, stk. 1',
  title: said('Uden virkning', 'Ineffectiveness'),
  sentence: said(
    'En kontrakt, der er indgået direkte uden en lovlig bekendtgørelse, kan erklæres uden virkning.',
    'A contract that was awarded directly without a lawful notice may be declared ineffective.'),
  grade: 'V',
  source: 'elov.dk, lov om Klagenævnet for Udbud §§ 16-18',
  validFrom: '2010-07-01',
  validTo: null,
  confirm: null,
} as const satisfies Rule;

export const KN018 = {
  id: 'klagenaevnsloven-18',
  paragraph: 'Klagenævnsloven § 18',
  title: said('Hvad der følger', 'What follows'),
  sentence: said(
    'Uden virkning gælder for fremtidige leverancer, og Klagenævnet siger fra hvornår og for hvilke dele. Erklæres kontrakten ikke eller ikke helt uden virkning, skal der gives en alternativ sanktion (§§ 19-20); den, der ikke er nævnt i § 19, stk. 1, anmeldes til politiet.',
    'Ineffectiveness is for future deliveries, and the board says from when and for which parts. Where the contract is not, or not fully, ineffective, an alternative sanction must be set (§§ 19-20); bodies outside § 19(1) are reported to the police.'),
  grade: 'V',
  source: 'elov.dk, lov om Klagenævnet for Udbud § 18',
  validFrom: '2010-07-01',
  validTo: null,
  confirm: said('Sanktionernes størrelse; den er ikke kendt.', 'The size of the sanctions; it is not known.'),
} as const satisfies Rule;
