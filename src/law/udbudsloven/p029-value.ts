import type { Oere } from '../kroner.ts';
import { limit } from '../parameters/limits.ts';
import { said, UDBUDSLOVEN_FROM, type Rule } from '../rule.ts';

export const VALUE_TOTAL = {
  id: 'udbudsloven-29-total',
  paragraph: 'Udbudsloven §§ 29-36',
  title: said('Værdien er det hele', 'The value is everything'),
  sentence: said(
    'Værdien er alt, der kan komme til at skulle betales uden moms, med enhver option og forlængelse og præmier og betaling til deltagere.',
    'The value is all that may have to be paid excluding VAT, with every option and extension, and prizes and payments to candidates.'),
  grade: 'P',
  source: 'VgV § 3(1); Directive 2014/24/EU, article 5',
  validFrom: UDBUDSLOVEN_FROM,
  validTo: null,
  confirm: said('Hvilken af §§ 29-36 reglen står i, og dens ordlyd.', 'In which of §§ 29-36 the rule stands, and its wording.'),
} as const satisfies Rule;

export const VALUE_NO_SPLIT = {
  id: 'udbudsloven-29-no-split',
  paragraph: 'Udbudsloven §§ 29-36',
  title: said('Ingen opdeling for at undgå reglerne', 'No splitting to escape the rules'),
  sentence: said(
    'Metoden vælges ikke for at undgå reglerne, og et køb deles kun op, når der er saglige grunde.',
    'The method is not chosen to evade the rules, and a purchase is split only for objective reasons.'),
  grade: 'P',
  source: 'VgV § 3(2); Directive 2014/24/EU, article 5',
  validFrom: UDBUDSLOVEN_FROM,
  validTo: null,
  confirm: said('Hvilken af §§ 29-36 reglen står i, og dens ordlyd.', 'In which of §§ 29-36 the rule stands, and its wording.'),
} as const satisfies Rule;

export const VALUE_DAY = {
  id: 'udbudsloven-29-day',
  paragraph: 'Udbudsloven §§ 29-36',
  title: said('Dagen, der tæller', 'The day that counts'),
  sentence: said(
    'Værdien opgøres den dag, bekendtgørelsen sendes, og uden bekendtgørelse den dag, proceduren begynder.',
    'The value is that of the day on which the notice is sent, or, without a notice, on which the procedure starts.'),
  grade: 'P',
  source: 'VgV § 3(3); Directive 2014/24/EU, article 5',
  validFrom: UDBUDSLOVEN_FROM,
  validTo: null,
  confirm: said('Hvilken af §§ 29-36 reglen står i, og dens ordlyd.', 'In which of §§ 29-36 the rule stands, and its wording.'),
} as const satisfies Rule;

export const VALUE_FRAMEWORK = {
  id: 'udbudsloven-29-framework',
  paragraph: 'Udbudsloven §§ 29-36',
  title: said('Rammeaftaler og indkøbssystemer', 'Frameworks and systems'),
  sentence: said(
    'Værdien af en rammeaftale eller et dynamisk indkøbssystem er den højeste anslåede værdi af alle kontrakter i hele løbetiden.',
    'The value of a framework or dynamic purchasing system is the maximum estimated value of all contracts over the whole term.'),
  grade: 'P',
  source: 'VgV § 3(4); Directive 2014/24/EU, article 5',
  validFrom: UDBUDSLOVEN_FROM,
  validTo: null,
  confirm: said('Hvilken af §§ 29-36 reglen står i, og dens ordlyd.', 'In which of §§ 29-36 the rule stands, and its wording.'),
} as const satisfies Rule;

export const VALUE_INNOVATION = {
  id: 'udbudsloven-29-innovation',
  paragraph: 'Udbudsloven §§ 29-36',
  title: said('Innovationspartnerskaber', 'Innovation partnerships'),
  sentence: said(
    'Værdien er alle faser af forskning og udvikling og det, der købes til sidst.',
    'The value is all phases of research and development and what is bought at the end.'),
  grade: 'P',
  source: 'VgV § 3(5); Directive 2014/24/EU, article 5',
  validFrom: UDBUDSLOVEN_FROM,
  validTo: null,
  confirm: said('Hvilken af §§ 29-36 reglen står i, og dens ordlyd.', 'In which of §§ 29-36 the rule stands, and its wording.'),
} as const satisfies Rule;

export const VALUE_LOTS = {
  id: 'udbudsloven-29-lots',
  paragraph: 'Udbudsloven §§ 29-36',
  title: said('Delkontrakter', 'Lots'),
  sentence: said(
    'Alle delkontrakter lægges sammen; når summen er tærskelværdien, er hver af dem omfattet, bortset fra små delkontrakter.',
    'All lots are added up; when the sum reaches the threshold, each of them is covered, small lots excepted.'),
  grade: 'P',
  source: 'VgV § 3(7)-(9); Directive 2014/24/EU, article 5',
  validFrom: UDBUDSLOVEN_FROM,
  validTo: null,
  confirm: said('Hvilken af §§ 29-36 reglen står i, og dens ordlyd.', 'In which of §§ 29-36 the rule stands, and its wording.'),
} as const satisfies Rule;

export const VALUE_RECURRENT = {
  id: 'udbudsloven-29-recurrent',
  paragraph: 'Udbudsloven §§ 29-36',
  title: said('Køb, der gentages', 'Recurrent purchases'),
  sentence: said(
    'For kontrakter, der gentages eller fornyes, tæller enten de seneste 12 måneders køb af samme slags, rettet for ændringer, eller det, der ventes købt i 12 måneder fra første levering.',
    'For contracts that recur or are renewed, either the purchases of the same kind in the last 12 months count, adjusted for change, or what is expected in the 12 months from the first delivery.'),
  grade: 'P',
  source: 'VgV § 3(10); Directive 2014/24/EU, article 5',
  validFrom: UDBUDSLOVEN_FROM,
  validTo: null,
  confirm: said('Hvilken af §§ 29-36 reglen står i, og dens ordlyd.', 'In which of §§ 29-36 the rule stands, and its wording.'),
} as const satisfies Rule;

export const VALUE_MONTHLY = {
  id: 'udbudsloven-29-monthly',
  paragraph: 'Udbudsloven §§ 29-36',
  title: said('Pris pr. måned', 'Price by the month'),
  sentence: said(
    'Uden en samlet pris er værdien prisen for hele løbetiden, når den er fast og højst 48 måneder, og ellers månedsprisen gange 48.',
    'Without a total price the value is that of the whole term, when it is fixed and 48 months at most, and otherwise the monthly price times 48.'),
  grade: 'P',
  source: 'VgV § 3(11); Directive 2014/24/EU, article 5',
  validFrom: UDBUDSLOVEN_FROM,
  validTo: null,
  confirm: said('Hvilken af §§ 29-36 reglen står i, og dens ordlyd.', 'In which of §§ 29-36 the rule stands, and its wording.'),
} as const satisfies Rule;

/** What a price by the month comes to. @param termMonths fixed term in months; null: no fixed end */
export function valueByMonth(monthly: Oere, termMonths: number | null): { readonly value: Oere; readonly months: number } {
  const most = limit('open-ended-months').value;
  const months = termMonths === null ? most : Math.min(termMonths, most);
  return { value: monthly * BigInt(months), months };
}
