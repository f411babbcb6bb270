import type { AddonVerdict, RouteVerdict } from '#law';

export const da = {
  why: 'Hvorfor', whyLead: 'Hver regel, med kilde og hvor sikkert den er kendt.',
  missing: 'Hvad ville ændre svaret', missingLead: 'Oplysninger, der mangler, og hvad hvert svar ville føre til.',
  settles: 'Hvem kan afgøre det',
  settlesWho: 'En jurist hos jer eller en udbudsadvokat. Konkurrence- og Forbrugerstyrelsen vejleder. Klagenævnet for Udbud afgør klager.',
  settlesThreshold: 'Tærskelværdien i kroner for perioden er ikke bekræftet her. Den står på kfst.dk under »Tærskelværdier«.',
  unverified: 'Det her er ikke bekræftet', unverifiedLead: 'En jurist skal se på det, før I stoler på det.',
  procedures: 'Procedurer', proceduresLead: 'De måder at købe på, som loven giver.',
  duties: 'Pligter', dutiesLead: 'I den rækkefølge, de kommer.',
  room: 'Det må I også', roomLead: 'Loven tillader det, men det bruges sjældent.',
  howValue: 'Sådan er værdien regnet',
  yes: 'ja', no: 'nej', from: 'fra {amount}', leadsTo: '{answer}: {verdict}', pointsTo: '{verdict}; peger på {likely}',
  value: 'Værdi, ekskl. moms', threshold: 'Tærskelværdi', thresholdEur: 'Tærskelværdi (i kroner ikke bekræftet)', between: 'mellem {low} og {high}', notKnown: 'ikke kendt', eur: '{amount} euro',
  changesBefore: 'Ændringer før', withThis: 'Ændringer med denne', share: 'Andel af kontrakten', limit: 'Skal være mindre end',
  steps: 'Prøvet i denne rækkefølge', besides: 'Også værd at vide', whole: 'Det nye køb', argument: 'Grunden »{claim}«', supplier: 'Er du leverandøren?', replay: 'Efter reglerne i dag',
  replaySame: 'Svaret er det samme, hvis købet sker i dag.', replayOther: 'Sker købet i dag, er svaret: {verdict}',
  argumentNoWeight: 'Den tæller ikke', failedIn: 'Sagen', outcome: 'Udfald: {text}', reply: 'Svar fra parten: {text}', sources: 'Kilder: {text}',
  likely: 'Det peger på: {verdict}',
  met: 'Opfyldt', 'not-met': 'Ikke opfyldt', unknown: 'Ikke oplyst', review: 'Skal vurderes', 'mark.yes': 'Må bruges', 'mark.if': 'På en betingelse', 'mark.no': 'Må ikke bruges',
  grade: 'Sikkerhed {grade}: {meaning}',
  V: 'læst i loven eller hos en myndighed', P: 'læst i en parallel gennemførelse eller hos en advokat', U: 'almindelig viden, ikke bekræftet', M: 'ledt efter og ikke fundet',
  source: 'Kilde: {source}', version: 'Reglerne pr. {date}', facts: 'Oplysninger', print: 'Hent notat (PDF)', text: 'Hent som tekst', data: 'Samme svar som data', share2: 'Adressen på denne side rummer svarene. Del den, eller gem den på sagen.',
  buyer: 'Ordregiveren i registret', buyerNone: 'Registret kender ingen køber ved navnet »{who}«.', buyerContracts: 'kontrakter', buyerWithout: 'køb uden udbud', 
  seen: 'Hvem har købt det samme?', seenSome: '{count} udbud i registret nævner »{what}«.', seenNone: 'Ingen udbud i registret nævner »{what}«. Det siger kun noget om det, registret dækker.', seenAll: 'Se dem alle', seenWithout: 'Købt uden udbud', disclaimer: 'Vejledning',
} as const;

export const routeVerdicts: Readonly<Record<RouteVerdict, readonly [name: string, meaning: string]>> = {
  'eu-tender': ['EU-udbud', 'Værdien når tærskelværdien. Købet skal i udbud efter udbudsloven.'],
  'light-regime': ['Light-regimet', 'Værdien når tærskelværdien for sociale og andre specifikke tjenesteydelser. Købet skal bekendtgøres; proceduren bestemmer I selv inden for principperne.'],
  'below-threshold-cross-border': ['Under tærskelværdien, med interesse over grænsen', 'Købet skal annonceres, fordi det har klar interesse for leverandører i andre lande.'],
  'below-threshold-market-terms': ['Under tærskelværdien, på markedsvilkår', 'Der er ikke krav om udbud. Købet skal ske på markedsmæssige vilkår, og I skal kunne vise det.'],
  'no-duty': ['Ingen pligt i udbudsloven', 'Udbudsloven kræver ingen procedure. Jeres egen indkøbspolitik og god forvaltning gælder stadig.'],
  'call-off': ['Kan købes på aftalen', 'Alt, hvad loven spørger om, er opfyldt. Købet er et træk på en aftale, der allerede har været i udbud.'],
  review: ['Kan ikke afgøres endnu', 'Noget mangler, eller en regel er ikke kendt godt nok. Nedenfor står hvad, og hvem der kan afgøre det.'],
};

export const addonVerdicts: Readonly<Record<AddonVerdict, readonly [name: string, meaning: string]>> = {
  'call-off': ['Ikke et tilkøb: et træk på kontrakten', 'Købet ligger inden for det, der blev udbudt. Der skal ikke et nyt udbud til.'],
  option: ['Ja: en option', 'Udbudsmaterialet gav lov til netop dette. Der skal ikke et nyt udbud til.'],
  'small-change': ['Ja: en lille ændring', 'Alle ændringer tilsammen holder sig under begge grænser. Der skal ikke et nyt udbud til.'],
  'additional-delivery': ['Ja: en nødvendig supplerende leverance', 'Betingelserne er opfyldt. Ændringen skal bekendtgøres.'],
  unforeseeable: ['Ja: uforudsete omstændigheder', 'Betingelserne er opfyldt. Ændringen skal bekendtgøres.'],
  'not-basic': ['Ja: en ændring, der ikke er grundlæggende', 'Ingen af de fire spørgsmål i § 178 er besvaret med ja. Skriv begrundelsen ned.'],
  'new-purchase': ['Nej: det er et nyt køb', 'Ingen af lovens grunde til at lægge det til kontrakten er opfyldt.'],
  review: ['Kan ikke afgøres endnu', 'Noget mangler, eller en regel er ikke kendt godt nok. Nedenfor står hvad, og hvem der kan afgøre det.'],
};
