import type { da } from './organisation.da.ts';

export const en: Record<keyof typeof da, string> = {
  buyer: 'Buyer',
  supplier: 'Supplier',
  names: 'Other names in notices',
  identifiers: 'Numbers',
  place: 'Place',
  roles: 'Roles',
  roleCount: '{role} ({count})',
  bought: 'As buyer',
  supplied: 'As supplier',
  seeAll: 'See all {count} processes',
  noneBought: 'Does not appear as a buyer.',
  noneSupplied: 'Does not appear as a supplier.',
  boughtCount: 'processes as buyer',
  suppliedCount: 'processes as supplier',
  asWritten: 'The details are as the notices give them. Two organisations with one name and different numbers are kept apart.',
  about: 'About the organisation',
  description: '{name}: tenders and contracts as buyer and supplier.',
};
