import { asking, list, type Asked, type Indicator } from '../indicator.ts';

export const r018: Indicator & Asked = {
  code: 'R018',
  title: { da: 'Kun ét tilbud', en: 'Single bid' },
  says: {
    da: 'Kun én har budt på et køb, som flere kunne byde på.',
    en: 'Only one has bid for a purchase that several could bid for.',
  },
  value: {
    da: 'Altid 1',
    en: 'Always 1',
  },
  kinds: ['OCID'],
  cannotBeAssessed: {
    da: 'Når antallet af tilbudsgivere mangler, eller ikke er et helt tal.',
    en: 'When the number of tenderers is missing, or is no whole number.',
  },
  innocent: {
    da: 'Et marked med én leverandør; et køb, der passer bedst til den, der allerede leverer; travlhed i markedet.',
    en: 'A market with one supplier; a purchase that suits the one who supplies already; a market that is busy.',
  },
  settings: {
    procurement_methods: list(['open', 'selective'], 'De udbudsformer (procurementMethod), der ses på', 'The methods (procurementMethod) that are looked at'),
  },
  measure: null,
  query: new URL('query.sql', import.meta.url),
  question: asking(new URL('own/', import.meta.url), {
    value: { da: 'Andelen af delaftaler med oplyst antal tilbud, der fik netop ét', en: 'The share of lots with a stated number of bids that got exactly one' },
    unit: 'share',
    reasons: { 'bids-not-stated': { da: 'Antallet af tilbud er ikke oplyst', en: 'The number of bids is not stated' } },
    rows: {
      bids: { da: 'Tilbud til det hele', en: 'Bids for the whole' },
      lot: { da: 'Tilbud til delaftalen', en: 'Bids for the lot' },
    },
  }),
};
