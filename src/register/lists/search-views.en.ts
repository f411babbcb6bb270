import type { da } from './search-views.da.ts';

export const en: Record<keyof typeof da, string> = {
  label: 'The same search seen as',
  processes: 'Processes',
  contracts: 'Contracts',
  changes: 'Changes',
  markets: 'Market',
};
