/** "Where do I buy this?": advice before the law, as the market asked for it. */
import type { Language } from '#base';
import { judgeWhere, MATURITIES, NEEDS, PACES, said, STANDARDISATIONS, written, type WhereFacts, type WhereResult, type Written } from '#law';
import type { AnswerDocument } from './answer.ts';
import { askedIn, documentOf, missingSection, type Asked } from './answer-parts.ts';
import { choiceOf, DO_NOT_KNOW, truthOf, yesNo } from './parts.ts';
import type { Answers, Wizard } from './wizard.ts';

export const WHERE_WIZARD: Wizard = {
  path: '/hvor-koeber-jeg',
  title: said('Hvor køber jeg?', 'Where do I buy?'),
  lead: said('En fælles løsning, en rammeaftale, et dynamisk indkøbssystem eller et udbud for jer selv? Fem spørgsmål, og grunde for og imod hver vej.', 'A joint solution, a framework agreement, a dynamic purchasing system or a tender of your own? Five questions, with reasons for and against each way.'),
  questions: [
    {
      name: 'maturity', ask: said('Hvor modent er markedet?', 'How mature is the market?'), help: said('Tænk på, hvor mange der kan levere i dag.', 'Think of how many can deliver today.'), skip: DO_NOT_KNOW,
      field: { kind: 'choice', options: [{ value: 'mature', label: said('Mange har leveret det i årevis', 'Many have delivered it for years') }, { value: 'growing', label: said('Nogle leverer det', 'Some deliver it') }, { value: 'new', label: said('Næsten ingen leverer det endnu', 'Hardly anybody delivers it yet') }] },
    },
    {
      name: 'standardisation', ask: said('Hvor standardiseret er det?', 'How standardised is it?'), help: said('Kan I bruge det, som det er?', 'Can you use it as it is?'), skip: DO_NOT_KNOW,
      field: { kind: 'choice', options: [{ value: 'standard', label: said('Vi køber det, som det er', 'We buy it as it is') }, { value: 'adapted', label: said('Det skal tilpasses', 'It must be adapted') }, { value: 'own', label: said('Det laves til os', 'It is made for us') }] },
    },
    {
      name: 'pace', ask: said('Hvor hurtigt udvikler området sig?', 'How fast does the field develop?'), help: said('En lang aftale på et hurtigt område lukker nye leverandører ude.', 'A long agreement in a fast field shuts new suppliers out.'), skip: DO_NOT_KNOW,
      field: { kind: 'choice', options: [{ value: 'slow', label: said('Langsomt', 'Slowly') }, { value: 'fast', label: said('Hurtigt', 'Fast') }] },
    },
    {
      name: 'need', ask: said('Skal I bruge dele eller en samlet pakke?', 'Do you need parts or a whole package?'), help: said('Dele, der passer sammen, giver plads til nicheleverandører.', 'Parts that fit together leave room for niche suppliers.'), skip: DO_NOT_KNOW,
      field: { kind: 'choice', options: [{ value: 'components', label: said('Dele, der passer sammen', 'Parts that fit together') }, { value: 'package', label: said('En samlet pakke', 'A whole package') }] },
    },
    yesNo('shared', said('Har andre kommuner samme behov på samme tid?', 'Do other municipalities have the same need at the same time?'), said('Spørg naboerne, eller søg i registret.', 'Ask your neighbours, or search the register.')),
  ],
};

export function whereFacts(answers: Answers): WhereFacts {
  return {
    maturity: choiceOf(answers, 'maturity', MATURITIES), standardisation: choiceOf(answers, 'standardisation', STANDARDISATIONS), pace: choiceOf(answers, 'pace', PACES),
    need: choiceOf(answers, 'need', NEEDS), sharedWithOthers: truthOf(answers, 'shared'),
  };
}

const WORDS = {
  da: { verdict: 'Se først på: {way}', meaning: 'Det er et råd ud fra jeres svar, ikke en regel. Loven gælder på alle fire veje.', against: 'Imod: ' },
  en: { verdict: 'Look first at: {way}', meaning: 'This is advice from your answers, no rule. The law holds on all four ways.', against: 'Against: ' },
} as const;

/** The four ways, the one with most in its favour first. */
export function whereAnswer(lang: Language, answers: Answers): AnswerDocument {
  return whereDocument(lang, askedIn(lang, WHERE_WIZARD, answers), written(judgeWhere(whereFacts(answers)), lang));
}

export function whereDocument(lang: Language, asked: Asked, result: Written<WhereResult>): AnswerDocument {
  const w = WORDS[lang];
  const titles = new Map(result.ranked.map(({ id, title }) => [id as string, title]));
  return documentOf(lang, asked, result, {
    verdict: w.verdict.replace('{way}', firstOf(result)), tone: 'info', meaning: w.meaning, sums: [],
    sections: [
      ...result.ranked.map(({ id, title, for: reasons, against }) => ({ id, heading: title, items: [...reasons.map((text) => ({ text })), ...against.map((text) => ({ text: `${w.against}${text}` }))] })),
      missingSection(lang, result.missing, (name) => titles.get(name) ?? name),
    ],
  });
}

function firstOf({ ranked }: { readonly ranked: readonly { readonly title: string }[] }): string {
  return ranked[0]?.title ?? '';
}
