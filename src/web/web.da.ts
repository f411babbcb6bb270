export const da = {
  front: 'Forside',
  processes: 'Udbud',
  markets: 'Markeder',
  municipalities: 'Kommuner',
  guide: 'Vejledning',
  organisations: 'Organisationer',
  overviews: 'Overblik',
} as const;
