/** What the lists of parts of processes have in common. */
export const da = {
  nothingHeading: 'Intet passer på søgningen',
  nothingText: 'Prøv færre eller andre ord, eller fjern et filter.',
  showEverything: 'Vis det hele',
  sort: 'Sortering',
  untitled: 'Uden titel',
  unknownBuyer: 'Køber ikke oplyst',
  toNotice: 'Se bekendtgørelsen',
  noAmount: 'Beløb ikke oplyst',
  supplier: 'Leverandør:',
  suppliers: 'Leverandører:',
  'follow.atom': 'Nyt i søgningen',
  'follow.ics': 'Udløb i søgningen',
  andMore: 'og {count} til',
} as const;
