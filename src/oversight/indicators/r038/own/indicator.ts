import { comparing, whole, type Asked } from '../../indicator.ts';
import { MINIMUM_SERIES, reasonsOf, rowsOf } from '../../reasons.ts';
import { r038 } from '../indicator.ts';

const { code, title, says, innocent, settings } = r038;

export const ownR038: Asked = {
  code, title, says, innocent,
  cannotBeAssessed: {
    da: 'Når tilbuddenes status ikke er oplyst, når køberen har færre forløb eller byderen færre tilbud end mindstetallet, eller når der er for få at sammenligne med.',
    en: 'When the status of the bids is not stated, when the buyer has fewer processes or the bidder fewer bids than the minimum, or when there are too few to compare with.',
  },
  settings: {
    ...settings,
    minimum_contracting_processes: whole(2, 'Købere med tilbud i færre forløb er ikke med', 'Buyers with bids in fewer processes are left out'),
    minimum_series: MINIMUM_SERIES,
  },
  question: comparing(new URL('./', import.meta.url), {
    value: { da: 'Andelen af afviste tilbud', en: 'The share of bids disqualified' },
    unit: 'share',
    reasons: reasonsOf('no-bid-status', 'too-few', 'series-too-small', 'no-bound'),
    rows: {
      disqualified: { da: 'Afviste tilbud i alt', en: 'Disqualified bids in all' },
      bids: { da: 'Tilbud i alt', en: 'Bids in all' },
      processes: { da: 'Forløb i alt', en: 'Processes in all' },
      'bids-of-process': { da: 'Tilbud i forløbet', en: 'Bids of the process' },
      'disqualified-of-process': { da: 'De af dem, der er afvist', en: 'Those of them that are disqualified' },
      ...rowsOf('bound', 'series'),
    },
  }),
};
