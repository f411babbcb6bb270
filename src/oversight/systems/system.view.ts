/** What the page of a system shows. Pure. */
import type { Papers } from '#register';
import { commonStatements, countStatuses, currentOf, rowsOf, type Evidence, type HoldingFound, type OverviewRow } from '../overview/rows.ts';
import type { Overview, Statement, StatementOf } from '../overview/overview.schema.ts';
import type { Status, Way } from '../overview/words.ts';
import { priceGroups, type Price, type PriceGroup, type PriceSource } from './prices.ts';
import { spokenOf, type KnownSystem } from './systems.ts';

/** A purchase whose notice names the system. */
export interface SystemPurchase extends Papers {
  /** ISO day; null: not stated. */
  readonly day: string | null;
  readonly way: Way | null;
  /** Names of the municipalities that buy. */
  readonly municipalities: readonly string[];
  /** The words of the notice round the name. */
  readonly words: string;
  /** Set up for purchases to come: what it states is no price. */
  readonly isFramework: boolean;
}

export interface Ending {
  /** ISO day: the last one on which it can end. */
  readonly day: string;
  /** As it is said: a year, a month or a day. */
  readonly said: string;
  /** Reckoned from start and duration. */
  readonly isAbout: boolean;
  readonly renewal: boolean;
  readonly kind: 'holding' | 'contract' | 'framework';
  readonly who: string;
  readonly supplier: string | null;
  readonly source: PriceSource;
}

export interface SystemView {
  readonly system: KnownSystem;
  /** What its overviews say, as one. */
  readonly spoken: Overview;
  /** Municipalities of which something is known. */
  readonly known: readonly OverviewRow[];
  readonly rest: number;
  readonly counts: ReadonlyMap<Status, number>;
  readonly common: readonly Statement[];
  readonly suppliers: readonly string[];
  /** The newest first. */
  readonly tendered: readonly SystemPurchase[];
  readonly others: readonly SystemPurchase[];
  readonly endings: readonly Ending[];
  readonly prices: readonly PriceGroup[];
}

/** Whoever bought so has published what others can learn from. */
const TENDERED: ReadonlySet<Way | null> = new Set<Way>(['tendered', 'framework', 'central', 'negotiated-with-notice']);
export const MONTHS_AHEAD = 18;

export interface SystemFound {
  readonly evidence: Evidence;
  readonly purchases: readonly SystemPurchase[];
}

/** @param municipalities names in the order of the alphabet @param today ISO date */
export function systemView(system: KnownSystem, { evidence, purchases }: SystemFound, municipalities: readonly string[], today: string): SystemView {
  const spoken = spokenOf(system);
  // By its name alone a notice says little; of a municipality that is known to have the system it says how.
  const holders = new Set(evidence.holdings.map(({ municipality }) => municipality));
  const notices = system.overviews.length > 0 ? evidence.notices : evidence.notices.filter(({ municipality }) => holders.has(municipality));
  const rows = rowsOf(spoken, municipalities, { ...evidence, notices });
  const known = rows.filter(({ status, statements, notices: own, holdings }) => status !== 'not-known' || statements.length + own.length + holdings.length > 0);
  const held = currentOf(spoken.statements).filter((statement): statement is StatementOf<'holding'> => statement.kind === 'holding');
  const newest = purchases.toSorted((one, other) => (other.day ?? '').localeCompare(one.day ?? '') || one.ocid.localeCompare(other.ocid));
  return {
    system, spoken, known, rest: rows.length - known.length, counts: countStatuses(known), common: commonStatements(spoken),
    suppliers: [...new Set([...spoken.suppliers, ...evidence.holdings.map(({ supplier }) => supplier)])],
    tendered: newest.filter(({ way }) => TENDERED.has(way)), others: newest.filter(({ way }) => !TENDERED.has(way)),
    endings: endingsOf(evidence.holdings, held, spoken, newest).filter(({ day }) => day >= today && day <= Temporal.PlainDate.from(today).add({ months: MONTHS_AHEAD }).toString())
      .toSorted((one, other) => one.day.localeCompare(other.day) || one.who.localeCompare(other.who)),
    prices: priceGroups(pricesOf(evidence.holdings, held, spoken, newest)),
  };
}

