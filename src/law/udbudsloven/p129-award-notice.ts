import { dayOf, isoOf, quarterEnd } from '../dates/days.ts';
import { judgeProposed, type Proposal } from '../dates/judging.ts';
import { periodOn, type Period } from '../dates/period.ts';
import type { Finding } from '../finding.ts';
import { said, UDBUDSLOVEN_FROM, type Rule } from '../rule.ts';

export const P129_1 = {
  id: 'udbudsloven-129-1',
  paragraph: 'Udbudsloven § 129, stk. 1',
  title: said('Bekendtgørelse om indgået kontrakt', 'Award notice'),
  sentence: said(
    'Senest 30 dage efter, at kontrakten eller rammeaftalen er indgået, sendes en bekendtgørelse om det.',
    'At the latest 30 days after the contract or framework agreement is concluded, a notice of it is sent.'),
  grade: 'V',
  source: 'Udbudsloven § 129, stk. 1',
  validFrom: UDBUDSLOVEN_FROM,
  validTo: null,
  confirm: null,
} as const satisfies Rule;

export const P129_3 = {
  id: 'udbudsloven-129-3',
  paragraph: 'Udbudsloven § 129, stk. 3',
  title: said('Træk på en rammeaftale', 'Call-offs'),
  sentence: said(
    'For kontrakter under en rammeaftale er bekendtgørelsen frivillig.',
    'For contracts under a framework agreement the notice is voluntary.'),
  grade: 'V',
  source: 'Udbudsloven § 129, stk. 3',
  validFrom: UDBUDSLOVEN_FROM,
  validTo: null,
  confirm: null,
} as const satisfies Rule;

export const P129_4 = {
  id: 'udbudsloven-129-4',
  paragraph: 'Udbudsloven § 129, stk. 4',
  title: said('Køb i et dynamisk indkøbssystem', 'Purchases in a dynamic purchasing system'),
  sentence: said(
    'Køb i et dynamisk indkøbssystem kan bekendtgøres samlet for hvert kvartal, senest 30 dage efter kvartalets slutning.',
    'Purchases in a dynamic purchasing system may be announced together for each quarter, at the latest 30 days after the end of the quarter.'),
  grade: 'V',
  source: 'Udbudsloven § 129, stk. 4',
  validFrom: UDBUDSLOVEN_FROM,
  validTo: null,
  confirm: null,
} as const satisfies Rule;

export const P129_5 = {
  id: 'udbudsloven-129-5',
  paragraph: 'Udbudsloven § 129, stk. 5',
  title: said('Hvad der kan holdes tilbage', 'What may be withheld'),
  sentence: said(
    'Oplysninger kan holdes tilbage af hensyn til retshåndhævelse, offentlige interesser, virksomheders legitime interesser og konkurrencen.',
    'Information may be withheld for the sake of law enforcement, the public interest, legitimate commercial interests and competition.'),
  grade: 'V',
  source: 'Udbudsloven § 129, stk. 5',
  validFrom: UDBUDSLOVEN_FROM,
  validTo: null,
  confirm: null,
} as const satisfies Rule;

/** null: before Udbudsloven. @param from ISO date of the contract */
export function awardNotice(from: string): Period | null {
  return periodOn('award-notice', from);
}

/** null: before Udbudsloven. @param from ISO date of the end of the quarter */
export function quarterlyNotice(from: string): Period | null {
  return periodOn('dis-quarterly-notice', from);
}

export function judgeAwardNotice(facts: Proposal & { readonly quarterly: boolean }): Finding {
  if (!facts.quarterly) return judgeProposed(P129_1, 'most', awardNotice(facts.from), facts);
  const from = isoOf(quarterEnd(dayOf(facts.from)));
  return judgeProposed(P129_4, 'most', quarterlyNotice(from), { ...facts, from });
}
