import { asking, type Asked } from '../indicator.ts';

export const t15: Asked = {
  code: 'T15',
  title: { da: 'Ændret til en anden slags køb', en: 'Changed to another kind of purchase' },
  says: {
    da: 'En ændring af kontrakten gælder en anden slags køb end den, der blev udbudt: en anden CPV-hovedgruppe, eller varer i stedet for tjenester, eller omvendt.',
    en: 'A change of the contract is of another kind of purchase than the one that was tendered: another CPV division, or goods in place of services, or the like.',
  },
  cannotBeAssessed: {
    da: 'Når bekendtgørelsen om ændringen ikke siger, hvad der købes, eller når intet er kendt om, hvad der var før.',
    en: 'When the notice of the change does not say what is bought, or nothing is known of what was before.',
  },
  innocent: {
    da: 'Koden kan være rettet, ikke købet; nogle koder ligger tæt på hinanden i hver sin hovedgruppe, fx programmer (48) og it-tjenester (72); en klausul i udbuddet kan have ventet ændringen.',
    en: 'The code may have been put right, not the purchase; some codes are close to each other in different divisions, as software (48) and IT services (72); a clause of the tender may have foreseen the change.',
  },
  settings: {},
  question: asking(new URL('./', import.meta.url), {
    value: { da: 'Intet tal: koderne siger det', en: 'No number: the codes say so' },
    unit: 'none',
    reasons: {
      'nothing-before': { da: 'Ingen CPV-kode er kendt fra før ændringen', en: 'No CPV code is known from before the change' },
      'not-told': { da: 'Bekendtgørelsen om ændringen har ingen CPV-kode', en: 'The notice of the change has no CPV code' },
    },
    rows: {
      change: { da: 'Ændringen', en: 'The change' },
      before: { da: 'CPV før ændringen, med hovedgruppen for den første kode', en: 'CPV before the change, with the division of the first code' },
      after: { da: 'CPV efter ændringen, med hovedgruppen for den første kode', en: 'CPV after the change, with the division of the first code' },
      'category-before': { da: 'Varer, tjenester eller bygge og anlæg før', en: 'Goods, services or works before' },
      'category-after': { da: 'Varer, tjenester eller bygge og anlæg efter', en: 'Goods, services or works after' },
    },
  }),
};
