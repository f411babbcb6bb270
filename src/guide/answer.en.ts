import type { AddonVerdict, RouteVerdict } from '#law';
import type { da } from './answer.da.ts';

export const en: Record<keyof typeof da, string> = {
  why: 'Why', whyLead: 'Every rule, with its source and how well it is known.',
  missing: 'What would change the answer', missingLead: 'Facts that are missing, and what each answer would lead to.',
  settles: 'Who can settle it',
  settlesWho: 'A jurist of yours or a procurement lawyer. The Danish Competition and Consumer Authority guides. The Complaints Board for Public Procurement decides complaints.',
  settlesThreshold: 'The threshold of the period in kroner is not confirmed here. It stands on kfst.dk under “Tærskelværdier”.',
  unverified: 'This is not confirmed', unverifiedLead: 'A jurist must look at it before you rely on it.',
  procedures: 'Procedures', proceduresLead: 'The ways to buy that the law gives.',
  duties: 'Duties', dutiesLead: 'In the order in which they come.',
  room: 'You may also', roomLead: 'The law permits it, and it is seldom used.',
  howValue: 'How the value was reckoned',
  yes: 'yes', no: 'no', from: 'from {amount}', leadsTo: '{answer}: {verdict}', pointsTo: '{verdict}; points to {likely}',
  value: 'Value, excl. VAT', threshold: 'Threshold', thresholdEur: 'Threshold (kroner not confirmed)', between: 'between {low} and {high}', notKnown: 'not known', eur: '{amount} euro',
  changesBefore: 'Changes before', withThis: 'Changes with this one', share: 'Share of the contract', limit: 'Must be less than',
  steps: 'Tried in this order', besides: 'Also worth knowing', whole: 'The new purchase', argument: 'The reason “{claim}”', supplier: 'Are you the supplier?', replay: 'By the rules of today',
  replaySame: 'The answer is the same if the purchase is made today.', replayOther: 'If the purchase is made today, the answer is: {verdict}',
  argumentNoWeight: 'It carries no weight', failedIn: 'The case', outcome: 'Outcome: {text}', reply: 'Reply of the party: {text}', sources: 'Sources: {text}',
  likely: 'It points to: {verdict}',
  met: 'Met', 'not-met': 'Not met', unknown: 'Not given', review: 'Must be judged', 'mark.yes': 'May be used', 'mark.if': 'On a condition', 'mark.no': 'May not be used',
  grade: 'Certainty {grade}: {meaning}',
  V: 'read in the law or at an authority', P: 'read in a parallel transposition or at a law firm', U: 'general knowledge, not confirmed', M: 'looked for and not found',
  source: 'Source: {source}', version: 'The rules as of {date}', facts: 'Facts', print: 'Memo (PDF)', text: 'As text', data: 'The same answer as data', share2: 'The address of this page holds the answers. Share it, or keep it with the case.',
  buyer: 'The buyer in the register', buyerNone: 'The register knows no buyer by the name “{who}”.', buyerContracts: 'contracts', buyerWithout: 'purchases without a call', 
  seen: 'Who bought the same?', seenSome: '{count} processes in the register mention “{what}”.', seenNone: 'No process in the register mentions “{what}”. That only says something about what the register covers.', seenAll: 'See them all', seenWithout: 'Bought without a call', disclaimer: 'Guidance',
};

export const routeVerdicts: Readonly<Record<RouteVerdict, readonly [name: string, meaning: string]>> = {
  'eu-tender': ['EU tender', 'The value reaches the threshold. The purchase must be tendered under Udbudsloven.'],
  'light-regime': ['Light regime', 'The value reaches the threshold for social and other specific services. The purchase must be notified; the procedure is your own within the principles.'],
  'below-threshold-cross-border': ['Below the threshold, of interest across the border', 'The purchase must be advertised, because it is clearly of interest to suppliers in other countries.'],
  'below-threshold-market-terms': ['Below the threshold, on market terms', 'No tender is required. The purchase must be made on market terms, and you must be able to show it.'],
  'no-duty': ['No duty in Udbudsloven', 'Udbudsloven asks for no procedure. Your own purchasing policy and sound administration still apply.'],
  'call-off': ['Can be bought under the agreement', 'All that the law asks is met. The purchase is a call-off under an agreement that has been tendered.'],
  review: ['Cannot be settled yet', 'Something is missing, or a rule is not known well enough. Below it says what, and who can settle it.'],
};

export const addonVerdicts: Readonly<Record<AddonVerdict, readonly [name: string, meaning: string]>> = {
  'call-off': ['No add-on: a call-off under the contract', 'The purchase lies within what was tendered. No new tender is needed.'],
  option: ['Yes: an option', 'The tender documents permitted just this. No new tender is needed.'],
  'small-change': ['Yes: a small change', 'All changes together stay below both limits. No new tender is needed.'],
  'additional-delivery': ['Yes: a necessary additional delivery', 'The conditions are met. The change must be published.'],
  unforeseeable: ['Yes: unforeseeable circumstances', 'The conditions are met. The change must be published.'],
  'not-basic': ['Yes: a change that is not basic', 'None of the four questions of § 178 is answered yes. Write the reasons down.'],
  'new-purchase': ['No: it is a new purchase', 'None of the grounds of the law for adding it to the contract is met.'],
  review: ['Cannot be settled yet', 'Something is missing, or a rule is not known well enough. Below it says what, and who can settle it.'],
};
