import type { da } from './try-model.da.ts';

export const en: Record<keyof typeof da, string> = {
  title: 'Try the model with numbers of your own',
  lead: 'Give the prices of some imagined bids, and the points that they get. Torvet works them out by the same method that will rank the bids. Nothing is kept, and nobody else sees it.',
  link: 'Try the model with numbers of your own',
  bid: 'Bid {id}',
  price: 'Evaluated price in {currency}',
  points: '{name}, {lowest} to {highest} points',
  help: 'A bid without a price is left out.',
  compute: 'Work out',
  resultTitle: 'How it turns out',
  few: 'Give the prices of two bids at least: one alone has nothing to be compared with.',
  'wrong.price': 'Write a price as a number of kroner, such as 850,000 or 850,000.50.',
  'wrong.points': 'Write a whole number from {lowest} to {highest}.',
};
