import { met, notMet, review, type Finding } from '../finding.ts';
import { isWithinShare, saying, type Oere } from '../kroner.ts';
import { limit } from '../parameters/limits.ts';
import { reaches, thresholdOn, type Kind } from '../parameters/thresholds.ts';
import { said, UDBUDSLOVEN_FROM, type Rule } from '../rule.ts';

export const P008 = {
  id: 'udbudsloven-8',
  paragraph: 'Udbudsloven § 8',
  title: said('Små delkontrakter', 'Small lots'),
  sentence: said(
    'En delkontrakt kan tages ud af udbuddet, når den er mindre end 80.000 euro (bygge og anlæg 1.000.000 euro), og alle, der tages ud, tilsammen er højst 20 % af alle delkontrakter; de tæller stadig med i summen.',
    'A lot may be taken out of the tender when it is less than EUR 80,000 (works EUR 1,000,000) and all that are taken out are together at most 20 % of all lots; they still count in the total.'),
  grade: 'P',
  source: 'VgV § 3(9); Directive 2014/24/EU, article 5(10)',
  validFrom: UDBUDSLOVEN_FROM,
  validTo: null,
  confirm: said('Paragraffens nummer og ordlyd.', 'The number and wording of the paragraph.'),
} as const satisfies Rule;

export interface SmallLotFacts {
  /** ISO date on which the purchase is published or sent. */
  readonly on: string;
  readonly kind: Kind;
  readonly lot: Oere;
  /** All lots that are to be taken out, this one included, and all lots of the purchase. */
  readonly outside: Oere;
  readonly lots: Oere;
}

/** Whether a lot may be taken out of a tender whose lots together have reached the threshold. */
export function judgeSmallLot({ on, kind, lot, outside, lots }: SmallLotFacts): Finding {
  const threshold = thresholdOn(kind === 'works' ? 'small-lot-works' : 'small-lot-goods-services', on);
  const share = limit('small-lots-share').value;
  const values = { lot, outside, lots, share, low: threshold.bounds?.low ?? 0n, high: threshold.bounds?.high ?? 0n };
  const reached = reaches(lot, threshold);
  if (reached === true) return notMet(P008, saying('Delkontrakten på {lot} er ikke mindre end {high}.', 'The lot of {lot} is not less than {high}.', values));
  if (!isWithinShare(outside, lots, share)) {
    return notMet(P008, saying('De delkontrakter, der skal tages ud, er {outside}, mere end {share} % af {lots}.', 'The lots to be taken out are {outside}, more than {share} % of {lots}.', values));
  }
  if (reached === null) return review(P008, saying('Delkontrakten på {lot} ligger, hvor grænsen i kroner ikke er kendt.', 'The lot of {lot} lies where the limit in kroner is not known.', values));
  return met(P008, saying('Delkontrakten på {lot} er mindre end {low}, og de, der tages ud, er {outside}, højst {share} % af {lots}.', 'The lot of {lot} is less than {low}, and those taken out are {outside}, at most {share} % of {lots}.', values));
}
