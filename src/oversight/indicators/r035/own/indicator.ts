import { asking, type Asked } from '../../indicator.ts';
import { reasonsOf, rowsOf } from '../../reasons.ts';
import { r035 } from '../indicator.ts';

const { code, title, says, innocent, settings } = r035;

export const ownR035: Asked = {
  code, title, says, innocent, settings,
  cannotBeAssessed: {
    da: 'Når der ikke er én endelig vinder, eller tilbuddene, deres status eller bydere ikke alle er nævnt.',
    en: 'When there is not one final winner, or the bids, their status or bidders are not all named.',
  },
  question: asking(new URL('./', import.meta.url), {
    value: { da: 'Så mange andre er afvist', en: 'So many others are disqualified' },
    unit: 'count',
    reasons: reasonsOf('not-decided', 'not-one-winner', 'no-bids', 'bids-not-by-lot', 'no-bid-status', 'bidder-unknown', 'no-bid-of-winner', 'bids-missing'),
    rows: rowsOf('winning-bid', 'rejected-bid'),
  }),
};
