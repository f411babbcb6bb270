import { asking, type Asked } from '../indicator.ts';

export const t09: Asked = {
  code: 'T09',
  title: { da: 'Køb efter rammeaftalens udløb', en: 'Purchase after the end of its framework agreement' },
  says: {
    da: 'Købet er dateret efter det udløb, der er oplyst for rammeaftalen eller det dynamiske indkøbssystem, som det er gjort på.',
    en: 'The purchase is dated after the end that is stated for the framework agreement or dynamic purchasing system that it is made under.',
  },
  cannotBeAssessed: {
    da: 'Når aftalen ikke er nævnt eller ikke er i registret, når dens udløb ikke er oplyst eller kun kan beregnes, og når købets dato mangler.',
    en: 'When the agreement is not named or not in the register, when its end is not stated or can only be computed, and when the date of the purchase is missing.',
  },
  innocent: {
    da: 'Aftalen kan være forlænget uden at registret har fået det at vide; kun selve købet skal ske i aftalens tid, leveringen må vare længere; datoen kan være den dag, kontrakten blev skrevet under, efter et valg i tide.',
    en: 'The agreement may have been extended without the register being told; only the purchase must be made in its time, delivery may last longer; the date may be that of the signature, after a choice made in time.',
  },
  settings: {},
  question: asking(new URL('./', import.meta.url), {
    value: { da: 'Dage fra det oplyste udløb til købet', en: 'Days from the stated end to the purchase' },
    unit: 'days',
    reasons: {
      'not-named': { da: 'Købet siger, at det er gjort på en rammeaftale, men ikke hvilken', en: 'The purchase says that it is made under a framework agreement, but not which' },
      'not-held': { da: 'Registret har ikke den rammeaftale, købet nævner', en: 'The register does not hold the agreement that the purchase names' },
      'end-not-stated': { da: 'Aftalens udløb er ikke oplyst', en: 'The end of the agreement is not stated' },
      'end-computed': { da: 'Aftalens udløb er ikke oplyst; det kan kun beregnes af start og varighed', en: 'The end of the agreement is not stated; it can only be computed from start and duration' },
      'no-date': { da: 'Købets dato er ikke oplyst', en: 'The date of the purchase is not stated' },
    },
    rows: {
      end: { da: 'Aftalens udløb, og hvor det står', en: 'The end of the agreement, and where it stands' },
      named: { da: 'Aftalen, som købet nævner den', en: 'The agreement as the purchase names it' },
      purchase: { da: 'Køb efter udløbet', en: 'Purchase after the end' },
    },
  }),
};
