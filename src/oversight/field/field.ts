/** A row for each buyer of a field, out of notices alone: how each purchase was made, how far it has come, and what the buyer says of it. Pure. */
import type { FieldBuyer, FieldPurchase, NoticeKind } from '#register';
import { wayOf } from '../overview/evidence.store.ts';

/** How a purchase was made, as its notices say; or what they tell instead. */
export const FIELD_STATUSES = ['without-notice', 'framework', 'negotiated-with-notice', 'tendered', 'announced', 'qualification', 'changed', 'not-known'] as const;
export type FieldStatus = (typeof FIELD_STATUSES)[number];

/** How far it has come, as far as the register knows. */
export type FieldStage = 'announced' | 'open' | 'closed' | 'no-deadline' | 'intended' | 'awarded' | 'no-winner' | 'changed';

export interface PurchaseRow extends FieldPurchase {
  readonly status: FieldStatus;
  readonly stage: FieldStage;
}

/** In which role the notices of a row were found. */
export interface Searches {
  readonly own: number;
  readonly joint: number;
  readonly central: number;
}

export interface FieldRow {
  readonly buyer: FieldBuyer;
  /** That of the newest purchase. */
  readonly status: FieldStatus;
  /** Newest first. */
  readonly purchases: readonly PurchaseRow[];
  readonly searches: Searches;
}

const PLANS: ReadonlySet<NoticeKind> = new Set(['plan', 'plan-shortens', 'plan-profile', 'consultation']);
const RESULTS: ReadonlySet<NoticeKind> = new Set(['result', 'result-none', 'result-contest', 'completion']);
const COURSE: ReadonlySet<NoticeKind> = new Set(['modification', 'implementation', 'completion']);

/** @param today ISO date: whether bids may still come */
export function fieldRows(purchases: readonly FieldPurchase[], period: { readonly from: string; readonly to?: string }, today: string): readonly FieldRow[] {
  const within = purchases.filter(({ day }) => day !== null && day >= period.from && (period.to === undefined || day <= period.to))
    .map((purchase): PurchaseRow => ({ ...purchase, status: statusOf(purchase), stage: stageOf(purchase, today) }))
    .toSorted((one, other) => (other.day ?? '').localeCompare(one.day ?? '') || one.ocid.localeCompare(other.ocid));
  const pairs = within.flatMap((purchase) => purchase.buyers.map((buyer) => ({ buyer, purchase })));
  const rows = [...Map.groupBy(pairs, ({ buyer }) => buyer.key).values()].map((own): FieldRow => {
    const [newest] = own;
    const bought = own.map(({ purchase }) => purchase);
    if (newest === undefined) throw new Error('A group of buyers is empty.');
    return {
      buyer: { ...newest.buyer, legalKind: own.map(({ buyer }) => buyer.legalKind).find((kind) => kind !== null) ?? null },
      status: newest.purchase.status, purchases: bought, searches: searchesOf(bought),
    };
  });
  return rows.toSorted((one, other) => one.buyer.country.localeCompare(other.buyer.country) || collator.compare(one.buyer.name, other.buyer.name) || one.buyer.key.localeCompare(other.buyer.key));
}

const collator = new Intl.Collator('da');

export function searchesOf(purchases: readonly FieldPurchase[]): Searches {
  return {
    own: purchases.filter(({ isJoint, isCentral }) => !isJoint && !isCentral).length,
    joint: purchases.filter(({ isJoint, isCentral }) => isJoint && !isCentral).length,
    central: purchases.filter(({ isCentral }) => isCentral).length,
  };
}

function statusOf(purchase: FieldPurchase): FieldStatus {
  const way = wayOf(purchase);
  if (way === 'without-notice' || way === 'framework' || way === 'negotiated-with-notice' || way === 'tendered') return way;
  const kinds = kindsOf(purchase);
  if (kinds.length > 0 && kinds.every((kind) => PLANS.has(kind))) return 'announced';
  if (kinds.includes('qualification')) return 'qualification';
  return kinds.length > 0 && kinds.every((kind) => COURSE.has(kind)) ? 'changed' : 'not-known';
}

function stageOf(purchase: FieldPurchase, today: string): FieldStage {
  const kinds = kindsOf(purchase);
  if (kinds.some((kind) => RESULTS.has(kind))) return purchase.suppliers.length > 0 ? 'awarded' : 'no-winner';
  if (kinds.includes('ex-ante')) return 'intended';
  if (kinds.length > 0 && kinds.every((kind) => PLANS.has(kind))) return 'announced';
  if (kinds.includes('modification')) return 'changed';
  if (purchase.deadline === null) return 'no-deadline';
  return purchase.deadline >= today ? 'open' : 'closed';
}

/** A correction tells nothing of its own. */
function kindsOf({ notices }: FieldPurchase): readonly NoticeKind[] {
  return notices.map(({ kind }) => kind).filter((kind) => kind !== 'correction');
}

export function countFieldStatuses(rows: readonly FieldRow[]): ReadonlyMap<FieldStatus, number> {
  return new Map(FIELD_STATUSES.map((status) => [status, rows.filter((row) => row.status === status).length] as const).filter(([, count]) => count > 0));
}
