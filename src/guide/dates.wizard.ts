/** "When?": a single time limit, and the facts that it comes to. */
import { COMPLAINT_CASES, DATE_STEPS, PLAN_PROCEDURES, said, type DatesFacts, type DateStep, type PlanFacts } from '#law';
import { choiceOf, DO_NOT_KNOW, numberOf, truthOf, yesNo } from './parts.ts';
import { answerOf, type Answers, type Option, type Question, type Wizard } from './wizard.ts';

type StepWords = Readonly<Record<DateStep, Omit<Option, 'value'>>>;

const STEPS: StepWords = {
  'open': { label: said('Offentligt udbud: tilbud', 'Open procedure: tenders') },
  'restricted-applications': { label: said('Begrænset udbud: ansøgninger', 'Restricted procedure: applications') },
  'restricted-tenders': { label: said('Begrænset udbud: tilbud', 'Restricted procedure: tenders') },
  'negotiated-applications': { label: said('Udbud med forhandling: ansøgninger', 'Negotiated procedure: applications') },
  'negotiated-tenders': { label: said('Udbud med forhandling: første tilbud', 'Negotiated procedure: first tenders') },
  'dis-first-applications': { label: said('DIS: de første ansøgninger', 'DIS: the first applications') },
  'dis-decision': { label: said('DIS: svar på en ansøgning', 'DIS: the decision on an application') },
  'dis-tenders': { label: said('DIS: tilbud i et konkret indkøb', 'DIS: tenders in a purchase') },
  'standstill': { label: said('Standstill før underskrift', 'Standstill before signing') },
  'award-notice': { label: said('Bekendtgørelse om indgået kontrakt', 'Contract award notice') },
  'dis-quarterly-notice': { label: said('DIS: samlet bekendtgørelse for et kvartal', 'DIS: notice for a quarter') },
  'complaint': { label: said('Klage til Klagenævnet for Udbud', 'Complaint to the Complaints Board') },
};

const CASES: readonly Option[] = [
  { value: 'not-selected', label: said('Ikke udvalgt eller prækvalificeret', 'Not selected or prequalified') },
  { value: 'awarded', label: said('Kontrakten er tildelt en anden', 'The contract was awarded to another') },
  { value: 'framework-or-dis-contract', label: said('Kontrakt på en rammeaftale med miniudbud, eller i et DIS', 'Contract under a framework with mini-competition, or in a DIS') },
  { value: 'framework', label: said('Tildeling af en rammeaftale', 'Award of a framework agreement') },
  { value: 'kept-contract', label: said('Ordregiver holder fast i en kontrakt', 'The buyer keeps a contract') },
  { value: 'ex-ante', label: said('Køb efter en profylaksebekendtgørelse', 'Purchase after an ex-ante notice') },
  { value: 'national', label: said('Køb under tærskelværdien', 'Purchase below the threshold') },
];

/** What the period runs from, by step. */
const FROM: Readonly<Partial<Record<DateStep, Question['ask']>>> = {
  'dis-decision': said('Hvornår kom ansøgningen?', 'When did the application arrive?'),
  'standstill': said('Hvornår sendes underretningen om tildelingen?', 'When is the notification of the award sent?'),
  'award-notice': said('Hvornår indgås kontrakten?', 'When is the contract concluded?'),
  'dis-quarterly-notice': said('Nævn en dag i kvartalet', 'Name a day in the quarter'),
  'complaint': said('Hvornår kom underretningen eller bekendtgørelsen?', 'When was the notification sent, or the notice published?'),
};

const isWhole = (answers: Answers): boolean => answerOf(answers, 'scope') === 'whole';
const isOne = (answers: Answers): boolean => answerOf(answers, 'scope') === 'one';
const stepOf = (answers: Answers): DateStep | null => (isOne(answers) ? DATE_STEPS.find((step) => step === answerOf(answers, 'step')) ?? null : null);
const isOneOf = (...steps: readonly DateStep[]) => (answers: Answers): boolean => steps.some((step) => step === stepOf(answers));

const FROM_QUESTIONS: readonly Question[] = [null, ...DATE_STEPS.filter((step) => FROM[step] !== undefined)].map((step) => ({
  name: step === null ? 'from' : `from-${step}`,
  ask: (step === null ? undefined : FROM[step]) ?? said('Hvornår sendes bekendtgørelsen eller opfordringen?', 'When is the notice or invitation sent?'),
  help: said('Dagen tæller ikke selv med; fristen løber fra dagen efter.', 'The day itself does not count; the period runs from the day after.'),
  field: { kind: 'date' }, skip: null,
  isAsked: (answers) => stepOf(answers) !== null && (step === null ? FROM[stepOf(answers) ?? 'open'] === undefined : stepOf(answers) === step),
}));

