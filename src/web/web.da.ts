export const da = {
  front: 'Forside',
  processes: 'Udbud',
  markets: 'Markeder',
  competition: 'Konkurrence',
  municipalities: 'Kommuner',
  flags: 'Opmærksomhed',
  guide: 'Vejledning',
  organisations: 'Organisationer',
  overviews: 'Overblik',
} as const;
