/** A purchase that many people pull at, right and wrong: chance draws who gives what, when the clock steps, what is torn and what comes twice. */
import assert from 'node:assert/strict';
import { sql, type KyselyPlugin } from 'kysely';
import type { Result } from '#base';
import { catchUp, give, openRevealed, settle, type Market, type Order, type Outcome } from '#market';
import type { Actor, Role } from '#people';
import type { HoldersShares } from '#seal';
import type { Dice } from './dice.ts';
import { sendBid } from './opening.ts';
import { checkStep, type HistoryRow, type Rules, type Seen } from './purchase-check.ts';
import { forward, inputOf, type Given, type Table } from './purchase-moves.ts';
import { after, BY_TIME, BY_TWO, COMPETITIVE, DIRECT, rolesFor } from './purchase-table.ts';
import { withKey, type Buying, type Committee } from './purchases.ts';

export type Way = 'dis' | 'framework' | 'direct';

export interface Stage {
  readonly own: Buying;
  readonly way: Way;
  /** Of another municipality: may nothing here. */
  readonly stranger: Actor;
}

/** Where nothing leads on, so few steps more are tried. */
const OVER = 12;
const THRESHOLD = 2;
const STAFF: readonly Role[] = ['buyer', 'buyer', 'approver', 'approver', 'contract-manager', 'auditor', 'evaluator', 'evaluator'];
const HOLDERS = 4;
const BEGINS = '2026-12-01T09:00:00Z';
/** Øre in a krone. */
const OERE = 100;

