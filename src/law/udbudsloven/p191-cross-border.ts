import { asked } from '../asked.ts';
import type { Finding } from '../finding.ts';
import type { Kind } from '../parameters/thresholds.ts';
import { said, UDBUDSLOVEN_FROM, type Rule } from '../rule.ts';
import type { Truth } from '../truth.ts';
import { P192 } from './p192-light-cross-border.ts';

export const P191 = {
  id: 'udbudsloven-191',
  paragraph: 'Udbudsloven § 191',
  title: said('Under tærsklen med klar grænseoverskridende interesse', 'Below the threshold with clear cross-border interest'),
  sentence: said(
    'Et køb under tærskelværdien med klar grænseoverskridende interesse følger § 191, og der kan klages til Klagenævnet for Udbud over, at den ikke er fulgt.',
    'A purchase below the threshold with clear cross-border interest follows § 191, and it can be complained to Klagenævnet for Udbud that it is not followed.'),
  grade: 'V',
  source: 'kl.dk, udbudsloven; erhvervsstyrelsen.dk, klagevejledning',
  validFrom: UDBUDSLOVEN_FROM,
  validTo: null,
  confirm: said('Paragraffens nærmere indhold; at købet er omfattet af den, er læst.', 'What the paragraph says in detail; that the purchase falls under it was read.'),
} as const satisfies Rule;

export const P191_NOTICE = {
  id: 'udbudsloven-191-notice',
  paragraph: 'Bekendtgørelse nr. 1572 af 30. november 2016',
  title: said('Annoncering på udbud.dk', 'Advertising on udbud.dk'),
  sentence: said(
    'Bekendtgørelsen offentliggøres på udbud.dk.',
    'The notice is published on udbud.dk.'),
  grade: 'P',
  source: 'BEK 1572/2016',
  validFrom: UDBUDSLOVEN_FROM,
  validTo: null,
  confirm: said('Bekendtgørelsen, som den gælder nu.', 'The order as it is in force now.'),
} as const satisfies Rule;

export const P191_TIME = {
  id: 'udbudsloven-191-time',
  paragraph: 'Udbudsloven §§ 191-192',
  title: said('En passende frist', 'An appropriate time limit'),
  sentence: said(
    'Der er ingen fast mindstefrist; fristen skal passe til opgaven.',
    'There is no fixed minimum; the time limit must fit the task.'),
  grade: 'P',
  source: 'another published encoding of the rules',
  validFrom: UDBUDSLOVEN_FROM,
  validTo: null,
  confirm: said('Paragraffens ordlyd i den danske lov.', 'The wording of the paragraph in the Danish law.'),
} as const satisfies Rule;

export interface CrossBorderFacts {
  readonly kind: Kind;
  /** A documented judgement of value, place, subject and market; never worked out from a number. */
  readonly crossBorderInterest: Truth;
}

export function judgeCrossBorder({ kind, crossBorderInterest }: CrossBorderFacts): Finding {
  return asked(kind === 'light-services' ? P192 : P191, crossBorderInterest, {
    yes: said('Købet har klar grænseoverskridende interesse.', 'The purchase has a clear cross-border interest.'),
    no: said('Købet har ikke klar grænseoverskridende interesse.', 'The purchase has no clear cross-border interest.'),
    open: said('Det er ikke vurderet, om købet har klar grænseoverskridende interesse.', 'It was not judged whether the purchase has a clear cross-border interest.'),
  });
}
