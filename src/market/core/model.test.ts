/** M1: no state is reached but by the table of states, whoever gives what, however the clock steps, whatever is torn or comes twice. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Actor } from '#people';
import { dice } from '../../../test/support/dice.ts';
import { isDeep } from '../../../test/support/deep.ts';
import { testFramework } from '../../../test/support/framework.ts';
import { checkStep, type HistoryRow, type Rules, type Seen } from '../../../test/support/purchase-check.ts';
import { Play, type Stage } from '../../../test/support/purchase-play.ts';
import { COMPETITIVE, DIRECT, waysOf } from '../../../test/support/purchase-table.ts';
import { buying, type Buying } from '../../../test/support/purchases.ts';

const PLAYS = isDeep ? 80 : 4;
const STEPS = 130;
const MISSED = 8;
/** Each kind of trouble that a play makes, and what came of orders. */
const TROUBLE = ['done', 'refused', 'torn', 'not torn', 'twice at once', 'again', 'clock', 'rogue due', 'time refused', 'roles changed', 'conflict', 'bid', 'question'];
/** Ways that every run takes; of all that there are a deep one misses a few at most. */
const TAKEN = [
  'draft purchase.announce announced', 'announced purchase.close closed', 'closed opening.open opened', 'opened purchase.assess assessed', 'draft purchase.shortlist shortlisted',
  'shortlisted purchase.award-direct decided', 'decided purchase.sign-direct contracted',
];

async function stranger({ market }: Buying): Promise<Actor> {
  return market.person(await market.organisation('municipality', 'Sønderby Kommune'), 'buyer', 'approver', 'committee', 'evaluator', 'contract-manager');
}

async function stages(): Promise<readonly Stage[]> {
  const [dis, agreement] = [await buying('dis'), await buying('framework')];
  const made = await testFramework(agreement.market);
  const direct: Buying = {
    ...agreement, town: made.buyer.organisation, buyer: made.buyer, approver: made.second, parent: made.record,
    need: async () => {
      const { record } = await agreement.market.do(made.buyer, 'need.start', { title: 'System', why: 'Det udløber.', wanted: 'Sager følges.', service: 'services', cpv: '48000000', value: '900000', options: [], personalData: false, isAddOn: false });
      await agreement.market.do(made.buyer, 'need.decide', { way: 'framework', reason: 'Aftalen dækker det.' }, record);
      return record;
    },
  };
  return [
    { own: dis, way: 'dis', stranger: await stranger(dis) }, { own: agreement, way: 'framework', stranger: await stranger(agreement) }, { own: direct, way: 'direct', stranger: await stranger(direct) },
  ];
}

const counts = new Map<string, number>();
const taken: Set<string> = new Set();

for (const stage of await stages()) {
  void test(`random plays hold what the table says: ${stage.way}`, { timeout: 3_600_000 }, async () => {
    for (let n = 0; n < PLAYS; n += 1) {
      const played = await new Play(stage, dice()).play(STEPS);
      for (const [what, count] of played.counts) counts.set(what, (counts.get(what) ?? 0) + count);
      for (const way of played.ways) taken.add(way);
    }
  });
}

void test('the plays went every way and made every kind of trouble', () => {
  assert.deepEqual(TAKEN.filter((way) => !taken.has(way)), []);
  const missed = [...waysOf(COMPETITIVE), ...waysOf(DIRECT)].filter((way) => !taken.has(way));
  if (isDeep) assert.ok(missed.length <= MISSED, missed.join('\n'));
  assert.deepEqual(TROUBLE.filter((what) => (counts.get(what) ?? 0) === 0), []);
});

const AT = Temporal.Instant.from('2026-12-22T09:00:00Z');
const DEADLINE = '2026-12-21T11:00:00Z';
const row = (version: number, command: string, more: Partial<HistoryRow> = {}): HistoryRow => ({ version, n: 0, command, type: 'x', person: 'buyer', proposer: null, ...more });
const TWO = { person: 'approver', proposer: 'buyer' } as const;
const BEFORE: Seen = {
  at: AT, state: 'closed', version: 2, body: { deadline: DEADLINE }, internal: { conflicted: ['inhabil'], opening: { reveals: [1, 2] } }, used: null,
  history: [row(1, 'purchase.start'), row(2, 'purchase.close', { person: null })],
};
const RULES: Rules = { moves: COMPETITIVE, threshold: 2, rolesOf: (person) => ({ buyer: ['buyer'], approver: ['approver'], inhabil: ['approver', 'committee'], holder: ['committee'] })[person] ?? [] };
const next = (command: string, state: string, who: Partial<HistoryRow>, more: Partial<Seen> = {}): Seen => ({ ...BEFORE, state, version: 3, history: [...BEFORE.history, row(3, command, who)], ...more });

