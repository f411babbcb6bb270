import { asking, whole, type Asked } from '../indicator.ts';

export const t10: Asked = {
  code: 'T10',
  title: { da: 'Én leverandør har næsten det hele', en: 'One supplier has nearly all' },
  says: {
    da: 'Én leverandør har fået næsten alle tildelinger inden for ét fagområde hos én køber.',
    en: 'One supplier was awarded nearly all that one buyer bought in one field.',
  },
  cannotBeAssessed: {
    da: 'Når der er for få tildelinger til at tale om en andel, eller når for mange leverandører er ukendte.',
    en: 'When there are too few awards to speak of a share, or too many suppliers are unknown.',
  },
  innocent: {
    da: 'Et marked med få leverandører; et system, som kun én kan udvide; udbud, som den samme vandt i åben konkurrence; små køb, der tæller lige så meget som store.',
    en: 'A market with few suppliers; a system that only one can extend; tenders that the same one won in open competition; small purchases, which count as much as large ones.',
  },
  settings: {
    digits: whole(4, 'Så mange cifre af CPV-koden er et fagområde', 'So many digits of the CPV code are a field', { least: 2, most: 8 }),
    years: whole(4, 'Så mange år tilbage fra køberens nyeste køb i fagområdet', 'So many years back from the newest purchase of the buyer in the field', { least: 1, most: 100 }),
    awards: whole(5, 'Mindste antal tildelinger', 'Least number of awards', { least: 1 }),
    processes: whole(3, 'Mindste antal udbud eller indkøb, de står i: ét udbud med mange delaftaler er ét køb', 'Least number of processes that they stand in: one tender of many lots is one purchase', { least: 1 }),
    share: { kind: 'decimal', fallback: 0.8, help: { da: 'Andelen, fra hvilken der peges', en: 'The share from which it is pointed out' } },
  },
  question: asking(new URL('./', import.meta.url), {
    value: { da: 'Leverandørens andel af tildelingerne', en: 'The share of the awards that the supplier has' },
    unit: 'share',
    reasons: {
      'too-few': { da: 'For få tildelinger eller indkøb i fagområdet', en: 'Too few awards or processes in the field' },
      'suppliers-unknown': { da: 'For mange tildelinger uden kendt leverandør', en: 'Too many awards without a known supplier' },
      'no-buyer': { da: 'Køberen er ikke oplyst', en: 'The buyer is not stated' },
      'no-field': { da: 'CPV-koden er ikke oplyst', en: 'The CPV code is not stated' },
      'no-date': { da: 'Ingen dato er oplyst', en: 'No date is stated' },
    },
    rows: {
      'own-awards': { da: 'Tildelinger, leverandøren fik, alene eller med andre', en: 'Awards that the supplier got, alone or with others' },
      'all-awards': { da: 'Tildelinger i alt i fagområdet', en: 'Awards in the field in all' },
      'own-value': { da: 'Værdien af dem i denne valuta; tallet er andelen af den samlede værdi', en: 'Their value in this currency; the number is the share of the whole value' },
      'all-value': { da: 'Værdien i alt i denne valuta', en: 'The whole value in this currency' },
      award: { da: 'En tildeling til leverandøren', en: 'An award to the supplier' },
    },
  }),
};
