/** Answers and questions that the wizards share, and how answers become facts. */
import { said, type Said } from '#law';
import { answerOf, type Answers, type Option, type Question } from './wizard.ts';

export const YES_NO: readonly Option[] = [
  { value: 'ja', label: said('Ja', 'Yes') },
  { value: 'nej', label: said('Nej', 'No') },
];

export const DO_NOT_KNOW = said('Det ved jeg ikke', 'I do not know');
export const NONE = said('Nej, ingen', 'No, none');
export const SKIP = said('Spring over', 'Skip');

export const KIND_OPTIONS: readonly Option[] = [
  { value: 'services', label: said('Tjenesteydelser', 'Services'), hint: said('For eksempel drift, software som tjeneste, vedligehold, konsulenter.', 'Such as operation, software as a service, maintenance, consultants.') },
  { value: 'goods', label: said('Varer', 'Goods'), hint: said('For eksempel computere, servere, licenser uden ydelser.', 'Such as computers, servers, licences without services.') },
  { value: 'light-services', label: said('Sociale og andre specifikke tjenesteydelser', 'Social and other specific services'), hint: said('Sundhed, undervisning, sociale ydelser. It er det aldrig.', 'Health, education, social services. IT never is.') },
  { value: 'works', label: said('Bygge og anlæg', 'Works'), hint: said('Nybyggeri, ombygning, anlæg.', 'Building, rebuilding, civil engineering.') },
];

export const BUYER_OPTIONS: readonly Option[] = [
  { value: 'municipality', label: said('En kommune eller region', 'A municipality or region') },
  { value: 'central-government', label: said('En statslig myndighed', 'An authority of the state') },
  { value: 'public-body', label: said('Et offentligretligt organ', 'A body governed by public law'), hint: said('For eksempel et fælleskommunalt selskab eller en selvejende institution, som det offentlige betaler eller styrer.', 'Such as a company owned by municipalities, or an institution that public bodies fund or control.') },
];

export function yesNo(name: string, ask: Said, help: Said, isAsked?: Question['isAsked']): Question {
  return { name, ask, help, field: { kind: 'choice', options: YES_NO }, skip: DO_NOT_KNOW, ...(isAsked === undefined ? {} : { isAsked }) };
}

/** true, false, or null for not known. */
export function truthOf(answers: Answers, name: string): boolean | null {
  const answer = answerOf(answers, name);
  return answer === null ? null : answer === 'ja';
}

export function amountOf(answers: Answers, name: string): { readonly amount: number } | null {
  const answer = answerOf(answers, name);
  return answer === null ? null : { amount: Number(answer) };
}

export function numberOf(answers: Answers, name: string): number | null {
  const answer = answerOf(answers, name);
  return answer === null ? null : Number(answer);
}

/** The answer where it is one of these; null: not known. */
export function choiceOf<const Value extends string>(answers: Answers, name: string, values: readonly Value[]): Value | null {
  const answer = answerOf(answers, name);
  return values.find((value) => value === answer) ?? null;
}


/** Who buys, by name: for links into the register alone. */
export const WHO: Question = {
  name: 'who', ask: said('Hvad hedder jeres kommune eller myndighed?', 'What is your municipality or authority called?'),
  help: said('Så viser vi vej til jeres kontrakter i registret. Navnet ændrer ikke svaret. Skriv ingen navne på personer.', 'We then show the way to your contracts in the register. The name does not change the answer. Write no names of persons.'),
  field: { kind: 'text', most: 120 }, skip: SKIP,
};
