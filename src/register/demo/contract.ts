import type { JsonObject } from '#base';
import { DEMO_END, moment, officeDay } from './dates.ts';
import type { Process } from './process.ts';
import type { Purchase } from './purchase.ts';
import { dkk, items, type Lot } from './tender.ts';
import type { Chance } from './random.ts';

/** A signed contract; a change gives the next state of it. */
export interface Contract {
  readonly id: string;
  readonly awardId: string;
  readonly title: string;
  readonly lots: readonly Lot[];
  readonly signed: Temporal.PlainDate;
  readonly start: Temporal.PlainDate;
  readonly end: Temporal.PlainDate;
  readonly latestEnd: Temporal.PlainDate | null;
  readonly value: number;
}

/** One change, as it is published. */
export interface Change {
  readonly on: Temporal.PlainDate;
  /** DKK added to the value. */
  readonly added: number;
  readonly addedMonths: number;
  readonly description: string;
  readonly rationale: string;
}

const instantOf = (date: Temporal.PlainDate): string => moment(date, 12);

export function periodSection(contract: Pick<Contract, 'start' | 'end' | 'latestEnd'>): JsonObject {
  const { start, end, latestEnd } = contract;
  return { startDate: instantOf(start), endDate: instantOf(end), ...(latestEnd === null ? {} : { maxExtentDate: instantOf(latestEnd) }) };
}

export function contractSection(purchase: Purchase, contract: Contract, amendments: readonly JsonObject[] = []): JsonObject {
  return {
    id: contract.id,
    awardID: contract.awardId,
    title: contract.title,
    status: 'active',
    period: periodSection(contract),
    value: dkk(contract.value),
    items: items(purchase, contract.lots),
    dateSigned: moment(contract.signed, 12),
    ...(amendments.length > 0 ? { amendments } : {}),
  };
}

/** Publishes the changes one after another and gives the contract as it then is. */
export function publishChanges(process: Process, purchase: Purchase, first: Contract, changes: readonly Change[]): Contract {
  let contract = first;
  const amendments: JsonObject[] = [];
  for (const change of changes) {
    const date = process.at(change.on);
    const before = contract;
    contract = changed(contract, change);
    amendments.push(amendmentSection(String(amendments.length + 1), date, change, { before, after: contract }));
    process.publish(date, ['contractAmendment'], { buyer: buyerOf(process), contracts: [contractSection(purchase, contract, [...amendments])] });
  }
  return contract;
}

/** What a notice of change says: an option was agreed from the start, so its use is by a clause of the contract. */
function amendmentSection(id: string, date: string, { description, rationale, addedMonths }: Change, { before, after }: { readonly before: Contract; readonly after: Contract }): JsonObject {
  return {
    id, date, description, rationale,
    ...(addedMonths > 0 ? { rationaleClassifications: [{ scheme: 'eu-modification-justification', id: 'mod-rev' }] } : {}),
    unstructuredChanges: [{ oldValue: { value: dkk(before.value) }, newValue: { value: dkk(after.value) } }],
  };
}

function changed(contract: Contract, { added, addedMonths }: Change): Contract {
  const end = contract.end.add({ months: addedMonths });
  const { latestEnd } = contract;
  const later = latestEnd !== null && Temporal.PlainDate.compare(latestEnd, end) < 0 ? end : latestEnd;
  return { ...contract, value: contract.value + added, end, latestEnd: later };
}

/** Below every threshold, as the notice says. */
const MOST_ADDED = 1_300_000;

/** The changes that an ordinary contract sees: now and then a small add-on, and about half of the options are used. */
export function usualChanges(purchase: Purchase, contract: Contract, chances: Chance): readonly Change[] {
  const changes: Change[] = [];
  if (chances.percent(9) && growsByUsers(purchase)) {
    const added = Math.min(MOST_ADDED, Math.round((contract.value * (0.02 + 0.05 * chances.next())) / 1000) * 1000);
    const [what] = chances.some(ADD_ONS, 1);
    changes.push({
      on: officeDay(contract.start.add({ days: chances.between(150, 300) })),
      added,
      addedMonths: 0,
      description: `Kontrakten udvides med ${what ?? 'ekstra brugere'}.`,
      rationale: 'Ændringen er under 10 % af kontraktens oprindelige værdi og under tærskelværdien, og kontraktens karakter er uændret.',
    });
  }
  const decided = officeDay(contract.end.subtract({ days: chances.between(120, 210) }));
  // Not both: an option and an add-on are together more than 10 %, and the story of a chain of changes must not be drowned by chance.
  if (purchase.optionYears > 0 && chances.percent(55) && changes.length === 0 && Temporal.PlainDate.compare(decided, DEMO_END) <= 0) {
    changes.push({
      on: decided,
      added: Math.round(contract.value / purchase.years / 1000) * 1000,
      addedMonths: 12,
      description: 'Optionen på forlængelse med 12 måneder er udnyttet.',
      rationale: 'Optionen og dens pris stod i udbudsmaterialet, og vilkårene er uændrede.',
    });
  }
  return changes.toSorted((a, b) => Temporal.PlainDate.compare(a.on, b.on));
}

/** Equipment, advice and single tasks have no users or interfaces to add. */
function growsByUsers({ subject, years }: Purchase): boolean {
  return subject.category !== 'goods' && subject.field !== 'advice' && subject.years[0] > 1 && years > 1;
}

const ADD_ONS = ['flere brugere efter en sammenlægning af to afdelinger', 'en ekstra snitflade til kommunens økonomisystem', 'to ekstra uddannelsesdage til superbrugere', 'en rapport, som et nyt lovkrav gør nødvendig'] as const;

/** The buyer that the process's first release named. */
function buyerOf(process: Process): JsonObject {
  const buyer = process.releases[0]?.['buyer'];
  if (typeof buyer !== 'object' || buyer === null || Array.isArray(buyer)) throw new Error('The process has no buyer yet.');
  return buyer as JsonObject;
}
