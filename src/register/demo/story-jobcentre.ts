import type { DemoRelease } from './process.ts';
import { competition } from './competition.ts';
import type { Change, Contract } from './contract.ts';
import { DEMO_END, day, officeDay } from './dates.ts';
import { directly } from './direct.ts';
import { DEMO_MUNICIPALITIES, municipality } from './places.ts';
import { alone, purchase } from './purchase.ts';
import { chance } from './random.ts';
import { supplier } from './suppliers.ts';

/**
 * The story that the market place exists for: one job centre system, "Jobvej". Sixteen municipalities got it as an
 * "add-on" to what they had, without a tender and at a higher price; nine asked the market, and most of them got
 * another system. The reasons given are of the kinds that real cases have shown.
 */
export function jobcentreStory(): readonly DemoRelease[] {
  return [...ADDED.flatMap(addOn), ...TENDERED.flatMap(tendered)];
}

const SYSTEM = 'Jobvej';

const REASONS = {
  addOn: 'Jobvej er et tilkøb til de fagsystemer, kommunen allerede har fra leverandøren, og anskaffelsen ses derfor som en udvidelse af den eksisterende aftale.',
  upgrade: 'Der er tale om en opgradering af det nuværende jobcentersystem, som leverandøren ophører med at udvikle. Brugerne og data er de samme.',
  fewSuppliers: 'Kommunen har set to systemer demonstreret, og kun Jobvej dækker behovet. Et udbud vurderes ikke at give flere tilbud.',
  coupling: 'Jobvej er tæt koblet til leverandørens ydelsessystem. En anden leverandør ville kræve nye snitflader og dobbelt drift i en længere periode.',
  others: 'Flere nabokommuner har valgt samme løsning på samme måde, og kommunen ønsker at kunne samarbejde med dem.',
  time: 'Den hidtidige løsning ophører ved årets udgang, og et udbud kan ikke nås. Aftalen er midlertidig, indtil et udbud kan gennemføres.',
} as const;

type Reason = keyof typeof REASONS;

const ADDED: readonly (readonly [name: string, decided: string, reason: Reason, announced: boolean])[] = [
  ['Fabelsø', '2019-09-11', 'addOn', false], ['Blækkerup', '2019-11-05', 'addOn', false], ['Talemarke', '2020-02-18', 'upgrade', false],
  ['Notatved', '2020-03-24', 'addOn', false], ['Ællingsø', '2020-06-16', 'coupling', true], ['Snirkelbæk', '2020-09-08', 'addOn', false],
  ['Skriblerup', '2020-10-27', 'others', false], ['Lyttestrup', '2020-12-01', 'fewSuppliers', false], ['Krambodnæs', '2021-01-19', 'addOn', false],
  ['Tankeløse', '2021-03-09', 'upgrade', true], ['Undrelev', '2021-05-18', 'others', false], ['Hyldemorsted', '2021-08-24', 'addOn', false],
  ['Prisminge', '2021-11-02', 'time', false], ['Spindelev', '2022-01-25', 'fewSuppliers', false], ['Papirholt', '2022-05-10', 'addOn', false],
  ['Skæppevig', '2022-10-04', 'upgrade', true],
];

