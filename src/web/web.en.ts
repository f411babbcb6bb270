import type { da } from './web.da.ts';

export const en: Record<keyof typeof da, string> = {
  front: 'Front page',
  marketPlace: 'Buy and sell',
  processes: 'Tenders',
  markets: 'Markets',
  competition: 'Competition',
  municipalities: 'Municipalities',
  flags: 'Attention',
  guide: 'Guidance',
  organisations: 'Organisations',
  overviews: 'Overviews',
};
