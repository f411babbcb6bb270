import { comparing, type Asked } from '../../indicator.ts';
import { MARGIN_REASONS, MINIMUM_SERIES, rowsOf } from '../../reasons.ts';
import { r058 } from '../indicator.ts';

const { code, title, says, innocent, settings } = r058;

export const ownR058: Asked = {
  code, title, says, innocent,
  cannotBeAssessed: {
    da: 'Når prisen ikke alene afgør tildelingen, når der ikke er én vinder, når tilbuddene, deres status, priser eller bydere ikke alle er nævnt, eller når der er for få at sammenligne med.',
    en: 'When the price alone does not decide the award, when there is not one winner, when the bids, their status, prices or bidders are not all named, or when there are too few to compare with.',
  },
  settings: { ...settings, minimum_series: MINIMUM_SERIES },
  question: comparing(new URL('./', import.meta.url), {
    value: { da: 'Forskellen som andel af vinderens pris', en: 'The difference as a share of the winning price' },
    unit: 'share',
    reasons: MARGIN_REASONS,
    rows: rowsOf('winning-bid', 'next-bid', 'bound', 'series'),
  }),
};
