import { type Indicator } from '../indicator.ts';

export const r030: Indicator = {
  code: 'R030',
  title: { da: 'For sent tilbud vandt', en: 'Late bid won' },
  says: {
    da: 'Et tilbud, der er dateret efter fristen, er fra en leverandør, der vandt.',
    en: 'A bid dated after the time limit is by a supplier that won.',
  },
  value: {
    da: 'Altid 1',
    en: 'Always 1',
  },
  kinds: ['OCID', 'Tenderer'],
  cannotBeAssessed: {
    da: 'Når fristen, tilbuddets dato, eller tildelingen mangler.',
    en: 'When the time limit, the date of the bid, or the award is missing.',
  },
  innocent: {
    da: 'En frist, der blev forlænget; datoen for et opdateret tilbud efter forhandling; datoer i forskellige tidszoner, som her sammenlignes som tekst.',
    en: 'A time limit that was extended; the date of a bid renewed after negotiation; dates in different zones, which are compared as text here.',
  },
  settings: {},
  measure: null,
  query: new URL('query.sql', import.meta.url),
};
