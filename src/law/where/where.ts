import type { Missing } from '../finding.ts';
import { said, type Said } from '../rule.ts';
import { LAW_VERSION } from '../version.ts';
import { REASONS, WAYS, type Way } from './reasons.ts';
import { MATURITIES, NEEDS, PACES, STANDARDISATIONS, type WhereFacts } from './where.facts.ts';
import type { RankedWay, WhereResult } from './where.result.ts';

const TITLES: Readonly<Record<Way, Said>> = {
  'joint-solution': said('Fælles løsning (KOMBIT)', 'Joint solution (KOMBIT)'),
  framework: said('Rammeaftale', 'Framework agreement'),
  dis: said('Dynamisk indkøbssystem (DIS)', 'Dynamic purchasing system (DIS)'),
  'own-tender': said('Eget udbud', 'Own tender'),
};

export const WHERE_NOTE: Said = said(
  'Dette er råd, ikke jura: det siger, hvad der taler for og imod hver vej, efter markedets modenhed, standardisering, udviklingstempo og behov, de spørgsmål, som KL’s Dialogforum for it-leverandører har rejst. Vægten er Torvets egen. Om købet må ske ad vejen, svarer "Skal det i udbud?" på.',
  'This is advice, not law: it says what speaks for and against each way, by the maturity of the market, standardisation, pace of development and need, the questions that KL’s Dialogforum for IT suppliers has raised. The weights are Torvet’s own. Whether the purchase may go that way is for "Must it be tendered?" to say.');

const ASKED: readonly { readonly fact: keyof WhereFacts; readonly question: Said; readonly answers: readonly (string | boolean)[] }[] = [
  { fact: 'sharedWithOthers', question: said('Har andre kommuner det samme behov?', 'Do other municipalities have the same need?'), answers: [true, false] },
  { fact: 'maturity', question: said('Hvor modent er markedet?', 'How mature is the market?'), answers: MATURITIES },
  { fact: 'standardisation', question: said('Købes det, som det er, tilpasset, eller lavet til jer?', 'Is it bought as it is, adapted, or made for you?'), answers: STANDARDISATIONS },
  { fact: 'pace', question: said('Hvor hurtigt udvikler det sig?', 'How fast does it develop?'), answers: PACES },
  { fact: 'need', question: said('Skal I bruge dele eller en hel pakke?', 'Do you need parts or a whole package?'), answers: NEEDS },
];

/** Where a need is best bought, as advice: the four ways ranked, each with what speaks for and against it. */
export function judgeWhere(facts: WhereFacts): WhereResult {
  return { ranked: rank(facts), missing: missingOf(facts), version: LAW_VERSION, note: WHERE_NOTE };
}

/** Ways with as much in their favour stay in the order in which a buyer looks: what is there already before what must be made. */
function rank(facts: WhereFacts): readonly RankedWay[] {
  return WAYS.map((way) => ranked(way, facts)).toSorted((one, other) => other.score - one.score);
}

function ranked(way: Way, facts: WhereFacts): RankedWay {
  const reasons = REASONS.filter((reason) => reason.way === way && facts[reason.fact] === reason.answer).toSorted((one, other) => Math.abs(other.weight) - Math.abs(one.weight));
  return {
    id: way,
    title: TITLES[way],
    score: reasons.reduce((sum, { weight }) => sum + weight, 0),
    for: reasons.filter(({ weight }) => weight > 0).map(({ because }) => because),
    against: reasons.filter(({ weight }) => weight < 0).map(({ because }) => because),
  };
}

function missingOf(facts: WhereFacts): readonly Missing<Way>[] {
  return ASKED.filter(({ fact }) => (facts[fact] ?? null) === null).map(({ fact, question, answers }) => ({
    fact, question, answers: answers.map((answer) => ({ answer, verdict: rank({ ...facts, [fact]: answer })[0]?.id ?? 'own-tender' })),
  }));
}
