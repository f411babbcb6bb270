/** A direct award: which offers of the agreement's parties meet the need, by the criteria of the agreement, and in which order. */
import { createHash } from 'node:crypto';
import { fail, moneyText, ok, refuse, type Failure, type Money, type Result } from '#base';

/** A fact of an offer; null or left out: the supplier did not state it. */
export type Fact = boolean | number | string | null;

export type Test =
  | { readonly kind: 'yes' }
  | { readonly kind: 'at-least' | 'at-most'; readonly value: number }
  | { readonly kind: 'one-of'; readonly values: readonly string[] };

export interface Requirement {
  readonly id: string;
  readonly text: string;
  /** Name of the fact in the catalogue. */
  readonly fact: string;
  readonly test: Test;
  /** filter: who does not meet it falls out; otherwise the whole points that meeting it gives. */
  readonly role: 'filter' | { readonly points: number };
  /** Where in the documents of the agreement the criterion stands. */
  readonly source: string;
}

export interface Offer {
  readonly id: string;
  readonly supplier: string;
  readonly lot: string;
  readonly facts: Readonly<Record<string, Fact>>;
  /** In the currency of the agreement; null: none stated, which is told and comes after all prices. */
  readonly price: Money | null;
  /** Place in the order that the agreement sets (cascade), 1 first; null: it sets none. */
  readonly agreementRank: number | null;
}

/** What decides first, second, third among those that are left, as the agreement says. */
export type OrderBy = 'points' | 'price' | 'agreement-rank';

export interface ShortlistInputs {
  readonly lot: string;
  readonly currency: string;
  readonly requirements: readonly Requirement[];
  readonly offers: readonly Offer[];
  readonly orderBy: readonly OrderBy[];
}

export type Outcome = 'met' | 'not-met' | 'not-stated';

export interface ShortlistRow {
  readonly offer: string;
  readonly supplier: string;
  readonly outcomes: Readonly<Record<string, Outcome>>;
  /** First filter that it did not meet, in the order of the requirements; null: none. */
  readonly fellAt: string | null;
  readonly points: number;
  /** 1 is the first; equal ones share it. Null: fell out. */
  readonly rank: number | null;
  readonly tied: boolean;
  /** Why it stands before the next one in the order; null: last, tied with the next, or fell out. */
  readonly before: OrderBy | null;
}

export interface Shortlist {
  /** Offers of the lot, left ones in order, then those that fell out in the order in which they did. */
  readonly rows: readonly ShortlistRow[];
  /** Offers that remain after each filter: where the field gets narrow, and by what. */
  readonly funnel: readonly { readonly requirement: string; readonly remaining: number; readonly fell: readonly string[] }[];
  /** Filters without which more offers would remain, with how many: a requirement that alone shuts somebody out. */
  readonly decisive: readonly { readonly requirement: string; readonly remainingWithout: number }[];
}

/** The shortlist as a function of its inputs: the same in whatever order offers come. Fails for a price in another currency, and for an id that comes twice. */
export function shortlist(inputs: ShortlistInputs): Result<Shortlist> {
  const wrong = inputsFailure(inputs);
  return wrong === null ? ok(shortlistOf(inputs)) : fail(wrong);
}

function inputsFailure({ currency, offers, requirements }: ShortlistInputs): Failure | null {
  const foreign = offers.find(({ price }) => price !== null && price.currency !== currency);
  if (foreign !== undefined) return refuse('invalid', {
    da: [`Tilbuddet ${foreign.id} har sin pris i ${foreign.price?.currency}, og aftalen er i ${currency}.`, 'Priser i forskellige valutaer bliver aldrig sammenlignet.'],
    en: [`The offer ${foreign.id} has its price in ${foreign.price?.currency}, and the agreement is in ${currency}.`, 'Prices of different currencies are never compared.'],
  }, foreign.id);
  for (const ids of [offers.map(({ id }) => id), requirements.map(({ id }) => id)]) {
    const twice = ids.find((id, at) => ids.indexOf(id) !== at);
    if (twice !== undefined) return refuse('invalid', { da: [`${twice} står der to gange.`, 'Giv hvert tilbud og hvert krav sit eget nummer.'], en: [`${twice} is there twice.`, 'Give each offer and each requirement an id of its own.'] }, twice);
  }
  return null;
}

