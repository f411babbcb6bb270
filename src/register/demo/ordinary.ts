import type { JsonObject } from '#base';
import { competition } from './competition.ts';
import { day, officeDay } from './dates.ts';
import { directly, type Directly } from './direct.ts';
import { SUBJECTS, type Subject } from './fields.ts';
import { DEMO_MUNICIPALITIES } from './places.ts';
import { alone, purchase, type Purchase } from './purchase.ts';
import { chance, type Chance } from './random.ts';
import { suppliersIn } from './suppliers.ts';

/** The everyday purchases among which the stories stand. */
const COUNT = 296;
const FIRST = day('2019-01-10');
const LAST = day('2026-10-30');
/** Nobody offered language models to municipalities before this. */
const FIRST_AI = day('2023-09-05');
/** What the planted stories are about is not bought by chance as well. */
const TOLD_ELSEWHERE: ReadonlySet<string> = new Set(['job-case', 'payroll-system']);

export function ordinaryPurchases(): readonly JsonObject[] {
  const subjects = SUBJECTS.filter((one) => !TOLD_ELSEWHERE.has(one.id));
  const bought = new Set<string>();
  const releases: JsonObject[] = [];
  for (let i = 0; i < COUNT; i++) {
    const chances = chance(`ordinary/${i}`);
    const subject = subjects[i % subjects.length];
    if (!subject) continue;
    const place = chances.pick(DEMO_MUNICIPALITIES.filter((one) => !bought.has(`${one.code}/${subject.id}`)));
    bought.add(`${place.code}/${subject.id}`);
    const published = publishingDay(subject, chances);
    const wish = { key: `${published.year}-${String(i + 1).padStart(4, '0')}`, subject: subject.id, buyer: alone(place), published };
    const draw = chances.next() * 100;
    if (draw < 5) releases.push(...small(wish, chances));
    else if (draw < 13) releases.push(...withoutNotice(purchase(wish), chances));
    else releases.push(...inCompetition(purchase(wish), chances));
  }
  return releases;
}

/** Any office day outside the summer and Christmas holidays. */
function publishingDay(subject: Subject, chances: Chance): Temporal.PlainDate {
  const first = subject.field === 'ai' ? FIRST_AI : FIRST;
  const drawn = first.add({ days: chances.between(0, first.until(LAST).days) });
  const holiday = drawn.month === 7 || (drawn.month === 12 && drawn.day > 8) || (drawn.month === 1 && drawn.day < 6);
  return officeDay(holiday ? drawn.subtract({ days: 40 }) : drawn);
}

function inCompetition(bought: Purchase, chances: Chance): readonly JsonObject[] {
  const told = competition(bought);
  const [tag] = (told.releases.at(-1)?.['tag'] ?? []) as readonly string[];
  if (tag !== 'tenderCancellation' || !chances.percent(70)) return told.releases;
  const again = { ...bought, key: `${bought.key}-igen`, published: officeDay(bought.published.add({ days: chances.between(190, 280) })) };
  const retold = competition(again, { outcome: 'awarded', related: [{ relationship: 'unsuccessfulProcess', ocid: told.ocid, title: told.title }] });
  return [...told.releases, ...retold.releases];
}

const REASONS: readonly (readonly [ground: NonNullable<Directly['ground']>, rationale: string])[] = [
  ['technical', 'Løsningen skal udveksle data i realtid med et anlæg, hvis snitflade kun leverandøren råder over. Kommunen har undersøgt markedet og ikke fundet et rimeligt alternativ; undersøgelsen kan ses i bilaget.'],
  ['technical', 'Der findes efter kommunens markedsundersøgelse kun én leverandør, der i dag kan opfylde det lovkrav, som træder i kraft ved årsskiftet.'],
  ['urgency', 'Den hidtidige leverandør er gået konkurs, og driften skal videreføres uden afbrydelse. Aftalen er begrænset til den tid, et nyt udbud tager.'],
  ['urgency', 'Et angreb har gjort det nuværende system ubrugeligt, og borgerne kan ikke vente på de almindelige frister. Et udbud er sat i gang samtidig.'],
  ['additional', 'Der købes supplerende udstyr til et anlæg, som blev leveret efter udbud. Andet udstyr ville være uforeneligt med det eksisterende. Aftalen varer under tre år.'],
  ['unsuitable', 'Kommunen modtog ingen egnede tilbud i det foregående udbud, og vilkårene er ikke ændret væsentligt.'],
];

function withoutNotice(bought: Purchase, chances: Chance): readonly JsonObject[] {
  if (bought.kind === 'below') return inCompetition(bought, chances);
  const [ground, rationale] = chances.pick(REASONS);
  const short = ground === 'urgency' ? { ...bought, years: 1, optionYears: 0, value: Math.round(bought.value / bought.years / 10_000) * 10_000 } : bought;
  const described = short === bought ? bought : { ...short, description: `${bought.description.replace(/ Kontrakten løber i .*$/, '')} Aftalen er midlertidig og løber i et år.` };
  return directly(described, { supplier: chances.pick(suppliersIn(bought.subject.field)), ground, rationale, announced: ground !== 'urgency' && chances.percent(75) }).releases;
}

/** Purchases under 500,000 DKK that a municipality shows of its own accord. */
function small(wish: Parameters<typeof purchase>[0], chances: Chance): readonly JsonObject[] {
  const bought = purchase({ ...wish, kind: 'below', value: chances.between(11, 39) * 10_000, years: chances.between(1, 2), optionYears: 0 });
  return directly(bought, {
    supplier: chances.pick(suppliersIn(bought.subject.field).filter((one) => one.size !== 'large')),
    ground: null,
    rationale: 'Beløbet er under 500.000 kr. Kommunen har indhentet tre priser og valgt den, der samlet var bedst.',
  }).releases;
}
