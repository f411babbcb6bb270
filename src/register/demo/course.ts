import type { BidStory } from './bids.ts';
import type { Change, Contract } from './contract.ts';
import { centralParty, municipalityParty, type DemoRelease, type Process, type Reference } from './process.ts';
import type { Buyer, Purchase } from './purchase.ts';
import type { Chance } from './random.ts';
import type { DemoSupplier } from './suppliers.ts';
import type { Lot } from './tender.ts';

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
  readonly releases: readonly DemoRelease[];
  readonly contracts: readonly Contract[];
}

/** A purchase while it is being told. */
export interface Run {
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
