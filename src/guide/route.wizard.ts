/** "Must this be tendered?": the questions, and the facts that they come to. */
import { BUYERS, KINDS, said, type RouteFacts } from '#law';
import { amountOf, BUYER_OPTIONS, choiceOf, DO_NOT_KNOW, KIND_OPTIONS, NONE, numberOf, SKIP, truthOf, WHO, yesNo } from './parts.ts';
import { answerOf, rowsOf, type Answers, type Question, type RowsField, type Wizard } from './wizard.ts';

const AMOUNTS: RowsField = {
  kind: 'rows', most: 20, one: said('Beløb', 'Amount'),
  columns: [{ name: 'amount', label: said('Beløb', 'Amount'), field: { kind: 'amount' }, mayBeEmpty: false }],
};
const LOTS: RowsField = {
  kind: 'rows', most: 20, one: said('Delaftale', 'Lot'),
  columns: [
    { name: 'amount', label: said('Værdi', 'Value'), field: { kind: 'amount' }, mayBeEmpty: false },
    {
      name: 'outside', label: said('Holdes uden for udbuddet', 'Taken out of the tender'), mayBeEmpty: false,
      field: { kind: 'choice', options: [{ value: 'nej', label: said('Nej', 'No') }, { value: 'ja', label: said('Ja', 'Yes') }] },
    },
  ],
};

const isMonthly = (answers: Answers): boolean => answerOf(answers, 'price') === 'monthly';
const isUnder = (answers: Answers): boolean => ['framework', 'dis', 'central-purchasing-body'].includes(answerOf(answers, 'via') ?? '');
const isUnderFramework = (answers: Answers): boolean => answerOf(answers, 'via') === 'framework';

const VALUE_QUESTIONS: readonly Question[] = [
  {
    name: 'price', ask: said('Hvordan er prisen sat?', 'How is the price set?'),
    help: said('Et abonnement uden slutdato regnes for fire år (48 måneder).', 'A subscription without an end counts for four years (48 months).'), skip: null,
    field: { kind: 'choice', options: [{ value: 'total', label: said('En samlet pris', 'A price for the whole') }, { value: 'monthly', label: said('En pris pr. måned', 'A price a month') }] },
  },
  {
    name: 'value', ask: said('Hvad er den anslåede værdi?', 'What is the estimated value?'),
    help: said('Hele aftalen fra start til slut, uden moms, uden optioner og forlængelser. Dem spørger vi om bagefter.', 'The whole contract from start to end, without VAT, options and extensions. Those come next.'),
    field: { kind: 'amount' }, skip: DO_NOT_KNOW, isAsked: (answers) => !isMonthly(answers),
  },
  { name: 'monthly', ask: said('Hvad koster det om måneden?', 'What does it cost a month?'), help: said('Alt, der betales hver måned, uden moms.', 'All that is paid each month, without VAT.'), field: { kind: 'amount' }, skip: DO_NOT_KNOW, isAsked: isMonthly },
  {
    name: 'termMonths', ask: said('Hvor mange måneder løber aftalen?', 'How many months does the contract run?'),
    help: said('Uden forlængelser. Har den ingen slutdato, så vælg det.', 'Without extensions. If it has no end, choose that.'),
    field: { kind: 'count', least: 1, most: 1200, unit: said('måneder', 'months') }, skip: said('Den har ingen slutdato', 'It has no end'), isAsked: isMonthly,
  },
  { name: 'options', ask: said('Er der optioner?', 'Are there options?'), help: said('Noget, I kan vælge til senere: moduler, timer, flere brugere. Alle tæller med i værdien, også dem I ikke regner med at bruge.', 'Things to choose later: modules, hours, more users. All count in the value, also those that you do not expect to use.'), field: AMOUNTS, skip: NONE },
  { name: 'extensions', ask: said('Kan aftalen forlænges?', 'Can the contract be extended?'), help: said('Værdien af hver mulig forlængelse.', 'The value of each possible extension.'), field: AMOUNTS, skip: NONE },
  { name: 'lots', ask: said('Er købet delt i delaftaler?', 'Is the purchase divided into lots?'), help: said('Delaftaler lægges sammen. Små delaftaler kan i nogle tilfælde holdes uden for.', 'Lots are added together. Small lots can sometimes be taken out.'), field: LOTS, skip: NONE },
  {
    name: 'sameKindLast12Months', ask: said('Har I købt mere af samme slags de seneste 12 måneder?', 'Have you bought more of the same kind in the last 12 months?'),
    help: said('Køb, der gentager sig, regnes sammen. Skriv beløbet for hele kommunen, eller 0.', 'Purchases that are repeated count together. Write the amount for the whole municipality, or 0.'), field: { kind: 'amount' }, skip: DO_NOT_KNOW,
  },
];

