import type { Missing } from '../finding.ts';
import { kroner, oere, type Oere } from '../kroner.ts';
import { limit } from '../parameters/limits.ts';
import { tableOf, thresholdOn } from '../parameters/thresholds.ts';
import { said, type Said } from '../rule.ts';
import type { Purchase, Via } from './purchase.ts';
import type { RouteVerdict } from './route.result.ts';
import { settle } from './settle.ts';
import { sum, type Valued } from './value.ts';
import { openFacts, type ViaFact } from './via.ts';

type Ask = Missing<RouteVerdict>;
type Answer = Ask['answers'][number];

/**
 * The facts that were not given and could change the answer, each with the verdict that every answer would bring, all else as it is.
 * It is found by trying them: nothing about an answer is written down twice.
 */
export function missingOf(purchase: Purchase, { total, own }: Valued): readonly Ask[] {
  return [
    ...askValue(purchase, total),
    ...askVia(purchase, own),
    ...askCrossBorder(purchase),
    ...askAdditions(purchase, total),
  ];
}

function verdictOf(purchase: Purchase): RouteVerdict {
  return settle(purchase).verdict;
}

function askValue(purchase: Purchase, total: Oere | null): readonly Ask[] {
  if (total !== null) return [];
  const extras = sum([...(purchase.options ?? []), ...(purchase.extensions ?? [])]);
  const points = breakpoints(purchase).map((point) => point - extras - (purchase.sameKind ?? 0n));
  const room = leftUnderMaximum(purchase.via, extras);
  return [{
    fact: 'value',
    question: said('Hvad er værdien uden moms, eller prisen pr. måned?', 'What is the value excluding VAT, or the price by the month?'),
    answers: byAmount([...points, ...room], (amount) => ({ ...purchase, total: amount })),
  }];
}

function askVia(purchase: Purchase, own: Oere | null): readonly Ask[] {
  const { via } = purchase;
  if (via === null) return [];
  return openFacts(via).map((fact) => ({ fact: `viaFacts.${fact}`, question: QUESTIONS[fact], answers: viaAnswers(purchase, via, fact, own) }));
}

function viaAnswers(purchase: Purchase, via: Via, fact: ViaFact, own: Oere | null): readonly Answer[] {
  const given = (value: Via[ViaFact]): Purchase => ({ ...purchase, via: { ...via, [fact]: value } });
  if (fact === 'maximum') return byAmount(own === null || via.calledOff === null ? [] : [via.calledOff + own], given);
  if (fact === 'calledOff') return byAmount(own === null || via.maximum === null ? [] : [via.maximum - own + 1n], given);
  const values = fact === 'awardModel' ? (['direct', 'mini-competition', 'both'] as const) : [true, false];
  return values.map((answer) => ({ answer, verdict: verdictOf(given(answer)) }));
}

function askCrossBorder(purchase: Purchase): readonly Ask[] {
  if (purchase.crossBorderInterest !== null) return [];
  const yes = settle({ ...purchase, crossBorderInterest: true });
  const no = settle({ ...purchase, crossBorderInterest: false });
  if (yes.verdict === no.verdict && yes.likely === no.likely) return [];
  return [{ fact: 'crossBorderInterest', question: QUESTION_CROSS_BORDER, answers: [{ answer: 'yes', verdict: yes.verdict }, { answer: 'no', verdict: no.verdict }] }];
}

/** Parts of the value that were left out and, from so many kroner, would bring heavier rules. */
function askAdditions(purchase: Purchase, total: Oere | null): readonly Ask[] {
  if (total === null) return [];
  const points = breakpoints(purchase).map((point) => point - total);
  const asks: readonly (Omit<Ask, 'answers'> & { readonly given: (amount: Oere) => Purchase })[] = [
    ...(purchase.sameKind === null ? [{ fact: 'sameKindLast12Months', question: QUESTION_SAME_KIND, given: (amount: Oere) => ({ ...purchase, sameKind: amount }) }] : []),
    ...(purchase.options === null ? [{ fact: 'options', question: QUESTION_OPTIONS, given: (amount: Oere) => ({ ...purchase, options: [amount] }) }] : []),
    ...(purchase.extensions === null ? [{ fact: 'extensions', question: QUESTION_EXTENSIONS, given: (amount: Oere) => ({ ...purchase, extensions: [amount] }) }] : []),
  ];
  return asks.map(({ fact, question, given }) => ({ fact, question, answers: byAmount(points, given) })).filter(({ answers }) => answers.length > 1);
}

/** Values at which another rule begins. */
function breakpoints({ on, buyer, kind }: Purchase): readonly Oere[] {
  const { bounds } = thresholdOn(tableOf(buyer, kind), on);
  return [oere(limit('own-procedure-from').value) + 1n, ...(bounds === null ? [] : [bounds.low, bounds.high])];
}

/** The first value that the maximum of the agreement no longer holds. */
function leftUnderMaximum(via: Via | null, extras: Oere): readonly Oere[] {
  return via === null || via.maximum === null || via.calledOff === null ? [] : [via.maximum - via.calledOff - extras + 1n];
}

/** Verdicts by amount: each holds from its amount up to the next. */
function byAmount(points: readonly Oere[], given: (amount: Oere) => Purchase): readonly Answer[] {
  const rising = [...new Set([0n, ...points])].filter((point) => point >= 0n).toSorted((one, other) => Number(one - other));
  const answers: Answer[] = [];
  for (const amount of rising) {
    const verdict = verdictOf(given(amount));
    if (answers.at(-1)?.verdict !== verdict) answers.push({ answer: kroner(amount), verdict });
  }
  return answers;
}

const QUESTION_CROSS_BORDER = said('Har købet klar grænseoverskridende interesse, vurderet efter værdi, sted, genstand og marked?', 'Does the purchase have a clear cross-border interest, judged by value, place, subject and market?');
const QUESTION_SAME_KIND = said('Hvor meget af samme slags er købt i de seneste 12 måneder?', 'How much of the same kind was bought in the last 12 months?');
const QUESTION_OPTIONS = said('Hvad er optionerne værd tilsammen?', 'What are the options worth together?');
const QUESTION_EXTENSIONS = said('Hvad er mulige forlængelser værd tilsammen?', 'What are possible extensions worth together?');

const QUESTIONS: Readonly<Record<ViaFact, Said>> = {
  namedInNotice: said('Nævner aftalens bekendtgørelse jer som ordregiver?', 'Does the notice of the agreement name you as a buyer?'),
  inScope: said('Ligger købet inden for det, aftalen dækker?', 'Does the purchase lie within what the agreement covers?'),
  inTerm: said('Sker købet, mens aftalen løber?', 'Is the purchase made while the agreement runs?'),
  maximum: said('Hvad er aftalens maksimale værdi efter bekendtgørelsen?', 'What is the maximum value of the agreement by its notice?'),
  calledOff: said('Hvor meget er der trukket på aftalen indtil nu af alle?', 'How much has been called off the agreement so far by everybody?'),
  awardModel: said('Tildeler aftalen direkte, ved miniudbud eller på begge måder?', 'Does the agreement award directly, by mini-competition, or both?'),
  objectiveCriteriaMet: said('Peger aftalens objektive kriterier på leverandøren?', 'Do the objective criteria of the agreement point to the supplier?'),
  needsNarrowedToOne: said('Er behovene beskrevet, så kun én leverandør kan opfylde dem?', 'Are the needs described so that one supplier alone can meet them?'),
};
