import { quarterEnd, dayOf, isoOf } from '../dates/days.ts';
import { judgeProposed, type Proposal } from '../dates/judging.ts';
import { periodOn, type Period } from '../dates/period.ts';
import type { Finding } from '../finding.ts';
import { said, UDBUDSLOVEN_FROM, type Rule } from '../rule.ts';

const from129 = { grade: 'V', source: 'elov.dk, Udbudsloven § 129', validFrom: UDBUDSLOVEN_FROM, validTo: null, confirm: null } as const;

export const P129 = {
  ...from129,
  id: 'udbudsloven-129-1',
  paragraph: 'Udbudsloven § 129, stk. 1',
  title: said('Bekendtgørelse om indgået kontrakt', 'Award notice'),
  sentence: said(
    'Bekendtgørelsen om indgået kontrakt sendes senest 30 dage efter, at kontrakten eller rammeaftalen er indgået.',
    'The award notice is sent at the latest 30 days after the contract or framework agreement was concluded.'),
} as const satisfies Rule;

export const P129_CALL_OFF = {
  ...from129,
  id: 'udbudsloven-129-3',
  paragraph: 'Udbudsloven § 129, stk. 3',
  title: said('Leveringsaftaler under en rammeaftale', 'Call-offs under a framework agreement'),
  sentence: said('For en kontrakt under en rammeaftale er bekendtgørelsen frivillig.', 'For a contract under a framework agreement the notice is voluntary.'),
} as const satisfies Rule;

export const P129_QUARTERLY = {
  ...from129,
  id: 'udbudsloven-129-4',
  paragraph: 'Udbudsloven § 129, stk. 4',
  title: said('DIS: samlede bekendtgørelser hvert kvartal', 'DIS: notices gathered each quarter'),
  sentence: said(
    'Bekendtgørelser om kontrakter i et dynamisk indkøbssystem sendes for hvert kvartal, senest 30 dage efter kvartalets udgang.',
    'Notices of contracts in a dynamic purchasing system are sent for each quarter, at the latest 30 days after its end.'),
} as const satisfies Rule;

export const P129_WITHHELD = {
  ...from129,
  id: 'udbudsloven-129-5',
  paragraph: 'Udbudsloven § 129, stk. 5',
  title: said('Hvad der kan holdes tilbage', 'What may be withheld'),
  sentence: said(
    'Oplysninger kan holdes ude af bekendtgørelsen, når de ville hindre retshåndhævelsen, stride mod almene hensyn, skade en virksomheds lovlige interesser eller konkurrencen.',
    'Information may be left out of the notice when it would impede law enforcement, go against the public interest, or harm the legitimate interests of an undertaking or competition.'),
} as const satisfies Rule;

/** null: before Udbudsloven. @param from ISO date of the contract */
export function awardNotice(from: string): Period | null {
  return periodOn('award-notice', from);
}

/** From the end of the quarter. null: before Udbudsloven. @param from ISO date of any day in the quarter */
export function quarterlyNotice(from: string): Period | null {
  return periodOn('dis-quarterly-notice', from);
}

export function judgeAwardNotice(facts: Proposal & { readonly quarterly: boolean }): Finding {
  if (!facts.quarterly) return judgeProposed(P129, 'most', awardNotice(facts.from), facts);
  return judgeProposed(P129_QUARTERLY, 'most', quarterlyNotice(facts.from), { ...facts, from: isoOf(quarterEnd(dayOf(facts.from))) });
}
