import { said, UDBUDSLOVEN_FROM, type Rule } from '../rule.ts';

/** What the grounds have in common: the same articles were read for all, and which of the paragraphs each stands in is not known. */
const GROUND = {
  paragraph: 'Udbudsloven §§ 80-83',
  grade: 'P',
  source: 'VgV § 14(4)-(6); Directive 2014/24/EU, article 32',
  validFrom: UDBUDSLOVEN_FROM,
  validTo: null,
  confirm: said('Hvilken af §§ 80-83 grunden står i, og dens ordlyd.', 'In which of §§ 80-83 the ground stands, and its wording.'),
} as const;

export const P080 = {
  id: 'udbudsloven-80',
  paragraph: 'Udbudsloven §§ 80-83',
  title: said('Udbud med forhandling uden forudgående bekendtgørelse', 'Negotiated procedure without prior notice'),
  sentence: said(
    'Uden bekendtgørelse kan der kun købes i de tilfælde, loven nævner; de er snævre, og ordregiveren skal bevise, at et af dem foreligger.',
    'Without a notice a purchase may be made only in the cases that the law names; they are narrow, and the buyer must prove that one of them is there.'),
  grade: 'V',
  source: 'Udbudsloven § 128, stk. 1; elov.dk',
  validFrom: UDBUDSLOVEN_FROM,
  validTo: null,
  confirm: null,
} as const satisfies Rule;

export const NO_TENDERS = {
  id: 'udbudsloven-80-no-tenders',
  ...GROUND,
  title: said('Ingen tilbud', 'No tenders'),
  sentence: said(
    'Et offentligt eller begrænset udbud gav ingen egnede tilbud eller ansøgninger, og vilkårene ændres ikke væsentligt.',
    'An open or restricted procedure brought no suitable tenders or requests, and the terms are not changed substantially.'),
} as const satisfies Rule;

export const ONE_SUPPLIER = {
  id: 'udbudsloven-80-one-supplier',
  ...GROUND,
  title: said('Kun én kan levere', 'Only one can supply'),
  sentence: said(
    'Kun én kan levere: et kunstværk, eller der er af tekniske grunde ingen konkurrence, eller eneretter. De to sidste kræver, at der ikke er et rimeligt alternativ, og at konkurrencen ikke mangler, fordi kravene er gjort kunstigt snævre.',
    'Only one can supply: a work of art, or there is no competition for technical reasons, or exclusive rights. The last two need that there is no reasonable alternative, and that competition is not missing because the requirements were made artificially narrow.'),
} as const satisfies Rule;

export const EXTREME_URGENCY = {
  id: 'udbudsloven-80-urgency',
  ...GROUND,
  title: said('Tvingende hast', 'Extreme urgency'),
  sentence: said(
    'Det haster tvingende af en grund, som ordregiveren ikke kunne forudse og ikke selv er skyld i, så de korteste frister ikke kan holdes.',
    'It is extremely urgent for a reason that the buyer could not foresee and did not cause, so that the shortest time limits cannot be kept.'),
} as const satisfies Rule;

export const RESEARCH_GOODS = {
  id: 'udbudsloven-80-research',
  ...GROUND,
  title: said('Varer alene til forskning', 'Goods for research only'),
  sentence: said(
    'Varer, der alene fremstilles til forskning, forsøg eller udvikling.',
    'Goods that are made for research, experiment or development only.'),
} as const satisfies Rule;

export const ADDITIONAL_GOODS = {
  id: 'udbudsloven-80-additional-goods',
  ...GROUND,
  title: said('Supplerende varer', 'Additional goods'),
  sentence: said(
    'Varer fra den oprindelige leverandør til delvis fornyelse eller udvidelse, når et skift ville give varer, der teknisk er så forskellige, at de ikke passer sammen eller giver urimeligt besvær; som regel i højst tre år.',
    'Goods from the original supplier as partial replacement or extension, where a change would bring technically different goods with incompatibility or disproportionate difficulty; normally for three years at most.'),
} as const satisfies Rule;

export const COMMODITY_MARKET = {
  id: 'udbudsloven-80-commodities',
  ...GROUND,
  title: said('Varebørs', 'Commodity market'),
  sentence: said(
    'Varer, der købes på en varebørs.',
    'Goods that are bought on a commodity market.'),
} as const satisfies Rule;

export const CLOSING_DOWN = {
  id: 'udbudsloven-80-closing-down',
  ...GROUND,
  title: said('Ophør og konkurs', 'Closing down and insolvency'),
  sentence: said(
    'Særligt gunstige køb hos en virksomhed, der ophører eller er gået konkurs.',
    'Especially favourable purchases from a company that closes down or is insolvent.'),
} as const satisfies Rule;

export const DESIGN_CONTEST = {
  id: 'udbudsloven-80-design-contest',
  ...GROUND,
  title: said('Efter en projektkonkurrence', 'After a design contest'),
  sentence: said(
    'Et køb, der følger efter en projektkonkurrence og gives til vinderen eller en af vinderne.',
    'A purchase that follows a design contest and goes to the winner or one of the winners.'),
} as const satisfies Rule;

export const REPETITION = {
  id: 'udbudsloven-80-repetition',
  ...GROUND,
  title: said('Gentagelse af tjenester', 'Repetition of services'),
  sentence: said(
    'Gentagelse af lignende tjenester inden for det første projekt, når muligheden, omfanget og vilkårene stod i den første bekendtgørelse, værdien var regnet med fra begyndelsen, og det sker inden tre år efter den første kontrakt.',
    'Repetition of similar services within the first project, when possibility, scope and terms stood in the first notice, the value was counted from the start, and it happens within three years of the first contract.'),
} as const satisfies Rule;
