export const da = {
  count: '{rules} regler. {confirm} af dem har noget, som en jurist skal bekræfte. Reglerne er, som de var kendt {date}.',
  contents: 'På denne side', thresholds: 'Tærskelværdier', limits: 'Andre tal', leftOut: 'Hvad der er udeladt',
  thresholdsLead: 'Kroner og euro uden moms. Et tal, der ikke er fundet, står tomt; det regnes aldrig ud fra en kurs.', limitsLead: 'Andele, antal og perioder',
  leftOutLead: 'Regler, der er kendt, men ikke er gjort til kode, og hvorfor.',
  since: 'Gælder fra {from}.', between: 'Gjaldt fra {from} til {to}.', confirm: 'Skal bekræftes:', period: 'Periode', dkk: 'Kroner', eur: 'Euro', source: 'Kilde', notFound: 'ikke fundet', name: 'Navn', value: 'Værdi',
  laws: { udbudsloven: 'Udbudsloven', klagenaevnsloven: 'Lov om Klagenævnet for Udbud', tilbudsloven: 'Tilbudsloven', directive: 'Direktivet og EU-Domstolen', regulation1182: 'Forordning 1182/71 om frister', closed: 'Lukkedage' } as Readonly<Record<string, string>>,
  tables: {
    'municipal-goods-services': 'Kommuner, regioner og andre under staten: varer og tjenesteydelser', 'state-goods-services': 'Staten: varer og tjenesteydelser', works: 'Bygge og anlæg',
    'light-services': 'Sociale og andre specifikke tjenesteydelser', 'small-lot-goods-services': 'Små delaftaler: varer og tjenesteydelser', 'small-lot-works': 'Små delaftaler: bygge og anlæg',
  },
  units: { days: 'dage', 'working days': 'arbejdsdage', months: 'måneder', years: 'år', 'per cent': '%', DKK: 'kr.', 'DKK per EUR': 'kr. pr. euro', candidates: 'ansøgere' },
} as const;
