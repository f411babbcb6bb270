import type { da } from './about.da.ts';

export const en: Record<keyof typeof da, string> = {
  sheet: 'About the data',
  title: 'Content',
  publisher: 'Publisher',
  address: 'Address of the search',
  retrieved: 'Retrieved',
  updated: 'Data last updated',
  never: 'not yet',
  licence: 'Licence',
  terms: 'Terms',
  world: 'World',
  demo: 'Fictional data: nothing in here exists in reality.',
  register: 'The register: published data',
};
