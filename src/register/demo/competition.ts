import type { JsonObject } from '#base';
import { bestOf, bidId, bidsSection, howMany, placeBids, type Bid, type BidStory } from './bids.ts';
import { contractSection, periodSection, publishChanges, usualChanges, type Change, type Contract } from './contract.ts';
import { moment, nextMonth, officeDay } from './dates.ts';
import { KINDS } from './kinds.ts';
import { centralParty, municipalityParty, startProcess, supplierParty, type Process, type Reference } from './process.ts';
import type { Buyer, Purchase } from './purchase.ts';
import { chance, type Chance } from './random.ts';
import { suppliersIn, type DemoSupplier } from './suppliers.ts';
import { divide, dkk, items, tenderSection, type Lot, type Terms } from './tender.ts';

/** What a story fixes about the course of a purchase; the rest is left to chance. */
export interface Course {
  readonly bidders?: readonly DemoSupplier[];
  readonly winner?: DemoSupplier;
  readonly bidStory?: BidStory;
  /** Days from the notice to the time limit. */
  readonly days?: number;
  /** The notice goes out on exactly this day, open or not. */
  readonly exactDay?: boolean;
  readonly planned?: boolean;
  readonly outcome?: 'awarded' | 'cancelled';
  readonly changes?: (contract: Contract) => readonly Change[];
  readonly related?: readonly { readonly relationship: string; readonly ocid: string; readonly title: string }[];
}

export interface Told {
  readonly ocid: string;
  readonly title: string;
  readonly releases: readonly JsonObject[];
  readonly contracts: readonly Contract[];
}

interface Run {
  readonly purchase: Purchase;
  readonly course: Course;
  readonly chances: Chance;
  readonly process: Process;
  readonly buyer: Reference;
  readonly lots: readonly Lot[];
}

/** Enters who buys; gives the one that leads. */
export function enterBuyer(process: Process, buyer: Buyer): Reference {
  const [lead] = buyer.municipalities;
  const first = buyer.central || lead === undefined ? centralParty() : municipalityParty(lead);
  const reference = process.refer(first, 'buyer');
  process.refer(first, 'procuringEntity');
  if (buyer.central) process.refer(first, 'centralPurchasingBody');
  for (const place of buyer.municipalities) process.refer(municipalityParty(place), 'buyer');
  return reference;
}

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

interface Invitation {
  readonly terms: Terms;
  readonly deadline: Temporal.PlainDate;
}

function invite(run: Run): Invitation {
  const { purchase, course, chances, process, buyer, lots } = run;
  const kind = KINDS[purchase.kind];
  const criteria = chances.between(0, 3);
  const published = course.exactDay ? purchase.published : officeDay(purchase.published);
  if (course.planned ?? (kind.eu && chances.percent(24))) plan(run, published, criteria);
  const applications = kind.applications && officeDay(published.add({ days: chances.between(...kind.applications) }));
  let deadline = officeDay(published.add({ days: course.days ?? chances.between(...kind.days) }));
  const start = nextMonth(deadline.add({ days: kind.eu ? 95 : 55 }));
  const end = start.add({ years: purchase.years }).subtract({ days: 1 });
  const latest = purchase.optionYears === 0 ? null : start.add({ years: purchase.years + purchase.optionYears }).subtract({ days: 1 });
  const at = process.at(published);
  const base: Terms = {
    status: 'active',
    lots,
    start: at,
    deadline: moment(deadline, 12),
    ...(applications ? { applications: moment(applications, 12) } : {}),
    contract: { start: moment(start, 12), end: moment(end, 12), latest: latest && moment(latest, 12) },
    criteria,
  };
  process.publish(at, ['tender'], { buyer, tender: tenderSection(purchase, buyer, base) });
  if (!kind.eu || course.days !== undefined || !chances.percent(13)) return { terms: base, deadline };
  const amended = officeDay(deadline.subtract({ days: chances.between(9, 14) }));
  const before = deadline;
  deadline = officeDay(deadline.add({ days: chances.between(7, 14) }));
  const terms: Terms = { ...base, deadline: moment(deadline, 12) };
  const on = process.at(amended);
  const amendment = {
    id: '1',
    date: on,
    rationale: chances.pick(QUESTIONS),
    description: `Fristen for tilbud er flyttet fra den ${dateText(before)} til den ${dateText(deadline)}.`,
  };
  process.publish(on, ['tenderAmendment'], { buyer, tender: { ...tenderSection(purchase, buyer, terms), amendments: [amendment] } });
  return { terms, deadline };
}

const QUESTIONS = [
  'Svar på spørgsmål har ændret kravene til konvertering, og tilbudsgiverne skal have tid til at indregne det.',
  'Et bilag om nuværende datamængder manglede i materialet og er nu lagt frem.',
  'Flere tilbudsgivere har bedt om længere tid, og kommunen ønsker så mange tilbud som muligt.',
] as const;

function plan(run: Run, published: Temporal.PlainDate, criteria: number): void {
  const { purchase, chances, process, buyer, lots } = run;
  const on = process.at(officeDay(published.subtract({ days: chances.between(60, 150) })));
  process.publish(on, ['planning'], {
    buyer,
    planning: {
      rationale: 'Vejledende forhåndsmeddelelse. Der inviteres til markedsdialog om krav, tidsplan og opdeling, før materialet skrives færdigt.',
      budget: { description: 'Anslået værdi uden moms og optioner', amount: dkk(purchase.value) },
    },
    tender: tenderSection(purchase, buyer, { status: 'planned', lots, criteria }),
  });
}

function cancel(run: Run, terms: Terms, deadline: Temporal.PlainDate): void {
  const { purchase, chances, process, buyer } = run;
  const on = process.at(officeDay(deadline.add({ days: chances.between(4, 25) })));
  const tender = tenderSection(purchase, buyer, { ...terms, status: 'cancelled', statusDetails: chances.pick(CANCELLED) });
  process.publish(on, ['tenderCancellation'], { buyer, tender });
}

const CANCELLED = [
  'Annulleret: de modtagne tilbud oversteg den økonomiske ramme.',
  'Annulleret: der var en fejl i evalueringsmodellen, og udbuddet gennemføres på ny.',
  'Annulleret: ingen af tilbuddene opfyldte mindstekravene.',
  'Annulleret: byrådet har besluttet at vente på en fælles løsning.',
] as const;

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
  const date = (instant: string): Temporal.PlainDate => Temporal.PlainDate.from(instant.slice(0, 10));
  if (!terms.contract) throw new Error('A contract needs the period that the notice stated.');
  const { start, end, latest } = terms.contract;
  return {
    id: `${purchase.key}-K${index + 1}`,
    awardId: `${purchase.key}-A${bid.lot.id.slice(-1)}`,
    title: `Kontrakt: ${bid.lot.title}`,
    lots: [bid.lot],
    signed,
    start: date(start),
    end: date(end),
    latestEnd: latest === null ? null : date(latest),
    value: bid.amount,
  };
}

function dateText(date: Temporal.PlainDate): string {
  return `${date.day}.${date.month}.${date.year}`;
}
