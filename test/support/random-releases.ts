/** Random compiled releases and settings, of every awkward kind, for whatever reads them to be held against something else. */
import * as fc from 'fast-check';
import type { SlowSettings } from './slow-flags.ts';

const ODD = fc.constantFrom<unknown>(null, 5, 'x', true, [], {}, [null], { id: 1 }, ['x']);

/** @param rare one value in so many is of another type than it should be, and one key in so many is missing */
export function releaseBy(rare: number): fc.Arbitrary<unknown> {
  const mostly = <Value>(value: fc.Arbitrary<Value>): fc.Arbitrary<unknown> => fc.oneof({ weight: rare, arbitrary: value }, { weight: 1, arbitrary: ODD });
  const object = (keys: Record<string, fc.Arbitrary<unknown>>): fc.Arbitrary<unknown> =>
    mostly(fc.record(Object.fromEntries(Object.entries(keys).map(([key, value]) => [key, fc.option(value, { freq: rare, nil: undefined })]))).map((value) => JSON.parse(JSON.stringify(value)) as unknown));

  const list = (of: fc.Arbitrary<unknown>, least: number, most: number): fc.Arbitrary<unknown> => mostly(fc.array(of, { minLength: least, maxLength: most }));
  const organisation = object({ id: mostly(fc.constantFrom('A', 'B', 'C', 'D', 'E', 'æ', '', '1')) });
  const buyer = object({ id: mostly(fc.constantFrom('K1', 'K2', 'K3', 'K4')) });
  const organisations = fc.oneof({ weight: 6, arbitrary: list(organisation, 1, 1) }, { weight: 1, arbitrary: list(organisation, 0, 3) });
  const date = mostly(fc.constantFrom('2024-03-01T12:00:00Z', '2024-03-01T12:00:00+01:00', '2024-03-16T11:59:59.9Z', '2024-03-16T12:00:00Z', '2024-02-30T12:00:00Z', '2024-03-20', '2024-03-10t00:00:00z', '2024-02-01T00:00:00-05:00'));
  const amount = mostly(fc.oneof({ weight: 8, arbitrary: fc.integer({ min: 1, max: 6 }) }, { weight: 3, arbitrary: fc.constantFrom(0.1, 0.3, 99.99, 100, 103.5) }, { weight: 1, arbitrary: fc.constantFrom(0, -2, 1e300) }));
  const bid = object({
    status: mostly(fc.oneof({ weight: 6, arbitrary: fc.constantFrom('valid') }, { weight: 3, arbitrary: fc.constantFrom('disqualified') }, { weight: 1, arbitrary: fc.constantFrom('invited', 'withdrawn', 'pending', 'Valid', '') })),
    date, tenderers: organisations,
    value: object({ amount, currency: mostly(fc.oneof({ weight: 9, arbitrary: fc.constant('DKK') }, { weight: 1, arbitrary: fc.constantFrom('EUR', 'dkk') })) }),
  });
  const award = object({
    status: mostly(fc.oneof({ weight: 10, arbitrary: fc.constant('active') }, { weight: 2, arbitrary: fc.constantFrom('cancelled', 'unsuccessful') }, { weight: 1, arbitrary: fc.constantFrom('pending', 'Active') })),
    suppliers: organisations,
    items: list(object({ classification: object({ id: mostly(fc.constantFrom('72000000', '72200000', '48000000', '3', 'æøå', '')) }) }), 0, 3),
  });
  return fc.oneof({ weight: rare, arbitrary: object({
    ocid: fc.oneof({ weight: 30, arbitrary: fc.integer({ min: 0, max: 99 }).map((number) => `ocds-${number}`) }, { weight: 1, arbitrary: ODD }),
    buyer,
    tender: object({
      status: mostly(fc.oneof({ weight: 15, arbitrary: fc.constantFrom('complete', 'active') }, { weight: 1, arbitrary: fc.constant('cancelled') })),
      procurementMethod: mostly(fc.constantFrom('open', 'selective', 'limited', 'direct')), procurementMethodDetails: mostly(fc.constantFrom('x', 'y', 'z')),
      numberOfTenderers: mostly(fc.integer({ min: 0, max: 2 })), procuringEntity: buyer, tenderPeriod: object({ startDate: date, endDate: date }),
    }),
    bids: object({ details: list(bid, 0, 5) }),
    awards: fc.oneof({ weight: 6, arbitrary: list(award, 1, 1) }, { weight: 1, arbitrary: list(award, 0, 3) }),
  }) }, { weight: 1, arbitrary: ODD });
}

