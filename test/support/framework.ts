/** A framework agreement in use, for tests: an owner, two towns that may buy, three suppliers in two lots, and a catalogue. */
import type { Actor } from '#people';
import type { TestMarket } from './market.ts';

export const AGREEMENT = {
  title: 'Fagsystemer til kommuner', description: 'Systemer, der kan købes, som de er.', service: 'services', cpv: '48000000', reference: '2026/S 001-000001', from: '2026-01-01', to: '2029-12-31',
  value: '8000000', maximum: '10000000', method: 'both', choosing: 'Under 4 mio. kr. tildeles direkte.', first: 'points', second: 'price',
  lots: [{ id: '1', lotTitle: 'Jobområdet', lotDescription: 'Sager på jobområdet.' }, { id: '2', lotTitle: 'Dagtilbud', lotDescription: 'Pladsanvisning.', lotMaximum: '3000000' }],
  criteria: [
    { id: 'dansk', criterion: 'Betjenes på dansk', test: 'yes', source: 'Bilag 2, 1' },
    { id: 'brugere', criterion: 'Samtidige brugere', test: 'at-least', unit: 'brugere', source: 'Bilag 2, 2' },
    { id: 'drift', criterion: 'Driftssted', test: 'one-of', source: 'Bilag 2, 3' },
    { id: 'app', criterion: 'Har en app', test: 'yes', source: 'Bilag 2, 4' },
  ],
};

export interface TestFramework {
  readonly record: string;
  readonly owner: Actor;
  readonly approver: Actor;
  /** Of the town that may buy: a buyer and a second person. */
  readonly buyer: Actor;
  readonly second: Actor;
  /** Of another town that may buy. */
  readonly otherBuyer: Actor;
  readonly otherSecond: Actor;
  readonly suppliers: readonly [string, string, string];
}

const OFFERS = [
  { at: 0, lot: '1', name: 'Alfa Job', price: '900000', facts: { dansk: 'ja', brugere: '500', drift: 'EU', app: 'nej' } },
  { at: 1, lot: '1', name: 'Beta Job', price: '800000', facts: { dansk: 'ja', brugere: '300', drift: 'DK', app: 'ja' } },
  { at: 2, lot: '1', name: 'Gamma Job', price: '700000', facts: { dansk: 'nej', brugere: '900', drift: 'DK', app: 'ja' } },
  { at: 0, lot: '2', name: 'Alfa Plads', price: '400000', facts: { dansk: 'ja', brugere: '500', drift: 'EU', app: 'ja' } },
] as const;

/** @param changed of the agreement as it is written */
export async function testFramework(market: TestMarket, changed: Readonly<Record<string, unknown>> = {}): Promise<TestFramework> {
  const [house, town, other] = [await market.organisation('central-purchasing-body', 'Fællesindkøb'), await market.organisation('municipality', 'Nordby Kommune'), await market.organisation('municipality', 'Sønderby Kommune')];
  const suppliers = [await market.organisation('supplier', 'Alfa A/S'), await market.organisation('supplier', 'Beta ApS'), await market.organisation('supplier', 'Gamma A/S')] as const;
  const [owner, approver] = [await market.person(house, 'buyer'), await market.person(house, 'approver')];
  const { record } = await market.do(owner, 'framework.start', { ...AGREEMENT, ...changed });
  await market.do(owner, 'framework.set-parties', {
    parties: [...suppliers.map((supplier) => ({ supplier, lot: '1' })), { supplier: suppliers[0], lot: '2' }], users: [{ user: town }, { user: other }], named: [], allMunicipalities: false,
  }, record);
  for (const { at, facts, ...offer } of OFFERS) {
    await market.do(owner, 'framework.write-offer', { supplier: suppliers[at], ...offer, facts: Object.entries(facts).map(([criterion, fact]) => ({ criterion, fact })) }, record);
  }
  await market.two(owner, approver, 'framework.publish', {}, record);
  return {
    record, owner, approver, suppliers, buyer: await market.person(town, 'buyer'), second: await market.person(town, 'approver'),
    otherBuyer: await market.person(other, 'buyer'), otherSecond: await market.person(other, 'approver'),
  };
}
