import type { da } from './opening.command.da.ts';

export const en: Record<keyof typeof da, string> = {
  'command.opening.commit': 'Commit to your shares',
  'about.opening.commit': 'You decrypt your shares of the keys on your own machine and give only their fingerprint. Nobody has shown anything yet.',
  'field.opening.commit.commitment': 'Fingerprint of your list (64 characters)',
  'help.opening.commit.commitment': 'The page "Opening" fills it in for you. Without JavaScript "torvet shares open" writes it.',
  'command.opening.reveal': 'Reveal your shares',
  'about.opening.reveal': 'When enough have committed, you reveal your shares. Then all bids are opened at once.',
  'field.opening.reveal.shares': 'Your list of shares',
  'help.opening.reveal.shares': 'The page "Opening" fills it in for you. Without JavaScript: paste the whole file that "torvet shares open" wrote.',
  'command.opening.conclude': 'Open what can be opened',
  'about.opening.conclude': 'A bid does not open with the shares that were revealed, and a holder is still missing. Wait if you can. Two persons can decide to open the others; the bid is then recorded as one that cannot be opened.',
  'field.opening.conclude.reason': 'Why you wait no longer',
  'event.committed': 'A holder has committed to its shares',
  'event.revealed': 'A holder has revealed its shares',
  'event.concluded': 'It was decided to wait no longer',
  'event.opened': 'The bids were opened',
  'event.opening-recorded': 'The opening was recorded',
};