const VIA_QUESTIONS: readonly Question[] = [
  {
    name: 'via', ask: said('Køber I på en aftale, der er der i forvejen?', 'Do you buy under an agreement that already exists?'),
    help: said('For eksempel en SKI-rammeaftale eller et dynamisk indkøbssystem.', 'Such as a framework agreement of SKI, or a dynamic purchasing system.'), skip: null,
    field: {
      kind: 'choice', options: [
        { value: 'none', label: said('Nej, det er et køb for sig', 'No, it is a purchase of its own') },
        { value: 'framework', label: said('Ja, en rammeaftale', 'Yes, a framework agreement') },
        { value: 'dis', label: said('Ja, et dynamisk indkøbssystem (DIS)', 'Yes, a dynamic purchasing system (DIS)') },
        { value: 'central-purchasing-body', label: said('Ja, en indkøbscentral køber for os eller sælger til os', 'Yes, a central purchasing body buys for us or sells to us') },
      ],
    },
  },
  yesNo('namedInNotice', said('Er I nævnt i bekendtgørelsen?', 'Does the notice name you?'), said('Kun de ordregivere, som bekendtgørelsen nævner, kan købe på aftalen. En klar henvisning til en liste er nok at se efter.', 'Only the buyers that the notice names can buy under it. Look for a clear reference to a list.'), isUnder),
  yesNo('inScope', said('Ligger købet inden for det, aftalen omfatter?', 'Does the purchase lie within what the agreement covers?'), said('Se efter i beskrivelsen af, hvad aftalen dækker.', 'Look at the description of what it covers.'), isUnder),
  yesNo('inTerm', said('Løber aftalen stadig, når I køber?', 'Is the agreement still running when you buy?'), said('Bestillingen skal ligge inden for løbetiden; leveringen må ligge efter.', 'The order must lie within its term; delivery may come after.'), isUnder),
  { name: 'maximum', ask: said('Hvad er aftalens højeste samlede værdi?', 'What is the maximum value of the agreement?'), help: said('Den står i bekendtgørelsen. Er den brugt op, kan der ikke købes mere.', 'The notice states it. When it is used up, nothing more can be bought.'), field: { kind: 'amount' }, skip: DO_NOT_KNOW, isAsked: isUnder },
  { name: 'calledOff', ask: said('Hvor meget er der købt på aftalen i alt?', 'How much has been bought under it in all?'), help: said('Af alle, der bruger den. Spørg den, der driver aftalen.', 'By all who use it. Ask whoever runs it.'), field: { kind: 'amount' }, skip: DO_NOT_KNOW, isAsked: isUnder },
  {
    name: 'awardModel', ask: said('Hvordan tildeles købet?', 'How is the purchase awarded?'), help: said('Det skal stå i aftalens udbudsbetingelser.', 'The documents of the agreement must say so.'), skip: DO_NOT_KNOW, isAsked: isUnder,
    field: { kind: 'choice', options: [{ value: 'direct', label: said('Direkte til én leverandør', 'Directly to one supplier') }, { value: 'mini-competition', label: said('Efter et miniudbud', 'After a mini-competition') }, { value: 'both', label: said('Begge dele er mulige', 'Both are possible') }] },
  },
  yesNo('objectiveCriteriaMet', said('Peger aftalens objektive kriterier på netop den leverandør?', 'Do the objective criteria of the agreement point to this supplier?'), said('Et frit valg mellem leverandørerne er ikke nok.', 'A free choice between the suppliers is not enough.'), isUnderFramework),
  yesNo('needsNarrowedToOne', said('Er behovet beskrevet, så kun én leverandør kan opfylde det?', 'Is the need described so that only one supplier can meet it?'), said('Det var det, Klagenævnet for Udbud afgjorde sagen mod Sorø Kommune på i marts 2021.', 'That is what the Complaints Board decided the case against Sorø on in March 2021.'), isUnder),
];

