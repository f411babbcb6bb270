export const da = {
  front: 'Forside',
  processes: 'Udbud',
  markets: 'Markeder',
  municipalities: 'Kommuner',
  flags: 'Opmærksomhed',
  guide: 'Vejledning',
  organisations: 'Organisationer',
  overviews: 'Overblik',
} as const;
