import type { DemoRelease } from './process.ts';
import { competition } from './competition.ts';
import type { Change, Contract } from './contract.ts';
import type { Told } from './course.ts';
import { day, officeDay } from './dates.ts';
import { directly } from './direct.ts';
import { municipality } from './places.ts';
import { alone, purchase, undivided, type Kind } from './purchase.ts';
import { supplier } from './suppliers.ts';

/** Patterns that a watchdog should find, each planted once or twice among purchases that look healthy. */
export function patternStories(): readonly DemoRelease[] {
  return [...RENEWALS.flatMap(renewals), ...BELOW.flatMap(justBelow), ...changeChain(), ...christmas(), ...oneBidder(), ...oddBids()];
}

interface Renewals {
  readonly place: string;
  readonly subject: string;
  readonly supplier: string;
  readonly what: string;
  readonly text: string;
  readonly links: readonly (readonly [decided: string, value: number])[];
}

/** Two years at a time with the same supplier, each time under 500,000 DKK; together it is a contract to be advertised. */
const RENEWALS: readonly Renewals[] = [
  { place: 'Vrimlested', subject: 'records-system', supplier: 'Skrivebordsskuffen A/S', what: 'ESDH-system', text: 'Kommunens ESDH-system med drift, support og opdateringer til ca. 210 medarbejdere.',
    links: [['2019-05-21', 474_000], ['2021-05-18', 486_000], ['2023-05-16', 492_000], ['2025-05-20', 497_000]] },
  { place: 'Lispundlev', subject: 'website-cms', supplier: 'Vinduesplads A/S', what: 'drift af hjemmeside og intranet', text: 'Drift, support og mindre udvikling af kommunens hjemmeside og intranet.',
    links: [['2020-03-03', 455_000], ['2022-03-01', 478_000], ['2024-02-27', 495_000]] },
];

function renewals({ place, subject, supplier: name, what, text, links }: Renewals): readonly DemoRelease[] {
  const home = municipality(place);
  const told: Told[] = [];
  for (const [decided, value] of links) {
    const bought = purchase({
      key: `fornyelse-${home.code}-${told.length + 1}`, subject, buyer: alone(home), published: day(decided), kind: 'below', value, years: 2, optionYears: 0,
      title: told.length === 0 ? `Aftale om ${what}` : `Forlængelse af aftale om ${what}`,
      description: `${text} ${told.length === 0 ? 'Aftalen løber i to år.' : 'Aftalen fortsætter uændret i to år.'}`,
    });
    const before = told.at(-1);
    told.push(directly(bought, {
      supplier: supplier(name),
      ground: null,
      rationale: before ? 'Den nuværende leverandør kender kommunens opsætning, og beløbet er under 500.000 kr.' : 'Beløbet er under 500.000 kr., og leverandøren er valgt efter en samtale med to leverandører.',
      related: before ? [{ relationship: 'prior', ocid: before.ocid, title: before.title }] : [],
    }));
  }
  return told.flatMap((one) => one.releases);
}

interface Below {
  readonly place: string;
  readonly bought: readonly (readonly [published: string, value: number])[];
}

/** Backup bought three times in sixteen months, each time a little below the threshold of the day; and the same three purchases over five years, which nobody could have put together. */
const BELOW: readonly Below[] = [
  { place: 'Stempelsø', bought: [['2022-03-01', 1_520_000], ['2022-10-11', 1_560_000], ['2023-06-13', 1_590_000]] },
  { place: 'Blækkerup', bought: [['2019-02-12', 1_520_000], ['2021-09-07', 1_560_000], ['2024-06-11', 1_590_000]] },
];

function justBelow({ place, bought }: Below): readonly DemoRelease[] {
  const home = municipality(place);
  return bought.flatMap(([published, value], at) => (
    competition(undivided(purchase({ key: `under-${home.code}-${at + 1}`, subject: 'hosting-backup', buyer: alone(home), published: day(published), kind: 'below', value, years: 2, optionYears: 0 })), { outcome: 'awarded' }).releases));
}

/** A tendered contract that grows change by change until it is two thirds larger than what was tendered. */
const CHANGES: readonly (readonly [on: string, percent: number, description: string, rationale: string])[] = [
  ['2021-02-16', 9, 'Kontrakten udvides med modul til træning og genoptræning.', 'Modulet var ikke med i udbuddet, men er nødvendigt for at udfase et ældre system.'],
  ['2021-09-14', 12, 'Kontrakten udvides med modul til hjælpemidler og depot.', 'En anden leverandør ville give dobbelt registrering af de samme borgere.'],
  ['2022-04-26', 8, 'Kontrakten udvides med 150 mobile enheder og deres drift.', 'Enhederne skal virke sammen med den mobile omsorgsjournal.'],
  ['2022-12-06', 14, 'Kontrakten udvides med modul til sundhedsfremme og forebyggelse.', 'Byrådet har besluttet at samle området i ét system.'],
  ['2023-08-22', 11, 'Kontrakten udvides med konsulentbistand til nye arbejdsgange.', 'Leverandørens konsulenter kender systemet bedst.'],
  ['2024-05-21', 13, 'Kontrakten udvides med modul til data og ledelsesoverblik.', 'Data ligger allerede hos leverandøren.'],
];

