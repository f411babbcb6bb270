import { judgeProposed, type Proposal } from '../dates/judging.ts';
import { periodOn, type Period } from '../dates/period.ts';
import type { Finding } from '../finding.ts';
import { said, type Rule, type Said } from '../rule.ts';

export const KN007 = {
  id: 'klagenaevnsloven-7',
  paragraph: 'Klagenævnsloven § 7',
  title: said('Klagefrister', 'Time for complaints'),
  sentence: said(
    'En klage skal være modtaget i Klagenævnet for Udbud inden 20 dage, når man ikke er udvalgt; 45 dage efter offentliggørelsen af bekendtgørelsen om indgået kontrakt; 30 dage for kontrakter under en rammeaftale med miniudbud eller i et DIS; 6 måneder for tildeling af en rammeaftale; 20 dage, når en kontrakt opretholdes; 30 dage efter en profylaksebekendtgørelse; og 45 dage under tærskelværdien.',
    'A complaint must have reached the complaints board within 20 days when one was not selected; 45 days of the publication of the award notice; 30 days for contracts under a framework agreement with mini-competition or in a DIS; 6 months for the award of a framework agreement; 20 days when a contract is kept; 30 days after an ex-ante notice; and 45 days below the threshold.'),
  grade: 'V',
  source: 'lov om Klagenævnet for Udbud § 7; kfst.dk, Hvilke klagefrister gælder der; erhvervsstyrelsen.dk',
  validFrom: '2010-07-01',
  validTo: null,
  confirm: null,
} as const satisfies Rule;

/** What is complained of, each with the day that the time runs from. */
export const COMPLAINTS = {
  'not-selected': said('ikke udvalgt; fra den begrundede underretning er sendt', 'not selected; from the dispatch of the reasoned notification'),
  'awarded': said('kontrakt tildelt; fra bekendtgørelsen om indgået kontrakt er offentliggjort', 'contract awarded; from the publication of the award notice'),
  'framework-or-dis-contract': said('kontrakt under rammeaftale med miniudbud eller i et DIS; fra underretningen', 'contract under a framework with mini-competition or in a DIS; from the notification'),
  'framework': said('rammeaftale tildelt; fra underretningen', 'framework agreement awarded; from the notification'),
  'kept-contract': said('kontrakt opretholdt efter § 185, stk. 2; fra underretningen', 'contract kept under § 185(2); from the notification'),
  'ex-ante': said('profylaksebekendtgørelse efter § 4; fra bekendtgørelsen om indgået kontrakt er offentliggjort', 'ex-ante notice under § 4; from the publication of the award notice'),
  'national': said('under tærskelværdien: §§ 191-192 og tilbudsloven; fra underretningen om tildelingen (en rammeaftale: 6 måneder)', 'below the threshold: §§ 191-192 and the works act; from the notification of the award (a framework agreement: 6 months)'),
} as const satisfies Readonly<Record<string, Said>>;
export type ComplaintCase = keyof typeof COMPLAINTS;
export const COMPLAINT_CASES = Object.keys(COMPLAINTS) as readonly ComplaintCase[];

/** null: before these time limits. @param from ISO date that the case names */
export function complaintPeriod(kind: ComplaintCase, from: string): Period | null {
  return periodOn(`complaint-${kind}`, from, COMPLAINTS[kind]);
}

export function judgeComplaint(facts: Proposal & { readonly case: ComplaintCase }): Finding {
  return judgeProposed(KN007, 'most', complaintPeriod(facts.case, facts.from), facts);
}
