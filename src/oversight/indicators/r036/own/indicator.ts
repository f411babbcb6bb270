import { asking, type Asked } from '../../indicator.ts';
import { reasonsOf, rowsOf } from '../../reasons.ts';
import { r036 } from '../indicator.ts';

const { code, title, says, innocent, settings } = r036;

export const ownR036: Asked = {
  code, title, says, innocent, settings,
  cannotBeAssessed: {
    da: 'Når der ikke er én tildeling, eller tilbuddene, deres status eller priser ikke alle er nævnt i den samme valuta.',
    en: 'When there is not one award, or the bids, their status or prices are not all named in the same currency.',
  },
  question: asking(new URL('./', import.meta.url), {
    value: { da: 'Så meget lavere er det afviste tilbud, som andel af det laveste gyldige', en: 'How much lower the disqualified bid is, as a share of the lowest valid one' },
    unit: 'share',
    reasons: reasonsOf('several-awards', 'no-bids', 'no-bid-status', 'bids-not-by-lot', 'no-valid-bid', 'price-missing', 'mixed-currencies', 'bids-missing'),
    rows: {
      'lowest-valid-bid': { da: 'Det laveste gyldige tilbud', en: 'The lowest valid bid' },
      ...rowsOf('rejected-bid'),
    },
  }),
};
