export const da = {
  front: 'Forside',
  processes: 'Udbud',
  markets: 'Markeder',
  competition: 'Konkurrence',
  municipalities: 'Kommuner',
  guide: 'Vejledning',
  organisations: 'Organisationer',
} as const;
