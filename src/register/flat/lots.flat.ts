import { amount, count, decimal as decimalOf, isTrue, lotsOf, object, objects, text, wording } from '../dirty.ts';
import { instantOf } from '../instant.ts';
import { bidCounts, bidsFor, dayOf, onlyOne, type FlatInput } from './reading.ts';
import { AMOUNT, CURRENCY, OCID, date, decimal, flag, instant, integer, text as textColumn, type FlatTable } from './table.ts';

export interface LotFlat {
  readonly ocid: string;
  readonly lot: string | null;
  readonly title: string | null;
  readonly status: string | null;
  readonly amount: string | null;
  readonly currency: string | null;
  readonly starts: string | null;
  readonly ends: string | null;
  readonly days: number | null;
  readonly options: boolean;
  readonly renewal: boolean;
  readonly bids: number | null;
  readonly deadline: string | null;
}

export const LOT_TABLE: FlatTable<LotFlat> = {
  name: 'lot',
  meaning: { da: 'En delaftale af et udbud', en: 'A lot of a tender' },
  columns: {
    ocid: OCID,
    lot: textColumn('Delaftalens id i forløbet', 'Id of the lot within the process'),
    title: textColumn('Titel', 'Title'),
    status: textColumn('Status, som skrevet', 'Status, as written'),
    amount: AMOUNT,
    currency: CURRENCY,
    starts: date('Kontraktens start efter udbuddet', 'Start of the contract by the tender'),
    ends: date('Kontraktens udløb efter udbuddet', 'End of the contract by the tender'),
    days: integer('days', 'Kontraktens varighed', 'Duration of the contract'),
    options: flag('Udbuddet nævner optioner', 'The tender mentions options'),
    renewal: flag('Kontrakten kan forlænges', 'The contract can be renewed'),
    bids: integer('bids', 'Tilbud modtaget, hvor det er oplyst', 'Bids received, where stated'),
    deadline: instant(
      'Frist for tilbud (eller ansøgninger, hvor proceduren begynder med dem), når den står ved delaftalen',
      'Deadline for tenders (or for requests, where the procedure begins with them), when it stands with the lot'),
  },
};

export function lotFlats({ ocid, release }: FlatInput): LotFlat[] {
  const counts = bidCounts(release);
  return objects(object(release['tender'])['lots']).map((lot) => {
    const id = text(lot['id']);
    const value = amount(lot['value']);
    const period = object(lot['contractPeriod']);
    const days = Number(count(period['durationInDays']) ?? 'none');
    return {
      ocid, lot: id,
      title: wording(lot, 'title'),
      status: text(lot['status']),
      amount: value?.amount ?? null,
      currency: value?.currency ?? null,
      starts: dayOf(text(period['startDate'])),
      ends: dayOf(text(period['endDate'])),
      days: Number.isSafeInteger(days) ? days : null,
      options: isTrue(lot['hasOptions']),
      renewal: isTrue(lot['hasRenewal']),
      bids: bidsFor(counts, id),
      deadline: instantOf(text(object(lot['tenderPeriod'])['endDate'])),
    };
  });
}

export interface ItemFlat {
  readonly ocid: string;
  readonly item: string | null;
  readonly lot: string | null;
  readonly scheme: string | null;
  readonly code: string | null;
  readonly description: string | null;
  readonly quantity: string | null;
  readonly unit: string | null;
  readonly region: string | null;
}

export const ITEM_TABLE: FlatTable<ItemFlat> = {
  name: 'item',
  meaning: { da: 'Det, der udbydes, post for post', en: 'What is tendered, item by item' },
  columns: {
    ocid: OCID,
    item: textColumn('Postens id i forløbet', 'Id of the item within the process'),
    lot: textColumn('Delaftalen, når det er netop én', 'The lot, when it is exactly one'),
    scheme: textColumn('Klassifikation: CPV eller en anden', 'Classification: CPV or another'),
    code: textColumn('Kode; af CPV otte cifre uden kontrolciffer', 'Code; of CPV eight digits without the check digit'),
    description: textColumn('Beskrivelse', 'Description'),
    quantity: decimal('unit', 'Mængde i enheden', 'Quantity in the unit'),
    unit: textColumn('Enhed, som skrevet', 'Unit, as written'),
    region: textColumn('Leveringssted: NUTS-kode eller som skrevet', 'Place of delivery: NUTS code or as written'),
  },
};

export function itemFlats({ ocid, release }: FlatInput): ItemFlat[] {
  return objects(object(release['tender'])['items']).map((item) => {
    const { scheme, id } = object(item['classification']);
    const unit = object(item['unit']);
    const code = text(id);
    return {
      ocid,
      item: text(item['id']),
      lot: onlyOne(lotsOf(item)),
      scheme: text(scheme),
      code: text(scheme) === 'CPV' ? cpvCode(code) ?? code : code,
      description: wording(item, 'description'),
      quantity: decimalOf(item['quantity']),
      unit: text(unit['name']) ?? text(unit['id']),
      region: onlyOne(objects(item['deliveryAddresses']).flatMap((address) => text(address['region']) ?? [])),
    };
  });
}

/** The eight digits of a CPV code, without the check digit that some write behind them; null when it is none. */
export function cpvCode(code: string | null): string | null {
  return /^(\d{8})(?:-\d)?$/.exec(code?.trim() ?? '')?.[1] ?? null;
}
