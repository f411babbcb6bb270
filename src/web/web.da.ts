export const da = {
  front: 'Forside',
  processes: 'Udbud',
  markets: 'Markeder',
  municipalities: 'Kommuner',
  guide: 'Vejledning',
  organisations: 'Organisationer',
} as const;
