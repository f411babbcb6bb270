/** What the fictional people of the demo world have written: Danish, as the rest of that world's notices are. */

export const AGREEMENT = {
  title: 'Fagsystemer til kommuner 2026', description: 'Systemer, som kommunerne kan købe, som de er, til jobområdet og til dagtilbud.', service: 'services', cpv: '48000000', reference: 'DEMO 2026/S 001-000001',
  value: '20000000', maximum: '24000000', method: 'both', choosing: 'Køb under 2 mio. kr. tildeles direkte. Større køb afgøres ved miniudbud.', first: 'points', second: 'price',
  lots: [{ id: '1', lotTitle: 'Jobområdet', lotDescription: 'Sager, forløb og samtaler på jobområdet.' }, { id: '2', lotTitle: 'Dagtilbud', lotDescription: 'Pladsanvisning og ventelister.' }],
  criteria: [
    { id: 'dansk', criterion: 'Betjenes på dansk', test: 'yes', source: 'Bilag 2, punkt 1' },
    { id: 'brugere', criterion: 'Samtidige brugere', test: 'at-least', unit: 'brugere', source: 'Bilag 2, punkt 2' },
    { id: 'drift', criterion: 'Driftssted', test: 'one-of', source: 'Bilag 2, punkt 3' },
    { id: 'app', criterion: 'Har en app til mobilen', test: 'yes', source: 'Bilag 2, punkt 4' },
  ],
};

export const OFFERS = [
  { supplier: 'kolossia', lot: '1', name: 'Kolossia Job', price: '1450000', facts: { dansk: 'ja', brugere: '2000', drift: 'EU', app: 'nej' } },
  { supplier: 'storkevinge', lot: '1', name: 'Storken Job', price: '1250000', facts: { dansk: 'nej', brugere: '1200', drift: 'DK', app: 'ja' } },
  { supplier: 'griffel', lot: '1', name: 'Griffel Forløb', price: '820000', facts: { dansk: 'ja', brugere: '600', drift: 'DK', app: 'ja' } },
  { supplier: 'kolossia', lot: '2', name: 'Kolossia Plads', price: '900000', facts: { dansk: 'ja', brugere: '2000', drift: 'EU', app: 'ja' } },
  { supplier: 'koordinat', lot: '2', name: 'Nul Plads', price: '640000', facts: { dansk: 'ja', brugere: '400', drift: 'DK', app: 'ja' } },
] as const;

export const SYSTEM = {
  title: 'Digital borgerbetjening (DIS)', description: 'Selvbetjening, tidsbestilling og sagsoverblik, som det findes på markedet.', service: 'services', cpv: '48000000',
  quantity: 'Omkring ti køb i hele perioden, de fleste på under 3 mio. kr.', value: '25000000',
  categories: [
    { id: 'A', scope: 'package', categoryTitle: 'Samlet løsning', categoryDescription: 'Selvbetjening med sagsbehandling bagved.', suitability: 'To leverancer til offentlige kunder de seneste tre år.' },
    { id: 'B', scope: 'component', categoryTitle: 'Selvbetjening alene', categoryDescription: 'Kun den del, borgeren ser.', suitability: 'Én leverance til en offentlig kunde de seneste tre år.' },
  ],
  awardCriteria: 'Bedste forhold mellem pris og kvalitet. Vægten fastsættes i hvert køb.', voluntary: ['bankruptcy'],
  selection: [{ code: 'service-perform', requirement: 'Mindst én lignende leverance de seneste tre år.', minimum: '1' }], named: [], allMunicipalities: false,
};

/** @param categories those that are applied for */
export const declaration = (contact: string, cvr: string, categories: readonly string[], deliveries: number): object => ({
  contact, email: 'tilbud@leverandoer.example', cvr, exclusion: [], noOthers: true, selection: [{ criterion: 'service-perform', meets: true, value: String(deliveries) }],
  suitability: categories.map((category) => ({ category, meets: true, how: `${deliveries} leverancer til offentlige kunder, den seneste afsluttet i foråret.` })), reliedOn: [], signed: true,
});

interface Written {
  readonly title: string;
  readonly background: string;
  readonly wanted: string;
  readonly value: string;
}

export const APPOINTMENTS: Written = {
  title: 'Tidsbestilling i borgerservice', background: 'I dag ringer borgerne efter en tid, og hver fjerde udebliver. Aftalen om det nuværende bookingsystem udløber til sommer.',
  wanted: 'Borgeren bestiller, flytter og aflyser selv sin tid og får en påmindelse. Medarbejderen ser dagens tider ét sted.', value: '1600000',
};

