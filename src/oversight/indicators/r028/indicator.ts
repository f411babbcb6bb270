import { type Indicator } from '../indicator.ts';

export const r028: Indicator = {
  code: 'R028',
  title: { da: 'Ens tilbudspriser', en: 'Identical bid prices' },
  says: {
    da: 'To tilbud fra forskellige tilbudsgivere har nøjagtig samme pris.',
    en: 'Two bids by different tenderers have exactly the same price.',
  },
  value: {
    da: 'Altid 1',
    en: 'Always 1',
  },
  kinds: ['OCID', 'Tenderer'],
  cannotBeAssessed: {
    da: 'Når der ikke er to indleverede tilbud med beløb, valuta og navngivne tilbudsgivere.',
    en: 'When there are not two bids with amount, currency and named tenderers that were handed in.',
  },
  innocent: {
    da: 'En fast pris eller takst; en øvre grænse, som alle byder; et rundt beløb; en rammeaftales maksimum skrevet som pris.',
    en: 'A fixed price or tariff; a ceiling that all bid; a round amount; the maximum of a framework written as the price.',
  },
  settings: {},
  measure: null,
  query: new URL('query.sql', import.meta.url),
};
