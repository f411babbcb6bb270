import type { JsonObject } from '#base';
import { amount, lotsOf, objects, text, wording } from '../dirty.ts';
import { bidCounts, bidsFor, dayOf, linksOf, onlyOne, type FlatInput } from './reading.ts';
import { AMOUNT, CURRENCY, OCID, ORGANISATION, date, flag, integer, text as textColumn, type FlatTable } from './table.ts';

export interface AwardFlat {
  readonly ocid: string;
  readonly award: string | null;
  readonly lot: string | null;
  readonly lots: number;
  readonly title: string | null;
  readonly status: string | null;
  readonly date: string | null;
  readonly amount: string | null;
  readonly currency: string | null;
  readonly bids: number | null;
  readonly counted: boolean;
}

export const AWARD_TABLE: FlatTable<AwardFlat> = {
  name: 'award',
  meaning: { da: 'En tildeling', en: 'An award' },
  columns: {
    ocid: OCID,
    award: textColumn('Tildelingens id i forløbet', 'Id of the award within the process'),
    lot: textColumn('Delaftalen, når det er netop én', 'The lot, when it is exactly one'),
    lots: integer('lots', 'Delaftaler, tildelingen gælder', 'Lots that the award is for'),
    title: textColumn('Titel', 'Title'),
    status: textColumn('Status (OCDS awardStatus)', 'Status (OCDS awardStatus)'),
    date: date('Dato', 'Date'),
    amount: AMOUNT,
    currency: CURRENCY,
    bids: integer('bids', 'Tilbud til delaftalen, hvor det er oplyst', 'Bids for the lot, where stated'),
    counted: flag(
      'Tæller med, når beløb lægges sammen. Nej: aflyst eller uden vinder, eller gentaget i en ændringsbekendtgørelse',
      'Counts when amounts are added. No: cancelled or without a winner, or repeated in a notice of change'),
  },
};

const NOT_MADE: ReadonlySet<string> = new Set(['unsuccessful', 'cancelled', 'pending']);

export function awardFlats(input: FlatInput): AwardFlat[] {
  const { ocid, release } = input;
  const counts = bidCounts(release);
  const repeated = repeatedAwards(release);
  return objects(release['awards']).map((award) => {
    const value = amount(award['value']);
    const lots = lotsOf(award);
    const lot = onlyOne(lots);
    const status = text(award['status']);
    return {
      ocid, lot, status,
      award: text(award['id']),
      lots: lots.length,
      title: wording(award, 'title'),
      date: dayOf(text(award['date'])),
      amount: value?.amount ?? null,
      currency: value?.currency ?? null,
      bids: lots.length > 1 ? null : bidsFor(counts, lot, text(award['id'])),
      counted: !NOT_MADE.has(status ?? '') && !repeated.has(award),
    };
  });
}

/**
 * A notice of change says once more what was awarded, under ids of its own. Where the register also holds the award
 * itself, the repetition does not count.
 */
function repeatedAwards(release: JsonObject): ReadonlySet<JsonObject> {
  const contracts = objects(release['contracts']);
  const changed = new Set(contracts.filter((contract) => isChanged(contract)).flatMap((contract) => text(contract['awardID']) ?? []));
  const unchanged = new Set(contracts.filter((contract) => !isChanged(contract)).flatMap((contract) => text(contract['awardID']) ?? []));
  const awards = objects(release['awards']);
  const isRepeated = (award: JsonObject): boolean => changed.has(text(award['id']) ?? '') && !unchanged.has(text(award['id']) ?? '');
  const repeated = awards.filter(isRepeated);
  return new Set(repeated.length === awards.length ? [] : repeated);
}

export function isChanged(contract: JsonObject): boolean {
  return objects(contract['amendments']).length + objects(contract['amendment']).length > 0;
}

export interface AwardSupplierFlat {
  readonly ocid: string;
  readonly award: string | null;
  readonly organisation: string;
}

export const AWARD_SUPPLIER_TABLE: FlatTable<AwardSupplierFlat> = {
  name: 'award_supplier',
  meaning: { da: 'Hvem der er tildelt; flere, når de vandt sammen eller deler en rammeaftale', en: 'Who was awarded; several when they won together or share a framework agreement' },
  columns: { ocid: OCID, award: textColumn('Tildelingens id i forløbet', 'Id of the award within the process'), organisation: ORGANISATION },
};

export function awardSupplierFlats({ ocid, release, parties }: FlatInput): AwardSupplierFlat[] {
  return objects(release['awards']).flatMap((award) =>
    linksOf(award, 'suppliers', parties).map(({ key }) => ({ ocid, award: text(award['id']), organisation: key ?? '' })));
}
