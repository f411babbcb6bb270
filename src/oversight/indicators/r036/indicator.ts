import { type Indicator } from '../indicator.ts';

export const r036: Indicator = {
  code: 'R036',
  title: { da: 'Laveste tilbud udelukket', en: 'Lowest bid disqualified' },
  says: {
    da: 'Det laveste tilbud er afvist, og købet er tildelt en anden.',
    en: 'The lowest bid is disqualified, and somebody else got the award.',
  },
  value: {
    da: 'Altid 1',
    en: 'Always 1',
  },
  kinds: ['OCID'],
  cannotBeAssessed: {
    da: 'Når der ingen tildeling er, eller intet gyldigt tilbud med beløb i den valuta, der sammenlignes.',
    en: 'When there is no award, or no valid bid with an amount in the currency that is compared.',
  },
  innocent: {
    da: 'En unormalt lav pris, som ikke kunne forklares; et tilbud, der ikke opfylder mindstekravene.',
    en: 'An abnormally low price that could not be explained; a bid that does not meet the minimum requirements.',
  },
  settings: {},
  measure: null,
  query: new URL('query.sql', import.meta.url),
};
