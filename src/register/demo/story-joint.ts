import type { DemoRelease } from './process.ts';
import { competition } from './competition.ts';
import { day, officeDay } from './dates.ts';
import { dynamicSystem, type Admission, type Category } from './dis.ts';
import { framework, type Framework, type FrameworkTerms } from './framework.ts';
import { DEMO_MUNICIPALITIES, municipality, type DemoMunicipality } from './places.ts';
import { alone, purchase, type Wish } from './purchase.ts';
import { chance } from './random.ts';
import { SUPPLIERS, suppliersIn, supplier, type DemoSupplier } from './suppliers.ts';
import { subject, type FieldId } from './fields.ts';

/** What municipalities buy together: framework agreements, a dynamic purchasing system, joint purchases. */
export function jointStories(): readonly DemoRelease[] {
  return [...frameworks(), ...dynamicPurchasing(), ...together()];
}

const CENTRAL = { municipalities: [], central: true } as const;

interface FrameworkPlan {
  readonly wish: Wish;
  readonly terms: FrameworkTerms;
  /** Mini-competitions: who buys, how long after the start (days), estimated value. */
  readonly callOffs: readonly (readonly [name: string, after: number, value: number, subject: string])[];
}

function frameworks(): readonly DemoRelease[] {
  return FRAMEWORKS().flatMap(({ wish, terms, callOffs }) => {
    const agreement = framework(purchase(wish), terms);
    return agreement.releases.concat(callOffs.flatMap((row, i) => callOff(agreement, wish.key, i, row)));
  });
}

function callOff(agreement: Framework, key: string, index: number, [name, after, value, subjectId]: FrameworkPlan['callOffs'][number]): readonly DemoRelease[] {
  const place = municipality(name);
  const chances = chance(`${key}/${name}/${index}`);
  const bought = purchase({ key: `${key}-${String(index + 1).padStart(2, '0')}`, subject: subjectId, buyer: alone(place), published: officeDay(agreement.from.add({ days: after })), kind: 'mini', value, optionYears: 1 });
  return competition(bought, {
    bidders: chances.some(agreement.suppliers, chances.between(3, agreement.suppliers.length)),
    outcome: 'awarded',
    related: [{ relationship: 'framework', ocid: agreement.ocid, title: agreement.title }],
  }).releases;
}

const USERS = 'Alle kommuner i Sagnlandet og deres selvejende institutioner, jf. bilag med navne';

const FRAMEWORKS = (): readonly FrameworkPlan[] => [
  {
    wish: { key: 'ramme-raadgivning', subject: 'advice-architecture', buyer: CENTRAL, published: day('2020-02-04'), kind: 'restricted', value: 18_000_000, years: 4, optionYears: 0, title: 'Rammeaftale om it-rådgivning og projektledelse',
      description: 'Rammeaftalen dækker rådgivning om it-arkitektur, projektledelse og test, som kommunerne køber ved miniudbud. Der optages seks leverandører. Rådgiverne må ikke sælge de systemer, de rådgiver om. Rammeaftalen løber i fire år, og den anslåede og den maksimale værdi står hver for sig.' },
    terms: { bidders: suppliersIn('advice').slice(0, 11), places: 6, maximum: 27_000_000, method: 'withReopeningCompetition', users: USERS },
    callOffs: [
      ['Fabelsø', 40, 820_000, 'advice-architecture'], ['Stempelsø', 95, 1_300_000, 'advice-project'], ['Drømminge', 190, 940_000, 'advice-architecture'], ['Ællingsø', 260, 610_000, 'advice-accessibility'],
      ['Torvebodø', 370, 1_240_000, 'advice-project'], ['Kvitterup', 480, 560_000, 'advice-architecture'], ['Sagnborg', 600, 1_350_000, 'advice-project'], ['Klædeminde', 720, 890_000, 'advice-architecture'],
      ['Hyldemorsted', 880, 580_000, 'advice-project'], ['Skæppevig', 1040, 730_000, 'advice-architecture'],
    ],
  },
  {
    // The call-offs come close to the maximum while the agreement still runs: the next one would break it.
    wish: { key: 'ramme-drift', subject: 'hosting-full', buyer: CENTRAL, published: day('2022-08-23'), kind: 'restricted', value: 34_000_000, years: 4, optionYears: 0, title: 'Rammeaftale om it-drift og hosting',
      description: 'Rammeaftalen dækker drift af servere, backup og overvågning for kommunerne. Fem leverandører optages, og der købes ved miniudbud eller, for standardydelser efter faste kriterier, ved direkte tildeling. Når den maksimale værdi er brugt, kan der ikke købes mere. Rammeaftalen løber i fire år.' },
    terms: { bidders: suppliersIn('hosting').slice(0, 7), places: 5, maximum: 42_000_000, method: 'withAndWithoutReopeningCompetition', users: USERS },
    callOffs: [
      ['Tommelev', 30, 5_900_000, 'hosting-full'], ['Lyttestrup', 120, 6_400_000, 'hosting-full'], ['Prisminge', 210, 5_100_000, 'hosting-full'], ['Papirholt', 330, 4_700_000, 'hosting-full'],
      ['Talemarke', 450, 6_900_000, 'hosting-full'], ['Spindelev', 610, 5_200_000, 'hosting-full'], ['Skriblerup', 790, 6_100_000, 'hosting-full'], ['Undrelev', 900, 5_800_000, 'hosting-full'],
    ],
  },
  {
    wish: { key: 'ramme-elevcomputere', subject: 'school-computers', buyer: alone(municipality('Svarekøbing')), published: day('2024-01-23'), kind: 'open', value: 21_000_000, years: 4, optionYears: 0, title: 'Rammeaftale om elevcomputere til Svarekøbing Kommune',
      description: 'Svarekøbing Kommune køber elevcomputere, klargøring og reparation hos én leverandør på faste priser. Computerne leveres mærket og klar til brug på den enkelte skole, og udtjente enheder går til genbrug efter sikker sletning. Rammeaftalen løber i fire år uden købspligt.' },
    terms: { bidders: ['Mammutia Teknik A/S', 'Trebjælke Licens A/S', 'Klasselokalet Digital A/S', 'Læselampe Læring A/S'].map(supplier), places: 1, maximum: 28_000_000, method: 'withoutReopeningCompetition', users: 'Svarekøbing Kommune' },
    callOffs: [],
  },
];

