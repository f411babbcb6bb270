/** M5: the policy function and row-level security agree, over random worlds of rows and people. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { isDeep } from '../../../test/support/deep.ts';
import { testMarket } from '../../../test/support/market.ts';
import { fenceWorld, type World } from '../../../test/support/fence-world.ts';
import { attemptsOf } from '../../../test/support/fence-writes.ts';
import { APART, byTheTable, compareReading, compareWriting, FENCED, fill, tablesOfMembers, withPolicy, type Compared, type Judge } from '../../../test/support/fences.ts';

const { db } = await testMarket();
/** Records and people of a world, and how many worlds. */
const READ = isDeep ? { records: 120, actors: 60, worlds: 2 } : { records: 16, actors: 12, worlds: 2 };
const WRITTEN = isDeep ? { records: 40, actors: 24, worlds: 3 } : { records: 10, actors: 8, worlds: 2 };
const LEAST = isDeep ? 100_000 : 1500;

/**
 * Everything that the database lets pass and the function refuses, and why the function alone can know. What stands after the colon is the
 * first thing that the function missed: nothing here is about a row that somebody of another organisation has no part in.
 */
const BEYOND: readonly (readonly [RegExp, string])[] = [
  [/^(?:market|intake)_\w+ (?:seen|begun|changed|written|made|stored) \S+ (?:own|party): (?:role|no role|one of several)$/, 'the fence of the database lies between organisations; which colleague does what is the function’s'],
  [/^market_(?:event written|document stored|bid_draft \w+) \S+ (?:own|party): conflict$/, 'what somebody writes into a record that is hidden from it; only a command does so, and the function refuses that'],
  [/^intake_target seen purchase party: conflict$/, 'the same'],
  [/^(?:market|intake)_\w+ (?:seen|begun|changed|written|made|stored) \S+ (?:own|party): (?:scope|person|login|named)$/, 'how somebody logged in, for what a key was made, and who is named is told to the function alone'],
  [/^market_(?:record changed|event written) \S+ (?:own|party): no line or state$/, 'which step a state allows is the function’s; both fences stand around who has a part in the record'],
  [/^market_proposal made \S+ (?:own|party): no line or state$/, 'the same'],
  [/^market_document stored purchase own: no line or state$/, 'the same'],
  [/^market_event written (?:contribution|letter) own: no right$/, 'a sender writes the first line of its own letter; there is no step after it'],
  [/^market_(?:record|event) seen (?:need|dis) party: no line or state$/, 'these have no parties: nothing makes one for parties, and the database does not know kinds by name'],
  [/^market_bid_draft (?:seen|written) purchase party: no line or state$/, 'an invited supplier’s own draft, sealed to its own people; the function shuts the page at the deadline'],
  [/^intake_target seen purchase party: no line or state$/, 'who was invited may know the deadline afterwards'],
  [/^market_opened_bid seen bid party: no line or state$/, 'a purchase cancelled after the opening: its owner’s database has the bids, its pages show none'],
  [/^market_document_look seen look own: no right$/, 'that one has looked oneself; no page shows it'],
  [/^(?:person|person_key|membership|interest|session) seen person (?:own|other): (?:role|no role|person|login|scope)$/, 'people see themselves and their colleagues, whatever they may do'],
  [/^api_key seen person own: (?:no role|person|login|scope)$/, 'a key is seen by who made it and by administrators, however they logged in'],
  [/^membership given people own: (?:person|login|scope)$/, 'how somebody logged in is told to the function alone'],
];

interface Difference {
  readonly hidden: readonly string[];
  readonly beyond: readonly string[];
}

/** What is wrong of all that was compared: allowed and yet not possible, or possible, refused and not in the list. */
function differences(compared: readonly Compared[]): Difference {
  return {
    hidden: [...new Set(compared.filter(({ allowed, passed }) => allowed && !passed).map(({ what }) => what))],
    beyond: [...new Set(compared.map(({ beyond }) => beyond).filter((one) => one !== '' && !BEYOND.some(([where]) => where.test(one))))],
  };
}

async function compared({ records, actors, worlds }: typeof READ, compare: (world: World) => Promise<readonly Compared[]>): Promise<readonly Compared[]> {
  let all: readonly Compared[] = [];
  for (let n = 0; n < worlds; n += 1) {
    // The first of an ordinary run is the same each time, and has what must be met; the others are new.
    const world = isDeep || n > 0 ? fenceWorld(records, actors) : fenceWorld(2 * records, 2 * actors, 20_261_126);
    await fill(db, world);
    const found = await compare(world);
    assert.deepEqual(differences(found), { hidden: [], beyond: [] }, `the world of the seed ${world.dice.seed}`);
    all = all.concat(found);
  }
  return all;
}

let seen: readonly Compared[] = [];

void test('what the function lets an actor see the database shows, and nothing else but what the list names', async () => {
  const found = await compared(READ, (world) => compareReading(db, world));
  seen = seen.concat(found);
  assert.ok(found.length >= LEAST, `${found.length} cases`);
  for (const table of FENCED) for (const passed of [true, false]) assert.ok(found.some((one) => one.what === `${table} seen` && one.passed === passed), `${table} ${passed ? 'is shown to nobody' : 'is hidden from nobody'}`);
});

