import { addAmounts, type JsonObject } from '#base';
import { noticeNumber } from '#eforms';
import { amount, count, lotsOf, object, objects, text, textList } from '../dirty.ts';
import type { AmountView } from '../views.ts';
import { readProcedure } from '../procedure.ts';
import { isChanged } from './awards.flat.ts';
import { contractEnd } from './contract-end.ts';
import { dayOf, linksOf, type FlatInput } from './reading.ts';
import { OCID, date, decimal, flag, integer, text as textColumn, type FlatTable } from './table.ts';

export interface FrameworkFlat {
  readonly ocid: string;
  readonly technique: 'dps' | 'framework';
  readonly maximum: string | null;
  readonly maximum_currency: string | null;
  readonly estimate: string | null;
  readonly estimate_currency: string | null;
  readonly starts: string | null;
  readonly ends: string | null;
  readonly ends_basis: string | null;
  readonly days: number | null;
  readonly applications: string | null;
  readonly closed: boolean;
  readonly suppliers: number | null;
}

export const FRAMEWORK_TABLE: FlatTable<FrameworkFlat> = {
  name: 'framework',
  meaning: { da: 'En rammeaftale eller et dynamisk indkøbssystem (DIS)', en: 'A framework agreement or dynamic purchasing system' },
  columns: {
    ocid: OCID,
    technique: textColumn('dps: dynamisk indkøbssystem; framework: rammeaftale', 'dps: dynamic purchasing system; framework: framework agreement'),
    maximum: decimal('currency', 'Rammeaftalens maksimale værdi', 'Maximum value of the framework agreement'),
    maximum_currency: textColumn('Den maksimale værdis valuta', 'Currency of the maximum'),
    estimate: decimal('currency', 'Anslået værdi', 'Estimated value'),
    estimate_currency: textColumn('Den anslåede værdis valuta', 'Currency of the estimate'),
    starts: date('Begynder', 'Starts'),
    ends: date('Udløber', 'Ends'),
    ends_basis: textColumn(
      'Hvor udløbet står: framework, lot, tender; contract, award: i aftalen selv; computed: beregnet af start og varighed',
      'Where the end stands: framework, lot, tender; contract, award: in the agreement itself; computed: from start and duration'),
    days: integer('days', 'Varighed, hvor den er oplyst og ens for alle delaftaler', 'Duration, where stated and the same for all lots'),
    applications: date('Sidste frist for tilbud eller ansøgninger', 'Last deadline for tenders or applications'),
    closed: flag('Systemet eller udbuddet er sagt at være afsluttet før tid', 'Said to be terminated, cancelled or without result'),
    suppliers: integer('organisations', 'Leverandører med en tildeling, for et DIS ellers dem, der er optaget', 'Suppliers with an award; of a system, else those admitted'),
  },
};

/** One row when the process sets up a framework agreement or a dynamic purchasing system; else none. */
export function frameworkFlats(input: FlatInput): FrameworkFlat[] {
  const { ocid, release } = input;
  const { framework, dynamicPurchasingSystem } = readProcedure(release);
  if (framework === null && dynamicPurchasingSystem === null) return [];
  const technique = dynamicPurchasingSystem === null ? 'framework' : 'dps';
  const tender = object(release['tender']);
  const [maximum, estimate] = [maximumOf(tender), amount(tender['value'])];
  const period = periodOf(release, technique);
  return [{
    ocid, technique, ...period,
    maximum: maximum?.amount ?? null,
    maximum_currency: maximum?.currency ?? null,
    estimate: estimate?.amount ?? null,
    estimate_currency: estimate?.currency ?? null,
    applications: deadlineOf(tender),
    closed: isClosed(tender),
    suppliers: suppliersOf(input, technique),
  }];
}

/** Of the whole; else those of the lots added, when every lot states one and they are in one currency. */
function maximumOf(tender: JsonObject): AmountView | null {
  const whole = statedMaximum(tender);
  if (whole !== null) return whole;
  const lots = objects(tender['lots']).map(statedMaximum);
  return lots.slice(1).reduce<AmountView | null>((sum, next) => {
    const added = sum === null || next === null ? null : addAmounts(sum, next);
    return added?.ok ? added.value : null;
  }, lots[0] ?? null);
}

function statedMaximum(part: JsonObject): AmountView | null {
  return amount(object(object(part['techniques'])['frameworkAgreement'])['value']);
}

type Period = Pick<FrameworkFlat, 'starts' | 'ends' | 'ends_basis' | 'days'>;

