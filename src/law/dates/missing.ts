import { said, type Said } from '../rule.ts';
import { COMPLAINT_CASES } from '../klagenaevnsloven/p007-complaint.ts';
import { limit } from '../parameters/limits.ts';
import { endsOf } from '../regulation1182/a003-counting.ts';
import type { KnownFacts } from './dates.facts.ts';
import type { MissingDate } from './dates.result.ts';
import { dayOf, isoOf, type Day } from './days.ts';
import { noticeOf, type Lever, type Step } from './steps.ts';
import { tell } from './telling.ts';

const YES_NO = [true, false] as const;

const QUESTIONS: Readonly<Record<Exclude<Lever, 'priorInformationNotice'>, Said>> = {
  electronic: said('Sendes det elektronisk?', 'Is it sent electronically?'),
  urgent: said('Haster det så meget, at den almindelige frist ikke kan holdes?', 'Is it so urgent that the ordinary period cannot be kept?'),
  extended: said('Er der i den enkelte sag grund til en længere vurdering?', 'Is there a reason for a longer assessment in the individual case?'),
  agreedDays: said('Er en frist aftalt med alle, der er opfordret til at byde?', 'Was a period agreed with all who were invited?'),
  case: said('Hvad klages der over?', 'What is complained of?'),
};

/** The facts that were not given and that would move the last day, each with where to. @param facts with the day that the period runs from @param last null: not known */
export function missingDates(step: Step, facts: KnownFacts, last: Day | null): MissingDate[] {
  return step.levers.filter((lever) => facts[lever] === null).flatMap((lever) => {
    const answers = answersFor(lever, facts).flatMap(({ answer, known }) => {
      const period = step.period({ ...facts, ...known });
      return period === null ? [] : [{ answer, ends: endsOf(period, dayOf(facts.from)).last, days: period.unit === 'months' ? null : period.length }];
    });
    if (answers.every(({ ends }) => ends === last)) return [];
    return [{ fact: lever, question: questionOf(lever, facts), answers: answers.map(({ answer, ends, days }) => ({ answer, verdict: isoOf(ends), days })) }];
  });
}

function questionOf(lever: Lever, facts: KnownFacts): Said {
  if (lever !== 'priorInformationNotice') return QUESTIONS[lever];
  return tell(
    'Er der sendt en forhåndsmeddelelse mindst {days} dage og højst {months} måneder før bekendtgørelsen, altså senest {latest}?',
    'Was a prior information notice sent at least {days} days and at most {months} months before the notice, that is by {latest}?',
    { days: limit('prior-information-earliest').value, months: limit('prior-information-latest').value, latest: latestPriorInformation(facts) });
}

function latestPriorInformation(facts: KnownFacts): string {
  return isoOf(dayOf(noticeOf(facts)) - limit('prior-information-earliest').value);
}

function answersFor(lever: Lever, facts: KnownFacts): readonly { readonly answer: string | boolean | number; readonly known: Partial<KnownFacts> }[] {
  switch (lever) {
    case 'electronic': return YES_NO.map((answer) => ({ answer, known: { electronic: answer } }));
    case 'urgent': return YES_NO.map((answer) => ({ answer, known: { urgent: answer } }));
    case 'extended': return YES_NO.map((answer) => ({ answer, known: { extended: answer } }));
    case 'case': return COMPLAINT_CASES.map((answer) => ({ answer, known: { case: answer } }));
    case 'agreedDays': {
      const answer = limit('restricted-tenders-agreed-least').value;
      return [{ answer, known: { agreedDays: answer } }];
    }
    case 'priorInformationNotice': {
      const answer = latestPriorInformation(facts);
      return [{ answer, known: { priorInformationNotice: { sent: answer } } }];
    }
  }
}