/** What the check lets pass, and what it must not: each a fault that the market place never had. */
const SOUND: readonly Seen[] = [
  next('opening.commit', 'closed', { person: 'holder' }), next('opening.open', 'opened', { person: null }, { body: { deadline: DEADLINE, openedAt: AT.toString() } }), next('purchase.cancel', 'cancelled', TWO),
  next('purchase.move-deadline', 'announced', TWO, { body: { deadline: '2026-12-30T11:00:00Z' } }),
];
const FAULTY: readonly (readonly [RegExp, Seen])[] = [
  [/table leads/, next('opening.commit', 'opened', { person: 'holder' })],
  [/purchase.award in closed/, next('purchase.award', 'decided', TWO)],
  [/never changed/, { ...next('purchase.cancel', 'cancelled', TWO), history: [row(1, 'purchase.start', { type: 'y' }), row(2, 'purchase.close', { person: null }), row(3, 'purchase.cancel', TWO)] }],
  [/has its row/, next('purchase.cancel', 'cancelled', TWO, { version: 4 })],
  [/has its row/, next('purchase.cancel', 'cancelled', TWO, { history: BEFORE.history })],
  [/nobody gave/, next('purchase.cancel', 'cancelled', { person: null })],
  [/time to give/, next('opening.open', 'opened', { person: 'holder' }, { body: { deadline: DEADLINE, openedAt: AT.toString() } })],
  [/conflict of interest/, next('opening.commit', 'closed', { person: 'inhabil' })],
  [/conflict of interest/, next('purchase.cancel', 'cancelled', { person: 'approver', proposer: 'inhabil' })],
  [/one person alone/, next('purchase.cancel', 'cancelled', { person: 'approver' })],
  [/one person alone/, next('purchase.cancel', 'cancelled', { person: 'approver', proposer: 'approver' })],
  [/no approver/, next('purchase.cancel', 'cancelled', { person: 'buyer', proposer: 'approver' })],
  [/without its role/, next('opening.commit', 'closed', { person: 'buyer' })],
  [/moves to earlier/, next('purchase.move-deadline', 'announced', TWO, { body: { deadline: '2026-12-20T11:00:00Z' } })],
  [/was opened/, next('opening.open', 'opened', { person: null })],
  [/enough holders/, next('opening.open', 'opened', { person: null }, { body: { deadline: DEADLINE, openedAt: AT.toString() }, internal: { conflicted: [], opening: { reveals: [1] } } })],
  [/before the deadline/, next('opening.open', 'opened', { person: null }, { body: { deadline: DEADLINE, openedAt: '2026-12-21T10:59:59Z' } })],
  [/nothing changes/, { ...BEFORE, body: { deadline: '2026-12-30T11:00:00Z' } }],
  [/are used/, { ...BEFORE, used: { sum: 101n, maximum: 100n } }],
];

void test('the check sees every fault that it is there for', () => {
  for (const seen of [BEFORE, ...SOUND]) checkStep(RULES, BEFORE, seen);
  for (const [what, seen] of FAULTY) assert.throws(() => checkStep(RULES, BEFORE, seen), what);
  const decided: Seen = { ...BEFORE, state: 'decided', body: { deadline: DEADLINE, openedAt: AT.toString() } };
  const signed = (outcome: Seen['body']['outcome']): Seen => ({ ...decided, state: 'contracted', version: 3, body: { ...decided.body, contract: { id: 'x' }, ...(outcome === undefined ? {} : { outcome }) }, history: [...BEFORE.history, row(3, 'purchase.sign', { person: 'approver' })] });
  assert.throws(() => checkStep(RULES, decided, signed(undefined)), /no letters/);
  assert.throws(() => checkStep(RULES, decided, signed({ winner: 'x', value: '1', standstillEnds: AT.toString() })), /promised wait/);
  checkStep(RULES, decided, signed({ winner: 'x', value: '1', standstillEnds: null }));
});
