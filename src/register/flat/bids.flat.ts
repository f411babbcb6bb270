import { amount, lotsOf, object, objects, text } from '../dirty.ts';
import { dayOf, linksOf, onlyOne, type FlatInput } from './reading.ts';
import { AMOUNT, CURRENCY, OCID, ORGANISATION, date, integer, text as textColumn, type FlatTable } from './table.ts';

export interface BidFlat {
  readonly ocid: string;
  readonly bid: string | null;
  readonly lot: string | null;
  readonly lots: number;
  readonly status: string | null;
  readonly date: string | null;
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
      amount: value?.amount ?? null,
      currency: value?.currency ?? null,
    };
  });
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
