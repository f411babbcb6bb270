import { comparing, type Asked } from '../../indicator.ts';
import { MINIMUM_SERIES, reasonsOf, rowsOf } from '../../reasons.ts';
import { r025 } from '../indicator.ts';

const { code, title, says, innocent, settings } = r025;

export const ownR025: Asked = {
  code, title, says, innocent,
  cannotBeAssessed: {
    da: 'Når virksomheden ikke har et gyldigt tilbud, hvor der er én vinder og alle tilbuds status er oplyst; når den har budt sjældnere end de fleste; eller når der er for få at sammenligne med.',
    en: 'When the company has no valid bid where there is one winner and the status of every bid is stated; when it has bid more seldom than most; or when there are too few to compare with.',
  },
  settings: { ...settings, minimum_series: MINIMUM_SERIES },
  question: comparing(new URL('./', import.meta.url), {
    value: { da: 'Andelen af vundne', en: 'The share won' },
    unit: 'share',
    reasons: reasonsOf('no-bid-status', 'bids-not-by-lot', 'not-one-winner', 'not-decided', 'no-valid-bid', 'too-few', 'series-too-small', 'no-bound'),
    rows: {
      entries: { da: 'Gyldige tilbud i alt, et for hver delaftale eller helhed', en: 'Valid bids in all, one for each lot or whole' },
      wins: { da: 'Vundne i alt', en: 'Won in all' },
      won: { da: 'Vundet', en: 'Won' },
      lost: { da: 'Ikke vundet', en: 'Not won' },
      ...rowsOf('bound', 'series'),
    },
  }),
};
