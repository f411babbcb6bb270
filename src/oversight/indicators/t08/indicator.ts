import { asking, type Asked } from '../indicator.ts';

export const t08: Asked = {
  code: 'T08',
  title: { da: 'Købt ud over rammeaftalens maksimum', en: 'Bought past the maximum of a framework agreement' },
  says: {
    da: 'De køb på rammeaftalen, som registret kender, er tilsammen større end den maksimale værdi, den blev udbudt med.',
    en: 'The purchases under the framework agreement that the register knows are together larger than the maximum value that it was tendered with.',
  },
  cannotBeAssessed: {
    da: 'Når ingen maksimal værdi er oplyst, når ingen køb på aftalen er fundet, eller når købenes beløb mangler eller står i en anden valuta.',
    en: 'When no maximum value is stated, when no purchases under the agreement are found, or when their amounts are missing or in another currency.',
  },
  innocent: {
    da: 'Et maksimum, som er hævet i en senere bekendtgørelse om ændring; en værdi, der er skrevet med moms eller gælder for flere år; to bekendtgørelser af det samme køb.',
    en: 'A maximum that was raised in a later notice of change; a value that is written with VAT or for more years; two notices of the same purchase.',
  },
  settings: {},
  question: asking(new URL('./', import.meta.url), {
    value: { da: 'Købenes sum som andel af den maksimale værdi', en: 'The sum of the purchases as a share of the maximum value' },
    unit: 'share',
    reasons: {
      'no-maximum': { da: 'Ingen maksimal værdi er oplyst', en: 'No maximum value is stated' },
      'no-purchases': { da: 'Registret kender ingen køb på aftalen', en: 'The register knows no purchases under the agreement' },
      'other-currency': { da: 'Køb på aftalen står i en anden valuta end dens maksimum', en: 'Purchases under the agreement are in another currency than its maximum' },
      'amounts-missing': { da: 'Ikke alle køb på aftalen har et beløb, der kan lægges sammen', en: 'Not all purchases under the agreement have an amount that can be added' },
    },
    rows: {
      maximum: { da: 'Den maksimale værdi', en: 'The maximum value' },
      sum: { da: 'Købene tilsammen; tallet er, hvor mange de er', en: 'The purchases together; the number says how many they are' },
      purchase: { da: 'Køb på aftalen', en: 'Purchase under the agreement' },
    },
  }),
};
