import { said, UDBUDSLOVEN_FROM, type Rule } from '../rule.ts';

const from93 = { grade: 'V', source: 'elov.dk, Udbudsloven § 93', validFrom: UDBUDSLOVEN_FROM, validTo: null, confirm: null } as const;

export const P093 = {
  ...from93,
  id: 'udbudsloven-93-1',
  paragraph: 'Udbudsloven § 93, stk. 1',
  title: said('Fristen skal passe til opgaven', 'The time must suit the task'),
  sentence: said(
    'En frist skal passe til, hvor indviklet kontrakten er, og hvor lang tid det tager at skrive et tilbud. Mindstefristen er kun et gulv.',
    'A time limit must suit how complex the contract is and how long it takes to write a tender. The minimum is only a floor.'),
} as const satisfies Rule;

export const P093_VISIT = {
  ...from93,
  id: 'udbudsloven-93-2',
  paragraph: 'Udbudsloven § 93, stk. 2',
  title: said('Besigtigelse forlænger', 'A visit makes it longer'),
  sentence: said(
    'Kan tilbud kun skrives efter et besøg på stedet eller efter gennemsyn af bilag på stedet, er fristen længere end mindstefristen, så alle kan nå det.',
    'Where tenders can only be written after a visit or after documents are looked at on the spot, the time is longer than the minimum, so that all can do it.'),
} as const satisfies Rule;

export const P093_WHERE = {
  ...from93,
  id: 'udbudsloven-93-3',
  paragraph: 'Udbudsloven § 93, stk. 3',
  title: said('Hvor fristen står', 'Where the time limit stands'),
  sentence: said(
    'Ved offentligt udbud står fristen for tilbud i bekendtgørelsen. Ved andre procedurer står fristen for ansøgninger i bekendtgørelsen og fristen for tilbud i udbudsmaterialet.',
    'In an open procedure the time for tenders stands in the notice. In other procedures the time for applications stands in the notice and the time for tenders in the procurement documents.'),
} as const satisfies Rule;

export const P093_BASIC = {
  ...from93,
  id: 'udbudsloven-93-basic',
  paragraph: 'Udbudsloven § 93',
  title: said('Længere tid retter ikke op på alt', 'More time does not mend everything'),
  sentence: said(
    'Grundlæggende elementer i udbudsmaterialet må ikke ændres undervejs, heller ikke når fristen forlænges.',
    'Basic elements of the procurement documents may not be changed on the way, not even when the time is extended.'),
  source: 'kfst.dk, questions and answers 2022, no. 5',
  confirm: said('Hvilken bestemmelse det følger af.', 'From which provision it follows.'),
} as const satisfies Rule;
