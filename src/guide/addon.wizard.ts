/** "Is this an add-on?": the questions, and the facts that they come to. */
import { BUYERS, GROUNDS, KINDS, said, WEIGHTLESS_ARGUMENTS, type AddonFacts } from '#law';
import { amountOf, BUYER_OPTIONS, choiceOf, DO_NOT_KNOW, KIND_OPTIONS, NONE, SKIP, truthOf, WHO, yesNo } from './parts.ts';
import { answerOf, rowsOf, type Answers, type Question, type RowsField, type Wizard } from './wizard.ts';

const CHANGES: RowsField = {
  kind: 'rows', most: 20, one: said('Ændring', 'Change'),
  columns: [
    { name: 'on', label: said('Dato', 'Date'), field: { kind: 'date' }, mayBeEmpty: false },
    { name: 'value', label: said('Beløb', 'Amount'), field: { kind: 'amount' }, mayBeEmpty: false },
    {
      name: 'ground', label: said('Hjemmel', 'Ground'), mayBeEmpty: true,
      field: { kind: 'choice', options: [{ value: '', label: said('Ved ikke', 'Not known') }, ...GROUNDS.map((ground) => ({ value: ground, label: said(`§ ${ground}`, `§ ${ground}`) }))] },
    },
  ],
};

const isTendered = (answers: Answers): boolean => answerOf(answers, 'tendered') !== 'nej';

const CONTRACT: readonly Question[] = [
  { name: 'signed', ask: said('Hvornår er kontrakten underskrevet?', 'When was the contract signed?'), help: said('Den kontrakt, som købet skal lægges til.', 'The contract that the purchase is to be added to.'), field: { kind: 'date' }, skip: DO_NOT_KNOW },
  { name: 'kind', ask: said('Hvad handler kontrakten om?', 'What is the contract about?'), help: said('Grænsen for små ændringer er 10 %, for bygge og anlæg 15 %.', 'The limit for small changes is 10 %, for works 15 %.'), field: { kind: 'choice', options: KIND_OPTIONS }, skip: null },
  yesNo('tendered', said('Har kontrakten været i lovligt udbud?', 'Was the contract lawfully tendered?'), said('Et miniudbud eller en lovlig tildeling på en rammeaftale tæller også. Uden lovligt udbud er der ingen kontrakt at lægge til.', 'A mini-competition or a lawful award under a framework counts too. Without a lawful tender there is no contract to add to.')),
  { name: 'originalValue', ask: said('Hvad var kontraktens oprindelige værdi?', 'What was the original value of the contract?'), help: said('Værdien ved underskriften for hele løbetiden, uden moms.', 'The value at signature for the whole term, without VAT.'), field: { kind: 'amount' }, skip: null },
  { name: 'indexedValue', ask: said('Hvad er værdien efter indeksregulering?', 'What is the value after indexation?'), help: said('Har kontrakten en indeksklausul, så regnes grænserne af den regulerede pris (§ 184). Har den ikke, så spring over.', 'If the contract has an index clause, the limits are taken of the updated price (§ 184). If not, skip.'), field: { kind: 'amount' }, skip: said('Den har ingen indeksklausul', 'It has no index clause'), isAsked: isTendered },
  { name: 'changes', ask: said('Er kontrakten ændret før?', 'Has the contract been changed before?'), help: said('Alle ændringer tæller med, uanset hvorfor de blev lavet.', 'All changes count, whatever the reason for them.'), field: CHANGES, skip: NONE },
];

