import type { da } from './without-call.da.ts';

export const en: Record<keyof typeof da, string> = {
  title: 'Bought without a call for tenders',
  lead: 'Purchases that by their notices were made without first inviting everybody to tender, and the buyer\u2019s own reason.',
  search: 'Search purchases without a call',
  one: 'process',
  many: 'processes',
  whatHeading: 'What it means',
  what: 'The procedure is called the negotiated procedure without prior publication. Sections 80\u201383 of the Danish procurement act say when it may be used: the cases are few, they are listed, and it is for the buyer to show that one of them fits. The other EU countries have rules like it.',
  exAnte: 'Some buyers publish their reason before they sign, and then wait at least 10 days. That is an ex-ante transparency notice (section 4 of the Danish act on the complaints board).',
  never: 'That no notice has been found never makes a purchase unlawful in itself, and a purchase on this list may be quite in order. The reason is the buyer\u2019s own; Torvet has not tested it.',
  source: 'The list builds on the procedure that the buyer itself states in the notice. Of data without an EU procedure it holds the purchases where the buyer says that it approached chosen suppliers or one.',
  reasonsHeading: 'The buyer\u2019s reason',
  reasonsHint: 'A purchase may have several reasons. Choose one to see the purchases that have it.',
  moreReasons: 'Show {count} more',
  allReasons: 'All reasons',
  ownWords: 'The buyer\u2019s words:',
  noWords: 'The buyer has stated no reason.',
};
