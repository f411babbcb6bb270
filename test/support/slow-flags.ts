/**
 * The eleven indicators once more: release by release, without SQL and in the words of their definitions, for tests to hold the fast ones
 * against. Reads values that JSON.parse gave.
 */
type Any = unknown;
type Flags = Record<string, Record<string, Record<string, number | null>>>;

export interface SlowSettings {
  readonly currency?: string;
  readonly no_price_comparison_procurement_methods?: readonly string[];
  readonly price_comparison_procurement_methods?: readonly string[];
  readonly exclusions?: readonly string[];
  readonly R003?: { readonly threshold?: number; readonly procurement_methods?: readonly string[]; readonly procurement_method_details?: Readonly<Record<string, number>> };
  readonly R018?: { readonly procurement_methods?: readonly string[] };
  readonly R024?: { readonly threshold?: number };
  readonly R025?: { readonly percentile?: number; readonly threshold?: number };
  readonly R028?: object;
  readonly R030?: object;
  readonly R035?: { readonly threshold?: number };
  readonly R036?: object;
  readonly R038?: { readonly threshold?: number; readonly minimum_submitted_bids?: number; readonly minimum_contracting_processes?: number };
  readonly R048?: { readonly digits?: number; readonly threshold?: number; readonly minimum_contracting_processes?: number };
  readonly R058?: { readonly threshold?: number };
}

interface Margin { readonly d: number; readonly winner: string; readonly other: string }
interface Share { part: number; whole: number }

const get = (value: Any, key: string): Any => (typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, Any>)[key] : undefined);
const arrayAt = (value: Any, key: string): readonly Any[] | null => {
  const found = get(value, key);
  return Array.isArray(found) ? (found as readonly Any[]) : null;
};
const textAt = (value: Any, key: string): string | null => {
  const found = get(value, key);
  return typeof found === 'string' ? found : null;
};
const ids = (organisations: readonly Any[] | null): string[] => (organisations ?? []).flatMap((one) => textAt(one, 'id') ?? []);
const details = (release: Any): readonly Any[] | null => arrayAt(get(release, 'bids'), 'details');
const active = (release: Any): readonly Any[] => (arrayAt(release, 'awards') ?? []).filter((award) => textAt(award, 'status') === 'active');

function price(bid: Any): { amount: number; currency: string } | null {
  const amount = get(get(bid, 'value'), 'amount');
  const currency = textAt(get(bid, 'value'), 'currency');
  return typeof amount === 'number' && currency !== null ? { amount, currency } : null;
}

function submitted(release: Any): readonly Any[] {
  return (details(release) ?? []).filter((bid) => !['invited', 'withdrawn', null].includes(textAt(bid, 'status')));
}

function isFinal(release: Any): boolean {
  const awards = arrayAt(release, 'awards');
  return awards !== null && details(release) !== null && awards.every((award) => ['active', 'cancelled', 'unsuccessful', null].includes(textAt(award, 'status')));
}

function soleWinner(release: Any): string | null {
  const awards = active(release);
  const suppliers = arrayAt(awards[0], 'suppliers');
  return isFinal(release) && awards.length === 1 && suppliers?.length === 1 ? (ids(suppliers)[0] ?? null) : null;
}

function soleTenderer(bid: Any): string | null {
  const tenderers = arrayAt(bid, 'tenderers');
  return tenderers?.length === 1 ? (ids(tenderers)[0] ?? null) : null;
}

/** Whole days between two RFC 3339 texts, cut towards nought; null when one of them is none. */
function daysBetween(from: string | null, to: string | null): number | null {
  const form = /^\d{4}-\d\d-\d\d[Tt ]\d\d:\d\d:\d\d(\.\d+)?([Zz]|[+-]\d\d:\d\d)$/;
  if (from === null || to === null || !form.test(from) || !form.test(to)) return null;
  try {
    return Math.trunc(Number(Temporal.Instant.from(to).epochNanoseconds - Temporal.Instant.from(from).epochNanoseconds) / 86_400e9);
  } catch {
    return null;
  }
}

function quantile(values: readonly number[], p: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const h = (sorted.length + 1 / 3) * p + 1 / 3;
  const place = Math.floor(h);
  if (place < 1 || p === 0) return sorted[0] ?? Number.NaN;
  if (place >= sorted.length) return sorted.at(-1) ?? Number.NaN;
  const low = sorted[place - 1] ?? Number.NaN;
  return low + (h - place) * ((sorted[place] ?? Number.NaN) - low);
}

/** The number as an exact fraction: a whole number over a power of two. */
function exact(value: number): readonly [bigint, number] {
  let scale = 0;
  let scaled = value;
  for (; !Number.isInteger(scaled); scale++) scaled *= 2;
  return [BigInt(scaled), scale];
}

/** a + b × c, rounded once. */
function fused(a: number, b: number, c: number): number {
  if (![a, b, c].every(Number.isFinite)) return a + b * c;
  const [x, xs] = exact(a);
  const [y, ys] = exact(b);
  const [z, zs] = exact(c);
  const most = Math.max(xs, ys + zs);
  return Number((x << BigInt(most - xs)) + ((y * z) << BigInt(most - ys - zs))) / 2 ** most;
}