const PURCHASE: readonly Question[] = [
  { name: 'value', ask: said('Hvad koster det, I vil købe nu?', 'What does it cost that you want to buy now?'), help: said('For hele løbetiden, uden moms.', 'For the whole term, without VAT.'), field: { kind: 'amount' }, skip: null },
  yesNo('withinScope', said('Er det omfattet af det, der blev udbudt?', 'Is it part of what was tendered?'), said('Læs kontrakten og udbudsmaterialet. »Det er bare en opgradering« er ikke et svar på det.', 'Read the contract and the tender documents. “It is only an upgrade” does not answer this.'), isTendered),
  { name: 'maximumValue', ask: said('Har kontrakten en højeste værdi?', 'Does the contract have a maximum value?'), help: said('For en rammeaftale står den i bekendtgørelsen.', 'For a framework agreement the notice states it.'), field: { kind: 'amount' }, skip: DO_NOT_KNOW, isAsked: (answers) => isTendered(answers) && answerOf(answers, 'withinScope') !== 'nej' },
  { name: 'calledOff', ask: said('Hvor meget er der købt på kontrakten til nu?', 'How much has been bought under the contract so far?'), help: said('I alt, uden moms.', 'In all, without VAT.'), field: { kind: 'amount' }, skip: DO_NOT_KNOW, isAsked: (answers) => isTendered(answers) && answerOf(answers, 'withinScope') !== 'nej' },
  { name: 'end', ask: said('Hvornår slutter kontrakten?', 'When does the contract end?'), help: said('At en kontrakt løber uden slutdato, giver ikke lov til at købe mere på den.', 'That a contract runs without an end does not permit more to be bought under it.'), field: { kind: 'date' }, skip: said('Ukendt, eller den har ingen slutdato', 'Not known, or it has no end'), isAsked: (answers) => isTendered(answers) && answerOf(answers, 'withinScope') !== 'nej' },
  yesNo('optionClause', said('Er der en klar option på netop dette i udbudsmaterialet?', 'Do the tender documents have a clear option on just this?'), said('Den skal være klar, præcis og utvetydig: hvad, hvor meget og på hvilke vilkår.', 'It must be clear, precise and unequivocal: what, how much, and on which conditions.'), isTendered),
  yesNo('characterKept', said('Er kontrakten stadig af samme slags efter købet?', 'Is the contract still of the same character after the purchase?'), said('Et fagsystem, der bliver til et andet system, er ikke.', 'A system that turns into another system is not.'), isTendered),
  yesNo('necessary', said('Er leverancen nødvendig?', 'Is the delivery necessary?'), said('Ønskelig er ikke nok.', 'Desirable is not enough.'), isTendered),
  yesNo('supplierChangeImpossible', said('Er det umuligt at skifte leverandør af økonomiske eller tekniske grunde?', 'Is it impossible to change supplier for economic or technical reasons?'), said('For eksempel fordi delene skal kunne bruges sammen. »Samme leverandør som i dag« er ikke en grund.', 'Such as that the parts must work together. “Same supplier as today” is no reason.'), isTendered),
  yesNo('supplierChangeCostly', said('Ville et skift give betydelig ulempe eller betydeligt dobbelte udgifter?', 'Would a change cause significant inconvenience or substantial duplication of cost?'), said('Begge dele skal være opfyldt: umuligt at skifte, og dyrt eller besværligt.', 'Both must hold: impossible to change, and costly or inconvenient.'), isTendered),
  yesNo('unforeseeable', said('Skyldes behovet noget, en påpasselig ordregiver ikke kunne forudse?', 'Does the need come from something that a diligent buyer could not foresee?'), said('En lovændring, der var varslet, kunne forudses.', 'A change of law that was announced could be foreseen.'), isTendered),
  yesNo('wouldHaveAttractedOthers', said('Ville andre have budt, hvis det havde været med fra starten?', 'Would others have bid if it had been in from the start?'), said('Eller ville udbuddet være faldet anderledes ud?', 'Or would the tender have ended otherwise?'), isTendered),
  yesNo('shiftsBalance', said('Forrykker købet balancen til leverandørens fordel?', 'Does the purchase shift the balance in favour of the supplier?'), said('For eksempel højere pris eller mindre risiko, end kontrakten gav.', 'Such as a higher price or less risk than the contract gave.'), isTendered),
  yesNo('standaloneUsable', said('Kan det, I køber, bruges for sig selv?', 'Can what you buy be used by itself?'), said('Så er det snarere et nyt køb end en tilføjelse.', 'Then it is more a new purchase than an addition.'), isTendered),
  { name: 'sameKindLast12Months', ask: said('Har I købt mere af samme slags de seneste 12 måneder?', 'Have you bought more of the same kind in the last 12 months?'), help: said('Uden for kontrakten. Skriv 0, hvis I ikke har.', 'Outside the contract. Write 0 if you have not.'), field: { kind: 'amount' }, skip: DO_NOT_KNOW },
];