const CATEGORIES: readonly (Category & { readonly fields: readonly FieldId[] })[] = [
  { title: 'Velfærdsteknologi og omsorg', share: 26, fields: ['welfare', 'care'] },
  { title: 'Skole, dagtilbud og kultur', share: 20, fields: ['school', 'daycare', 'library'] },
  { title: 'Data, integration og kunstig intelligens', share: 22, fields: ['integration', 'ai'] },
  { title: 'Databeskyttelse og it-sikkerhed', share: 14, fields: ['dataprotection', 'security'] },
  { title: 'Kort, ejendom og miljø', share: 18, fields: ['gis', 'property', 'environment'] },
];

const DIS_PURCHASES = [
  'welfare-sensor', 'ai-search', 'privacy-tool', 'daycare-language', 'gis-plan', 'care-screen', 'school-materials', 'climate-sensors', 'integration-robots', 'security-test', 'culture-booking', 'property-permit',
] as const;

/** A healthy dynamic purchasing system: suppliers keep coming in, niche houses win, three and more bid each time. */
function dynamicPurchasing(): readonly DemoRelease[] {
  const chances = chance('dis');
  const niche = SUPPLIERS.filter((one) => one.size !== 'large' && CATEGORIES.some(({ fields }) => fields.some((field) => one.fields.includes(field))));
  const order = niche.map((one) => ({ one, at: chances.next() })).sort((a, b) => a.at - b.at).map(({ one }) => one);
  const admissions: readonly Admission[] = [0.4, 0.55, 0.7, 0.82, 0.92, 1].map((share, year) => ({
    on: officeDay(day('2021-05-11').add({ years: year })), admitted: order.slice(0, Math.round(order.length * share)),
  }));
  const system = dynamicSystem(
    purchase({ key: 'dis-fagloesninger', subject: 'integration-platform', buyer: CENTRAL, published: day('2021-03-02'), kind: 'restricted', value: 120_000_000, years: 8, optionYears: 0, title: 'Dynamisk indkøbssystem for specialiserede it-løsninger',
      description: 'Sagnlandets Fællesindkøb opretter et dynamisk indkøbssystem, hvor kommunerne kan købe afgrænsede it-løsninger. Systemet er åbent for nye leverandører i hele sin levetid, og ansøgninger om optagelse behandles inden for ti arbejdsdage. Der er fem kategorier med hver sine krav til egnethed, så også mindre leverandører kan være med. Alle optagne i en kategori inviteres til hvert konkret indkøb. Systemet løber i otte år.' }),
    CATEGORIES, admissions,
  );
  const bought: DemoRelease[] = [];
  const places = DEMO_MUNICIPALITIES.filter((one) => one.inhabitants < 100_000);
  for (let i = 0; i < 44; i++) {
    const one = chance(`dis/${i}`);
    const published = officeDay(day('2021-06-14').add({ days: i * 44 + one.between(0, 20) }));
    const admitted = admissions.findLast(({ on }) => Temporal.PlainDate.compare(on, published) <= 0)?.admitted ?? [];
    const { field } = subject(DIS_PURCHASES[i % DIS_PURCHASES.length] ?? 'ai-search');
    bought.push(...concrete(i, one.pick(places), published, admitted.filter((each) => each.fields.includes(field)), system));
  }
  return [...system.releases, ...bought];
}