function endingsOf(holdings: readonly HoldingFound[], held: readonly StatementOf<'holding'>[], spoken: Overview, purchases: readonly SystemPurchase[]): readonly Ending[] {
  return [
    ...holdings.flatMap(({ municipality, supplier, to, source }): Ending[] => (to === null ? [] : [{ day: to, said: to, isAbout: false, renewal: false, kind: 'holding', who: municipality, supplier, source: listSource(source) }])),
    ...held.flatMap((statement): Ending[] => {
      const day = statement.to === undefined ? null : lastDayOf(statement.to);
      return day === null || statement.to === undefined ? [] : [{ day, said: statement.to, isAbout: false, renewal: false, kind: 'holding', who: partyOf(statement), supplier: null, source: sourceOf(statement, spoken) }];
    }),
    ...purchases.flatMap((purchase): Ending[] => {
      const { ocid, title, framework, contracts } = purchase;
      const common = { who: whoBuys(purchase), source: { text: title ?? ocid, ocid } };
      return [
        ...contracts.flatMap(({ ends, endsBasis, renewal, isOver, suppliers }): Ending[] => (ends === null || isOver ? [] : [{ ...common, day: ends, said: ends, isAbout: endsBasis === 'computed', renewal, kind: 'contract', supplier: suppliers.join(', ') || null }])),
        ...(framework === null ? [] : [{ ...common, day: framework.ends, said: framework.ends, isAbout: framework.endsBasis === 'computed', renewal: false, kind: 'framework', supplier: null } as const]),
      ];
    }),
  ];
}

function pricesOf(holdings: readonly HoldingFound[], held: readonly StatementOf<'holding'>[], spoken: Overview, purchases: readonly SystemPurchase[]): readonly Price[] {
  return [
    ...holdings.flatMap(({ municipality, supplier, from, to, amount, currency, basis, source }): Price[] => (amount === null ? [] : [{ value: { amount, currency }, kind: basis ?? 'unsaid', who: municipality, supplier, from, to, source: listSource(source) }])),
    ...held.flatMap((statement): Price[] => (statement.amount === undefined ? [] : [{
      value: { amount: statement.amount, currency: statement.currency ?? null }, kind: statement.basis ?? 'unsaid', who: partyOf(statement), supplier: null, from: statement.from ?? statement.date ?? null, to: statement.to ?? null, source: sourceOf(statement, spoken),
    }])),
    ...purchases.filter(({ isFramework }) => !isFramework).flatMap((purchase) => purchase.contracts.flatMap(({ value, suppliers, starts, ends, isOver }): Price[] => (value === null || isOver ? [] : [{
      value, kind: 'contract', who: whoBuys(purchase), supplier: suppliers.join(', ') || null, from: starts, to: ends, source: { text: purchase.title ?? purchase.ocid, ocid: purchase.ocid },
    }]))),
  ];
}

function partyOf({ about }: StatementOf<'holding'>): string {
  return 'municipality' in about ? about.municipality : '';
}

export function whoBuys({ municipalities, buyer }: Pick<SystemPurchase, 'municipalities' | 'buyer'>): string {
  return municipalities.length > 0 ? municipalities.join(', ') : buyer ?? '';
}

/** Of a row of a list: an address, or words. */
export function listSource(text: string): PriceSource {
  return /^https?:\/\/\S+$/.test(text) ? { text, url: text } : { text };
}

function sourceOf({ sources }: Statement, spoken: Overview): PriceSource {
  const source = spoken.sources.find(({ id }) => id === sources[0]);
  return source === undefined ? { text: '' } : { text: source.publisher, url: source.url };
}

/** Of a year, a month or a day, its last day; null: there is no such day. */
export function lastDayOf(when: string): string | null {
  try {
    if (when.length === 4) return Temporal.PlainDate.from(`${when}-12-31`).toString();
    return when.length === 7 ? Temporal.PlainDate.from(`${when}-01`).add({ months: 1 }).subtract({ days: 1 }).toString() : Temporal.PlainDate.from(when).toString();
  } catch {
    return null;
  }
}
