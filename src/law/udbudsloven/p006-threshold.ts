import { met, notMet, review, type Finding } from '../finding.ts';
import { saying, type Oere } from '../kroner.ts';
import { reaches, tableOf, thresholdOn, type Buyer, type Kind } from '../parameters/thresholds.ts';
import { said, UDBUDSLOVEN_FROM, type Rule } from '../rule.ts';

export const P006 = {
  id: 'udbudsloven-6',
  paragraph: 'Udbudsloven § 6',
  title: said('Tærskelværdien', 'The threshold value'),
  sentence: said(
    'Et køb skal i udbud efter EU-reglerne, når værdien uden moms er lig med eller større end tærskelværdien.',
    'A purchase must be tendered under the EU rules when its value excluding VAT is equal to or greater than the threshold value.'),
  grade: 'P',
  source: 'Directive 2014/24/EU, article 4; elov.dk, Udbudsloven § 180, which names § 6',
  validFrom: UDBUDSLOVEN_FROM,
  validTo: null,
  confirm: said('At et beløb, der er lig med tærskelværdien, er omfattet, også i den danske ordlyd.', 'That an amount equal to the threshold is covered in the Danish wording too.'),
} as const satisfies Rule;

export const P006_PERIOD = {
  id: 'udbudsloven-6-period',
  paragraph: 'Udbudsloven § 6',
  title: said('Dagen bestemmer tærsklen', 'The day decides the threshold'),
  sentence: said(
    'Den tærskelværdi gælder, der gjaldt den dag, udbuddet blev offentliggjort eller sendt, ikke den dag, der leveres.',
    'The threshold is that of the day on which the tender was published or sent, not of the day of delivery.'),
  grade: 'V',
  source: 'kfst.dk, 15.11.2021 and 16.11.2023',
  validFrom: UDBUDSLOVEN_FROM,
  validTo: null,
  confirm: null,
} as const satisfies Rule;

export interface ThresholdFacts {
  /** ISO date on which the purchase is published or sent. */
  readonly on: string;
  readonly buyer: Buyer;
  readonly kind: Kind;
  /** The whole value; see §§ 29-36. */
  readonly value: Oere;
}

/** met: the value has reached the threshold. review: the threshold itself is not known well enough to tell. */
export function judgeThreshold({ on, buyer, kind, value }: ThresholdFacts): Finding {
  const threshold = thresholdOn(tableOf(buyer, kind), on);
  const { row, bounds } = threshold;
  if (row === null || bounds === null) return review(P006, saying('Tærskelværdien for {on} er ikke kendt her.', 'The threshold value for {on} is not known here.', { on }));
  const values = { value, low: bounds.low, high: bounds.high, eur: row.eur ?? '-' };
  const exact = bounds.low === bounds.high;
  if (reaches(value, threshold) === true) {
    return met(P006, exact ? saying('{value} er mindst tærskelværdien, {high}.', '{value} is at least the threshold value, {high}.', values)
      : saying('{value} er mindst {high}, som tærskelværdien på {eur} euro ikke kan ligge over.', '{value} is at least {high}, which the threshold of EUR {eur} cannot exceed.', values));
  }
  if (reaches(value, threshold) === false) {
    return notMet(P006, exact ? saying('{value} er mindre end tærskelværdien, {low}.', '{value} is less than the threshold value, {low}.', values)
      : saying('{value} er mindre end {low}, som tærskelværdien på {eur} euro ikke kan ligge under.', '{value} is less than {low}, which the threshold of EUR {eur} cannot fall below.', values));
  }
  return review(P006, saying('{value} ligger mellem {low} og {high}, og tærskelværdien på {eur} euro er ikke kendt i kroner.', '{value} lies between {low} and {high}, and the threshold of EUR {eur} is not known in kroner.', values));
}
