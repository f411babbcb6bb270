import { asking, whole, type Asked } from '../indicator.ts';

export const t11: Asked = {
  code: 'T11',
  title: { da: 'Få tilbud på det, andre får mange på', en: 'Few bids for what others get many for' },
  says: {
    da: 'Købet fik meget få tilbud, mens andre køb af samme slags fik flere.',
    en: 'The purchase got very few bids, while other purchases of its kind got more.',
  },
  cannotBeAssessed: {
    da: 'Når antallet af tilbud mangler, eller når der er for få af samme slags at sammenligne med.',
    en: 'When the number of bids is missing, or there are too few of the kind to compare with.',
  },
  innocent: {
    da: 'Et særligt behov inden for en bred kode; et lille eller afsides marked; mange udbud på samme tid; tilbud talt på forskellig måde.',
    en: 'A special need within a broad code; a small or remote market; many tenders at one time; bids that are counted in different ways.',
  },
  settings: {
    most: whole(2, 'Så mange tilbud er få (gennemsnit for hver delaftale)', 'So many bids are few (mean for each lot)', { least: 1 }),
    median: whole(4, 'Medianen af de andres, fra hvilken de fik mange', 'The median of the others from which they got many', { least: 1 }),
    others: whole(10, 'Mindste antal andre at sammenligne med', 'Least number of others to compare with', { least: 1 }),
  },
  question: asking(new URL('./', import.meta.url), {
    value: { da: 'Tilbud i forhold til medianen af de andres', en: 'Bids as a ratio of the median of the others' },
    unit: 'ratio',
    reasons: {
      'bids-not-stated': { da: 'Antallet af tilbud er ikke oplyst', en: 'The number of bids is not stated' },
      'no-field': { da: 'CPV-koden er ikke oplyst', en: 'The CPV code is not stated' },
      'no-procedure': { da: 'Proceduren er ikke oplyst', en: 'The procedure is not stated' },
      'too-few-alike': { da: 'For få køb af samme slags at sammenligne med', en: 'Too few purchases of the kind to compare with' },
    },
    rows: {
      bids: { da: 'Tilbud til købet (gennemsnit for hver delaftale)', en: 'Bids for the purchase (mean for each lot)' },
      others: { da: 'Andre køb med samme procedure og fagområde', en: 'Other purchases of the same procedure and field' },
      'first-quartile': { da: 'De andres nedre kvartil', en: 'First quartile of the others' },
      median: { da: 'De andres median', en: 'Median of the others' },
      'third-quartile': { da: 'De andres øvre kvartil', en: 'Third quartile of the others' },
      other: { da: 'Et af de andre, nær medianen', en: 'One of the others, near the median' },
    },
  }),
};
