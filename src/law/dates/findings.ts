/** What the rules say to one period, in the order in which a reader asks: how long, why, what else it asks, how it was counted, and the day proposed. */
import { met, notMet, review, unknown, type Finding } from '../finding.ts';
import { KN003_SUSPENSION, KN003_WITHOUT } from '../klagenaevnsloven/p003-without-standstill.ts';
import { KN004 } from '../klagenaevnsloven/p004-ex-ante.ts';
import { KN006 } from '../klagenaevnsloven/p006-notice-of-complaint.ts';
import { CLOSED_DAYS, COUNTING, type Ends } from '../regulation1182/a003-counting.ts';
import { said, type Said } from '../rule.ts';
import { judgeDisAgreed } from '../udbudsloven/p101-dis-time.ts';
import { P129_3 } from '../udbudsloven/p129-award-notice.ts';
import { judgeAgreedTenders, P060_AGREED } from '../udbudsloven/p060-agreed.ts';
import { isInTime, judgePriorInformation, P060_PRIOR_INFORMATION } from '../udbudsloven/p060-prior-information.ts';
import { P093, P093_VISIT } from '../udbudsloven/p093-appropriate.ts';
import type { KnownFacts } from './dates.facts.ts';
import { dayOf } from './days.ts';
import { judgeProposed, notKnown } from './judging.ts';
import type { Period } from './period.ts';
import { noticeOf, type Lever, type Step } from './steps.ts';
import { dayText, lengthText, tell } from './telling.ts';

/** @param facts with the day that the period runs from @param ends of the period; null when there is none */
export function findingsOf(step: Step, facts: KnownFacts, period: Period | null, ends: Ends | null): Finding[] {
  return [
    lengthFinding(step, facts, period, ends),
    ...(step.levers.includes('priorInformationNotice') ? priorInformationFindings(facts) : []),
    ...agreedFindings(step, facts),
    ...leverFindings(step, facts),
    ...ignoredFindings(step, facts),
    ...(ends === null ? [] : countingFindings(ends)),
    ...conditionFindings(step, facts),
    ...proposedFindings(step, facts, period),
  ];
}

function lengthFinding({ rule, bound }: Step, facts: KnownFacts, period: Period | null, ends: Ends | null): Finding {
  if (facts.step === 'complaint' && facts.case === null) return unknown(rule, said('Det er ikke oplyst, hvad der klages over, så fristen er ikke kendt.', 'It is not said what is complained of, so the time is not known.'));
  if (period === null || ends === null) return notKnown(rule);
  const values = { length: lengthText(period), why: period.why === null ? '' : tell(' ({why})', ' ({why})', { why: period.why }), from: dayText(dayOf(facts.from)), last: dayText(ends.last) };
  return met(rule, bound !== 'most'
    ? tell('Fristen er mindst {length}{why} fra dagen efter {from} og løber til udgangen af {last}.', 'The period is at least {length}{why} from the day after {from} and lasts to the end of {last}.', values)
    : tell('Fristen er højst {length}{why} fra dagen efter {from} og løber til udgangen af {last}.', 'The period is at most {length}{why} from the day after {from} and lasts to the end of {last}.', values));
}

function priorInformationFindings(facts: KnownFacts): Finding[] {
  const sent = facts.priorInformationNotice?.sent;
  if (sent === undefined) return [];
  const proof = { sent, notice: noticeOf(facts) };
  return [
    judgePriorInformation(proof),
    ...(facts.step === 'open' || facts.noticeSent !== null ? [] : [unknown(P060_PRIOR_INFORMATION, said(
      'Tiden regnes til udbudsbekendtgørelsen. Dens dag er ikke oplyst, så her er brugt dagen for opfordringen.',
      'The time is reckoned to the contract notice. Its day is not given, so that of the invitation is used here.'))]),
    ...(isInTime(proof) ? [unknown(P060_PRIOR_INFORMATION, said(
      'Forhåndsmeddelelsen skal have indeholdt alle de oplysninger, der fandtes, da den blev sendt. Det er forudsat her.',
      'The prior information notice must have held all the information that there was when it was sent. That is taken for granted here.'))] : []),
  ];
}

function agreedFindings({ levers }: Step, { step, agreedDays }: KnownFacts): Finding[] {
  if (agreedDays === null || !levers.includes('agreedDays')) return [];
  if (step === 'dis-tenders') return [judgeDisAgreed({ agreedDays })];
  return [judgeAgreedTenders({ agreedDays }), unknown(P060_AGREED, said(
    'Aftalen skal være indgået med alle opfordrede, være ens for alle, og ordregiveren må ikke være staten.',
    'The agreement must be with all who were invited and the same for all, and the buyer must not be the state.'))];
}

function leverFindings({ levers, rule }: Step, { urgent, extended }: KnownFacts): Finding[] {
  return [
    ...(urgent === true && levers.includes('urgent') ? [unknown(rule, said(
      'Ordregiveren skal kunne vise, at det haster så meget, at den almindelige frist ikke kan holdes.',
      'The buyer must be able to show that it is so urgent that the ordinary period cannot be kept.'))] : []),
    ...(extended === true && levers.includes('extended') ? [unknown(rule, said(
      'Den længere frist skal begrundes i den enkelte sag, for eksempel med bilag, der skal efterprøves.',
      'The longer period must be justified in the individual case, for instance by documents that must be checked.'))] : []),
  ];
}

