export const da = {
  notKnown: 'Kan ikke regnes ud endnu', last: 'Sidste dag er {date}', basis: '{paragraph} (sikkerhed {grade}). Fristen slutter, når dagen er gået.',
  ifClosed: 'Regnes 5. juni, 24. og 31. december som lukkede dage, er det {date}.',
  holidays: 'Ferie og helligdage', holidaysLead: 'Et godt råd, ikke et krav i loven: giv markedet tid, når folk er på arbejde.',
  period: 'Periode', workingDays: '{days} arbejdsdage', calendarDays: '{days} kalenderdage', workingDay: '1 arbejdsdag', calendarDay: '1 kalenderdag', months: '{months} måneder', earliestAct: 'Kontrakten kan tidligst underskrives',
  proposed: 'Den dag, I har tænkt jer', lawful: 'Er lovlig', notLawful: 'Er ikke lovlig', lastStart: 'Begynd senest', effective: 'Arbejdsdage i perioden',
  beginBy: 'Begynd senest {date}', justInTime: 'Så kan kontrakten underskrives til tiden med de korteste frister, loven tillader, og de dage, I selv har sat af.', 
  signature: 'Underskrift tidligst {date}', earliest: 'Det er det hurtigste, loven tillader med de dage, I selv har sat af.', tooLate: 'Det når I ikke med de dage, I har sat af.',
  start: 'Begynder', course: 'Forløbet', courseLead: 'Hvert skridt med sin korteste frist.', span: '{from} til {last}',
} as const;
