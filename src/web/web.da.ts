export const da = {
  front: 'Forside',
  processes: 'Udbud',
  markets: 'Markeder',
  municipalities: 'Kommuner',
  organisations: 'Organisationer',
} as const;
