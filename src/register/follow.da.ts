export const da = {
  everything: 'Udbud og kontrakter',
  feedSubtitle: 'De senest ændrede forløb i søgningen. Udgiver: {publisher}.',
  allDeadlines: 'Tilbudsfrister',
  calendarText: 'Frister, der ikke er udløbet, i en søgning hos {publisher}. Data er fra {updated}. {licence}',
  deadline: 'Tilbudsfrist: {title}',
  when: 'Frist: {when} (dansk tid)',
  noBuyer: 'Køber ikke oplyst',
  untitled: 'Uden titel',
  check: 'Se altid efter i bekendtgørelsen selv, før du regner med fristen.',
} as const;
