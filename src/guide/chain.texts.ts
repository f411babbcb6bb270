export const chainTexts = {
  da: {
    first: '2007: det første køb', second: '2010: forlængelsen', whole: 'Hele kæden', today: 'Hvis det skete den 1. juli 2024',
    wholeText: 'Uden et lovligt udbud i bunden er der ingen kontrakt at lægge til. Så er det hele købet, der skal bedømmes, ikke kun det sidste led.',
    assumed: 'Hvad vi har lagt til grund', sources: 'Kilder', unnamed: 'Kommunen er ikke nævnt her: hverken et udfald eller dens svar er fundet.', tryIt: 'Prøv jeres eget køb', replayDay: '2024-07-01',
  },
  en: {
    first: '2007: the first purchase', second: '2010: the extension', whole: 'The whole chain', today: 'If it happened on 1 July 2024',
    wholeText: 'Without a lawful tender at the bottom there is no contract to add to. Then the whole purchase is judged, not the last link alone.',
    assumed: 'What was assumed', sources: 'Sources', unnamed: 'The municipality is not named here: neither an outcome nor its reply was found.', tryIt: 'Try your own purchase', replayDay: '2024-07-01',
  },
} as const;
