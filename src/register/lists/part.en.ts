import type { da } from './part.da.ts';

export const en: Record<keyof typeof da, string> = {
  nothingHeading: 'Nothing matches the search',
  nothingText: 'Try fewer or other words, or remove a filter.',
  showEverything: 'Show everything',
  sort: 'Order',
  untitled: 'Untitled',
  unknownBuyer: 'Buyer not stated',
  toNotice: 'See the notice',
  noAmount: 'Amount not stated',
  supplier: 'Supplier:',
  suppliers: 'Suppliers:',
  'follow.atom': 'New in this search',
  'follow.ics': 'Ends in this search',
  andMore: 'and {count} more',
};