function changeChain(): readonly DemoRelease[] {
  const home = municipality('Svarekøbing');
  const bought = purchase({ key: 'aendringer-9301', subject: 'care-record', buyer: alone(home), published: day('2019-09-10'), kind: 'negotiated', value: 24_000_000, years: 6, optionYears: 0, title: 'Elektronisk omsorgsjournal til Svarekøbing Kommune' });
  const winner = supplier('Ultrahav Nordika A/S');
  // The journal is tendered in one piece here, whatever chance would say: the changes belong to one contract.
  return competition(undivided(bought), {
    bidders: [winner, supplier('Storkevinge Systemer A/S'), supplier('Havblik Omsorgsdata A/S'), supplier('Lampelyset A/S')],
    winner, outcome: 'awarded', planned: true,
    changes: (contract: Contract): readonly Change[] => CHANGES.map(([on, percent, description, rationale]) => ({
      on: officeDay(day(on)), added: Math.round((contract.value * percent) / 100 / 1000) * 1000, addedMonths: 0, description, rationale,
    })),
  }).releases;
}

/** Notices that go out when nobody is at work; the first on a Sunday. */
function christmas(): readonly DemoRelease[] {
  const records = purchase({ key: 'jul-2024', subject: 'records-system', buyer: alone(municipality('Bismerholm')), published: day('2024-12-22'), kind: 'open', value: 2_900_000, optionYears: 1 });
  const forms = purchase({ key: 'jul-2022', subject: 'website-forms', buyer: alone(municipality('Kvitterup')), published: day('2022-12-23'), kind: 'below', value: 940_000, optionYears: 1 });
  const archivist = supplier('Skrivebordsskuffen A/S');
  const form = supplier('Udfyld Her ApS');
  return [
    ...competition(records, { days: 30, exactDay: true, planned: false, bidders: [archivist], winner: archivist, outcome: 'awarded' }).releases,
    ...competition(forms, { days: 12, exactDay: true, bidders: [form], winner: form, outcome: 'awarded' }).releases,
  ];
}

/** Everybody tenders payroll, and only one house ever bids. */
const PAYROLL: readonly (readonly [name: string, published: string, kind: Kind])[] = [
  ['Sagnborg', '2019-03-12', 'negotiated'], ['Stempelsø', '2019-10-08', 'open'], ['Svarekøbing', '2020-04-21', 'negotiated'], ['Talemarke', '2020-11-10', 'open'],
  ['Ællingsø', '2021-06-08', 'open'], ['Fyrtøjborg', '2021-10-26', 'negotiated'], ['Snirkelbæk', '2022-08-30', 'open'], ['Drømminge', '2023-03-14', 'restricted'],
  ['Krambodnæs', '2023-11-07', 'open'], ['Torvebodø', '2024-09-10', 'negotiated'], ['Klædeminde', '2025-05-06', 'open'], ['Blækkerup', '2026-02-17', 'open'],
];

function oneBidder(): readonly DemoRelease[] {
  const only = supplier('Lønlodsen A/S');
  return PAYROLL.flatMap(([name, published, kind]) => {
    const place = municipality(name);
    const bought = purchase({ key: `loen-${place.code}`, subject: 'payroll-system', buyer: alone(place), published: day(published), kind });
    return competition(bought, { bidders: [only], winner: only, outcome: 'awarded' }).releases;
  });
}

/** Bids that somebody should look at once more. */
function oddBids(): readonly DemoRelease[] {
  const network = purchase({ key: 'bud-ens', subject: 'network-wifi', buyer: alone(municipality('Tinsolderød')), published: day('2022-09-13'), kind: 'open', value: 3_900_000 });
  const facility = purchase({ key: 'bud-afvist', subject: 'property-facility', buyer: alone(municipality('Krambodnæs')), published: day('2023-04-18'), kind: 'open', value: 2_400_000 });
  const support = purchase({ key: 'bud-lavt', subject: 'hosting-servicedesk', buyer: alone(municipality('Skriblerup')), published: day('2021-08-17'), kind: 'open', value: 2_600_000 });
  return [
    ...competition(undivided(network), { bidStory: 'same-price', outcome: 'awarded', bidders: ['Mammutia Teknik A/S', 'Kobberkabel & Lys A/S', 'Sejlgarn Netværk A/S', 'Skarvøje A/S'].map(supplier) }).releases,
    ...competition(undivided(facility), { bidStory: 'others-disqualified', outcome: 'awarded' }).releases,
    ...competition(support, { bidStory: 'very-low', outcome: 'awarded' }).releases,
  ];
}