const days = (name: string, ask: Question['ask'], isAsked: NonNullable<Question['isAsked']>): Question => ({
  name, ask, help: said('Arbejdsdage. Loven sætter ingen frist; det er jeres egen tid.', 'Working days. The law sets no limit; it is your own time.'),
  field: { kind: 'count', least: 0, most: 500, unit: said('arbejdsdage', 'working days') }, skip: DO_NOT_KNOW, isAsked,
});
const procedureOf = (answers: Answers) => (isWhole(answers) ? choiceOf(answers, 'procedure', PLAN_PROCEDURES) : null);
const hasApplications = (answers: Answers): boolean => ['restricted', 'negotiated'].includes(procedureOf(answers) ?? '');

const SIGNED_BY: Pick<Question, 'ask' | 'help' | 'field'> = {
  ask: said('Hvornår skal kontrakten senest være underskrevet?', 'By when must the contract be signed?'),
  help: said('For eksempel når den gamle kontrakt slutter, minus den tid det tager at komme i gang.', 'Such as the end of the old contract, less the time it takes to get going.'), field: { kind: 'date' },
};

const PLAN_QUESTIONS: readonly Question[] = [
  {
    name: 'procedure', ask: said('Hvilken procedure?', 'Which procedure?'), help: said('Er I i tvivl, så spørg først »Skal det i udbud?«.', 'If in doubt, ask “Must this be tendered?” first.'), skip: null, isAsked: isWhole,
    field: { kind: 'choice', options: [
      { value: 'open', label: said('Offentligt udbud', 'Open procedure') }, { value: 'restricted', label: said('Begrænset udbud', 'Restricted procedure') },
      { value: 'negotiated', label: said('Udbud med forhandling', 'Competitive procedure with negotiation') }, { value: 'dis-purchase', label: said('Konkret indkøb i et DIS', 'A purchase in a DIS') },
    ] },
  },
  { name: 'start', ask: said('Hvornår sender I bekendtgørelsen eller opfordringen?', 'When do you send the notice or invitation?'), help: said('Så regner vi frem. Er dagen ikke bestemt, regner vi baglæns fra underskriften.', 'We then count forwards. If the day is not decided, we count back from the signature.'), field: { kind: 'date' }, skip: said('Ikke bestemt', 'Not decided'), isAsked: isWhole },
  { ...SIGNED_BY, name: 'signedBy', skip: said('Ingen bestemt dag', 'No certain day'), isAsked: (answers) => isWhole(answers) && answerOf(answers, 'start') !== null },
  // Without a day to begin at there must be one to count back from.
  { ...SIGNED_BY, name: 'signBy', skip: null, isAsked: (answers) => isWhole(answers) && answers.has('start') && answerOf(answers, 'start') === null },
  yesNo('electronically', said('Sendes alt elektronisk?', 'Is everything sent electronically?'), said('Tilbud og underretninger. Det gør fristerne kortere.', 'Tenders and notifications. It makes the limits shorter.'), isWhole),
  days('selectionDays', said('Hvor lang tid tager det at vælge, hvem der må byde?', 'How long does it take to choose who may bid?'), hasApplications),
  days('negotiationDays', said('Hvor lang tid tager forhandling og endeligt tilbud?', 'How long do negotiation and final tenders take?'), (answers) => procedureOf(answers) === 'negotiated'),
  days('evaluationDays', said('Hvor lang tid tager det at vurdere tilbuddene og beslutte?', 'How long does it take to evaluate the tenders and decide?'), isWhole),
];

