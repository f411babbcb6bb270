/** What must hold of a purchase between one look and the next, whatever was tried meanwhile. Pure, so that a test can show it faults that never happened. */
import assert from 'node:assert/strict';
import { after, BY_TIME, BY_TWO, rolesFor, type Moves } from './purchase-table.ts';

export interface HistoryRow {
  readonly version: number;
  readonly n: number;
  readonly command: string;
  readonly type: string;
  readonly person: string | null;
  readonly proposer: string | null;
}

/** All that is kept of a purchase, as the server reads it. */
export interface Seen {
  readonly at: Temporal.Instant;
  readonly state: string;
  readonly version: number;
  readonly body: {
    readonly deadline?: string;
    readonly openedAt?: string;
    readonly outcome?: { readonly winner: string; readonly value: string; readonly standstillEnds: string | null };
    readonly contract?: { readonly id: string };
  };
  readonly internal: {
    readonly conflicted: readonly string[];
    readonly opening: { readonly reveals: readonly unknown[] };
    readonly decision?: { readonly value: string };
  };
  readonly history: readonly HistoryRow[];
  /** Values in øre of all that is decided or contracted under the agreement, and its maximum; null: there is none. */
  readonly used: { readonly sum: bigint; readonly maximum: bigint } | null;
}

export interface Rules {
  readonly moves: Moves;
  /** Roles of a person now. */
  readonly rolesOf: (person: string) => readonly string[];
  readonly threshold: number;
}

const OPENED: ReadonlySet<string> = new Set(['opened', 'assessed', 'decided', 'contracted']);

/** @returns the ways taken, as `from command to` @throws AssertionError when something is that must not be */
export function checkStep(rules: Rules, before: Seen, now: Seen): readonly string[] {
  assert.deepEqual(now.history.slice(0, before.history.length), before.history, 'history is never changed');
  assert.equal(now.version, new Set(now.history.map(({ version }) => version)).size, 'each change has its row in the history, and each row its change');
  const ways: string[] = [];
  let { state } = before;
  for (let version = before.version + 1; version <= now.version; version += 1) {
    const row = now.history.find((one) => one.version === version);
    assert.ok(row !== undefined && row.n === 0, `version ${version} has a row`);
    const next = after(rules.moves, state, row.command);
    assert.ok(next !== null, `${row.command} in ${state}`);
    checkWho(rules, before, row);
    ways.push(`${state} ${row.command} ${next}`);
    state = next;
  }
  assert.equal(now.state, state, 'the state is where the table leads');
  if (now.version === before.version) assert.deepEqual([now.body, now.internal], [before.body, before.internal], 'without a change nothing changes');
  checkTimes(rules, before, now, ways);
  if (now.used !== null) assert.ok(now.used.sum <= now.used.maximum, `${now.used.sum} øre of at most ${now.used.maximum} are used`);
  return ways;
}

function checkWho({ rolesOf }: Rules, { internal }: Seen, { command, person, proposer }: HistoryRow): void {
  if (person === null) {
    assert.ok(BY_TIME.has(command), `nobody gave ${command}`);
    return;
  }
  assert.ok(!BY_TIME.has(command), `${command} is for time to give`);
  for (const one of [person, ...(proposer === null ? [] : [proposer])]) assert.ok(!internal.conflicted.includes(one), `${command} by somebody with a conflict of interest`);
  if (BY_TWO.has(command)) {
    assert.ok(proposer !== null && proposer !== person, `${command} by one person alone`);
    assert.ok(rolesOf(person).includes('approver'), `${command} confirmed by no approver`);
    return;
  }
  assert.equal(proposer, null, `${command} takes one person`);
  assert.ok(rolesFor(command).some((role) => rolesOf(person).includes(role)), `${command} by somebody without its role`);
}

function checkTimes({ threshold }: Rules, before: Seen, now: Seen, ways: readonly string[]): void {
  const isAnnounced = before.state !== 'draft' && before.body.deadline !== undefined;
  if (isAnnounced) assert.ok(now.body.deadline !== undefined && Temporal.Instant.compare(now.body.deadline, before.body.deadline ?? '') >= 0, 'a deadline never moves to earlier');
  const isOpened = now.body.openedAt !== undefined;
  assert.ok(isOpened || !OPENED.has(now.state) || now.body.deadline === undefined, 'what is past the opening was opened');
  if (isOpened && before.body.openedAt === undefined) {
    assert.ok(now.internal.opening.reveals.length >= threshold, 'nothing opens a bid but enough holders');
    assert.ok(Temporal.Instant.compare(now.body.openedAt ?? '', Temporal.Instant.from(now.body.deadline ?? '')) > 0, 'nothing is opened before the deadline');
  }
  if (ways.some((way) => /purchase\.close/.test(way))) assert.ok(Temporal.Instant.compare(now.at, now.body.deadline ?? '') > 0, 'nothing closes before the deadline');
  if (now.body.contract !== undefined && before.body.contract === undefined) {
    assert.ok(now.body.outcome !== undefined, 'no letters, no contract');
    const { standstillEnds } = now.body.outcome;
    assert.ok(standstillEnds === null || Temporal.Instant.compare(now.at, standstillEnds) > 0, 'nothing is signed before the promised wait is over');
  }
}
