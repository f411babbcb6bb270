import { comparing, type Asked } from '../../indicator.ts';
import { MINIMUM_SERIES, reasonsOf, rowsOf } from '../../reasons.ts';
import { r048 } from '../indicator.ts';

const { code, title, says, innocent, settings } = r048;

export const ownR048: Asked = {
  code, title, says, innocent,
  cannotBeAssessed: {
    da: 'Når det vundne ikke har CPV-koder, når leverandøren har vundet færre forløb end mindstetallet, eller når der er for få leverandører at sammenligne med.',
    en: 'When what was won has no CPV codes, when the supplier has won fewer processes than the minimum, or when there are too few suppliers to compare with.',
  },
  settings: { ...settings, minimum_series: MINIMUM_SERIES },
  question: comparing(new URL('./', import.meta.url), {
    value: { da: 'Antallet af slags', en: 'The number of kinds' },
    unit: 'count',
    reasons: { 'no-cpv': { da: 'Det vundne har ingen CPV-koder', en: 'What was won has no CPV codes' }, ...reasonsOf('too-few', 'series-too-small') },
    rows: {
      processes: { da: 'Vundne forløb i alt', en: 'Processes won in all' },
      class: { da: 'En slags (begyndelsen af CPV-koden), og i hvor mange forløb', en: 'A kind (the beginning of the CPV code), and in how many processes' },
      won: { da: 'Et vundet forløb', en: 'A process won' },
      ...rowsOf('bound', 'series'),
    },
  }),
};
