import type { JsonObject } from '#base';
import { bidsSection, bidId, placeBids } from './bids.ts';
import { enterBuyer, type Told } from './course.ts';
import { moment, nextMonth, officeDay } from './dates.ts';
import { startProcess, supplierParty } from './process.ts';
import type { Purchase } from './purchase.ts';
import { chance } from './random.ts';
import type { DemoSupplier } from './suppliers.ts';
import { dkk, items, tenderSection, type Lot } from './tender.ts';

export interface FrameworkTerms {
  readonly bidders: readonly DemoSupplier[];
  /** How many get a place. */
  readonly places: number;
  /** What all call-offs together may come to; the purchase's own value is the estimate. DKK. */
  readonly maximum: number;
  readonly method: 'withReopeningCompetition' | 'withoutReopeningCompetition' | 'withAndWithoutReopeningCompetition';
  readonly users: string;
}

export interface Framework extends Told {
  readonly suppliers: readonly DemoSupplier[];
  readonly from: Temporal.PlainDate;
  readonly to: Temporal.PlainDate;
}

/** Tells a framework agreement: the notice with its maximum, and the suppliers that get a place. */
export function framework(purchase: Purchase, terms: FrameworkTerms): Framework {
  const chances = chance(`${purchase.key}/course`);
  const process = startProcess(purchase.key);
  const buyer = enterBuyer(process, purchase.buyer);
  const published = officeDay(purchase.published);
  const deadline = officeDay(published.add({ days: chances.between(40, 52) }));
  const from = nextMonth(deadline.add({ days: 100 }));
  const to = from.add({ years: purchase.years }).subtract({ days: 1 });
  const lot: Lot = { id: 'LOT-0001', title: purchase.title, value: purchase.value };
  const period = { startDate: moment(from, 12), endDate: moment(to, 12) };
  const techniques: JsonObject = {
    hasFrameworkAgreement: true,
    frameworkAgreement: { method: terms.method, maximumParticipants: terms.places, value: dkk(terms.maximum), period, buyerCategories: terms.users },
  };
  const at = process.at(published);
  const section = (status: string): JsonObject => tenderSection(purchase, buyer, {
    status, lots: [lot], start: at, deadline: moment(deadline, 12), contract: { start: period.startDate, end: period.endDate, latest: null }, criteria: 1, techniques,
  });
  process.publish(at, ['tender'], { buyer, tender: section('active') });
  const bids = placeBids(lot, terms.bidders, deadline, chances);
  const tenderers = terms.bidders.map((one) => process.refer(supplierParty(one), 'tenderer'));
  const winners = bids.slice(0, terms.places);
  const decided = officeDay(deadline.add({ days: chances.between(30, 50) }));
  const awards = winners.map((bid, i) => ({
    id: `${purchase.key}-A${i + 1}`,
    title: `Plads på rammeaftalen: ${purchase.title}`,
    status: 'active',
    date: moment(decided, 12),
    suppliers: [process.refer(supplierParty(bid.supplier), 'supplier')],
    items: items(purchase, [lot]),
    relatedLots: [lot.id],
    relatedBids: [bidId(bid)],
    estimatedValue: dkk(purchase.value),
    maximumValue: dkk(terms.maximum),
    contractPeriod: period,
  }));
  process.publish(process.at(officeDay(decided.add({ days: chances.between(14, 28) }))), ['award'], {
    buyer,
    tender: { ...section('complete'), numberOfTenderers: tenderers.length, tenderers },
    bids: bidsSection(bids, [lot], (one) => process.refer(supplierParty(one), 'tenderer'), null),
    awards,
  });
  return { ocid: process.ocid, title: purchase.title, releases: process.releases, contracts: [], suppliers: winners.map((bid) => bid.supplier), from, to };
}