/** A contract of a system is a purchase in it and says nothing of the system's end; one of a framework agreement is the agreement. */
function periodOf(release: JsonObject, technique: FrameworkFlat['technique']): Period {
  const tender = object(release['tender']);
  const lots = objects(tender['lots']);
  const parts = [...lots, tender];
  const own = parts.map((part) => object(object(object(part['techniques'])['frameworkAgreement'])['period']));
  const planned = parts.map((part) => object(part['contractPeriod']));
  const starts = onlyOne([...own, ...planned].flatMap((period) => dayOf(text(period['startDate'])) ?? []));
  const days = onlyOne([...own, ...planned].flatMap((period) => count(period['durationInDays']) ?? []));
  const stated = onlyOne(own.flatMap((period) => dayOf(text(period['endDate'])) ?? []));
  const signed = technique === 'framework' ? objects(release['contracts']) : [];
  const ends = (signed.length === 0 ? [{}] : signed).flatMap((contract) => {
    const award = objects(release['awards']).find((other) => text(other['id']) === text(contract['awardID'])) ?? {};
    const named = lotsOf(award);
    const of = lots.filter((lot) => named.length === 0 || named.includes(text(lot['id']) ?? ''));
    const from = signed.length === 0 && starts !== null ? { period: { startDate: starts } } : contract;
    return contractEnd({ contract: from, award, lots: of, tender, changed: isChanged(from) }) ?? [];
  });
  const last = ends.toSorted((one, other) => one.ends.localeCompare(other.ends)).at(-1);
  const length = Number(days ?? 'none');
  return {
    starts,
    ends: stated ?? last?.ends ?? null,
    ends_basis: stated === null ? last?.basis ?? null : 'framework',
    days: Number.isSafeInteger(length) && length > 0 ? length : null,
  };
}

function deadlineOf(tender: JsonObject): string | null {
  const parts = [tender, ...objects(tender['lots'])];
  return parts.flatMap((part) => dayOf(text(object(part['tenderPeriod'])['endDate'])) ?? []).toSorted().at(-1) ?? null;
}

const ENDED: ReadonlySet<string> = new Set(['cancelled', 'unsuccessful', 'withdrawn']);

/** "complete" does not close: a notice of one purchase in a system says it of that purchase. */
function isClosed(tender: JsonObject): boolean {
  const parts = [tender, ...objects(tender['lots'])];
  const systems = parts.flatMap((part) => text(object(object(part['techniques'])['dynamicPurchasingSystem'])['status']) ?? []);
  return ENDED.has(text(tender['status']) ?? '') || (systems.length > 0 && systems.every((status) => status === 'terminated'));
}

/** Organisations, counted once each; natural persons are none. */
function suppliersOf({ release, parties }: FlatInput, technique: FrameworkFlat['technique']): number | null {
  const awarded = objects(release['awards']).flatMap((award) => linksOf(award, 'suppliers', parties));
  const found = awarded.length > 0 || technique === 'framework' ? awarded : linksOf(object(release['tender']), 'tenderers', parties);
  return found.length === 0 ? null : new Set(found.map(({ key }) => key)).size;
}

export interface BoughtUnder {
  readonly ocid: string;
  /** What the process calls the framework agreement or system that it buys under: an ocid, a notice number or a notice id. */
  readonly framework: string;
  readonly process: string | null;
}

export const BOUGHT_UNDER_TABLE: FlatTable<BoughtUnder> = {
  name: 'bought_under',
  meaning: { da: 'Rammeaftalen eller systemet, et forløb siger, det er købt på', en: 'The agreement or system under which a process says that it buys' },
  columns: {
    ocid: OCID,
    framework: textColumn('Rammeaftalen, som bekendtgørelsen nævner den: OCID, bekendtgørelsens nummer eller id', 'The agreement as the notice names it: OCID, number or id of a notice'),
    process: textColumn('OCID for rammeaftalens eller systemets eget forløb; tom: registret har intet under det navn', 'OCID of the process of that agreement or system; empty: the register holds none by that name'),
  },
};

/** The agreements and systems under which the process says that it buys. Whoever knows the other processes adds which of them is meant. */
export function boughtUnder({ ocid, release }: FlatInput): BoughtUnder[] {
  const parts = [release, ...objects(release['contracts'])];
  const named = parts.flatMap((part) => objects(part['relatedProcesses']))
    .filter((related) => textList(related['relationship']).includes('framework'))
    .flatMap((related) => text(related['identifier']) ?? []);
  return [...new Set(named.map((one) => noticeNumber(one) ?? one))].map((framework) => ({ ocid, framework, process: null }));
}

function onlyOne(values: readonly string[]): string | null {
  const distinct = new Set(values);
  return distinct.size === 1 ? ([...distinct][0] ?? null) : null;
}
