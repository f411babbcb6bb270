import { said, type Said } from '../rule.ts';

/** A case in which an argument was used, as its sources tell it. */
export interface FailedIn {
  readonly what: Said;
  /** How it ended, as far as it is known; "no case opened" is an outcome. */
  readonly outcome: Said;
  /** What the supplier answered; null: no answer was found. */
  readonly reply: Said | null;
  readonly sources: readonly string[];
}

/** An argument that is often heard and decides nothing. */
export interface WeightlessArgument {
  readonly id: string;
  /** As it is said. */
  readonly claim: Said;
  readonly why: Said;
  /** The rules that ask for something else. */
  readonly paragraphs: readonly string[];
  readonly failedIn: FailedIn;
}

const REPLY: Said = said('KMD: det er ordregiveren, der afgør, om der skal udbydes.', 'KMD: it is the buyer who decides whether to tender.');
const REPLY_SOURCE = 'computerworld.dk/art/100113';

const OPERA: FailedIn = {
  what: said(
    'KMD Opera, foråret 2010: 16 kommuner købte jobcentersystemet uden udbud, og flere sagde, at det kun var et tilkøb.',
    'KMD Opera, spring 2010: 16 municipalities bought the job centre system without a tender, and several said that it was only an add-on.'),
  outcome: said(
    'En ekspert i udbudsret afviste begrundelserne. Konkurrencestyrelsen åbnede ingen sag: den så ikke bevidste brud.',
    'An expert in procurement law rejected the reasons. The competition authority opened no case: it saw no deliberate breach.'),
  reply: REPLY,
  sources: ['computerworld.dk/art/100191', REPLY_SOURCE, 'dknyt.dk, Ingen ny konkurrencesag'],
};

function opus(what: Said, sources: readonly string[]): FailedIn {
  return {
    what,
    outcome: said(
      'Konkurrencestyrelsens redegørelse fra 2010 fandt kontrakterne ulovlige: 28 eller 29 siger kilderne forskelligt (DK Nyt siger 34). 10 kommuner havde da selv erkendt fejlen.',
      'The report of the competition authority of 2010 found the contracts unlawful: 28 or 29, the sources differ (DK Nyt says 34). By then 10 municipalities had admitted the error themselves.'),
    reply: REPLY,
    sources: [...sources, 'computerworld.dk/art/55142', REPLY_SOURCE, 'dknyt.dk, Ingen ny konkurrencesag'],
  };
}

/** Offered in the wizard beside the questions that count, and shown to carry no weight: no engine takes them as facts. */
export const WEIGHTLESS_ARGUMENTS: readonly WeightlessArgument[] = [
  {
    id: 'only-an-upgrade',
    claim: said('Det er kun en opgradering (eller et tilkøb).', 'It is only an upgrade (or an add-on).'),
    why: said(
      'Loven spørger ikke, hvad købet kaldes, men hvad der købes, hvor meget det og alle tidligere ændringer er værd, og om andre ville have budt.',
      'The law does not ask what the purchase is called, but what is bought, what it and all earlier changes are worth, and whether others would have bid.'),
    paragraphs: ['Udbudsloven § 178', 'Udbudsloven § 180'],
    failedIn: OPERA,
  },
  {
    id: 'same-supplier',
    claim: said('Det er den samme leverandør som i dag.', 'It is the same supplier as today.'),
    why: said(
      'At leverandøren er den samme, er det, der skal begrundes. § 181 kræver både, at et skifte er umuligt, og at det ville give betydelig ulempe eller dobbelte udgifter, og højst 50 % af kontrakten ad gangen.',
      'That the supplier is the same is what needs a reason. § 181 asks both that a change is impossible and that it would cause significant inconvenience or duplication of cost, and at most 50 % of the contract at a time.'),
    paragraphs: ['Udbudsloven § 181'],
    failedIn: opus(said(
      'KMD Opus, 2009: kommunerne havde KMD i forvejen og sagde, at kun én kunne levere, og at det var dyrere at skifte end at blive.',
      'KMD Opus, 2009: the municipalities had KMD already and said that only one could deliver, and that leaving was dearer than staying.'), []),
  },
  {
    id: 'no-end',
    claim: said('Kontrakten løber uden ophør.', 'The contract runs without end.'),
    why: said(
      'En kontrakt uden udløb bliver ikke ved med at være udbudt: uden tidsgrænse regnes værdien af 48 måneder, og et nyt køb skal stadig ligge inden for det, der blev udbudt.',
      'A contract without an end does not stay tendered for ever: without a fixed term its value is that of 48 months, and a new purchase must still lie within what was tendered.'),
    paragraphs: ['Udbudsloven § 95, stk. 3', 'Direktiv 2014/24/EU artikel 5, stk. 14'],
    failedIn: opus(said(
      'KMD Opus: mange af de 34 kommuners kontrakter, der blev undersøgt, havde ingen slutdato.',
      'KMD Opus: many of the contracts of the 34 municipalities under investigation had no end date.'), ['kommunen.dk, Rebet strammes om KMD-kommuner']),
  },
  {
    id: 'everybody-does',
    claim: said('Det gør alle andre også.', 'Everybody else does it.'),
    why: said(
      'Ingen regel ser på, hvad andre ordregivere gør. Pligten er hver ordregivers egen.',
      'No rule looks at what other buyers do. The duty is each buyer’s own.'),
    paragraphs: ['Udbudsloven § 2'],
    failedIn: opus(said(
      'KMD Opus, 2009: omkring hver tredje kommune havde købt uden udbud.',
      'KMD Opus, 2009: about every third municipality had bought without a tender.'), ['computerworld.dk/art/54936']),
  },
  {
    id: 'supplier-said-so',
    claim: said('Leverandøren har sagt, at det er i orden.', 'The supplier said that it is all right.'),
    why: said(
      'Udbudspligten er ordregiverens, og det er ordregiveren, der skal bevise en undtagelse. Leverandøren har selv en interesse i svaret.',
      'The duty to tender is the buyer’s, and it is the buyer who must prove an exception. The supplier has an interest of its own in the answer.'),
    paragraphs: ['Udbudsloven § 2', 'Udbudsloven §§ 80-83'],
    failedIn: opus(said(
      'KMD Opus, fra 2005: systemet blev købt uden udbud efter leverandørens råd, og senere var tillid til leverandøren en af begrundelserne.',
      'KMD Opus, from 2005: the system was bought without a tender on the advice of the supplier, and later trust in the supplier was one of the reasons given.'), ['computerworld.dk/art/54936']),
  },
];