/** Tears a transaction at its n-th statement, as when the process dies there. */
class Tear implements KyselyPlugin {
  #left: number;
  constructor(statements: number) { this.#left = statements; }
  transformQuery({ node }: Parameters<KyselyPlugin['transformQuery']>[0]): ReturnType<KyselyPlugin['transformQuery']> {
    this.#left -= 1;
    if (this.#left < 0) throw new Error('torn');
    return node;
  }
  transformResult({ result }: Parameters<KyselyPlugin['transformResult']>[0]): ReturnType<KyselyPlugin['transformResult']> { return Promise.resolve(result); }
}

interface Answered {
  readonly actor: Actor;
  readonly order: Order;
  readonly outcome: Outcome;
}

export interface Played {
  /** Ways taken, as `from command to`. */
  readonly ways: ReadonlySet<string>;
  /** How often each kind of trouble was made, and how many orders were refused and done. */
  readonly counts: ReadonlyMap<string, number>;
}

export class Play {
  readonly #stage: Stage;
  readonly #dice: Dice;
  readonly #roles = new Map<string, readonly Role[]>();
  readonly #staff: Actor[] = [];
  readonly #committee: Committee[] = [];
  readonly #lists = new Map<string, HoldersShares>();
  readonly #answers: Answered[] = [];
  readonly #bids = new Map<string, number>();
  readonly #ways = new Set<string>();
  readonly #counts = new Map<string, number>();
  readonly #market: Market;
  readonly #doom: string | null;
  #record = '';
  #seen: Seen | null = null;

  constructor(stage: Stage, dice: Dice) {
    this.#stage = stage;
    this.#dice = dice;
    this.#doom = dice.chance(60) ? null : dice.pick((stage.way === 'direct' ? DIRECT : COMPETITIVE)['purchase.cancel'] ?? [])[0];
    // What is given by time and fails stays due, and is told; here it is only counted.
    this.#market = { ...stage.own.market, report: () => { this.#count('time refused'); } };
  }

  /** Plays so many steps. @throws AssertionError with the seed at the first thing that must not be */
  async play(steps: number): Promise<Played> {
    try {
      await this.#begin();
      for (let left = steps; left > 0; left -= this.#now().state === 'cancelled' ? OVER : 1) await this.#step();
    } catch (error) {
      throw new Error(`The play of the seed ${this.#dice.seed} (${this.#stage.way}) in ${this.#seen?.state ?? 'no state'} after ${this.#seen?.history.map(({ command }) => command).join(', ') ?? 'nothing'}`, { cause: error });
    }
    return { ways: this.#ways, counts: this.#counts };
  }

  async #begin(): Promise<void> {
    const { own, way } = this.#stage;
    const { market, town, parent } = own;
    market.clock.set(BEGINS);
    for (const role of STAFF) this.#staff.push(await market.person(town, role));
    for (let n = 0; n < HOLDERS; n += 1) this.#committee.push(await withKey(market, await market.person(town, 'committee')));
    this.#staff.push(...this.#committee.map(({ person }) => person));
    for (const { user, roles } of this.#staff) this.#roles.set(user, roles);
    const [buyer = assert.fail()] = this.#staff;
    const need = await own.need();
    const { record } = await market.do(buyer, way === 'direct' ? 'purchase.start-direct' : 'purchase.start', { need, category: way === 'direct' ? '1' : 'A' }, parent);
    this.#record = record;
    this.#seen = await this.#look();
  }

  async #step(): Promise<void> {
    const roll = this.#dice.roll(100);
    if (roll < 60) await this.#forward();
    else if (roll < 70) await this.#wrong();
    else if (roll < 74) await this.#clock();
    else if (roll < 79) await this.#rogueDue();
    else if (roll < 82) await this.#changeRoles();
    else if (roll < 83) await this.#conflict();
    else if (roll < 90) await this.#again();
    else await this.#bid();
    await this.#check();
  }

  async #check(): Promise<void> {
    const now = await this.#look();
    const rules: Rules = { moves: this.#moves, rolesOf: (person) => this.#roles.get(person) ?? [], threshold: THRESHOLD };
    for (const way of checkStep(rules, this.#seen ?? now, now)) this.#ways.add(way);
    this.#seen = now;
  }

  get #moves(): typeof COMPETITIVE {
    return this.#stage.way === 'direct' ? DIRECT : COMPETITIVE;
  }

  #now(): Seen {
    return this.#seen ?? assert.fail('nothing was looked at');
  }

  #count(what: string): void {
    this.#counts.set(what, (this.#counts.get(what) ?? 0) + 1);
  }

  #actor(person: Actor): Actor {
    return { ...person, roles: this.#roles.get(person.user) ?? person.roles };
  }

  #table(): Table {
    const { internal } = this.#now();
    return {
      own: this.#stage.own, record: this.#record, dice: this.#dice, doom: this.#doom, committee: this.#committee, lists: this.#lists,
      able: (role) => this.#staff.map((one) => this.#actor(one)).filter(({ user, roles }) => roles.some((one) => one === role) && !internal.conflicted.includes(user)),
      wait: (until) => { if (Temporal.Instant.compare(until, this.#market.clock.now()) > 0) this.#stage.own.market.clock.set(until.toString()); },
    };
  }

  /** What leads on: a proposal is settled, a step is given, or the worker works. */
  async #forward(): Promise<void> {
    const seen = this.#now();
    const [proposal] = await this.#proposals();
    if (proposal !== undefined && this.#dice.chance(85)) {
      const verdict = proposal.version === seen.version && this.#dice.chance(90) ? 'confirm' : 'reject';
      const seconds = this.#table().able('approver').filter(({ user }) => user !== proposal.person);
      if (seconds.length > 0) return this.#try({ actor: this.#dice.pick(seconds), command: proposal.command, verdict });
    }
    const given = forward(this.#table(), seen);
    if (given === null) return this.#work();
    await this.#try(given);
    if (this.#dice.chance(30)) await this.#work();
  }

  /** Somebody who may not, or something that cannot be now; mostly both. */
  async #wrong(): Promise<void> {
    const command = this.#dice.pick(Object.keys(this.#moves).filter((one) => one !== 'purchase.cancel' || this.#dice.chance(10)));
    const actor = this.#dice.pick([...this.#staff, ...this.#staff, this.#stage.stranger, ...this.#stage.own.suppliers]);
    await this.#try({ actor: this.#actor(actor), command, verdict: BY_TWO.has(command) && this.#dice.chance(50) ? this.#dice.pick(['confirm', 'reject']) : null });
  }

  /** Gives an order by one of the ways in which orders come: once, torn and given again, or twice at once. */
  async #try(given: Given): Promise<void> {
    const { actor, command, verdict } = given;
    if (verdict !== null) {
      this.#told(given, await settle(this.#market, actor, this.#record, command, verdict));
      return;
    }
    const input = await inputOf(this.#table(), this.#now(), command, actor);
    const order: Order = { command, record: this.#record, input, version: this.#dice.chance(30) ? this.#now().version : null, key: this.#dice.chance(70) ? this.#dice.uuid() : null };
    const roll = this.#dice.roll(100);
    if (roll < 20) await this.#torn(actor, order);
    else if (roll < 35 && order.key !== null) {
      this.#count('twice at once');
      const [one, other] = await Promise.all([give(this.#market, actor, order), give(this.#market, actor, order)]);
      assert.deepEqual(one.ok ? one.value : 'refused', other.ok ? other.value : 'refused', 'two equal orders have one answer');
      this.#told(given, one, order);
      return;
    }
    this.#told(given, await give(this.#market, actor, order), order);
  }

  /** The process dies in the middle: nothing of it stands. Where it died after the end, the same key gets the same answer. */
  async #torn(actor: Actor, order: Order): Promise<void> {
    const market: Market = { ...this.#market, db: this.#market.db.withPlugin(new Tear(this.#dice.roll(24))) };
    const outcome = await give(market, actor, order).catch((error: unknown) => {
      assert.equal(error instanceof Error ? error.message : '', 'torn');
      return null;
    });
    this.#count(outcome === null ? 'torn' : 'not torn');
    if (outcome === null) {
      const now = await this.#look();
      assert.deepEqual({ ...now, at: '' }, { ...this.#now(), at: '' }, 'nothing stands of what was torn');
    } else if (outcome.ok && order.key !== null) this.#answers.push({ actor, order, outcome: outcome.value });
  }

  #told({ actor, command, verdict }: Given, outcome: Result<Outcome>, order: Order | null = null): void {
    const { state, internal } = this.#now();
    this.#count(outcome.ok ? 'done' : 'refused');
    if (!outcome.ok) return;
    const known = order?.key === null || order === null ? undefined : this.#answers.find((one) => one.order.key === order.key);
    if (known !== undefined) assert.deepEqual(outcome.value, known.outcome, 'the same key has the same answer');
    else if (order !== null && order.key !== null) this.#answers.push({ actor, order, outcome: outcome.value });
    if (verdict === 'reject') return;
    // Also a proposal is made only where the step could be taken, by somebody who may take it.
    assert.ok(after(this.#moves, state, command) !== null, `${command} in ${state} by an order`);
    assert.ok(!BY_TIME.has(command), `${command} is for time alone`);
    assert.ok(!internal.conflicted.includes(actor.user), `${command} by somebody with a conflict of interest`);
    assert.ok(actor.organisation === this.#stage.own.town, `${command} by another organisation`);
    assert.ok((verdict === null ? rolesFor(command) : ['approver']).some((role) => actor.roles.some((one) => one === role)), `${command} by ${actor.roles.join(' ')}`);
    if (verdict === null) assert.equal(outcome.value.outcome, BY_TWO.has(command) ? 'proposed' : 'done', command);
  }

  async #clock(): Promise<void> {
    this.#count('clock');
    const { deadline } = this.#now().body;
    const steps: readonly Temporal.DurationLike[] = [{ hours: 1 }, { hours: 24 }, { hours: 24 * 9 }, ...(this.#now().state === 'contracted' ? [{ hours: 24 * 95 }] : [])];
    const to = deadline !== undefined && this.#dice.chance(15) ? Temporal.Instant.from(deadline).add({ milliseconds: this.#dice.pick([-1, 0, 1]) }) : this.#market.clock.now().add(this.#dice.pick(steps));
    this.#table().wait(to);
    if (this.#dice.chance(60)) await this.#work();
  }

  /** What the worker does every minute; what it was down for is caught up with. */
  async #work(): Promise<void> {
    await catchUp(this.#market);
    await openRevealed(this.#market);
  }

  /** Rows that should not be due: whatever stands there, time closes nothing early, opens nothing and decides nothing. */
  async #rogueDue(): Promise<void> {
    this.#count('rogue due');
    const commands = this.#dice.some([...BY_TIME], 60);
    for (const command of commands) {
      const at = this.#market.clock.now().subtract({ hours: this.#dice.roll(2000) }).toString();
      await sql`insert into market_due (record, command, at) values (${this.#record}, ${command}, ${at}) on conflict do nothing`.execute(this.#market.db);
    }
    await catchUp(this.#market);
    await sql`delete from market_due where record = ${this.#record} and command = 'opening.open'`.execute(this.#market.db);
  }

  async #changeRoles(): Promise<void> {
    this.#count('roles changed');
    const person = this.#dice.pick(this.#staff);
    const roles: readonly Role[] = this.#dice.chance(60) ? person.roles : this.#dice.pick([[], ['auditor'], ['buyer', 'approver', 'evaluator']]);
    this.#roles.set(person.user, roles);
    await sql`update membership set roles = ${[...roles]} where person = ${person.user}`.execute(this.#market.db);
  }

  async #conflict(): Promise<void> {
    this.#count('conflict');
    const actor = this.#actor(this.#dice.pick(this.#staff));
    await give(this.#market, actor, { command: 'purchase.declare', record: this.#record, input: { conflict: true, text: 'Min bror er ansat der.' }, version: null, key: null });
  }

  /** A request that was answered comes once more, after whatever has happened since. */
  async #again(): Promise<void> {
    if (this.#answers.length === 0) return;
    this.#count('again');
    const { actor, order, outcome } = this.#dice.pick(this.#answers);
    const before = await this.#look();
    const again = await give(this.#market, this.#actor(actor), order);
    assert.deepEqual(again.ok ? again.value : again.failure, outcome, 'the same request has the answer that it had');
    assert.deepEqual(await this.#look(), before, 'and does nothing twice');
  }

  async #bid(): Promise<void> {
    const { state, body } = this.#now();
    if (state !== 'announced' || Temporal.Instant.compare(this.#market.clock.now(), body.deadline ?? '') >= 0) return this.#forward();
    const supplier = this.#dice.pick(this.#stage.own.suppliers);
    if (this.#dice.chance(30)) {
      this.#count('question');
      await this.#stage.own.market.do(supplier, 'purchase.ask', { text: 'Hvornår begynder det?' }, this.#record);
      return;
    }
    this.#count('bid');
    const bidVersion = (this.#bids.get(supplier.user) ?? 0) + 1;
    this.#bids.set(supplier.user, bidVersion);
    const price = String(this.#dice.pick([9000, 21_000, 44_000]));
    await sendBid(this.#stage.own, this.#record, supplier, { bidVersion, bid: { version: 1, answers: [{ requirement: '1', answer: 'yes', text: 'Ja.' }, { requirement: '2', answer: 'yes', text: 'Ja.' }], prices: { 1: price }, confidential: [], declaration: { unchanged: true, text: '' } } });
  }

  async #proposals(): Promise<readonly { readonly command: string; readonly version: number; readonly person: string }[]> {
    return (await sql<{ command: string; version: number; person: string }>`select command, version, person from market_proposal where record = ${this.#record} order by at`.execute(this.#market.db)).rows;
  }

  async #look(): Promise<Seen> {
    const { db, clock } = this.#market;
    const { rows: [row] } = await sql<Pick<Seen, 'state' | 'version' | 'body' | 'internal'>>`select state, version, body, i.data as internal from market_record r join market_internal i on i.record = r.id where id = ${this.#record}`.execute(db);
    const { rows: history } = await sql<HistoryRow>`select version, n, at, command, type, person, proposer, data from market_event where record = ${this.#record} order by version, n`.execute(db);
    return { ...row ?? assert.fail('the purchase is gone'), at: clock.now(), history, used: await this.#used() };
  }

  /** Added up here and not by the product: what is decided is reserved, what is contracted is used. */
  async #used(): Promise<Seen['used']> {
    if (this.#stage.way === 'dis') return null;
    const { rows: [row] } = await sql<{ sum: string; maximum: string }>`select
        (select coalesce(sum(coalesce(p.body #>> '{outcome,value}', i.data #>> '{decision,value}')::numeric), 0) * ${OERE} from market_record p join market_internal i on i.record = p.id where p.parent = f.id and p.state in ('decided', 'contracted')) as sum,
        (body ->> 'maximum')::numeric * ${OERE} as maximum from market_record f where id = ${this.#stage.own.parent}`.execute(this.#market.db);
    return { sum: BigInt(Math.round(Number(row?.sum ?? 0))), maximum: BigInt(Math.round(Number(row?.maximum ?? 0))) };
  }
}
