/** The sentences of letters to bidders. Letters are written in Danish, whatever language the page around them has. */
export const letterTexts = {
  bids: 'Der kom {bids} tilbud inden fristen. {valid} af dem blev bedømt.',
  value: 'Det valgte tilbud er på {value} uden moms, med alle optioner.',
  won: 'Jeres tilbud er det bedste efter den metode, der stod i materialet. {reason}',
  rank: 'Jeres tilbud blev nummer {rank} af {valid}. Jeres evaluerede pris er {price}.',
  scores: 'Sådan blev jeres tilbud bedømt, på en skala fra {lowest} til {highest}:',
  score: '{criterion}: {own} point; det valgte tilbud {winner} point. {reason}',
  ownScore: '{criterion}: {own} point. {reason}',
  merits: 'Det valgte tilbuds fordele i forhold til jeres: {merits}',
  tie: 'To eller flere tilbud var lige på førstepladsen. {tie}',
  out: 'Jeres tilbud er ikke bedømt. {reason}',
  unopened: 'Jeres tilbud kunne ikke åbnes ({why}) og er derfor ikke bedømt.',
  cancelled: 'Indkøberen har annulleret købet. {reason}',
  complaint: 'I kan klage til Klagenævnet for Udbud. Klagen skal være modtaget dér inden {days} dage fra denne underretning, altså senest {last} ({paragraph}). Samtidig med klagen skal I give indkøberen besked.',
  complaintUnknown: 'I kan klage til Klagenævnet for Udbud. Fristen står i {paragraph}; spørg en jurist, hvilken der gælder her.',
} as const;
