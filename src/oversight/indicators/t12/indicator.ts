import { asking, type Asked } from '../indicator.ts';

export const t12: Asked = {
  code: 'T12',
  title: { da: 'Tildelt langt fra det anslåede', en: 'Awarded far from the estimate' },
  says: {
    da: 'Det, der er tildelt for, ligger langt fra det, købet var anslået til.',
    en: 'What was awarded lies far from what the purchase was estimated at.',
  },
  cannotBeAssessed: {
    da: 'Når et af beløbene mangler, når de står i forskellige valutaer, og for rammeaftaler og dynamiske indkøbssystemer, hvis anslåede værdi er et loft over flere år.',
    en: 'When one of the amounts is missing, when they are in different currencies, and for framework agreements and dynamic purchasing systems, whose estimate is a maximum over years.',
  },
  innocent: {
    da: 'Stærk konkurrence giver lave priser; det anslåede kan omfatte optioner og forlængelser, som ikke er tildelt endnu; priserne kan have flyttet sig; et beløb kan være enhedspriser eller en skrivefejl.',
    en: 'Strong competition gives low prices; the estimate may include options and extensions that are not awarded yet; prices may have moved; an amount may be unit prices or a slip of the pen.',
  },
  settings: {
    low: { kind: 'decimal', fallback: 0.5, help: { da: 'Peges på under denne del af det anslåede', en: 'Pointed out below this part of the estimate' } },
    high: { kind: 'decimal', fallback: 1.5, help: { da: 'Peges på over denne del af det anslåede', en: 'Pointed out above this part of the estimate' } },
  },
  question: asking(new URL('./', import.meta.url), {
    value: { da: 'Det tildelte i forhold til det anslåede', en: 'What was awarded as a ratio of the estimate' },
    unit: 'ratio',
    reasons: {
      framework: { da: 'Rammeaftale eller dynamisk indkøbssystem: det anslåede er et loft over flere år', en: 'Framework agreement or dynamic purchasing system: the estimate is a maximum over years' },
      concession: { da: 'En koncession: beløbene er ikke nødvendigvis af samme slags', en: 'A concession: the amounts need not be of one kind' },
      'several-results': { da: 'Resultater i flere bekendtgørelser: det anslåede kan gælde en af dem', en: 'Results in several notices: the estimate may be of one of them' },
      'lots-alike': { da: 'Alle delaftaler er anslået til samme beløb, som kan være hele købets', en: 'Every lot is estimated at the same amount, which may be that of the whole' },
      'no-award-amount': { da: 'En tildeling er uden beløb', en: 'An award is without an amount' },
      'no-estimate': { da: 'Intet er oplyst om, hvad købet var anslået til', en: 'Nothing is stated of what the purchase was estimated at' },
      'awarded-in-part': { da: 'Kun nogle af delaftalerne er tildelt, og de er ikke anslået hver for sig', en: 'Only some of the lots are awarded, and they were not estimated each' },
      currencies: { da: 'Beløbene står i forskellige valutaer', en: 'The amounts are in different currencies' },
    },
    rows: {
      estimate: { da: 'Anslået værdi af det hele', en: 'Estimated value of the whole' },
      'lot-estimate': { da: 'Anslået værdi af en delaftale, der er tildelt', en: 'Estimated value of a lot that was awarded' },
      awarded: { da: 'Tildelt i alt', en: 'Awarded in all' },
      award: { da: 'En tildeling', en: 'An award' },
    },
  }),
};
