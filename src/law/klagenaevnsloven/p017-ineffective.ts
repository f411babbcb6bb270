import { said, type Rule } from '../rule.ts';

const SOURCE = 'elov.dk, lov om Klagenævnet for Udbud, §§ 16-20';
const FROM = '2010-07-01';

export const K017 = {
  id: 'klagenaevnsloven-17',
  paragraph: 'Klagenævnsloven § 17, stk. 1',
  title: said('Kontrakt uden virkning', 'A contract without effect'),
  sentence: said(
    'Klagenævnet erklærer en kontrakt for uden virkning, når den er indgået direkte uden den bekendtgørelse, som loven kræver.',
    'The Complaints Board declares a contract without effect when it was awarded directly without the notice that the law requires.'),
  grade: 'V', source: SOURCE, validFrom: FROM, validTo: null, confirm: null,
} as const satisfies Rule;

export const K018 = {
  id: 'klagenaevnsloven-18',
  paragraph: 'Klagenævnsloven § 18',
  title: said('Hvad der bliver uden virkning, og sanktioner', 'What loses its effect, and sanctions'),
  sentence: said(
    'Det er fremtidige leverancer, der bliver uden virkning; nævnet siger fra hvornår og hvilke dele. Bliver kontrakten ikke eller kun delvis uden virkning, fastsættes en anden sanktion efter §§ 19-20, og ordregivere uden for § 19, stk. 1, meldes til politiet med henblik på bøde.',
    'It is future deliveries that lose their effect; the Board says from when and which parts. When the contract does not or only partly lose its effect, another sanction under §§ 19-20 is set, and buyers outside § 19(1) are reported to the police for a fine.'),
  grade: 'V', source: SOURCE, validFrom: FROM, validTo: null,
  confirm: said('Hvor store sanktionerne er; det er ikke fundet.', 'How large the sanctions are; that was not found.'),
} as const satisfies Rule;