/** What is often said for an add-on. None of it is a fact that the law asks for; the answer page says why. */
const SAID_FOR_IT: Question = {
  name: 'argument', ask: said('Hvad er den vigtigste grund, der er nævnt?', 'What is the main reason that was given?'),
  help: said('Svaret ændrer ikke resultatet, og på svarsiden står hvorfor.', 'The answer does not change the result; the answer page says why.'), skip: said('Ingen af dem', 'None of these'),
  field: { kind: 'choice', options: WEIGHTLESS_ARGUMENTS.map(({ id, claim }) => ({ value: id, label: claim })) },
};

export const ADDON_WIZARD: Wizard = {
  path: '/er-det-et-tilkoeb',
  title: said('Er det et tilkøb?', 'Is it an add-on?'),
  lead: said('Find ud af, om et køb kan lægges til en kontrakt, I har, eller om det er et nyt køb, der skal i udbud.', 'Find out whether a purchase can be added to a contract that you have, or is a new purchase that must be tendered.'),
  questions: [
    { name: 'on', ask: said('Hvornår køber I?', 'When do you buy?'), help: said('Dagen bestemmer reglerne og tærskelværdien. Et køb fra før kan også prøves.', 'The day decides the rules and the threshold. A purchase of the past can be tried too.'), field: { kind: 'date' }, skip: null },
    { name: 'buyer', ask: said('Hvem køber?', 'Who buys?'), help: said('Staten har lavere tærskelværdier end kommunerne.', 'The state has lower thresholds than municipalities.'), field: { kind: 'choice', options: BUYER_OPTIONS }, skip: null },
    ...CONTRACT, ...PURCHASE, SAID_FOR_IT,
    { name: 'what', ask: said('Hvad hedder systemet?', 'What is the system called?'), help: said('Så viser vi, hvem der har købt det samme, og hvordan. Skriv ingen navne på personer.', 'We then show who bought the same, and how. Write no names of persons.'), field: { kind: 'text', most: 80 }, skip: SKIP },
    WHO,
  ],
};

/** The facts for the engine of the law. */
export function addonFacts(answers: Answers): AddonFacts {
  const truth = (name: string): boolean | null => truthOf(answers, name);
  return {
    on: answerOf(answers, 'on') ?? '',
    buyer: choiceOf(answers, 'buyer', BUYERS),
    contract: {
      signed: answerOf(answers, 'signed'), kind: choiceOf(answers, 'kind', KINDS) ?? 'services', tendered: truth('tendered'),
      originalValue: amountOf(answers, 'originalValue') ?? { amount: 0 }, indexedValue: amountOf(answers, 'indexedValue'),
      maximumValue: amountOf(answers, 'maximumValue'), calledOff: amountOf(answers, 'calledOff'), end: answerOf(answers, 'end'),
      changes: rowsOf(answers, 'changes', CHANGES).map(({ on, value, ground }) => ({ on: on ?? '', value: { amount: Number(value) }, ground: GROUNDS.find((one) => one === ground) ?? null })),
    },
    purchase: {
      value: amountOf(answers, 'value') ?? { amount: 0 },
      withinScope: truth('withinScope'), optionClause: truth('optionClause'), necessary: truth('necessary'),
      supplierChangeImpossible: truth('supplierChangeImpossible'), supplierChangeCostly: truth('supplierChangeCostly'), unforeseeable: truth('unforeseeable'),
      characterKept: truth('characterKept'), wouldHaveAttractedOthers: truth('wouldHaveAttractedOthers'), shiftsBalance: truth('shiftsBalance'), standaloneUsable: truth('standaloneUsable'),
    },
    sameKindLast12Months: amountOf(answers, 'sameKindLast12Months'),
  };
}
