export const da = {
  contractsFeed: 'De kontrakter i søgningen, der sidst er bekendtgjort, uanset hvornår de udløber. Udgiver: {publisher}.',
  ends: 'Kontrakter, der udløber',
  endsCalendar: 'Udløb, der ligger forude, af kontrakter i en søgning hos {publisher}. Kontrakter uden oplyst udløb er ikke med. Data er fra {updated}. {licence}',
  endsOn: 'Udløber {when}',
  endsAbout: 'Udløber omtrent {when}',
  endTitle: 'Kontrakt udløber: {title}',
  endTitleAbout: 'Kontrakt udløber (omtrent): {title}',
  suppliers: 'Leverandører: {names}',
  checkEnd: 'Se altid efter i bekendtgørelsen selv. Optioner på forlængelse er ikke regnet med.',
  changesFeed: 'De ændringer af kontrakter i søgningen, der sidst er bekendtgjort. Udgiver: {publisher}.',
  frameworksFeed: 'De rammeaftaler og dynamiske indkøbssystemer i søgningen, der sidst er fortalt om. Udgiver: {publisher}.',
} as const;
