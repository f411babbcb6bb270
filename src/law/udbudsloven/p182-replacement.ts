import { said, UDBUDSLOVEN_FROM, type Rule } from '../rule.ts';

/** Has no judge: an add-on is bought from the supplier that one has, so that nobody is replaced. */
export const P182 = {
  id: 'udbudsloven-182',
  paragraph: 'Udbudsloven § 182',
  title: said('Udskiftning af leverandøren', 'Replacement of the supplier'),
  sentence: said(
    'En ny leverandør kræver ikke nyt udbud, når en ændringsklausul siger det, eller når den træder i den gamles sted ved fusion, opkøb eller konkurs, opfylder de oprindelige krav til egnethed, og intet andet grundlæggende ændres. Reglen må ikke bruges til at omgå loven.',
    'A new supplier needs no new tender when a review clause says so, or when it succeeds the old one by merger, acquisition or insolvency, meets the original criteria of suitability, and nothing else that is basic is changed. The rule may not be used to circumvent the law.'),
  grade: 'P',
  source: 'Directive 2014/24/EU, article 72(1)(d); GWB § 132(2) no. 4',
  validFrom: UDBUDSLOVEN_FROM,
  validTo: null,
  confirm: said('At det er § 182, der handler om udskiftning, og § 183 om det uforudsete.', 'That it is § 182 that is about replacement, and § 183 about the unforeseen.'),
} as const satisfies Rule;
