import { asking, list, whole, type Asked } from '../indicator.ts';

export const t04: Asked = {
  code: 'T04',
  title: { da: 'Køb lige under tærskelværdien på stribe', en: 'Purchases just below the threshold in a row' },
  says: {
    da: 'Køberen har inden for kort tid foretaget flere køb i samme felt, som hver især ligger lige under tærskelværdien.',
    en: 'The buyer has within a short time made several purchases in the same field, each of which lies just below the threshold.',
  },
  cannotBeAssessed: {
    da: 'Når køberen ikke er dansk eller dens art ikke kendes, når beløb i kroner mangler, eller når tærskelværdien på dagen ikke kendes med sikkerhed.',
    en: 'When the buyer is not Danish or its kind is not known, when amounts in kroner are missing, or when the threshold of the day is not firmly known.',
  },
  innocent: {
    da: 'Køb, som ikke hører sammen; selvstændige enheder, der køber hver for sig; et marked, hvor prisen plejer at ligge der.',
    en: 'Purchases that do not belong together; separate units that buy for themselves; a market where the price usually lies there.',
  },
  settings: {
    least: whole(3, 'Så mange køb skal der mindst være', 'At least so many purchases there must be', { least: 2 }),
    months: whole(24, 'Inden for så mange måneder', 'Within so many months', { least: 1 }),
    from: whole(90, 'Fra så mange procent af tærskelværdien; selve tærskelværdien er ikke under den', 'From so many per cent of the threshold; the threshold itself is not below it', { least: 1, most: 99 }),
    digits: whole(4, 'Så mange cifre af CPV-koden er et felt', 'So many digits of the CPV code are a field', { least: 2, most: 8 }),
    light: list(['55', '64', '75', '79', '80', '85', '92', '98'], 'CPV-hovedgrupper, hvis tjenesteydelser kan høre under light-regimet med en højere tærskel', 'CPV divisions whose services may be of the light regime with its higher threshold'),
  },
  question: asking(new URL('./', import.meta.url), {
    value: { da: 'Køb lige under tærskelværdien inden for perioden', en: 'Purchases just below the threshold within the period' },
    unit: 'count',
    reasons: {
      'other-law': { da: 'Køberen er ikke dansk, eller landet er ikke oplyst', en: 'The buyer is not Danish, or the country is not stated' },
      'no-buyer': { da: 'Køberen er ikke oplyst', en: 'The buyer is not stated' },
      'no-field': { da: 'CPV-koden er ikke oplyst', en: 'The CPV code is not stated' },
      'kind-not-stated': { da: 'Det er ikke oplyst, om det er varer, tjenesteydelser eller bygge og anlæg', en: 'It is not stated whether it is goods, services or works' },
      'perhaps-light': { da: 'Tjenesteydelsen kan høre under light-regimet, hvis tærskel er en anden', en: 'The service may be of the light regime, whose threshold is another' },
      'buyer-kind': { da: 'Det vides ikke, om køberen hører til staten eller er under den', en: 'It is not known whether the buyer is of the state or below it' },
      'no-day': { da: 'Købets dag er ikke oplyst', en: 'The day of the purchase is not stated' },
      'amounts-missing': { da: 'Beløb i kroner mangler for så mange køb, at det ikke kan siges', en: 'Amounts in kroner are missing for so many purchases that it cannot be said' },
      'threshold-not-known': { da: 'Tærskelværdien på dagen kendes ikke med sikkerhed i kroner', en: 'The threshold of the day is not firmly known in kroner' },
    },
    rows: {
      purchase: { da: 'Køb; tallet er dets andel af tærskelværdien', en: 'Purchase; the number is its share of the threshold' },
      threshold: { da: 'Tærskelværdien på den dag, med kilden', en: 'The threshold of that day, with its source' },
      sum: { da: 'Købene tilsammen; tallet er, hvor mange de er', en: 'The purchases together; the number says how many they are' },
    },
  }),
};
