import { said, UDBUDSLOVEN_FROM, type Rule } from '../rule.ts';

export const DOCUMENTATION = {
  id: 'directive-83',
  paragraph: 'Direktiv 2014/24/EU, artikel 83-84',
  title: said('Dokumentation', 'Documentation'),
  sentence: said(
    'Beslutninger dokumenteres på alle trin, og dokumentationen gemmes i mindst tre år efter tildelingen.',
    'Decisions are documented at all stages, and the documentation is kept for at least three years after the award.'),
  grade: 'P',
  source: 'Directive 2014/24/EU, articles 83-84; VgV § 8(4)',
  validFrom: UDBUDSLOVEN_FROM,
  validTo: null,
  confirm: said('Paragraffens nummer og ordlyd i den danske lov.', 'The number and wording of the paragraph in the Danish law.'),
} as const satisfies Rule;

export const CONTRACT_COPIES = {
  id: 'directive-83-copies',
  paragraph: 'Direktiv 2014/24/EU, artikel 83',
  title: said('Kopi af store kontrakter', 'Copies of large contracts'),
  sentence: said(
    'Kontrakter på 1 mio. euro eller mere (bygge og anlæg 10 mio.) gemmes, så længe de løber.',
    'Contracts of EUR 1 million or more (works 10 million) are kept as long as they run.'),
  grade: 'P',
  source: 'Directive 2014/24/EU, article 83; VgV § 8(4)',
  validFrom: UDBUDSLOVEN_FROM,
  validTo: null,
  confirm: said('Paragraffens nummer og ordlyd i den danske lov.', 'The number and wording of the paragraph in the Danish law.'),
} as const satisfies Rule;
