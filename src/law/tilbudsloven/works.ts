import { said, type Rule } from '../rule.ts';

export const TILBUDSLOVEN_WORKS = {
  id: 'tilbudsloven-works',
  paragraph: 'Tilbudsloven',
  title: said('Bygge og anlæg under tærsklen', 'Works below the threshold'),
  sentence: said(
    'Bygge og anlæg under tærskelværdien følger tilbudsloven.',
    'Works below the threshold follow Tilbudsloven.'),
  grade: 'P',
  source: 'LBK 1410/2007',
  validFrom: '2007-01-01',
  validTo: null,
  confirm: said('Lovens beløbsgrænser, og om den er ophævet.', 'The limits of the law, and whether it is repealed.'),
} as const satisfies Rule;

export const TILBUDSLOVEN_7A = {
  id: 'tilbudsloven-7a',
  paragraph: 'Tilbudsloven § 7 a',
  title: said('Licitation', 'Opening of works tenders'),
  sentence: said(
    'Ved licitation får de bydende tilbudssummer og forbehold at vide lige efter åbningen.',
    'In a works tender the bid sums and reservations are made known to the tenderers right after the opening.'),
  grade: 'V',
  source: 'danskindustri.dk, 24.06.2022',
  validFrom: '2022-07-01',
  validTo: null,
  confirm: null,
} as const satisfies Rule;
