import type { Run } from './course.ts';
import { DEMO_START, moment, nextMonth, officeDay } from './dates.ts';
import { KINDS } from './kinds.ts';
import { dkk, tenderSection, type Terms } from './tender.ts';

export interface Invitation {
  readonly terms: Terms;
  readonly deadline: Temporal.PlainDate;
}

/** The planning notice, the notice and, now and then, a longer time limit. */
export function invite(run: Run): Invitation {
  const { purchase, course, chances, process, buyer, lots } = run;
  const kind = KINDS[purchase.kind];
  const criteria = chances.between(0, 3);
  const published = course.exactDay ? purchase.published : officeDay(purchase.published);
  const planned = course.planned ?? (kind.eu && chances.percent(24));
  if (planned && published.year > DEMO_START.year) plan(run, published, criteria);
  const applications = kind.applications && officeDay(published.add({ days: chances.between(...kind.applications) }));
  let deadline = officeDay(published.add({ days: course.days ?? chances.between(...kind.days) }));
  const start = nextMonth(deadline.add({ days: kind.eu ? 95 : 55 }));
  const end = start.add({ years: purchase.years }).subtract({ days: 1 });
  const latest = purchase.optionYears === 0 ? null : start.add({ years: purchase.years + purchase.optionYears }).subtract({ days: 1 });
  const at = process.at(published);
  const base: Terms = {
    status: 'active',
    lots,
    start: at,
    deadline: moment(deadline, 12),
    ...(applications ? { applications: moment(applications, 12) } : {}),
    contract: { start: moment(start, 12), end: moment(end, 12), latest: latest && moment(latest, 12) },
    criteria,
  };
  process.publish(at, ['tender'], { buyer, tender: tenderSection(purchase, buyer, base) });
  if (!kind.eu || course.days !== undefined || !chances.percent(13)) return { terms: base, deadline };
  const amended = officeDay(deadline.subtract({ days: chances.between(9, 14) }));
  const before = deadline;
  deadline = officeDay(deadline.add({ days: chances.between(7, 14) }));
  const terms: Terms = { ...base, deadline: moment(deadline, 12) };
  const on = process.at(amended);
  const amendment = {
    id: '1',
    date: on,
    rationale: chances.pick(QUESTIONS),
    description: `Fristen for tilbud er flyttet fra den ${dateText(before)} til den ${dateText(deadline)}.`,
  };
  process.publish(on, ['tenderAmendment'], { buyer, tender: { ...tenderSection(purchase, buyer, terms), amendments: [amendment] } });
  return { terms, deadline };
}

const QUESTIONS = [
  'Svar på spørgsmål har ændret kravene til konvertering, og tilbudsgiverne skal have tid til at indregne det.',
  'Et bilag om nuværende datamængder manglede i materialet og er nu lagt frem.',
  'Flere tilbudsgivere har bedt om længere tid, og kommunen ønsker så mange tilbud som muligt.',
] as const;

function plan(run: Run, published: Temporal.PlainDate, criteria: number): void {
  const { purchase, chances, process, buyer, lots } = run;
  const on = process.at(officeDay(published.subtract({ days: chances.between(60, 150) })));
  process.publish(on, ['planning'], {
    buyer,
    planning: {
      rationale: 'Vejledende forhåndsmeddelelse. Der inviteres til markedsdialog om krav, tidsplan og opdeling, før materialet skrives færdigt.',
      budget: { description: 'Anslået værdi uden moms og optioner', amount: dkk(purchase.value) },
    },
    tender: tenderSection(purchase, buyer, { status: 'planned', lots, criteria }),
  });
}

export function cancel(run: Run, terms: Terms, deadline: Temporal.PlainDate): void {
  const { purchase, chances, process, buyer } = run;
  const on = process.at(officeDay(deadline.add({ days: chances.between(4, 25) })));
  const tender = tenderSection(purchase, buyer, { ...terms, status: 'cancelled', statusDetails: chances.pick(CANCELLED) });
  process.publish(on, ['tenderCancellation'], { buyer, tender });
}

const CANCELLED = [
  'Annulleret: de modtagne tilbud oversteg den økonomiske ramme.',
  'Annulleret: der var en fejl i evalueringsmodellen, og udbuddet gennemføres på ny.',
  'Annulleret: ingen af tilbuddene opfyldte mindstekravene.',
  'Annulleret: byrådet har besluttet at vente på en fælles løsning.',
] as const;

function dateText(date: Temporal.PlainDate): string {
  return `${date.day}.${date.month}.${date.year}`;
}
