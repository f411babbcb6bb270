import { decimal, type Indicator } from '../indicator.ts';

export const r024: Indicator = {
  code: 'R024',
  title: { da: 'Pris tæt på det vindende tilbud', en: 'Price close to the winning bid' },
  says: {
    da: 'Det næstlaveste tilbud ligger usædvanligt tæt på vinderens.',
    en: 'The second-lowest bid is unusually close to the winner’s.',
  },
  value: {
    da: 'For et forløb: forskellen som andel af vinderens pris. For en tilbudsgiver: altid 0',
    en: 'Of a process: the difference as a share of the winning price. Of a tenderer: always 0',
  },
  kinds: ['OCID', 'Tenderer'],
  cannotBeAssessed: {
    da: 'Når der ikke er én vinder og mindst ét andet gyldigt tilbud med pris i den samme valuta, når en tildeling ikke er endelig, eller når vinderen ikke er billigst.',
    en: 'When there is not one winner and at least one other valid bid with a price in the same currency, when an award is not final, or when the winner is not the cheapest.',
  },
  innocent: {
    da: 'Et marked med ens omkostninger; en pris, der følger af en takst eller en liste; hård konkurrence.',
    en: 'A market with like costs; a price that follows from a tariff or a list; hard competition.',
  },
  settings: {
    threshold: decimal('Den største andel, der giver et opmærksomhedspunkt; ellers beregnes grænsen', 'The largest share that is a point of attention; else the bound is computed'),
  },
  measure: new URL('measure.sql', import.meta.url),
  query: new URL('query.sql', import.meta.url),
};
