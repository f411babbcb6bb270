import { amount, lotsOf, object, objects, text } from '../dirty.ts';
import { instantOf } from '../instant.ts';
import { dayOf, linksOf, onlyOne, type FlatInput } from './reading.ts';
import { AMOUNT, CURRENCY, OCID, ORGANISATION, date, instant, integer, text as textColumn, type FlatTable } from './table.ts';

export interface BidFlat {
  readonly ocid: string;
  readonly bid: string | null;
  readonly lot: string | null;
  readonly lots: number;
  readonly status: string | null;
  readonly date: string | null;
  readonly received: string | null;
  readonly amount: string | null;
  readonly currency: string | null;
}

export const BID_TABLE: FlatTable<BidFlat> = {
  name: 'bid',
  meaning: {
    da: 'Et tilbud, som en bekendtgørelse nævner; europæiske bekendtgørelser nævner som regel kun de vindende',
    en: 'A bid that a notice names; European notices mostly name the winning ones alone',
  },
  columns: {
    ocid: OCID,
    bid: textColumn('Tilbuddets id i forløbet', 'Id of the bid within the process'),
    lot: textColumn('Delaftalen, når det er netop én', 'The lot, when it is exactly one'),
    lots: integer('lots', 'Delaftaler, tilbuddet gælder', 'Lots that the bid is for'),
    status: textColumn('Status (OCDS bidStatus)', 'Status (OCDS bidStatus)'),
    date: date('Dato', 'Date'),
    received: instant('Tidspunktet, det blev modtaget (OCDS date), når det bærer et klokkeslæt', 'When it was received (OCDS date), where a time of day is stated'),
    amount: AMOUNT,
    currency: CURRENCY,
  },
};

export function bidFlats({ ocid, release }: FlatInput): BidFlat[] {
  return objects(object(release['bids'])['details']).map((bid) => {
    const value = amount(bid['value']);
    const lots = lotsOf(bid);
    return {
      ocid,
      bid: text(bid['id']),
      lot: onlyOne(lots),
      lots: lots.length,
      status: text(bid['status']),
      date: dayOf(text(bid['date'])),
      received: receivedAt(text(bid['date'])),
      amount: value?.amount ?? null,
      currency: value?.currency ?? null,
    };
  });
}

/** A day alone says nothing of the hour. */
function receivedAt(date: string | null): string | null {
  return date !== null && date.length > 10 ? instantOf(date) : null;
}

export interface BidTendererFlat {
  readonly ocid: string;
  readonly bid: string | null;
  readonly organisation: string;
}

export const BID_TENDERER_TABLE: FlatTable<BidTendererFlat> = {
  name: 'bid_tenderer',
  meaning: { da: 'Hvem der står bag et tilbud', en: 'Who made a bid' },
  columns: { ocid: OCID, bid: textColumn('Tilbuddets id i forløbet', 'Id of the bid within the process'), organisation: ORGANISATION },
};

export function bidTendererFlats({ ocid, release, parties }: FlatInput): BidTendererFlat[] {
  return objects(object(release['bids'])['details']).flatMap((bid) =>
    linksOf(bid, 'tenderers', parties).map(({ key }) => ({ ocid, bid: text(bid['id']), organisation: key ?? '' })));
}
