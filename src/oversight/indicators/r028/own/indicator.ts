import { asking, type Asked } from '../../indicator.ts';
import { reasonsOf, rowsOf } from '../../reasons.ts';
import { r028 } from '../indicator.ts';

const { code, title, says, innocent, settings } = r028;

export const ownR028: Asked = {
  code, title, says, innocent, settings,
  cannotBeAssessed: {
    da: 'Når der ikke er to tilbud til det samme, eller deres status, priser eller bydere ikke alle er nævnt, og ved rammeaftaler, hvor prisen ofte er aftalens værdi.',
    en: 'When there are not two bids for the same, or their status, prices or bidders are not all named, and for framework agreements, where the price often is the value of the agreement.',
  },
  question: asking(new URL('./', import.meta.url), {
    value: { da: 'Så mange tilbud har den samme pris', en: 'So many bids have the same price' },
    unit: 'count',
    reasons: {
      'framework-price': { da: 'En rammeaftale: prisen er ofte aftalens værdi, den samme for alle', en: 'A framework agreement: the price often is its value, the same for all' },
      ...reasonsOf('no-bid-status', 'one-bid', 'bids-not-by-lot', 'bidder-unknown', 'price-missing', 'mixed-currencies', 'bids-missing'),
    },
    rows: rowsOf('bid'),
  }),
};