export const ROUTE_WIZARD: Wizard = {
  path: '/skal-det-i-udbud',
  title: said('Skal det i udbud?', 'Must this be tendered?'),
  lead: said('Svar på nogle få spørgsmål, og få den lovlige vej, fristerne og pligterne, hver med sin paragraf.', 'Answer a few questions and get the lawful route, the dates and the duties, each with its paragraph.'),
  questions: [
    { name: 'on', ask: said('Hvornår offentliggør I købet?', 'When do you publish the purchase?'), help: said('Dagen bestemmer, hvilke tærskelværdier der gælder. Er den ikke kendt, så skriv den dag, I regner med.', 'The day decides which thresholds apply. If it is not known, write the day that you expect.'), field: { kind: 'date' }, skip: null },
    { name: 'buyer', ask: said('Hvem køber?', 'Who buys?'), help: said('Staten har lavere tærskelværdier end kommunerne.', 'The state has lower thresholds than municipalities.'), field: { kind: 'choice', options: BUYER_OPTIONS }, skip: null },
    { name: 'kind', ask: said('Hvad køber I?', 'What do you buy?'), help: said('Er det flere ting, så vælg den, der fylder mest.', 'If it is several things, choose the one that weighs most.'), field: { kind: 'choice', options: KIND_OPTIONS }, skip: null },
    ...VALUE_QUESTIONS,
    {
      name: 'crossBorderInterest', ask: said('Har købet klar interesse for leverandører i andre lande?', 'Is the purchase clearly of interest to suppliers in other countries?'),
      help: said('Det er et skøn, som skal begrundes: beløbet, stedet, hvad der købes, og hvordan markedet er. Det har kun betydning under tærskelværdien.', 'It is a judgement that must be reasoned: the amount, the place, what is bought and the market. It only matters below the threshold.'), skip: DO_NOT_KNOW,
      field: { kind: 'choice', options: [{ value: 'yes', label: said('Ja', 'Yes') }, { value: 'no', label: said('Nej', 'No') }] },
    },
    ...VIA_QUESTIONS,
    { name: 'what', ask: said('Hvad hedder det, I køber?', 'What is it called that you buy?'), help: said('Navnet på systemet eller området. Så viser vi, hvem der har købt det samme, og hvordan. Skriv ingen navne på personer.', 'The name of the system or field. We then show who bought the same, and how. Write no names of persons.'), field: { kind: 'text', most: 80 }, skip: SKIP },
    WHO,
  ],
};

/** The facts for the engine of the law. */
export function routeFacts(answers: Answers): RouteFacts {
  const price = isMonthly(answers) ? { monthly: amountOf(answers, 'monthly'), termMonths: numberOf(answers, 'termMonths') } : { value: amountOf(answers, 'value') };
  return {
    on: answerOf(answers, 'on') ?? '',
    buyer: choiceOf(answers, 'buyer', BUYERS),
    kind: choiceOf(answers, 'kind', KINDS) ?? 'services',
    ...price,
    options: amountsOf(answers, 'options'), extensions: amountsOf(answers, 'extensions'),
    lots: rowsOf(answers, 'lots', LOTS).map(({ amount, outside }) => ({ amount: Number(amount), outside: outside === 'ja' })),
    sameKindLast12Months: amountOf(answers, 'sameKindLast12Months'),
    crossBorderInterest: choiceOf(answers, 'crossBorderInterest', ['yes', 'no']),
    via: choiceOf(answers, 'via', ['framework', 'dis', 'central-purchasing-body']),
    ...(isUnder(answers) ? { viaFacts: viaFacts(answers) } : {}),
  };
}

function viaFacts(answers: Answers): NonNullable<RouteFacts['viaFacts']> {
  return {
    namedInNotice: truthOf(answers, 'namedInNotice'), inScope: truthOf(answers, 'inScope'), inTerm: truthOf(answers, 'inTerm'),
    maximum: amountOf(answers, 'maximum'), calledOff: amountOf(answers, 'calledOff'),
    awardModel: choiceOf(answers, 'awardModel', ['direct', 'mini-competition', 'both']),
    objectiveCriteriaMet: truthOf(answers, 'objectiveCriteriaMet'), needsNarrowedToOne: truthOf(answers, 'needsNarrowedToOne'),
  };
}

function amountsOf(answers: Answers, name: string): { amount: number }[] {
  return rowsOf(answers, name, AMOUNTS).map(({ amount }) => ({ amount: Number(amount) }));
}