export const OVERVIEW: Written = {
  title: 'Overblik over egne sager for borgere', background: 'Borgerne ringer for at høre, hvor langt deres sag er. Svaret ligger i fire systemer.',
  wanted: 'Borgeren ser sine sager og næste skridt på én side. Data hentes fra kommunens egne systemer.', value: '2400000',
};

export const PLACES: Written = {
  title: 'Pladsanvisning til dagtilbud', background: 'Ventelisterne føres i regneark, og forældre får først svar efter uger.',
  wanted: 'Forældre søger plads og følger ventelisten. Pladsanvisningen fordeler efter kommunens regler.', value: '2800000',
};

export const COURSES: Written = { title: 'System til forløb på jobområdet', background: 'Det nuværende system lukkes af leverandøren.', wanted: 'Forløb planlægges og følges af sagsbehandler og borger.', value: '820000' };

/** A need, as the buyer enters it before anything is decided. */
export const needOf = ({ title, background, wanted, value }: Written): object => ({ title, why: background, wanted, service: 'services', cpv: '48000000', value, options: [], personalData: false, isAddOn: false });

export const textsOf = (written: Written): object => ({
  ...written, service: 'services', cpv: '48000000', personalData: false, term: 'Fire år med mulighed for opsigelse efter to',
});

export const REQUIREMENTS = {
  undivided: 'Delene bruges sammen og kan ikke afprøves hver for sig.',
  requirements: [
    { id: '1', kind: 'minimum', text: 'Løsningen betjenes på dansk.' }, { id: '2', kind: 'minimum', text: 'Løsningen følger loven om webtilgængelighed.' },
    { id: '3', kind: 'evaluated', text: 'Beskriv, hvordan en borger kommer fra forsiden til målet, med antal skærmbilleder.' }, { id: '4', kind: 'evaluated', text: 'Beskriv, hvordan I hjælper os i gang, og hvad I har brug for fra os.' },
  ],
};

export const MODEL = {
  method: 'linear-points', lowest: 0, highest: 10, slope: '100', priceWeight: '40',
  criteria: [
    { name: 'Brugervenlighed', weight: '60', emphasis: 'Få skærmbilleder, klart sprog og hjælp, hvor den mangler.', parts: [] },
    { name: 'Ibrugtagning', weight: '40', emphasis: 'En realistisk plan med lidt arbejde for os.', parts: [] },
  ],
};

export const SHEET = {
  lines: [
    { number: '1', name: 'Ibrugtagning', unit: 'samlet', quantity: 1, option: false, evaluated: true }, { number: '2', name: 'Brug og drift', unit: 'måned', quantity: 48, option: false, evaluated: true },
    { number: '3', name: 'Ekstra integration', unit: 'stk.', quantity: 2, option: true, evaluated: true },
  ],
};

/** @param prices of one unit of the three lines */
export const bidOf = (screens: number, [start, month, integration]: readonly [string, string, string]): { readonly answers: readonly { readonly requirement: string; readonly answer: 'yes'; readonly text: string }[]; readonly prices: Readonly<Record<string, string>>; readonly confidential: readonly { readonly what: string; readonly why: string }[]; readonly file: readonly [string, string] } => ({
  answers: [
    { requirement: '1', answer: 'yes', text: 'Ja, alle tekster er på dansk og kan rettes af jer.' }, { requirement: '2', answer: 'yes', text: 'Ja, tilgængelighedserklæringen er vedlagt.' },
    { requirement: '3', answer: 'yes', text: `Borgeren når målet på ${screens} skærmbilleder.` }, { requirement: '4', answer: 'yes', text: 'Vi opsætter, I afprøver. Vi har brug for to superbrugere i seks uger.' },
  ],
  prices: { 1: start, 2: month, 3: integration }, confidential: [{ what: 'Bilag: plan', why: 'Planen viser vores metode.' }], file: ['plan.txt', `Plan for ibrugtagning: seks uger, ${screens} skærmbilleder.`],
});

/** Points of the two criteria for each bid, in the order of the bids. */
export const scoresOf = (submissions: readonly string[], points: readonly (readonly [number, number])[]): object => ({
  scores: submissions.flatMap((submission, at) => (['k1', 'k2'] as const).map((criterion, n) => ({
    submission, criterion, points: points[at]?.[n] ?? 0, reason: n === 0 ? 'Vejen til målet er beskrevet, og antallet af skærmbilleder er talt efter.' : 'Planen er realistisk, og vores eget arbejde er gjort op.',
  }))),
});
