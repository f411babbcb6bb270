import type { da } from './letter.da.ts';

export const en: Record<keyof typeof da, string> = {
  kind: 'Letter about an award',
  'state.sent': 'Sent',
  'event.begun': 'The letter was sent',
  'outcome.won': 'The buyer has chosen your offer.',
  'outcome.not-won': 'The buyer has chosen {winner}.',
  'outcome.cancelled': 'The purchase is cancelled.',
  to: 'To {name}',
  reasonsTitle: 'Reasons',
  standstillTitle: 'When the contract can be signed',
  standstill: 'The contract is signed at the earliest when {ends} has passed. Until then a complaint can be made, and then the signature waits.',
  'standstill.voluntary': 'The law does not ask the buyer to wait here. The buyer waits of its own will until after {ends}, so that a complaint can come first. A complaint does not by itself stop the signature.',
  'standstill.none': 'The law does not ask the buyer to wait here, and the buyer does not.',
  purchase: 'See the purchase',
};