void test('what the function lets an actor write the database takes, and nothing else but what the list names', async () => {
  const found = await compared(WRITTEN, (world) => compareWriting(db, world, attemptsOf(world)));
  seen = seen.concat(found);
  for (const what of ['market_record begun', 'market_record changed', 'market_event written', 'market_proposal made', 'market_document stored', 'market_bid_draft written', 'membership given']) {
    for (const passed of [true, false]) assert.ok(found.some((one) => one.what === what && one.passed === passed), `${what}: ${passed ? 'never passed' : 'never refused'}`);
    assert.ok(found.some((one) => one.what === what && one.allowed) || !isDeep, `${what} was allowed to nobody`);
  }
});

void test('every line of the list has been met, and every table of members is compared or stands apart with a reason', async () => {
  assert.deepEqual(await tablesOfMembers(db), [...FENCED, ...Object.keys(APART)].toSorted());
  const unmet = BEYOND.filter(([where]) => !seen.some(({ beyond }) => where.test(beyond))).map(([where]) => where.source);
  if (isDeep) assert.deepEqual(unmet, []);
  else assert.ok(unmet.length < BEYOND.length / 2, unmet.join('\n'));
});

const RECORD_OF = 'select from market_record r where r.id = record';
/** Faults planted in the policies: the table, its policy, what it says then. */
const MUTANTS: readonly (readonly [string, string, { readonly using?: string; readonly check?: string }])[] = [
  ['market_record', 'seen', { using: 'true' }],
  ['market_record', 'seen', { using: "audience = 'public' or owner = torvet_organisation()" }],
  ['market_record', 'seen', { using: "audience = 'public' or owner = torvet_organisation() or torvet_organisation() = any (parties)" }],
  ['market_record', 'seen', { using: "market_sees(audience, owner, parties) and not torvet_has_role('auditor')" }],
  ['market_internal', 'own', { using: `exists (${RECORD_OF})` }],
  ['market_event', 'seen', { using: `exists (${RECORD_OF})` }],
  ['market_proposal', 'own', { using: `exists (${RECORD_OF})` }],
  ['market_document', 'seen', { using: `exists (${RECORD_OF})` }],
  ['market_bid_draft', 'own', { using: `exists (${RECORD_OF})` }],
  ['market_opened_bid', 'opened', { using: `exists (${RECORD_OF} and (r.owner = torvet_organisation() or supplier = torvet_organisation()))` }],
  ['market_opened_bid', 'opened', { using: `exists (${RECORD_OF} and r.body ? 'openedAt')` }],
  ['intake_submission', 'own', { using: 'true' }],
  ['intake_target', 'invited', { using: 'true' }],
  ['api_key', 'own_or_admin', { using: 'organisation = torvet_organisation()' }],
];
const WRITE_MUTANTS: typeof MUTANTS = [
  ['market_record', 'begun', { check: 'true' }],
  ['market_record', 'changed', { using: 'torvet_organisation() = any (parties)' }],
  ['market_record', 'changed', { using: 'true' }],
  ['market_event', 'written', { check: 'person = torvet_person()' }],
  ['market_event', 'written', { check: 'organisation = torvet_organisation()' }],
  ['market_proposal', 'own', { check: 'organisation = torvet_organisation()' }],
  ['market_document', 'stored', { check: 'person = torvet_person()' }],
  ['market_bid_draft', 'own', { check: 'supplier = torvet_organisation()' }],
  ['membership', 'admin_adds', { check: 'organisation = torvet_organisation()' }],
];

function isSeen(found: readonly Compared[]): boolean {
  const { hidden, beyond } = differences(found);
  return hidden.length > 0 || beyond.length > 0;
}

void test('a fault planted in any policy, or in the function, is seen', async () => {
  const world = fenceWorld(24, 12, 20_261_126);
  await fill(db, world);
  const read = (judge: Judge = byTheTable): Promise<readonly Compared[]> => compareReading(db, world, judge);
  const write = (table: string): Promise<readonly Compared[]> => compareWriting(db, world, (actor) => attemptsOf(world)(actor).filter(({ what }) => what.startsWith(`${table} `)));
  assert.deepEqual(differences(await read()), { hidden: [], beyond: [] }, 'without a fault');
  for (const [table, policy, change] of MUTANTS) assert.ok(await withPolicy(db, table, policy, change, async () => isSeen(await read())), `${table} ${policy} ${JSON.stringify(change)}`);
  for (const [table, policy, change] of WRITE_MUTANTS) assert.ok(await withPolicy(db, table, policy, change, async () => isSeen(await write(table))), `${table} ${policy} ${JSON.stringify(change)}`);
  assert.ok(isSeen(await read((actor, action, subject) => byTheTable(actor, action, { ...subject, audience: 'public' }))), 'a function that forgets the audience');
  await sql`alter table market_record disable row level security`.execute(db);
  assert.ok(isSeen(await read()), 'a table without its fence');
  await sql`alter table market_record enable row level security`.execute(db);
  assert.ok(!isSeen(await read()), 'the fault was taken out again');
});