function concrete(index: number, place: DemoMunicipality, published: Temporal.PlainDate, admitted: readonly DemoSupplier[], system: { readonly ocid: string; readonly title: string }): readonly DemoRelease[] {
  if (admitted.length < 3) return [];
  const chances = chance(`dis/bidders/${index}`);
  const bought = purchase({ key: `dis-${published.year}-${String(index + 1).padStart(2, '0')}`, subject: DIS_PURCHASES[index % DIS_PURCHASES.length] ?? 'ai-search', buyer: alone(place), published, kind: 'dis', optionYears: 1 });
  const bidders = chances.some(admitted, chances.between(3, Math.min(6, admitted.length)));
  return competition(bought, { bidders, outcome: 'awarded', related: [{ relationship: 'framework', ocid: system.ocid, title: system.title }] }).releases;
}

const region = (name: string): readonly DemoMunicipality[] => DEMO_MUNICIPALITIES.filter((one) => one.region === name);

function together(): readonly DemoRelease[] {
  const all = DEMO_MUNICIPALITIES;
  const wishes: readonly Wish[] = [
    { key: 'faelles-bibliotek', subject: 'library-system', buyer: { municipalities: region('Region Nordsagn'), central: false }, published: day('2019-05-07'), kind: 'negotiated',
      need: 'Otte kommuners biblioteker skal have et fælles system til udlån, reserveringer og materialevalg, så borgerne kan låne på tværs.' },
    { key: 'faelles-kort', subject: 'gis-survey', buyer: { municipalities: region('Region Midtmæle'), central: false }, published: day('2020-09-22'), kind: 'open', years: 2,
      need: 'Ni kommuner køber luftfotos og et ajourført teknisk kort sammen, så hele regionen optages samme forår.' },
    { key: 'faelles-soc', subject: 'security-soc', buyer: { municipalities: region('Region Vesterfolio'), central: false }, published: day('2023-02-07'), kind: 'restricted',
      need: 'Ingen af de otte kommuner kan alene bemande en vagt om natten. Sammen køber de overvågning af netværk og konti døgnet rundt.' },
    { key: 'faelles-skaermbesoeg', subject: 'care-screen', buyer: { municipalities: all.filter((_one, i) => i % 3 === 0), central: true }, published: day('2021-11-16'), kind: 'negotiated',
      need: 'Skærmbesøg kan erstatte en del af de korte besøg, når borgeren selv ønsker det. {kommune} køber løsningen på vegne af de kommuner, der har tilsluttet sig.' },
    { key: 'faelles-laeremidler', subject: 'school-materials', buyer: { municipalities: region('Region Søndertorv'), central: false }, published: day('2022-03-22'), kind: 'open' },
    { key: 'faelles-affald', subject: 'waste-system', buyer: { municipalities: region('Region Østeventyr').slice(0, 5), central: false }, published: day('2024-04-16'), kind: 'open',
      need: 'Fem kommuner med fælles affaldsselskab får nye sorteringsregler og vil have ét system til beholdere, ruter og gebyrer.' },
    { key: 'faelles-assistent', subject: 'ai-assistant', buyer: { municipalities: all.filter((_one, i) => i % 2 === 1), central: true }, published: day('2025-03-04'), kind: 'negotiated', years: 2, optionYears: 2,
      need: 'Medarbejdere i mange kommuner bruger sprogmodeller på egen hånd. {kommune} udbyder en sikker AI-assistent, hvor data ikke bruges til træning.' },
    { key: 'faelles-dataplatform', subject: 'integration-dataplatform', buyer: { municipalities: all.filter((_one, i) => i % 4 === 2), central: true }, published: day('2026-09-29'), kind: 'negotiated' },
  ];
  return wishes.flatMap((wish) => {
    const bought = purchase(wish);
    const bidders = chance(`${wish.key}/bidders`).some(suppliersIn(bought.subject.field), 4);
    return competition(bought, { bidders, outcome: 'awarded', planned: true }).releases;
  });
}
