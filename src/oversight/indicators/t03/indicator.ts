import { asking, type Asked } from '../indicator.ts';

export const t03: Asked = {
  code: 'T03',
  title: { da: 'Kæde af tilkøb', en: 'Chain of add-ons' },
  says: {
    da: 'Ændringerne af kontrakten når tilsammen lovens grænse på 10 % (bygge og anlæg 15 %) eller tærskelværdien, eller en enkelt er over 50 %.',
    en: 'The changes of the contract together reach the limit of the law, 10 % (works 15 %) or the threshold, or a single one is above 50 %.',
  },
  cannotBeAssessed: {
    da: 'Når køberen ikke er dansk, når beløb mangler eller står i flere valutaer, eller når alle ændringer bygger på klausuler i kontrakten, som loven ikke sætter et tal for.',
    en: 'When the buyer is not Danish, when amounts are missing or in several currencies, or when all changes rest on clauses of the contract, for which the law sets no number.',
  },
  innocent: {
    da: 'Loven tillader større ændringer på bestemte vilkår (§§ 179 og 181-183): en option i udbuddet, en nødvendig supplerende leverance, noget, ingen kunne forudse. Begrundelsen står ved hver ændring.',
    en: 'The law allows larger changes on certain terms (§§ 179 and 181-183): an option in the tender, a necessary additional delivery, something that nobody could foresee. The reason stands beside each change.',
  },
  settings: {},
  question: asking(new URL('./', import.meta.url), {
    value: { da: 'Ændringernes sum som andel af kontraktens oprindelige værdi', en: 'The sum of the changes as a share of the original value of the contract' },
    unit: 'share',
    reasons: {
      'other-law': { da: 'Køberen er ikke dansk, eller landet er ikke oplyst', en: 'The buyer is not Danish, or the country is not stated' },
      'several-currencies': { da: 'Beløbene står i flere valutaer', en: 'The amounts are in several currencies' },
      'amounts-missing': { da: 'Beløbet før eller efter en ændring mangler eller er negativt', en: 'The amount before or after a change is missing or negative' },
      'no-day': { da: 'Dagen for en ændring er ikke oplyst', en: 'The day of a change is not stated' },
      'no-original-value': { da: 'Kontraktens oprindelige værdi er 0', en: 'The original value of the contract is 0' },
      'law-not-known': { da: 'Lovens grænse på den dag kendes ikke med sikkerhed', en: 'The limit of the law on that day is not firmly known' },
      'by-clause': { da: 'Alle ændringer bygger på klausuler i kontrakten eller skifte af leverandør, som loven ikke sætter et tal for', en: 'All changes rest on clauses of the contract or a change of supplier, for which the law sets no number' },
      'kind-not-stated': { da: 'Det er ikke oplyst, om det er varer, tjenesteydelser eller bygge og anlæg', en: 'It is not stated whether it is goods, services or works' },
      'other-currency': { da: 'Beløbene er ikke i kroner, som tærskelværdien er', en: 'The amounts are not in kroner, in which the threshold is' },
      'threshold-not-known': { da: 'Tærskelværdien på den dag kendes ikke med sikkerhed i kroner', en: 'The threshold on that day is not firmly known in kroner' },
    },
    rows: {
      original: { da: 'Kontraktens værdi før den første ændring', en: 'Value of the contract before the first change' },
      before: { da: 'Før ændringen; grundens kode står ved', en: 'Before the change; the code of its reason stands beside' },
      after: { da: 'Efter ændringen; køberens ord står ved', en: 'After the change; the words of the buyer stand beside' },
      sum: { da: 'Ændringerne tilsammen', en: 'The changes together' },
      small: { da: 'Nået: så mange procent skal alle ændringer tilsammen holde sig under efter § 180', en: 'Reached: so many per cent all changes together must stay below by § 180' },
      each: { da: 'Overskredet: så mange procent må hver ændring højst være efter §§ 181 og 183', en: 'Passed: so many per cent each change may be at most by §§ 181 and 183' },
      threshold: { da: 'Nået: tærskelværdien på dagen for den seneste ændring', en: 'Reached: the threshold on the day of the last change' },
    },
  }),
};
