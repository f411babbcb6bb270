import type { da } from './accessibility.da.ts';

export const en: Record<keyof typeof da, string> = {
  title: 'Accessibility statement',
  lead: 'Everybody should be able to use Torvet. Here is what we have tested, what we know is not good enough, and how to tell us.',
  statusHeading: 'Status',
  status: 'The pages are made to WCAG 2.1 level AA, which Danish law requires of public bodies. They have not been reviewed by an independent expert.',
  testedHeading: 'How it was tested',
  testedOn: 'Last tested on {date}.',
  tested1: 'Every kind of page is checked automatically with axe-core at each change, in Danish and English, on wide and narrow screens. A fault stops the change.',
  tested2: 'Everything can be reached and used by keyboard, and it is visible where one is.',
  tested3: 'The pages work without JavaScript, down to a width of 390 points, and in print.',
  tested4: 'Charts and maps have a title, a description and the same figures as a table and a file.',
  limitsHeading: 'What we know is not good enough',
  limit1: 'Torvet has not been tried by people who use a screen reader or other aids every day. An automatic check finds only some of the faults.',
  limit2: 'Texts from publishers are shown as they were written. Where the language is not stated, a screen reader may pronounce them wrongly.',
  limit3: 'Documents that lie with the publishers are not part of Torvet, and many of them are not accessible.',
  complainHeading: 'Tell us',
  complain: 'If you meet something you cannot use, write what you wanted to do and on which page.',
  contact: 'Write to {name}:',
  noContact: 'The publisher of this site is {name}. No address is given in its settings.',
  authority: 'If the publisher is a public body and you are not satisfied with the answer, you can complain to the Danish Agency for Digital Government, which supervises web accessibility in Denmark.',
};
