import type { DemoRelease } from './process.ts';
import { competition } from './competition.ts';
import { day, officeDay } from './dates.ts';
import { directly, type Directly } from './direct.ts';
import { SUBJECTS, type Subject } from './fields.ts';
import { DEMO_MUNICIPALITIES } from './places.ts';
import { alone, purchase, SAFELY_ABOVE, type Purchase, type Wish } from './purchase.ts';
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

export function ordinaryPurchases(): readonly DemoRelease[] {
  const subjects = SUBJECTS.filter((one) => !TOLD_ELSEWHERE.has(one.id));
  const bought = new Set<string>();
  const releases: DemoRelease[] = [];
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
    else if (draw < 18) releases.push(...withoutNotice(wish, chances));
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

function inCompetition(bought: Purchase, chances: Chance): readonly DemoRelease[] {
  const told = competition(bought);
  if (told.releases.at(-1)?.tag[0] !== 'tenderCancellation' || !chances.percent(70)) return told.releases;
  const again = { ...bought, key: `${bought.key}-igen`, published: officeDay(bought.published.add({ days: chances.between(190, 280) })) };
  const retold = competition(again, { outcome: 'awarded', related: [{ relationship: 'unsuccessfulProcess', ocid: told.ocid, title: told.title }] });
  return [...told.releases, ...retold.releases];
}

interface Reason {
  readonly ground: NonNullable<Directly['ground']>;
  readonly fits: (subject: Subject) => boolean;
  readonly rationale: string;
}

const isGoods = ({ category }: Subject): boolean => category === 'goods';
const isService = (subject: Subject): boolean => !isGoods(subject);
const isCritical = ({ field }: Subject): boolean => ['hosting', 'security', 'records', 'care', 'finance'].includes(field);

const REASONS: readonly Reason[] = [
  { ground: 'technical', fits: isService, rationale: 'Løsningen skal udveksle data i realtid med et anlæg, hvis snitflade kun leverandøren råder over. Kommunen har undersøgt markedet og ikke fundet et rimeligt alternativ; undersøgelsen kan ses i bilaget.' },
  { ground: 'technical', fits: isService, rationale: 'Der findes efter kommunens markedsundersøgelse kun én leverandør, der i dag kan opfylde det lovkrav, som træder i kraft ved årsskiftet.' },
  { ground: 'technical', fits: isService, rationale: 'Kun leverandøren råder over de rettigheder til kildeteksten, der er nødvendige for at videreføre løsningen. Kommunen har vurderet to alternativer, og ingen af dem dækker de lovpligtige opgaver.' },
  { ground: 'urgency', fits: () => true, rationale: 'Den hidtidige leverandør er gået konkurs, og leverancerne skal videreføres uden afbrydelse. Aftalen er begrænset til den tid, et nyt udbud tager.' },
  { ground: 'urgency', fits: isCritical, rationale: 'Et angreb har gjort det nuværende system ubrugeligt, og borgerne kan ikke vente på de almindelige frister. Et udbud er sat i gang samtidig.' },
  { ground: 'additional', fits: isGoods, rationale: 'Der købes supplerende udstyr til et anlæg, som blev leveret efter udbud. Andet udstyr ville være uforeneligt med det eksisterende. Aftalen varer højst tre år.' },
  { ground: 'additional', fits: isGoods, rationale: 'Leverancen udvider det udstyr, kommunen købte efter udbud for to år siden. To fabrikater ville kræve dobbelt service og reservedele. Aftalen varer højst tre år.' },
  { ground: 'unsuitable', fits: () => true, rationale: 'Kommunen modtog ingen egnede tilbud i det foregående udbud, og vilkårene er ikke ændret væsentligt.' },
];

function withoutNotice(wish: Wish, chances: Chance): readonly DemoRelease[] {
  const bought = purchase(wish);
  if (bought.kind === 'below') return inCompetition(bought, chances);
  const { ground, rationale } = chances.pick(REASONS.filter((reason) => reason.fits(bought.subject)));
  const years = ground === 'urgency' ? 1 : ground === 'additional' ? Math.min(bought.years, 3) : bought.years;
  const value = Math.round((bought.value * years) / bought.years / 10_000) * 10_000;
  // The same wish with a shorter term, so that the text says so too.
  const shorter = purchase({ ...wish, value, years, optionYears: 0, kind: 'open' });
  const supplier = chances.pick(suppliersIn(bought.subject.field));
  // A short emergency contract can fall below the threshold; then the directive's grounds are not needed.
  if (value < SAFELY_ABOVE) return directly(shorter, { supplier, ground: null, rationale }).releases;
  return directly(shorter, { supplier, ground, rationale, announced: ground !== 'urgency' && chances.percent(75) }).releases;
}

/** Purchases under 500,000 DKK that a municipality shows of its own accord. */
function small(wish: Wish, chances: Chance): readonly DemoRelease[] {
  const bought = purchase({ ...wish, kind: 'below', value: chances.between(11, 39) * 10_000, years: chances.between(1, 2), optionYears: 0 });
  return directly(bought, {
    supplier: chances.pick(suppliersIn(bought.subject.field).filter((one) => one.size !== 'large')),
    ground: null,
    rationale: 'Beløbet er under 500.000 kr. Kommunen har indhentet tre priser og valgt den, der samlet var bedst.',
  }).releases;
}
