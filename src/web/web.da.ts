export const da = {
  front: 'Forside',
  processes: 'Udbud',
  organisations: 'Organisationer',
} as const;
