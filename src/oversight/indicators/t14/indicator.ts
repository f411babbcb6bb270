import { asking, type Asked } from '../indicator.ts';

export const t14: Asked = {
  code: 'T14',
  title: { da: 'Ingen bekendtgørelse om ændringen fundet', en: 'No notice of the change found' },
  says: {
    da: 'Kontraktens offentliggjorte værdi ligger over det, der blev tildelt, med mere end lovens grænse for små ændringer, og ingen offentliggørelse af en ændring er fundet.',
    en: 'The published value of the contract is above what was awarded by more than the limit of the law for small changes, and no publication of a change was found.',
  },
  cannotBeAssessed: {
    da: 'Når et af beløbene mangler, når valutaerne er forskellige, og for købere under andre landes lov. Rammeaftaler er ikke med.',
    en: 'When one of the amounts is missing, when the currencies differ, and for buyers under the law of other countries. Framework agreements are left out.',
  },
  innocent: {
    da: 'Kontraktens værdi kan omfatte optioner, forlængelser eller moms, som tildelingen ikke gør; en klar ændringsklausul i udbuddet; en ændring, der er offentliggjort uden henvisning til købet.',
    en: 'The value of the contract may include options, extensions or VAT where the award does not; a clear clause in the tender; a change that was published without a reference to the purchase.',
  },
  settings: {},
  question: asking(new URL('./', import.meta.url), {
    value: { da: 'Så stor en del af det tildelte ligger kontrakten over', en: 'By so large a share of what was awarded is the contract above it' },
    unit: 'share',
    reasons: {
      'other-law': { da: 'Køberen er ikke dansk, eller landet er ikke oplyst', en: 'The buyer is not Danish, or the country is not stated' },
      'amounts-missing': { da: 'Tildelingens eller kontraktens beløb mangler', en: 'The amount of the award or of the contract is missing' },
      currencies: { da: 'Beløbene står i forskellige valutaer', en: 'The amounts are in different currencies' },
      'no-date': { da: 'Ingen dato er oplyst', en: 'No date is stated' },
      'no-limit': { da: 'Reglerne har ingen sikker grænse for den tid', en: 'The rules have no certain limit for that time' },
      'no-category': { da: 'Det er ikke oplyst, om det er et bygge- og anlægsarbejde, og det afgør sagen', en: 'It is not stated whether it is works, and that decides' },
    },
    rows: {
      awarded: { da: 'Tildelingen', en: 'The award' },
      contract: { da: 'Kontrakten', en: 'The contract' },
      final: { da: 'Kontraktens endelige værdi', en: 'The final value of the contract' },
      limit: { da: 'Lovens grænse, i procent', en: 'The limit of the law, in per cent' },
    },
  }),
};
