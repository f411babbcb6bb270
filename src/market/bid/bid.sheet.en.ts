import type { da } from './bid.sheet.da.ts';

export const en: Record<keyof typeof da, string> = { sheet: 'Prices', number: 'No.', name: 'Service', quantity: 'Quantity', unit: 'Unit', price: 'Price per unit' };