function shortlistOf(inputs: ShortlistInputs): Shortlist {
  const { requirements, lot } = inputs;
  const filters = requirements.filter(({ role }) => role === 'filter');
  const judged = inputs.offers.filter((offer) => offer.lot === lot).map((offer) => judge(offer, requirements, filters)).toSorted((a, b) => (a.offer.id < b.offer.id ? -1 : 1));
  const left = judged.filter(({ fellAt }) => fellAt === null).toSorted((a, b) => compareBy(inputs.orderBy, a, b) || (a.offer.id < b.offer.id ? -1 : 1));
  const funnel = filters.map(({ id }, at) => ({
    requirement: id,
    remaining: judged.filter(({ fellAt }) => fellAt === null || filters.findIndex((filter) => filter.id === fellAt) > at).length,
    fell: judged.filter(({ fellAt }) => fellAt === id).map(({ offer }) => offer.id),
  }));
  return {
    rows: [...placed(left, inputs.orderBy), ...funnel.flatMap(({ fell }) => fell).flatMap((id) => judged.filter(({ offer }) => offer.id === id)).map((one) => row(one, null, false, null))],
    funnel,
    decisive: filters.map(({ id }) => ({ requirement: id, remainingWithout: judged.filter(({ outcomes }) => filters.every((filter) => filter.id === id || outcomes[filter.id] === 'met')).length }))
      .filter(({ remainingWithout }) => remainingWithout > left.length),
  };
}

interface Judged {
  readonly offer: Offer;
  readonly outcomes: Readonly<Record<string, Outcome>>;
  readonly fellAt: string | null;
  readonly points: number;
}

function judge(offer: Offer, requirements: readonly Requirement[], filters: readonly Requirement[]): Judged {
  const outcomes = Object.fromEntries(requirements.map((one) => [one.id, outcomeOf(one.test, Object.hasOwn(offer.facts, one.fact) ? offer.facts[one.fact] ?? null : null)]));
  return {
    offer, outcomes,
    fellAt: filters.find(({ id }) => outcomes[id] !== 'met')?.id ?? null,
    points: requirements.reduce((sum, { id, role }) => sum + (role !== 'filter' && outcomes[id] === 'met' ? role.points : 0), 0),
  };
}

function outcomeOf(test: Test, fact: Fact): Outcome {
  if (fact === null || fact === '') return 'not-stated';
  return meets(test, fact) ? 'met' : 'not-met';
}

function meets(test: Test, fact: Exclude<Fact, null>): boolean {
  if (test.kind === 'yes') return fact === true;
  if (test.kind === 'one-of') return typeof fact === 'string' && test.values.includes(fact);
  if (typeof fact !== 'number') return false;
  return test.kind === 'at-least' ? fact >= test.value : fact <= test.value;
}

function placed(left: readonly Judged[], orderBy: readonly OrderBy[]): readonly ShortlistRow[] {
  return left.map((one, at) => {
    const next = left[at + 1];
    const rank = 1 + left.findIndex((other) => compareBy(orderBy, other, one) === 0);
    const before = next === undefined ? null : orderBy.find((by) => compareBy([by], one, next) !== 0) ?? null;
    return row(one, rank, left.filter((other) => compareBy(orderBy, other, one) === 0).length > 1, before);
  });
}

function row({ offer, outcomes, fellAt, points }: Judged, rank: number | null, tied: boolean, before: OrderBy | null): ShortlistRow {
  return { offer: offer.id, supplier: offer.supplier, outcomes, fellAt, points, rank, tied, before };
}

function compareBy(orderBy: readonly OrderBy[], a: Judged, b: Judged): number {
  for (const by of orderBy) {
    const order = COMPARE[by](a, b);
    if (order !== 0) return order;
  }
  return 0;
}

const COMPARE: Readonly<Record<OrderBy, (a: Judged, b: Judged) => number>> = {
  points: (a, b) => b.points - a.points,
  price: (a, b) => nullsLast(a.offer.price?.minor ?? null, b.offer.price?.minor ?? null),
  'agreement-rank': (a, b) => nullsLast(a.offer.agreementRank, b.offer.agreementRank),
};

function nullsLast(a: bigint | number | null, b: bigint | number | null): number {
  if (a === b) return 0;
  if (a === null || b === null) return a === null ? 1 : -1;
  return a < b ? -1 : 1;
}

/** The shortlist as it is kept: plain JSON with all that went into it, and the SHA-256 of its canonical text in hexadecimal digits. */
export interface FrozenShortlist {
  readonly version: 1;
  readonly inputs: unknown;
  readonly result: Shortlist;
  readonly hash: string;
}

/** Fails as `shortlist` does. */
export function freezeShortlist(inputs: ShortlistInputs): Result<FrozenShortlist> {
  const result = shortlist(inputs);
  if (!result.ok) return result;
  const offers = inputs.offers.toSorted((a, b) => (a.id < b.id ? -1 : 1)).map((offer) => ({ ...offer, price: offer.price === null ? null : { currency: offer.price.currency, amount: moneyText(offer.price) } }));
  const plain = { version: 1 as const, inputs: { ...inputs, offers }, result: result.value };
  return ok({ ...plain, hash: hashOf(plain) });
}

/** Whether a frozen shortlist is as it was. */
export function isUnchanged({ hash, ...plain }: FrozenShortlist): boolean {
  return hashOf(plain) === hash;
}

function hashOf(value: unknown): string {
  return createHash('sha256').update(canonical(value)).digest('hex');
}

/** JSON with sorted keys and no blanks, so that the hash does not depend on how it was stored. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  return `{${Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([key, one]) => `${JSON.stringify(key)}:${canonical(one)}`).join(',')}}`;
}
