export const da = {
  title: 'Prøv modellen med egne tal',
  lead: 'Skriv, hvad nogle tænkte tilbud koster, og hvor mange point de får. Torvet regner dem ud med den samme metode, som siden skal rangordne tilbuddene. Intet bliver gemt, og ingen andre ser det.',
  link: 'Prøv modellen med egne tal',
  bid: 'Tilbud {id}',
  price: 'Evalueret pris i {currency}',
  points: '{name}, {lowest} til {highest} point',
  help: 'Et tilbud uden pris er ikke med.',
  compute: 'Regn ud',
  resultTitle: 'Sådan falder det ud',
  few: 'Skriv prisen for mindst to tilbud: et tilbud alene har intet at blive sammenlignet med.',
  'wrong.price': 'Skriv en pris som et tal i kroner, for eksempel 850.000 eller 850.000,50.',
  'wrong.points': 'Skriv et helt tal fra {lowest} til {highest}.',
};
