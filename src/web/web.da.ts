export const da = {
  front: 'Forside',
  marketPlace: 'Køb og salg',
  processes: 'Udbud',
  markets: 'Markeder',
  competition: 'Konkurrence',
  municipalities: 'Kommuner',
  flags: 'Opmærksomhed',
  guide: 'Vejledning',
  organisations: 'Organisationer',
  overviews: 'Overblik',
} as const;
