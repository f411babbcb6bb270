/** What bears on an add-on and decides nothing: conditions that no fact here answers, and what to write down. */
import { D072 } from '../directive/a072-tendered-contract.ts';
import { warnOfMaximum } from '../directive/c023-20-maximum.ts';
import { OLD_RULES } from '../directive/old-rules.ts';
import { met, review, type Finding } from '../finding.ts';
import { isWithinShare, saying } from '../kroner.ts';
import { limit } from '../parameters/limits.ts';
import { said, UDBUDSLOVEN_FROM } from '../rule.ts';
import { P096 } from '../udbudsloven/p096-parties.ts';
import { P178 } from '../udbudsloven/p178-basic-elements.ts';
import { P179 } from '../udbudsloven/p179-option.ts';
import { P180 } from '../udbudsloven/p180-small-change.ts';
import { P181 } from '../udbudsloven/p181-additional-delivery.ts';
import { P183 } from '../udbudsloven/p183-unforeseeable.ts';
import { P184 } from '../udbudsloven/p184-index-and-notice.ts';
import type { Decision } from './decision.ts';
import type { Question } from './question.ts';
import type { Branch } from './steps.ts';
import type { Sums } from './sums.ts';

type About = (question: Question, sums: Sums, branch: Branch | null) => Finding | null;

export function circumstancesOf(question: Question, sums: Sums, { tests, branch }: Decision): Finding[] {
  const alive = branch === null ? tests.filter(({ finding }) => finding.result !== 'not-met').map((test) => test.branch) : [branch];
  const capped = alive.some(({ verdict }) => CAPPED.has(verdict));
  return [
    aboutAge, aboutEnded, aboutDates,
    ...alive.flatMap(({ verdict }) => OF_BRANCH[verdict]),
    ...(branch?.noticeRequired === true ? [() => noticeDuty(branch)] : []),
    ...(capped ? [aboutIndex, aboutOriginal] : []),
    ...(alive.some(({ noticeRequired }) => noticeRequired) ? [aboutRunningTotal] : []),
  ].flatMap((about) => about(question, sums, branch) ?? []);
}

const CAPPED: ReadonlySet<string> = new Set<Branch['verdict']>(['small-change', 'additional-delivery', 'unforeseeable']);

const OF_BRANCH: Readonly<Record<Branch['verdict'], readonly About[]>> = {
  'call-off': [() => review(P096, said(
    'Står ordregiveren blandt dem, som bekendtgørelsen nævner? Det er der ikke spurgt om her.',
    'Is the buyer among those that the notice names? That was not asked here.')), aboutMaximum],
  option: [() => review(P179, said(
    'Notér klausulens tekst og side: den skal sige omfang, art og betingelser.',
    'Write down the text and page of the clause: it must say extent, nature and conditions.'))],
  'small-change': [],
  'additional-delivery': [aboutCircumvention(P181)],
  unforeseeable: [aboutCircumvention(P183)],
  'not-basic': [(_question, { shareOfOriginal }) => review(P178, saying(
    'Ændringerne er tilsammen {share} % af kontraktens værdi. Om det udvider den betydeligt, siger loven ikke med et tal: skriv begrundelsen for hvert af de fire svar på sagen.',
    'The changes together are {share} % of the value of the contract. Whether that extends it considerably, the law does not say by a number: put the reason for each of the four answers on the case.',
    { share: shareOfOriginal === null ? '–' : Math.round(shareOfOriginal * 100) }))],
};

function aboutMaximum({ maximumValue, calledOff, value }: Question): Finding | null {
  return warnOfMaximum({ maximum: maximumValue, calledOff, value });
}

function aboutCircumvention(rule: typeof P181 | typeof P183): About {
  return () => review(rule, said(
    'Må ikke bruges til at omgå loven: er ændringen delt op, eller den seneste af flere af samme slags? Det vurderes af et menneske.',
    'May not be used to circumvent the law: was the change split up, or is it the latest of several of its kind? That is for a human to judge.'));
}

function noticeDuty({ ground }: Branch): Finding {
  return met(P184, saying('En ændring efter {ground} bekendtgøres i EU-Tidende.', 'A notice of a change under {ground} is published in the Official Journal.', { ground: ground ?? '' }));
}

function aboutRunningTotal({ contractValue }: Question, { deliveriesWithThis }: Sums): Finding | null {
  const share = limit('additional-delivery-share').value;
  if (isWithinShare(deliveriesWithThis, contractValue, share)) return null;
  return review(P181, saying(
    'Loftet gælder hver ændring, men tilsammen er ændringerne efter §§ 181 og 183 med denne {deliveriesWithThis}, mere end {share} % af {contractValue}.',
    'The cap is on each change, but together the changes under §§ 181 and 183 are with this one {deliveriesWithThis}, more than {share} % of {contractValue}.',
    { deliveriesWithThis, share, contractValue }));
}

function aboutOriginal(): Finding {
  return review(P180, said(
    'Den oprindelige værdi er regnet, som den er oplyst: om optioner hører med, må en jurist sige.',
    'The original value is taken as it was given: whether options belong to it is for a jurist to say.'));
}

function aboutIndex({ indexedValue, originalValue }: Question): Finding | null {
  return indexedValue === null ? null : met(P184, saying(
    'Grænserne er regnet af den indekserede værdi {indexedValue}, ikke af {originalValue}. Det kræver en indekseringsklausul i kontrakten.',
    'The caps are worked out from the indexed value {indexedValue}, not from {originalValue}. That takes an index clause in the contract.', { indexedValue, originalValue }));
}

// A call-off after the end fails by its own test; of a change no rule that was read says so.
function aboutEnded({ end, on, tendered }: Question, _sums: Sums, branch: Branch | null): Finding | null {
  if (branch === null || end === null || on <= end || tendered === false) return null;
  return review(D072, saying(
    'Kontrakten udløb {end}, før købet. Om en udløbet kontrakt kan ændres, er ikke læst: spørg en jurist, før der købes.',
    'The contract ended on {end}, before the purchase. Whether a contract that has ended can be changed was not read: ask a jurist before buying.', { end }));
}

function aboutDates({ signed, end, lastChange, on }: Question): Finding | null {
  const isSignedLate = signed !== null && (signed > on || (end !== null && end < signed));
  if (!isSignedLate && (lastChange === null || lastChange <= on)) return null;
  return review(D072, said(
    'Datoerne passer ikke sammen: kontrakten er indgået efter købet eller efter sit udløb, eller en ændring er senere end købet. Alle beløb er regnet med, som de er oplyst.',
    'The dates do not fit together: the contract was signed after the purchase or after its own end, or a change is later than the purchase. All amounts are counted as they were given.'));
}

function aboutAge({ signed, on, tendered }: Question): Finding | null {
  if (on < UDBUDSLOVEN_FROM) {
    return review(OLD_RULES, said(
      'Udbudsloven gjaldt først fra 1. januar 2016. De ældre regler er ikke læst; svaret siger, hvad dagens regler ville sige.',
      'Udbudsloven came into force on 1 January 2016. The older rules were not read; the answer says what the rules of today would say.'));
  }
  if (signed === null || signed >= UDBUDSLOVEN_FROM || tendered === false) return null;
  return review(OLD_RULES, said(
    'Kontrakten er indgået før udbudsloven. Om dens ændringer følger de nye regler, må en jurist sige.',
    'The contract was signed before Udbudsloven. Whether changes to it follow the new rules is for a jurist to say.'));
}
