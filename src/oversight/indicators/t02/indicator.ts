import { asking, whole, type Asked } from '../indicator.ts';

export const t02: Asked = {
  code: 'T02',
  title: { da: 'Kæde af fornyelser uden udbud', en: 'Chain of renewals without a tender' },
  says: {
    da: 'Køberen har igen og igen købt det samme af den samme leverandør uden udbud.',
    en: 'The buyer has again and again bought the same from the same supplier without a tender.',
  },
  cannotBeAssessed: {
    da: 'Når køberen, leverandøren, CPV-koden eller dagen for et køb uden udbud ikke er oplyst.',
    en: 'When the buyer, the supplier, the CPV code or the day of a purchase without a tender is not stated.',
  },
  innocent: {
    da: 'Hvert køb kan have sin egen lovlige grund, som kun én leverandør kan opfylde; små køb under tærskelværdien; køb, der kun har CPV-koden til fælles. Begrundelserne står ved købene.',
    en: 'Each purchase may have its own lawful ground that only one supplier can meet; small purchases below the threshold; purchases that have only the CPV code in common. The reasons stand beside the purchases.',
  },
  settings: {
    further: whole(2, 'Så mange senere køb, på hver sin dag, skal der mindst være efter det første', 'At least so many later purchases, on days of their own, there must be after the first', { least: 1 }),
    years: whole(8, 'Inden for så mange år fra det første', 'Within so many years of the first', { least: 1, most: 100 }),
    digits: whole(4, 'Så mange cifre af CPV-koden er et felt', 'So many digits of the CPV code are a field', { least: 2, most: 8 }),
  },
  question: asking(new URL('./', import.meta.url), {
    value: { da: 'Køb i kæden, det første medregnet', en: 'Purchases in the chain, the first included' },
    unit: 'count',
    reasons: {
      'no-buyer': { da: 'Køberen er ikke oplyst', en: 'The buyer is not stated' },
      'no-supplier': { da: 'Leverandøren er ikke oplyst, eller er en person', en: 'The supplier is not stated, or is a natural person' },
      'no-field': { da: 'CPV-koden er ikke oplyst', en: 'The CPV code is not stated' },
      'no-day': { da: 'Købets dag er ikke oplyst', en: 'The day of the purchase is not stated' },
    },
    rows: {
      purchase: { da: 'Køb uden udbud', en: 'Purchase without a tender' },
      procedure: { da: 'Fremgangsmåden, med koderne for begrundelsen', en: 'The method, with the codes of its reason' },
      rationale: { da: 'Begrundelsen med køberens ord', en: 'The reason in the words of the buyer' },
      sum: { da: 'Købene i denne valuta tilsammen; tallet er, hvor mange de er', en: 'The purchases in this currency together; the number says how many they are' },
    },
  }),
};
