import type { da } from './follow.da.ts';

export const en: Record<keyof typeof da, string> = {
  everything: 'Tenders and contracts',
  feedSubtitle: 'The processes of the search that changed last. Publisher: {publisher}.',
  allDeadlines: 'Tender deadlines',
  calendarText: 'Deadlines that lie ahead, of a search at {publisher}. The data are of {updated}. {licence}',
  deadline: 'Tender deadline: {title}',
  when: 'Deadline: {when} (Danish time)',
  noBuyer: 'Buyer not stated',
  untitled: 'Untitled',
  check: 'Always check the notice itself before you rely on the deadline.',
};