/** Who asked the market, when, how, who bid (the winner first). */
const TENDERED: readonly (readonly [name: string, published: string, kind: 'open' | 'negotiated', ...bidders: string[]])[] = [
  ['Klædeminde', '2019-08-20', 'negotiated', 'Storkevinge Systemer A/S', 'Kolossia Data A/S', 'Kompasblomst A/S'],
  ['Drømminge', '2020-01-14', 'negotiated', 'Kompasblomst A/S', 'Kolossia Data A/S', 'Storkevinge Systemer A/S', 'Vejvalget Data A/S'],
  ['Stempelsø', '2020-08-25', 'negotiated', 'Kolossia Data A/S', 'Storkevinge Systemer A/S', 'Trædesten Fagsystemer A/S'],
  ['Torvebodø', '2021-02-09', 'negotiated', 'Vejvalget Data A/S', 'Kolossia Data A/S', 'Kompasblomst A/S', 'Trædesten Fagsystemer A/S'],
  ['Tommelev', '2021-09-14', 'open', 'Kompasblomst A/S', 'Vejvalget Data A/S', 'Kolossia Data A/S'],
  ['Tinsolderød', '2022-03-15', 'open', 'Trædesten Fagsystemer A/S', 'Kompasblomst A/S', 'Vejvalget Data A/S', 'Storkevinge Systemer A/S'],
  ['Ordrumlev', '2023-01-17', 'open', 'Vejvalget Data A/S', 'Trædesten Fagsystemer A/S', 'Kompasblomst A/S'],
  ['Fyrtøjborg', '2023-09-05', 'negotiated', 'Kolossia Data A/S', 'Vejvalget Data A/S', 'Storkevinge Systemer A/S', 'Vandrefalk Digital A/S'],
  ['Nattergalved', '2024-08-27', 'open', 'Kompasblomst A/S', 'Trædesten Fagsystemer A/S', 'Vejvalget Data A/S'],
];

/** DKK a year: a floor and so much for each inhabitant. Without competition it is about half as dear again. */
function yearly(inhabitants: number, competed: boolean, factor: number): number {
  return Math.round(((260_000 + inhabitants * 19) * (competed ? 1 : 1.52) * factor) / 1000) * 1000;
}

function addOn([name, decided, reason, announced]: (typeof ADDED)[number]): readonly DemoRelease[] {
  const place = municipality(name);
  const key = `jobvej-${place.code}`;
  const years = 4;
  const value = years * yearly(place.inhabitants, false, 0.92 + 0.16 * chance(key).next());
  const bought = purchase({
    key, subject: 'job-case', buyer: alone(place), published: day(decided), kind: 'open', value, years, optionYears: 0,
    title: chance(`${key}/title`).pick([`Tilkøb af ${SYSTEM} til eksisterende fagsystemer`, `Tilkøb: jobcentersystemet ${SYSTEM}`, `${SYSTEM} – tilkøb til kontrakt om fagsystemer`]),
    need: `{kommune} har købt jobcentersystemet ${SYSTEM} hos sin nuværende leverandør af fagsystemer. Systemet afløser det hidtidige og tages i brug i hele jobcentret.`,
  });
  const ground = reason === 'time' ? 'urgency' : reason === 'addOn' || reason === 'upgrade' ? 'additional' : 'technical';
  return directly(bought, { supplier: supplier('Kolossia Data A/S'), ground, rationale: REASONS[reason], announced, changes: prolonged }).releases;
}

/** When the four years are over, the add-ons are prolonged, again without a tender. */
function prolonged(contract: Contract): readonly Change[] {
  const on = officeDay(contract.end.subtract({ days: 60 }));
  if (Temporal.PlainDate.compare(on, DEMO_END) > 0) return [];
  return [{
    on,
    added: Math.round((contract.value / 2) * 1.06 / 1000) * 1000,
    addedMonths: 24,
    description: 'Aftalen om Jobvej er forlænget med to år.',
    rationale: 'Kommunen vurderer, at det vil være dyrere at skifte system end at fortsætte.',
  }];
}

function tendered([name, published, kind, ...names]: (typeof TENDERED)[number]): readonly DemoRelease[] {
  const place = municipality(name);
  const key = `jobcenter-${place.code}`;
  const years = 4;
  const value = Math.round((years * yearly(place.inhabitants, true, 1.08)) / 50_000) * 50_000;
  const bidders = names.map(supplier);
  const [winner] = bidders;
  if (!winner) throw new Error(`${name} has no bidders.`);
  const bought = purchase({ key, subject: 'job-case', buyer: alone(place), published: day(published), kind, value, years, optionYears: 2 });
  return competition(bought, { bidders, winner, outcome: 'awarded', planned: kind === 'negotiated' }).releases;
}

/** Municipalities of the story: they do not buy another job centre system by chance. */
export const JOBCENTRE_PLACES: ReadonlySet<string> = new Set([...ADDED, ...TENDERED].map(([name]) => name).filter((name) => DEMO_MUNICIPALITIES.some((one) => one.name === name)));
