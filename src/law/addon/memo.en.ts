import type { da } from './memo.da.ts';

export const en: typeof da = {
  title: 'Memo for the case file: is it an add-on?',
  asked: 'Question: may this be bought beside the contract without a new tender?',
  day: 'Day of the purchase', answer: 'Answer', verdict: 'Result', likely: 'Points to', tender: 'Tender required', notice: 'Notice required',
  facts: 'Facts', buyer: 'Buyer', signed: 'The contract was signed', kind: 'The contract is about', original: 'Original value of the contract',
  indexed: 'Indexed value of the contract', purchase: 'The purchase', steps: 'Tested in this order', sums: 'Amounts (excluding VAT)',
  changesBefore: 'Earlier changes in all', withThis: 'With this one', limit: 'Must be less than (§ 180)', threshold: 'Threshold value',
  deliveries: 'Changes under §§ 181 and 183 with this one', besides: 'For the case', whole: 'The new purchase', value: 'Value, reckoned together', route: 'Route',
  change: 'What would change the answer', settle: 'Who can settle it',
  whoSettles: 'A jurist of the buyer or a procurement lawyer; the Competition and Consumer Authority gives guidance, and the Complaints Board for Public Procurement decides complaints.',
  unverified: 'Not confirmed', version: 'Version of the rules', yes: 'yes', no: 'no', notSaid: 'not said', notKnown: 'not known', from: 'from',
  buyers: { municipality: 'municipality', 'central-government': 'central government', 'public-body': 'body governed by public law' },
  kinds: { goods: 'goods', services: 'services', 'light-services': 'social and other specific services', works: 'works' },
  routes: {
    'eu-tender': 'EU tender', 'light-regime': 'light regime', 'below-threshold-cross-border': 'below the threshold with clear cross-border interest',
    'below-threshold-market-terms': 'below the threshold on market terms', 'no-duty': 'no procedure in Udbudsloven', 'call-off': 'call-off under an agreement', review: 'cannot be settled yet',
  },
  verdicts: {
    'call-off': 'call-off under the tendered agreement', option: 'option or review clause', 'small-change': 'change below the minimum value',
    'additional-delivery': 'necessary additional delivery', unforeseeable: 'change by unforeseen circumstances',
    'not-basic': 'change that is not basic', 'new-purchase': 'new purchase, no add-on', review: 'cannot be settled yet',
  },
  results: { met: 'met', 'not-met': 'not met', unknown: 'not said', review: 'to be judged' },
};