const NAMES: Readonly<Record<Exclude<Lever, 'electronic'>, Said>> = {
  priorInformationNotice: said('En forhåndsmeddelelse', 'A prior information notice'),
  urgent: said('Hast', 'Urgency'),
  extended: said('En forlænget behandling', 'A longer assessment'),
  agreedDays: said('En aftale om dage', 'An agreement on days'),
  case: said('Hvad der klages over', 'What is complained of'),
};

/** For applications the table of the time limits has no such reduction; elsewhere nothing was read. */
function ignoredFindings({ levers, rule }: Step, facts: KnownFacts): Finding[] {
  const isApplications = facts.step === 'restricted-applications' || facts.step === 'negotiated-applications';
  const isKnown = (name: Lever): boolean => levers.includes(name) || (name === 'case' && facts.step === 'standstill' && facts.case === 'ex-ante');
  const ignored = (Object.keys(NAMES) as Exclude<Lever, 'electronic'>[]).filter((name) => !isKnown(name) && facts[name] !== null && facts[name] !== false);
  return [
    ...(isApplications && facts.electronic === true ? [notMet(rule, said('Elektroniske ansøgninger forkorter ikke denne frist.', 'Electronic applications do not shorten this period.'))] : []),
    ...ignored.map((name) => (isApplications && name === 'priorInformationNotice'
      ? notMet(rule, tell('{name} forkorter ikke denne frist.', '{name} does not shorten this period.', { name: NAMES[name] }))
      : review(rule, tell('{name} ændrer ikke denne frist efter det, vi har læst, og indgår ikke.', '{name} does not change this period as far as we have read, and is left out.', { name: NAMES[name] })))),
  ];
}

function countingFindings({ counted, last, lastIfClosed }: Ends): Finding[] {
  const values = { counted: dayText(counted), last: dayText(last), lastIfClosed: dayText(lastIfClosed) };
  return [
    ...(counted === last ? [] : [met(COUNTING, tell(
      'Optalt ender fristen {counted}. Det er ikke en arbejdsdag, så den varer til udgangen af {last}.',
      'By count the period ends on {counted}. That is no working day, so it lasts to the end of {last}.', values))]),
    ...(last === lastIfClosed ? [] : [review(CLOSED_DAYS, tell(
      'Er 5. juni, 24. og 31. december helligdage, er den sidste dag {lastIfClosed} og ikke {last}. Det skal en jurist afgøre; er fristen en mindstefrist, er den senere dag den sikre.',
      'If 5 June, 24 and 31 December are public holidays, the last day is {lastIfClosed} and not {last}. A lawyer must settle that; where the period is a minimum the later day is the safe one.', values))]),
  ];
}

/** Conditions that no fact here answers: they stand and decide nothing. */
function conditionFindings({ bound }: Step, { step, case: kind }: KnownFacts): Finding[] {
  if (step === 'standstill' && kind === 'ex-ante') {
    return [unknown(KN004, said('Bekendtgørelsen skal sige, hvorfor kontrakten ikke skal udbydes; om begrundelsen holder, er der ikke spurgt om.', 'The notice must say why the contract needs no tender; whether the reason holds was not asked.'))];
  }
  if (step === 'standstill') {
    return [
      unknown(KN003_WITHOUT, said('Er kontrakten en af undtagelserne (leveringsaftale, DIS, under tærskelværdien, ingen pligt til bekendtgørelse), kræves standstill ikke.', 'If the contract is one of the exceptions (call-off, DIS, below the threshold, no duty of notice), no standstill is asked.')),
      met(KN003_SUSPENSION, KN003_SUSPENSION.sentence),
    ];
  }
  if (step === 'complaint') {
    return [
      unknown(KN006, KN006.sentence),
      ...(kind === 'ex-ante' ? [unknown(KN004, said('Det er ikke oplyst, om der blev ventet mindst 10 dage efter profylaksebekendtgørelsen.', 'It is not said whether 10 days at least were waited after the ex-ante notice.'))] : []),
    ];
  }
  if (step === 'award-notice') return [unknown(P129_3, P129_3.sentence)];
  if (bound === 'most') return [];
  return [
    unknown(P093, said('Mindstefristen er et gulv: fristen skal passe til, hvor indviklet kontrakten er.', 'The minimum is a floor: the time must suit how complex the contract is.')),
    ...(step === 'open' || step.endsWith('tenders') ? [unknown(P093_VISIT, said('Kræver tilbuddet et besøg på stedet, skal fristen være længere end mindstefristen.', 'If the tender asks for a visit to the site, the time must be longer than the minimum.'))] : []),
  ];
}

function proposedFindings({ rule, bound }: Step, { step, from, proposed }: KnownFacts, period: Period | null): Finding[] {
  if (proposed === null || period === null) return [];
  return [
    judgeProposed(rule, bound, period, { from, proposed }),
    ...(step === 'standstill' ? [met(rule, said('Den foreslåede dag er læst som den dag, kontrakten indgås. Som sidste dag for perioden holder den, når den ikke ligger før periodens sidste dag.', 'The proposed day is read as that on which the contract is concluded. As the last day of the period it holds when it does not lie before the last day of the period.'))] : []),
  ];
}
