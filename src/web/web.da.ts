export const da = {
  front: 'Forside',
  processes: 'Udbud',
  markets: 'Markeder',
  municipalities: 'Kommuner',
  flags: 'Opmærksomhed',
  guide: 'Vejledning',
  organisations: 'Organisationer',
} as const;
