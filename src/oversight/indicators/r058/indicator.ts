import { decimal, type Indicator } from '../indicator.ts';

export const r058: Indicator = {
  code: 'R058',
  title: { da: 'Usædvanligt lavt tilbud', en: 'Heavily discounted bid' },
  says: {
    da: 'Vinderens tilbud ligger usædvanligt langt under det næstlaveste.',
    en: 'The winner’s bid is unusually far below the second-lowest.',
  },
  value: {
    da: 'For et forløb: forskellen som andel af vinderens pris; intet tal, når vinderens pris er nul. For en tilbudsgiver: altid 0',
    en: 'Of a process: the difference as a share of the winning price; no number when the winning price is nought. Of a tenderer: always 0',
  },
  kinds: ['OCID', 'Tenderer'],
  cannotBeAssessed: {
    da: 'Som R024.',
    en: 'As R024.',
  },
  innocent: {
    da: 'En leverandør, der vil ind på markedet; en bedre metode; et næstlaveste tilbud, der dækker mere end der er bedt om.',
    en: 'A supplier that wants to enter the market; a better method; a second-lowest bid that covers more than was asked for.',
  },
  settings: {
    threshold: decimal('Den mindste andel, der giver et opmærksomhedspunkt; ellers beregnes grænsen', 'The smallest share that is a point of attention; else the bound is computed'),
  },
  measure: new URL('measure.sql', import.meta.url),
  query: new URL('query.sql', import.meta.url),
};