const maybe = <Value>(value: fc.Arbitrary<Value>): fc.Arbitrary<Value | undefined> => fc.option(value, { nil: undefined, freq: 3 });
const procedures = maybe(fc.constantFrom<readonly string[]>([], ['x'], ['x', 'y'], ['nobody']));
const ratio = maybe(fc.constantFrom(0, 0.05, 0.5, 1, 2.5, -1));
export const settings = fc.record({
  currency: fc.option(fc.constantFrom('DKK', 'EUR'), { nil: undefined, freq: 3 }),
  no_price_comparison_procurement_methods: procedures, price_comparison_procurement_methods: procedures,
  exclusions: fc.option(fc.constantFrom<readonly string[]>(['z']), { nil: undefined, freq: 4 }),
  R003: maybe(fc.record({ threshold: maybe(fc.integer({ min: -16, max: 16 })), procurement_methods: maybe(fc.constantFrom<readonly string[]>([], ['open', 'direct'])), procurement_method_details: maybe(fc.constantFrom<Record<string, number>>({ x: 1 }, { x: 40, y: -1 })) })),
  R018: maybe(fc.record({ procurement_methods: maybe(fc.constantFrom<readonly string[]>([], ['open', 'direct'])) })),
  R024: maybe(fc.record({ threshold: ratio })),
  R025: maybe(fc.record({ percentile: maybe(fc.constantFrom(0, 25, 50, 90, 100)), threshold: ratio })),
  R028: maybe(fc.constant({})), R030: maybe(fc.constant({})), R036: maybe(fc.constant({})),
  R035: maybe(fc.record({ threshold: maybe(fc.integer({ min: 0, max: 2 })) })),
  R038: maybe(fc.record({ threshold: ratio, minimum_submitted_bids: maybe(fc.integer({ min: 0, max: 4 })), minimum_contracting_processes: maybe(fc.integer({ min: 0, max: 4 })) })),
  R048: maybe(fc.record({ digits: maybe(fc.integer({ min: 0, max: 3 })), threshold: maybe(fc.integer({ min: 0, max: 4 })), minimum_contracting_processes: maybe(fc.integer({ min: 0, max: 3 })) })),
  R058: maybe(fc.record({ threshold: ratio })),
});

const written = (value: unknown): string => (Array.isArray(value) ? value.join('|') : String(value));

const lines = (entries: object): string[] => Object.entries(entries).filter(([, value]) => value !== undefined && (typeof value !== 'object' || Array.isArray(value))).map(([key, value]) => `${key} = ${written(value)}`);

/** The settings as their file. */
export function iniOf({ exclusions, ...given }: SlowSettings): string {
  const sections = Object.entries(given).filter(([key, value]) => key.startsWith('R0') && value !== undefined).flatMap(([code, values]) => {
    const own = (values as SlowSettings['R003'])?.procurement_method_details;
    return [`[${code}]`, ...lines(values as object), ...(own === undefined ? [] : [`[${code}.procurement_method_details]`, ...lines(own)])];
  });
  const general = Object.fromEntries(Object.entries(given).filter(([key]) => !key.startsWith('R0')));
  return [...lines(general), ...(exclusions === undefined ? [] : ['[exclusions]', `procurement_method_details = ${exclusions.join('|')}`]), ...sections].join('\n');
}

export interface Duel { readonly won: number; readonly above: number; readonly code: number; readonly winner: number; readonly other: number; readonly out: number }

const priced = (status: string, id: string, amount: number): unknown => ({ status, tenderers: [{ id }], value: { amount, currency: 'DKK' } });

/** A process that one wins and one loses, above by so many tenths, with bids that were rejected; of two rejected ones nobody loses. */
export function duelRelease({ won, above, code, winner, other, out }: Duel, at: number): unknown {
  const codes = Array.from({ length: code }, (_none, index) => ({ classification: { id: `${10 + index}` } }));
  return {
    ocid: `o${at}`, buyer: { id: `K${winner}` }, awards: [{ status: 'active', suppliers: [{ id: `W${winner}` }], items: codes }],
    bids: { details: [
      priced('valid', `W${winner}`, won), ...(out === 2 ? [] : [priced('valid', `L${other}`, won * (1 + above / 10))]), ...Array.from({ length: out }, () => priced('disqualified', `D${other}`, 5)),
    ] },
  };
}

export const duel: fc.Arbitrary<Duel> = fc.record({ won: fc.constantFrom(10, 30, 70, 99.9), above: fc.constantFrom(0.1, 1, 2, 2, 2, 3, 3, 7, 50), code: fc.constantFrom(1, 1, 2, 3, 5, 8), winner: fc.integer({ min: 0, max: 9 }), other: fc.integer({ min: 0, max: 3 }), out: fc.integer({ min: 0, max: 2 }) });

/** The indicators that set bounds, and so can be a last bit off. */
export const BOUNDED: SlowSettings = { R024: {}, R025: {}, R035: {}, R036: {}, R038: {}, R048: { minimum_contracting_processes: 1 }, R058: {} };
