import { decimal, whole, type Indicator } from '../indicator.ts';

export const r025: Indicator = {
  code: 'R025',
  title: { da: 'Mange tilbud uden held', en: 'Excessive unsuccessful bids' },
  says: {
    da: 'En tilbudsgiver byder ofte og vinder usædvanligt sjældent.',
    en: 'A tenderer bids often and wins unusually seldom.',
  },
  value: {
    da: 'Andelen af vundne forløb',
    en: 'The share of processes won',
  },
  kinds: ['Tenderer'],
  cannotBeAssessed: {
    da: 'Når en tilbudsgiver ikke har budt i et forløb med endelige tildelinger og én vinder.',
    en: 'When a tenderer has not bid in a process with final awards and one winner.',
  },
  innocent: {
    da: 'En ny virksomhed, der prøver sig frem; en niche, der sjældent er billigst; et marked med mange bydere.',
    en: 'A new company that feels its way; a niche that is seldom cheapest; a market with many bidders.',
  },
  settings: {
    percentile: whole(75, 'Kun tilbudsgivere med mindst så mange forløb som denne percentil', 'Only tenderers with at least as many processes as this percentile', { most: 100 }),
    threshold: decimal('Den største andel vundne, der giver et opmærksomhedspunkt; ellers beregnes grænsen', 'The largest share won that is a point of attention; else the bound is computed'),
  },
  measure: new URL('measure.sql', import.meta.url),
  query: new URL('query.sql', import.meta.url),
};