function fences(values: readonly number[]): { q1: number; low: number; high: number } {
  const q1 = quantile(values, 0.25);
  const q3 = quantile(values, 0.75);
  return { q1, low: fused(q1, q3 - q1, -1.5), high: fused(q3, q3 - q1, 1.5) };
}

/** @param releases one for each line */
export function slowFlags(releases: readonly Any[], settings: SlowSettings): Flags {
  const flags: Flags = {};
  const flag = (kind: string, id: string, code: string, value: number): void => {
    ((flags[kind] ??= {})[id] ??= {})[code] = Number.isFinite(value) ? value : null;
  };
  const add = (shares: Map<string, Share>, id: string, part: number, whole: number): void => {
    const share = shares.get(id) ?? { part: 0, whole: 0 };
    shares.set(id, { part: share.part + part, whole: share.whole + whole });
  };
  let { currency } = settings;
  const margins = new Map<string, Margin>();
  const entered = new Map<string, Share>();
  const disqualified = { Buyer: new Map<string, Share>(), ProcuringEntity: new Map<string, Share>(), Tenderer: new Map<string, Share>() };
  const kinds = new Map<string, { processes: Set<number>; codes: Set<string> }>();

  for (const [line, release] of releases.entries()) {
    const ocid = textAt(release, 'ocid');
    const tender = get(release, 'tender');
    const method = textAt(tender, 'procurementMethod');
    const procedure = textAt(tender, 'procurementMethodDetails');
    if (ocid === null || textAt(tender, 'status') === 'cancelled' || (procedure !== null && settings.exclusions?.includes(procedure))) continue;
    const allowed = settings.price_comparison_procurement_methods ?? [];
    const compares = allowed.length > 0 ? procedure !== null && allowed.includes(procedure)
      : procedure === null || !(settings.no_price_comparison_procurement_methods ?? []).includes(procedure);
    const valid = (details(release) ?? []).filter((bid) => textAt(bid, 'status') === 'valid');
    const winner = soleWinner(release);
    const winners = new Set(active(release).flatMap((award) => ids(arrayAt(award, 'suppliers'))));

    if ((settings.R024 ?? settings.R058) !== undefined && compares && winner !== null) {
      let won: number | null = null;
      let next: { amount: number; id: string } | null = null;
      for (const bid of valid) {
        const id = soleTenderer(bid);
        const asked = price(bid);
        if (id === null || asked === null) continue;
        currency ??= asked.currency;
        if (asked.currency !== currency) continue;
        if (id === winner) won = Math.min(won ?? Infinity, asked.amount);
        else if (next === null || asked.amount < next.amount) next = { amount: asked.amount, id };
      }
      if (won !== null && next !== null && next.amount >= won) margins.set(ocid, { d: (next.amount - won) / won, winner, other: next.id });
    }
    if (settings.R003 !== undefined) {
      const period = get(tender, 'tenderPeriod');
      const length = daysBetween(textAt(period, 'startDate'), textAt(period, 'endDate'));
      const methods = settings.R003.procurement_methods ?? [];
      const own = procedure === null ? undefined : settings.R003.procurement_method_details?.[procedure];
      if (length !== null && (methods.length === 0 || (method !== null && methods.includes(method))) && length < (own ?? settings.R003.threshold ?? 15)) flag('OCID', ocid, 'R003', 1);
    }
    if (settings.R018 !== undefined) {
      const methods = settings.R018.procurement_methods ?? ['open', 'selective'];
      if (get(tender, 'numberOfTenderers') === 1 && (methods.length === 0 || (method !== null && methods.includes(method)))) flag('OCID', ocid, 'R018', 1);
    }
    if (winner !== null) for (const id of new Set(valid.flatMap((bid) => soleTenderer(bid) ?? []))) add(entered, id, id === winner ? 1 : 0, 1);
    if (settings.R028 !== undefined && compares) {
      const latest = new Map<string, Set<string>>();
      for (const bid of submitted(release)) {
        const asked = price(bid);
        const bidders = new Set(ids(arrayAt(bid, 'tenderers')));
        if (asked === null || bidders.size === 0) continue;
        const key = JSON.stringify([asked.amount + 0, asked.currency]);
        const before = latest.get(key);
        if (before !== undefined && before.symmetricDifference(bidders).size > 0) {
          flag('OCID', ocid, 'R028', 1);
          for (const id of before.union(bidders)) flag('Tenderer', id, 'R028', 1);
        }
        latest.set(key, bidders);
      }
    }
    const closes = textAt(get(tender, 'tenderPeriod'), 'endDate');
    if (settings.R030 !== undefined && closes !== null) {
      for (const bid of valid) {
        const date = textAt(bid, 'date');
        if (date === null || Buffer.compare(Buffer.from(date), Buffer.from(closes)) <= 0) continue;
        for (const id of ids(arrayAt(bid, 'tenderers')).filter((one) => winners.has(one))) {
          flag('OCID', ocid, 'R030', 1);
          flag('Tenderer', id, 'R030', 1);
        }
      }
    }
    if (settings.R035 !== undefined && isFinal(release)) {
      const left = new Set(valid.flatMap((bid) => ids(arrayAt(bid, 'tenderers'))));
      const [only = ''] = left;
      const out = new Set((details(release) ?? []).filter((bid) => textAt(bid, 'status') === 'disqualified').flatMap((bid) => ids(arrayAt(bid, 'tenderers'))));
      const others = out.difference(left).size;
      if (left.size === 1 && left.symmetricDifference(winners).size === 0 && others >= Math.max(1, settings.R035.threshold ?? 1)) {
        flag('OCID', ocid, 'R035', others);
        flag('Tenderer', only, 'R035', 0);
      }
    }
    if (settings.R036 !== undefined && compares && active(release).length > 0) {
      let lowest: { amount: number; status: string | null } | null = null;
      let hasValid = false;
      for (const bid of submitted(release)) {
        const asked = price(bid);
        if (asked === null) continue;
        currency ??= asked.currency;
        if (asked.currency !== currency) continue;
        if (lowest === null || asked.amount < lowest.amount) lowest = { amount: asked.amount, status: textAt(bid, 'status') };
        hasValid ||= textAt(bid, 'status') === 'valid';
      }
      if (hasValid && lowest?.status === 'disqualified') flag('OCID', ocid, 'R036', 1);
    }
    const bids = submitted(release);
    const out = bids.filter((bid) => textAt(bid, 'status') === 'disqualified');
    for (const [kind, id] of [['Buyer', textAt(get(release, 'buyer'), 'id')], ['ProcuringEntity', textAt(get(tender, 'procuringEntity'), 'id')]] as const) {
      if (id !== null && bids.length > 0) add(disqualified[kind], id, out.length, bids.length);
    }
    for (const bid of bids) for (const id of ids(arrayAt(bid, 'tenderers'))) add(disqualified.Tenderer, id, out.includes(bid) ? 1 : 0, 1);
    for (const award of active(release)) {
      const suppliers = arrayAt(award, 'suppliers');
      const [id] = ids(suppliers);
      if (suppliers?.length !== 1 || id === undefined) continue;
      for (const item of arrayAt(award, 'items') ?? []) {
        const code = textAt(get(item, 'classification'), 'id');
        if (code === null) continue;
        const seen = kinds.get(id) ?? { processes: new Set<number>(), codes: new Set<string>() };
        seen.processes.add(line);
        seen.codes.add(Array.from(code).slice(0, settings.R048?.digits ?? 2).join(''));
        kinds.set(id, seen);
      }
    }
  }

  const known = [...margins].filter(([, { d }]) => !Number.isNaN(d));
  const margin = fences(known.map(([, { d }]) => d));
  for (const [ocid, { d, winner, other }] of known) {
    const low = settings.R024?.threshold ?? (margin.q1 > 0 ? margin.low : 0);
    if (settings.R024 !== undefined && low > 0 && d <= low) {
      flag('OCID', ocid, 'R024', d);
      for (const id of [winner, other]) flag('Tenderer', id, 'R024', 0);
    }
    const high = settings.R058?.threshold ?? margin.high;
    if (settings.R058 !== undefined && high > 0 && d >= high) {
      flag('OCID', ocid, 'R058', d);
      flag('Tenderer', winner, 'R058', 0);
    }
  }
  if (settings.R025 !== undefined) {
    const often = quantile([...entered.values()].map(({ whole }) => whole), (settings.R025.percentile ?? 75) / 100);
    const bound = fences([...entered.values()].map(({ part, whole }) => part / whole));
    const low = settings.R025.threshold ?? (bound.q1 > 0 ? bound.low : 0);
    for (const [id, { part, whole }] of entered) if (low > 0 && whole >= often && part / whole <= low) flag('Tenderer', id, 'R025', part / whole);
  }
  if (settings.R038 !== undefined) {
    for (const [kind, shares] of Object.entries(disqualified)) {
      const least = (kind === 'Tenderer' ? settings.R038.minimum_submitted_bids : settings.R038.minimum_contracting_processes) ?? 2;
      const enough = [...shares].filter(([, { whole }]) => whole >= least);
      const high = settings.R038.threshold ?? fences(enough.map(([, { part, whole }]) => part / whole)).high;
      for (const [id, { part, whole }] of enough) if (high > 0 && part / whole >= high) flag(kind, id, 'R038', part / whole);
    }
  }
  if (settings.R048 !== undefined) {
    const enough = [...kinds].filter(([, { processes }]) => processes.size >= (settings.R048?.minimum_contracting_processes ?? 20));
    const high = settings.R048.threshold ?? fences(enough.map(([, { codes }]) => codes.size)).high;
    for (const [id, { codes }] of enough) if (codes.size >= high) flag('Tenderer', id, 'R048', codes.size);
  }
  return flags;
}