export const DATES_WIZARD: Wizard = {
  path: '/hvornaar',
  title: said('Hvornår?', 'When?'),
  lead: said('Regn en frist ud efter loven, og se, om den rammer en ferie.', 'Work out a time limit by the law, and see whether it falls into a holiday.'),
  questions: [
    {
      name: 'scope', ask: said('Hvad vil I vide?', 'What do you want to know?'), help: said('En frist for sig, eller alle skridt fra bekendtgørelse til underskrift.', 'One time limit, or all steps from notice to signature.'), skip: null,
      field: { kind: 'choice', options: [{ value: 'one', label: said('Hvornår en frist slutter', 'When a time limit ends') }, { value: 'whole', label: said('Hvornår kontrakten kan underskrives, eller hvornår vi skal begynde', 'When the contract can be signed, or when we must begin') }] },
    },
    ...PLAN_QUESTIONS,
    {
      name: 'step', ask: said('Hvilken frist?', 'Which time limit?'), help: said('Fristerne er de korteste, loven tillader. De skal også passe til opgaven.', 'The limits are the shortest that the law permits. They must also suit the task.'), skip: null, isAsked: isOne,
      field: { kind: 'choice', options: DATE_STEPS.map((value) => ({ value, ...STEPS[value] })) },
    },
    { name: 'case', ask: said('Hvad klages der over?', 'What is the complaint about?'), help: said('Fristen afhænger af det.', 'The limit depends on it.'), field: { kind: 'choice', options: CASES }, skip: DO_NOT_KNOW, isAsked: isOneOf('complaint') },
    ...FROM_QUESTIONS,
    yesNo('electronic', said('Sendes det elektronisk?', 'Is it sent electronically?'), said('Tilbud, der afgives elektronisk, giver fem dage mindre. En standstill er 10 dage, når underretningen sendes elektronisk, ellers 15.', 'Tenders that are submitted electronically take five days less. A standstill is 10 days when the notification is sent electronically, otherwise 15.'), isOneOf('open', 'restricted-tenders', 'negotiated-tenders', 'standstill')),
    {
      name: 'pin', ask: said('Er der sendt en forhåndsmeddelelse?', 'Was a prior information notice sent?'), help: said('Den skal være sendt mindst 35 dage og højst 12 måneder før bekendtgørelsen. Skriv, hvornår den blev sendt.', 'It must have been sent at least 35 days and at most 12 months before the contract notice. Write when it was sent.'),
      field: { kind: 'date' }, skip: said('Nej', 'No'), isAsked: isOneOf('open', 'restricted-tenders', 'negotiated-tenders'),
    },
    yesNo('urgent', said('Haster det, så den normale frist ikke kan holdes?', 'Is it urgent, so that the ordinary limit cannot be kept?'), said('Hastværk skal begrundes og må ikke være selvforskyldt.', 'Urgency must be reasoned, and not be of your own making.'), isOneOf('open', 'restricted-applications', 'restricted-tenders', 'negotiated-applications', 'negotiated-tenders')),
    yesNo('extended', said('Er der en særlig grund til at bruge længere tid på ansøgningen?', 'Is there a special reason to take longer over the application?'), said('For eksempel flere dokumenter, der skal ses efter. Grunden skal gælde den enkelte ansøgning.', 'Such as more documents to check. The reason must be one of this application.'), isOneOf('dis-decision')),
    { name: 'agreedDays', ask: said('Er der aftalt en frist med alle, der er indbudt?', 'Was a limit agreed with all who were invited?'), help: said('Den skal være ens for alle.', 'It must be the same for all.'), field: { kind: 'count', least: 0, most: 3650, unit: said('dage', 'days') }, skip: said('Nej', 'No'), isAsked: isOneOf('restricted-tenders', 'dis-tenders') },
    { name: 'proposed', ask: said('Hvilken dag har I tænkt jer?', 'Which day do you have in mind?'), help: said('Så ser vi, om den er lovlig, og om den rammer en ferie. Ved standstill er det den dag, kontrakten indgås.', 'We then see whether it is lawful, and whether it falls into a holiday. For a standstill it is the day of the contract.'), field: { kind: 'date' }, skip: said('Ikke bestemt endnu', 'Not decided yet'), isAsked: isOne },
    { name: 'mustRunBy', ask: said('Er der en dag, hvor skridtet skal være slut?', 'Is there a day by which the step must be over?'), help: said('Så regner vi baglæns til den sidste dag, I kan begynde.', 'We then count back to the last day on which you can begin.'), field: { kind: 'date' }, skip: said('Nej', 'No'), isAsked: isOne },
  ],
};

/** The facts for the engine of the law. */
export function datesFactsOf(answers: Answers): DatesFacts {
  const step = stepOf(answers) ?? 'open';
  const pin = answerOf(answers, 'pin');
  const agreed = answerOf(answers, 'agreedDays');
  return {
    step, from: answerOf(answers, FROM[step] === undefined ? 'from' : `from-${step}`) ?? '',
    electronic: truthOf(answers, 'electronic'), priorInformationNotice: pin === null ? null : { sent: pin },
    urgent: truthOf(answers, 'urgent'), extended: truthOf(answers, 'extended'), agreedDays: agreed === null ? null : Number(agreed),
    proposed: answerOf(answers, 'proposed'), mustRunBy: answerOf(answers, 'mustRunBy'),
    case: choiceOf(answers, 'case', COMPLAINT_CASES),
  };
}

/** What the plan of a whole procedure is asked; null: it is one time limit that is asked about. */
export function planFactsOf(answers: Answers): PlanFacts | null {
  const procedure = procedureOf(answers);
  const start = answerOf(answers, 'start');
  const mustRunBy = answerOf(answers, start === null ? 'signBy' : 'signedBy');
  if (procedure === null || (start === null && mustRunBy === null)) return null;
  return {
    procedure, start, mustRunBy, electronic: truthOf(answers, 'electronically'),
    selectionDays: numberOf(answers, 'selectionDays'), negotiationDays: numberOf(answers, 'negotiationDays'), evaluationDays: numberOf(answers, 'evaluationDays'),
  };
}

