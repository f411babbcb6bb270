import type { da } from './follow.da.ts';

export const en: Record<keyof typeof da, string> = {
  contractsFeed: 'The contracts of the search that were published last, whenever they end. Publisher: {publisher}.',
  ends: 'Contracts that end',
  endsCalendar: 'Ends that lie ahead, of contracts in a search at {publisher}. Contracts without a stated end are left out. The data are of {updated}. {licence}',
  endsOn: 'Ends {when}',
  endsAbout: 'Ends about {when}',
  endTitle: 'Contract ends: {title}',
  endTitleAbout: 'Contract ends (about): {title}',
  suppliers: 'Suppliers: {names}',
  checkEnd: 'Always check the notice itself. Options to renew are not counted in.',
  changesFeed: 'The changes of contracts in the search that were published last. Publisher: {publisher}.',
  frameworksFeed: 'The framework agreements and dynamic purchasing systems of the search that were told of last. Publisher: {publisher}.',
};
