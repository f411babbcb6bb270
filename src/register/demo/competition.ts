import type { JsonObject } from '#base';
import { bestOf, bidId, bidsSection, howMany, placeBids, type Bid } from './bids.ts';
import { contractSection, periodSection, publishChanges, usualChanges, type Contract } from './contract.ts';
import { enterBuyer, type Course, type Run, type Told } from './course.ts';
import { moment, officeDay } from './dates.ts';
import { KINDS } from './kinds.ts';
import { cancel, invite } from './notices.ts';
import { startProcess, supplierParty, type Reference } from './process.ts';
import type { Purchase } from './purchase.ts';
import { chance } from './random.ts';
import { suppliersIn, type DemoSupplier } from './suppliers.ts';
import { divide, dkk, items, tenderSection, type Terms } from './tender.ts';

/** Tells a purchase by competition from the first notice to the last change. */
export function competition(purchase: Purchase, course: Course = {}): Told {
  const chances = chance(`${purchase.key}/course`);
  const process = startProcess(purchase.key);
  const run: Run = { purchase, course, chances, process, buyer: enterBuyer(process, purchase.buyer), lots: divide(purchase, chances) };
  for (const one of course.related ?? []) process.relate(one.relationship, one);
  const { terms, deadline } = invite(run);
  const cancelled = course.outcome === undefined ? KINDS[purchase.kind].eu && chances.percent(7) : course.outcome === 'cancelled';
  if (cancelled) cancel(run, terms, deadline);
  const contracts = cancelled ? [] : award(run, terms, deadline);
  return { ocid: process.ocid, title: purchase.title, releases: process.releases, contracts };
}

function award(run: Run, terms: Terms, deadline: Temporal.PlainDate): readonly Contract[] {
  const { purchase, course, chances, process, buyer, lots } = run;
  const kind = KINDS[purchase.kind];
  const bids = lots.flatMap((lot) => placeBids(lot, biddersFor(run), deadline, chances, course.bidStory));
  const tenderer = (supplier: DemoSupplier): Reference => process.refer(supplierParty(supplier), 'tenderer');
  const applicants = kind.applications ? new Set(bids.map((bid) => bid.supplier)).size + chances.between(0, 3) : null;
  const bidding = bidsSection(bids, lots, tenderer, applicants);
  const winners = lots.map((lot) => winnerOf(run, bids.filter((bid) => bid.lot.id === lot.id)));
  const decided = officeDay(deadline.add({ days: chances.between(...kind.evaluation) }));
  const signed = officeDay(decided.add({ days: kind.eu ? chances.between(11, 20) : chances.between(2, 9) }));
  const contracts = winners.map((bid, i) => contractOf(run, bid, i, signed, terms));
  const awards = winners.map((bid, i) => awardSection(run, bid, contracts[i], decided));
  const tenderers = [...new Set(bids.map((bid) => bid.supplier))].map(tenderer);
  const tender = { ...tenderSection(purchase, buyer, { ...terms, status: 'complete' }), numberOfTenderers: tenderers.length, tenderers };
  const signedSections = contracts.map((contract) => contractSection(purchase, contract));
  if (kind.eu && chances.percent(40)) {
    process.publish(process.at(officeDay(decided.add({ days: 1 }))), ['award'], { buyer, tender, bids: bidding, awards });
    process.publish(process.at(officeDay(signed.add({ days: chances.between(2, 15) }))), ['contract'], { buyer, contracts: signedSections });
  } else {
    process.publish(process.at(officeDay(signed.add({ days: chances.between(2, 18) }))), ['award', 'contract'], { buyer, tender, bids: bidding, awards, contracts: signedSections });
  }
  const [only] = contracts;
  if (contracts.length !== 1 || !only) return contracts;
  return [publishChanges(process, purchase, only, course.changes?.(only) ?? usualChanges(purchase, only, chances))];
}

function biddersFor({ purchase, course, chances }: Run): readonly DemoSupplier[] {
  if (course.bidders) return course.bidders;
  const all = suppliersIn(purchase.subject.field);
  // The largest houses leave the small purchases to others, and the small ones cannot lift the largest.
  const fitting = all.filter((one) => (purchase.value < 1_500_000 ? one.size !== 'large' : purchase.value > 6_000_000 ? one.size !== 'small' : true));
  const wanted = Math.max(howMany(chances), course.bidStory ? 3 : 1);
  return chances.some(fitting.length >= Math.min(wanted, 3) ? fitting : all, wanted);
}

function winnerOf({ course, chances }: Run, bids: readonly Bid[]): Bid {
  return bids.find((bid) => bid.supplier === course.winner) ?? (course.bidStory ? bids[0] : undefined) ?? bestOf(bids, chances);
}

function awardSection({ purchase, process }: Run, bid: Bid, contract: Contract | undefined, decided: Temporal.PlainDate): JsonObject {
  return {
    id: `${purchase.key}-A${bid.lot.id.slice(-1)}`,
    title: bid.lot.title,
    status: 'active',
    date: moment(decided, 12),
    value: dkk(bid.amount),
    suppliers: [process.refer(supplierParty(bid.supplier), 'supplier')],
    items: items(purchase, [bid.lot]),
    relatedLots: [bid.lot.id],
    relatedBids: [bidId(bid)],
    ...(contract ? { contractPeriod: periodSection(contract) } : {}),
  };
}

function contractOf({ purchase }: Run, bid: Bid, index: number, signed: Temporal.PlainDate, terms: Terms): Contract {
  if (!terms.contract) throw new Error('A contract needs the period that the notice stated.');
  const { start, end, latest } = terms.contract;
  return {
    id: `${purchase.key}-K${index + 1}`,
    awardId: `${purchase.key}-A${bid.lot.id.slice(-1)}`,
    title: `Kontrakt om ${inSentence(purchase, bid)}`,
    lots: [bid.lot],
    signed,
    start: dateOf(start),
    end: dateOf(end),
    latestEnd: latest === null ? null : dateOf(latest),
    value: bid.amount,
  };
}

/** What the contract is about, without the buyer's name and as it stands inside a sentence. */
function inSentence({ title, subject }: Purchase, { lot }: Bid): string {
  return lot.title === title ? subject.titles[0] : lot.title.charAt(0).toLowerCase() + lot.title.slice(1);
}

/** These instants are at noon in Copenhagen, so the date is the same in UTC. */
function dateOf(instant: string): Temporal.PlainDate {
  return Temporal.PlainDate.from(instant.slice(0, 10));
}
