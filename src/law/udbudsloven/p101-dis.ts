/** The time limits of a dynamic purchasing system. The Danish paragraphs on them were not read, only that the system stands in §§ 101-108. */
import { judgeProposed, type Proposal } from '../dates/judging.ts';
import { periodOn, type Period } from '../dates/period.ts';
import { tell } from '../dates/telling.ts';
import { met, review, type Finding } from '../finding.ts';
import { limit } from '../parameters/limits.ts';
import { said, UDBUDSLOVEN_FROM, type Rule } from '../rule.ts';

const dis = {
  paragraph: 'Udbudsloven §§ 101-108',
  grade: 'P',
  validFrom: UDBUDSLOVEN_FROM,
  validTo: null,
  confirm: said(
    'Hvilke paragraffer i §§ 101-108 fristerne står i, og om de danske mindstefrister er de samme som direktivets.',
    'In which of §§ 101-108 the time limits stand, and whether the Danish minimums are those of the directive.'),
} as const;

export const DIS_APPLICATIONS = {
  ...dis,
  id: 'udbudsloven-dis-applications',
  title: said('DIS: den første frist for ansøgninger', 'DIS: the first time for applications'),
  sentence: said(
    'Den første frist for at søge om optagelse i et dynamisk indkøbssystem er mindst 30 dage fra dagen efter, at bekendtgørelsen er sendt. Når den første opfordring til at byde er sendt, er der ingen frist mere: man kan søge, så længe systemet varer.',
    'The first time for applying to a dynamic purchasing system is at least 30 days from the day after the notice was sent. Once the first invitation to tender has gone out there is no time limit any more: one can apply as long as the system lasts.'),
  source: 'Directive 2014/24/EU, article 34(2); VgV § 24(2)',
} as const satisfies Rule;

export const DIS_DECISION = {
  ...dis,
  id: 'udbudsloven-dis-decision',
  title: said('DIS: afgørelsen af en ansøgning', 'DIS: deciding on an application'),
  sentence: said(
    'En ansøgning om optagelse afgøres inden 10 arbejdsdage efter, at den er modtaget, og i begrundede enkelttilfælde inden 15. Ansøgeren får besked uden ophold. Før den første opfordring kan vurderingen vare længere, hvis ingen opfordring sendes imens og længden står i udbudsmaterialet.',
    'An application is decided on within 10 working days of its receipt, in justified individual cases within 15. The applicant is told without delay. Before the first invitation the assessment may last longer if no invitation goes out meanwhile and its length stands in the documents.'),
  source: 'Directive 2014/24/EU, article 34(5); VgV § 24(3)',
} as const satisfies Rule;

export const DIS_TENDERS = {
  ...dis,
  id: 'udbudsloven-dis-tenders',
  title: said('DIS: fristen for tilbud i et konkret indkøb', 'DIS: time for tenders in one purchase'),
  sentence: said(
    'I et konkret indkøb er fristen for tilbud mindst 10 dage fra dagen efter, at opfordringen er sendt til alle optagne. En kommune kan aftale en frist med dem alle.',
    'In one purchase the time for tenders is at least 10 days from the day after the invitation was sent to all who are admitted. A municipality may agree on a period with all of them.'),
  source: 'Directive 2014/24/EU, article 34(2); VgV § 24(4)',
} as const satisfies Rule;

export const DIS_ESPD = {
  ...dis,
  id: 'udbudsloven-dis-espd',
  title: said('DIS: fornyet ESPD', 'DIS: renewed ESPD'),
  sentence: said(
    'Så længe systemet varer, kan de optagne bedes om en fornyet ESPD inden 5 arbejdsdage.',
    'As long as the system lasts, those admitted may be asked for a renewed ESPD within 5 working days.'),
  source: 'Directive 2014/24/EU, article 34(7); VgV § 24(5)',
} as const satisfies Rule;

export const DIS_CHANGE = {
  ...dis,
  id: 'udbudsloven-dis-change',
  title: said('DIS: ændret eller endt varighed', 'DIS: duration changed or ended'),
  sentence: said(
    'Ændres systemets varighed, meddeles det på formularen for en udbudsbekendtgørelse; ender systemet, på formularen for en bekendtgørelse om indgået kontrakt.',
    'A changed duration of the system is made known on the form of a contract notice; its end on the form of an award notice.'),
  source: 'VgV § 23(2); PCR 2015, regulation 34',
} as const satisfies Rule;

export interface DisFacts {
  readonly step: 'applications' | 'decision' | 'tenders';
  /** ISO date of the dispatch, or of the receipt of the application. */
  readonly from: string;
  readonly extended: boolean;
  readonly agreedDays: number | null;
}

/** null: before Udbudsloven. */
export function disPeriod({ step, from, extended, agreedDays }: DisFacts): Period | null {
  if (step === 'applications') return periodOn('dis-first-applications', from);
  if (step === 'decision') return extended ? periodOn('dis-decision-extended', from, said('begrundet enkelttilfælde', 'a justified individual case')) : periodOn('dis-decision', from);
  const least = periodOn('dis-tenders', from);
  return least === null || agreedDays === null ? least : { ...least, length: Math.max(least.length, agreedDays), why: said('aftalt med alle optagne', 'agreed with all who are admitted') };
}

const RULE_OF = { applications: DIS_APPLICATIONS, decision: DIS_DECISION, tenders: DIS_TENDERS } as const;

export function judgeDis(facts: DisFacts & Proposal): Finding {
  return judgeProposed(RULE_OF[facts.step], facts.step === 'decision' ? 'most' : 'least', disPeriod(facts), facts);
}

/** Whether fewer days than the minimum may be agreed was not read in the Danish text, which is stricter than the directive in § 60. */
export function judgeDisAgreed({ agreedDays }: { readonly agreedDays: number }): Finding {
  const values = { agreedDays, least: limit('dis-tenders').value };
  return agreedDays >= values.least
    ? met(DIS_TENDERS, tell('Aftalt med alle optagne er {agreedDays} dage.', '{agreedDays} days were agreed with all who are admitted.', values))
    : review(DIS_TENDERS, tell('Aftalt er {agreedDays} dage. Om under {least} må aftales i et DIS, har vi ikke læst; der regnes med {least}.', '{agreedDays} days were agreed. Whether less than {least} may be agreed in a DIS we have not read; {least} are reckoned with.', values));
}
