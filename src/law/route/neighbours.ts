/** Duties whose periods the question of the dates reckons; here they are named only. */
import { said, UDBUDSLOVEN_FROM, type Rule } from '../rule.ts';

export const STANDSTILL = {
  id: 'route-standstill',
  paragraph: 'Klagenævnsloven § 3',
  title: said('Standstill', 'Standstill'),
  sentence: said('Kontrakten indgås først, når standstill er gået: 10 dage, når beskeden er sendt elektronisk, ellers 15.', 'The contract is concluded only when the standstill is over: 10 days where the notification was sent electronically, otherwise 15.'),
  grade: 'V',
  source: 'lov om Klagenævnet for Udbud § 3, stk. 1; statensindkob.dk, 16.09.2022',
  validFrom: '2010-07-01',
  validTo: null,
  confirm: null,
} as const satisfies Rule;

export const TIME_LIMITS = {
  id: 'route-time-limits',
  paragraph: 'Udbudsloven § 93, stk. 1',
  title: said('Passende frister', 'Appropriate time limits'),
  sentence: said('Fristerne passer til, hvor svær opgaven er; mindstefristerne er kun et gulv.', 'The time limits fit the complexity of the task; the minimum is only a floor.'),
  grade: 'V',
  source: 'Udbudsloven § 93, stk. 1',
  validFrom: UDBUDSLOVEN_FROM,
  validTo: null,
  confirm: null,
} as const satisfies Rule;

export const OPTIONS = {
  id: 'route-options',
  paragraph: 'Udbudsloven § 179',
  title: said('Optioner', 'Options'),
  sentence: said('En klar option i udbudsmaterialet tæller med i værdien nu og kan bruges senere uden nyt udbud, når kontraktens karakter er den samme.', 'A clear option in the tender documents counts in the value now and can be used later without a new tender, where the overall character is kept.'),
  grade: 'P',
  source: 'GWB § 132(2) no. 1; Directive 2014/24/EU, article 72',
  validFrom: UDBUDSLOVEN_FROM,
  validTo: null,
  confirm: null,
} as const satisfies Rule;
