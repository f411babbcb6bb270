import { whole, type Indicator } from '../indicator.ts';

export const r048: Indicator = {
  code: 'R048',
  title: { da: 'Leverandør af meget forskelligt', en: 'Heterogeneous supplier' },
  says: {
    da: 'En leverandør har vundet køb af usædvanligt mange slags.',
    en: 'A supplier has won purchases of unusually many kinds.',
  },
  value: {
    da: 'Antallet af slags',
    en: 'The number of kinds',
  },
  kinds: ['Tenderer'],
  cannotBeAssessed: {
    da: 'Når leverandøren er set i færre forløb end mindstetallet, eller når tildelingerne ikke siger, hvad der er købt.',
    en: 'When the supplier is seen in fewer processes than the minimum, or when the awards do not say what was bought.',
  },
  innocent: {
    da: 'Et varehus eller en grossist; en koncern med mange grene; varekoder, der er valgt forskelligt.',
    en: 'A department store or wholesaler; a group with many branches; codes that were chosen differently.',
  },
  settings: {
    digits: whole(2, 'Så mange tegn af varekoden udgør en slags', 'So many characters of the classification make a kind', { most: 1000 }),
    threshold: whole(null, 'Det mindste antal slags, der giver et opmærksomhedspunkt; ellers beregnes grænsen', 'The smallest number of kinds that is a point of attention; else the bound is computed'),
    minimum_contracting_processes: whole(20, 'Leverandører, der er set i færre forløb, er ikke med', 'Suppliers seen in fewer processes are left out'),
  },
  measure: new URL('measure.sql', import.meta.url),
  query: new URL('query.sql', import.meta.url),
};
