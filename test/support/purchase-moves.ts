/** What people of a play give: for each step an input that could be right, and for each state the step that leads on. */
import { sql } from 'kysely';
import { sharesFor } from '#market';
import type { Actor } from '#people';
import { decryptWith, sharesCommitment, type HoldersShares } from '#seal';
import { allGood, scoresOf } from './assessments.ts';
import type { Dice } from './dice.ts';
import { holdersList } from './opening.ts';
import type { Seen } from './purchase-check.ts';
import { MODEL, REASONS, SHEET, TEXTS, type Buying, type Committee } from './purchases.ts';

export interface Given {
  readonly actor: Actor;
  readonly command: string;
  /** Settles what another has proposed; null: gives the step. */
  readonly verdict: 'confirm' | 'reject' | null;
}

/** What the moves look at, and whom they may ask. */
export interface Table {
  readonly own: Buying;
  readonly record: string;
  readonly dice: Dice;
  /** The state in which the buyer gives it up; null: in none. */
  readonly doom: string | null;
  readonly committee: readonly Committee[];
  readonly lists: Map<string, HoldersShares>;
  /** With the roles that they have now, whoever has no conflict of interest. */
  readonly able: (role: string) => readonly Actor[];
  readonly wait: (until: Temporal.Instant) => void;
}

interface Body {
  readonly way: string;
  readonly term: string;
  readonly model?: unknown;
  readonly sheet?: unknown;
  readonly deadline?: string;
  readonly value: string;
  readonly direct?: unknown;
  readonly outcome?: { readonly value: string; readonly standstillEnds: string | null };
  readonly notice?: { readonly due: string | null; readonly sent?: unknown };
}

interface Internal {
  readonly holders: readonly { readonly person: string; readonly challenge: { readonly sealed: string } | null }[];
  readonly evaluators: readonly string[];
  readonly declared: readonly string[];
  readonly conflicted: readonly string[];
  readonly opening: { readonly commits: readonly { readonly person: string }[]; readonly reveals: readonly { readonly person: string }[] };
  readonly checks: readonly unknown[];
  readonly scores: readonly { readonly person: string }[];
  readonly consensus: readonly unknown[];
  readonly ranking?: { readonly first: readonly string[]; readonly firstByPrice: readonly string[] };
}

const parts = (seen: Seen): { readonly body: Body; readonly internal: Internal } => seen as unknown as { readonly body: Body; readonly internal: Internal };

/** As a form has it: to the minute, in the time of Copenhagen. */
function local(at: Temporal.Instant): string {
  return at.toZonedDateTimeISO('Europe/Copenhagen').toPlainDateTime().toString({ smallestUnit: 'minute' });
}

function days(at: Temporal.Instant, count: number): Temporal.Instant {
  return at.add({ hours: 24 * count });
}

function dateOf(at: Temporal.Instant): string {
  return local(at).slice(0, 10);
}

async function submissionsOf({ own, record }: Table): Promise<readonly string[]> {
  const { rows } = await sql<{ submission: string }>`select submission from market_opened_bid where record = ${record} and document is not null order by received_at, submission`.execute(own.market.db);
  return rows.map(({ submission }) => submission);
}

async function questionOf({ own, record, dice }: Table): Promise<string> {
  const { rows } = await sql<{ id: string }>`select id from market_record where parent = ${record} and kind = 'contribution'`.execute(own.market.db);
  return rows.length === 0 ? record : dice.pick(rows).id;
}

async function proofOf({ committee }: Table, { internal }: { readonly internal: Internal }, actor: Actor): Promise<string> {
  const challenge = internal.holders.find(({ person }) => person === actor.user)?.challenge;
  const identity = committee.find(({ person }) => person.user === actor.user)?.identity.identity;
  if (challenge === null || challenge === undefined || identity === undefined) return 'AAAA';
  const plain = await decryptWith(identity, Buffer.from(challenge.sealed, 'base64'));
  return plain.ok ? Buffer.from(plain.value).toString('base64') : 'AAAA';
}

/** The list of shares that this holder's machine makes; of a stranger, one of nothing. */
async function listOf({ own, record, committee, lists }: Table, actor: Actor): Promise<HoldersShares> {
  const holder = committee.find(({ person }) => person.user === actor.user);
  const empty: HoldersShares = { purchase: record, holder: actor.user, shares: [] };
  if (holder === undefined) return empty;
  const known = lists.get(actor.user);
  if (known !== undefined) return known;
  try {
    const list = await holdersList(await sharesFor(own.market, actor, record), holder);
    lists.set(actor.user, list);
    return list;
  } catch {
    return empty;
  }
}

/** An input for a step that fits its schema, and as far as can be what stands. */
export async function inputOf(table: Table, seen: Seen, command: string, actor: Actor): Promise<unknown> {
  const { dice } = table;
  const { body, internal } = parts(seen);
  const now = seen.at;
  switch (command) {
    case 'purchase.write': return { ...TEXTS, deadline: local(days(now, dice.pick([1, 20, 20, 20, 25]))) };
    case 'purchase.set-model': return MODEL;
    case 'purchase.set-sheet': return SHEET;
    case 'purchase.set-holders': return { holders: dice.shuffled(table.committee.filter(({ person }) => !internal.conflicted.includes(person.user))).slice(0, 3).map(({ person }) => ({ person: person.user })) };
    case 'purchase.prove-key': return { answer: await proofOf(table, { internal }, actor) };
    case 'purchase.declare': return { conflict: false };
    case 'purchase.announce': return { reasons: REASONS };
    case 'purchase.answer': return { question: await questionOf(table), shown: 'Hvornår?', answer: 'Den 1.', important: false };
    case 'purchase.change': return { significance: 'information', important: false, reason: 'En rettelse.', wanted: `Sager følges, ${dice.hex(4)}.` };
    case 'purchase.move-deadline': return { deadline: local(days(Temporal.Instant.from(body.deadline ?? now), dice.pick([-2, 0, 3, 6]))), reason: 'Flere dage.', outage: seen.state === 'closed' };
    case 'purchase.cancel': return { reason: 'Behovet er faldet bort.' };
    case 'opening.commit': return { commitment: await sharesCommitment(await listOf(table, actor)) };
    case 'opening.reveal': return { shares: JSON.stringify(await listOf(table, actor)) };
    case 'opening.conclude': return { reason: 'Den sidste kommer ikke.' };
    case 'purchase.set-evaluators': return { evaluators: table.able('evaluator').map(({ user }) => ({ person: user })) };
    case 'purchase.check': return allGood(await submissionsOf(table));
    case 'purchase.score': case 'purchase.consensus': return scoresOf(await submissionsOf(table), [[dice.roll(11), 5], [5, dice.roll(11)]]);
    case 'purchase.award': return { winner: (internal.ranking?.firstByPrice ?? internal.ranking?.first)?.[0] ?? table.record, reason: 'Bedst.', merits: 'Færre klik.', tie: 'Lod trukket af to.', standstillDays: dice.pick([0, 10]) };
    case 'purchase.sign': return { from: dateOf(days(now, 30)), to: dateOf(days(now, 700)) };
    case 'purchase.sign-direct': return { from: dateOf(days(now, 30)), to: dateOf(days(now, 700)), lines: [{ number: '1', name: 'Drift', option: false, price: body.outcome?.value ?? '1' }] };
    case 'purchase.note-notice': return { on: dateOf(now), reference: '2027/S 1-1' };
    case 'purchase.write-direct': return { title: 'System', background: 'Det udløber.', wanted: 'Sager følges.', service: 'services', cpv: '48000000', value: '900000', personalData: false, term: 'Fire år', needs: [{ criterion: 'dansk', why: 'Vi arbejder på dansk.' }, { criterion: 'app', points: 10, why: 'Nogle arbejder ude.' }] };
    case 'purchase.shortlist': return { reasons: [{ code: 'narrowed-to-one', reason: 'Det er afvejet.' }] };
    case 'purchase.reopen': return { reason: 'Vi er flere.' };
    case 'purchase.award-direct': return { value: `${dice.pick([300_000, 900_000, 2_600_000])}`, reason: 'Står først.' };
    case 'purchase.letters-direct': return { days: dice.pick([0, 10]) };
    default: return {};
  }
}

const TIME_BETWEEN = { seconds: 61 } as const;

/** The step that leads on from here, given by somebody who may; null: nobody is left who may, or it is time's turn and the clock was set. */
export function forward(table: Table, seen: Seen): Given | null {
  const { body, internal } = parts(seen);
  const by = (role: string, command: string, among: readonly string[] | null = null): Given | null => {
    const able = table.able(role).filter(({ user }) => among === null || among.includes(user));
    return able.length === 0 ? null : { actor: table.dice.pick(able), command, verdict: null };
  };
  if (seen.state === table.doom && table.dice.chance(25)) return by('buyer', 'purchase.cancel');
  switch (seen.state) {
    case 'draft': return body.way === 'direct' ? by('buyer', body.direct === undefined || table.dice.chance(10) ? 'purchase.write-direct' : 'purchase.shortlist') : draft(table, seen, by);
    case 'announced': return announced(table, seen, by);
    case 'closed': return closed(table, seen, by);
    case 'opened': return opened(internal, by);
    case 'assessed': return by('buyer', 'purchase.award');
    case 'shortlisted': return by('buyer', table.dice.chance(15) ? 'purchase.reopen' : 'purchase.award-direct');
    case 'decided': return decided(table, seen, by);
    case 'contracted': return contracted(table, seen, by);
    default: return null;
  }
}

type By = (role: string, command: string, among?: readonly string[] | null) => Given | null;

function draft({ able }: Table, seen: Seen, by: By): Given | null {
  const { body, internal } = parts(seen);
  const unproved = internal.holders.filter(({ challenge }) => challenge !== null).map(({ person }) => person);
  const missing = internal.holders.some(({ person }) => able('committee').every(({ user }) => user !== person));
  if (body.term === '' || body.deadline === undefined || Temporal.Instant.compare(body.deadline, days(seen.at, 15)) < 0) return by('buyer', 'purchase.write');
  if (body.model === undefined) return by('buyer', 'purchase.set-model');
  if (body.sheet === undefined) return by('buyer', 'purchase.set-sheet');
  if (internal.holders.length === 0 || missing) return by('buyer', 'purchase.set-holders');
  return unproved.length > 0 ? by('committee', 'purchase.prove-key', unproved) : by('buyer', 'purchase.announce');
}

function announced({ dice, wait }: Table, seen: Seen, by: By): Given | null {
  const { internal, body } = parts(seen);
  switch (dice.roll(9)) {
    case 0: return internal.evaluators.length === 0 ? by('buyer', 'purchase.set-evaluators') : by('evaluator', 'purchase.declare');
    case 1: return by('buyer', 'purchase.change');
    case 2: return by('buyer', 'purchase.move-deadline');
    case 3: return by('committee', 'purchase.declare');
    case 4: return by('committee', 'purchase.prove-key', internal.holders.filter(({ challenge }) => challenge !== null).map(({ person }) => person)) ?? by('buyer', 'purchase.answer');
    case 5: case 6: return by('buyer', 'purchase.answer');
    default: wait(Temporal.Instant.from(body.deadline ?? seen.at).add(TIME_BETWEEN)); return null;
  }
}

function isOf(list: readonly { readonly person: string }[], person: string): boolean {
  return list.some((one) => one.person === person);
}

function closed({ wait, dice }: Table, seen: Seen, by: By): Given | null {
  const { internal, body } = parts(seen);
  const { commits, reveals } = internal.opening;
  const holders = internal.holders.map(({ person }) => person);
  const undeclared = holders.filter((one) => !internal.declared.includes(one) && !internal.conflicted.includes(one));
  const uncommitted = holders.filter((one) => internal.declared.includes(one) && !isOf(commits, one));
  const unrevealed = holders.filter((one) => isOf(commits, one) && !isOf(reveals, one));
  wait(Temporal.Instant.from(body.deadline ?? seen.at).add(TIME_BETWEEN));
  if (dice.chance(4)) return by('buyer', commits.length > 0 ? 'opening.conclude' : 'purchase.move-deadline');
  if (undeclared.length > 0) return by('committee', 'purchase.declare', undeclared);
  if (uncommitted.length > 0) return by('committee', 'opening.commit', uncommitted);
  if (unrevealed.length > 0) return by('committee', 'opening.reveal', unrevealed);
  // Enough have revealed: the worker's turn. Otherwise the bids cannot be read by anybody.
  return reveals.length > 1 ? null : by('buyer', 'purchase.cancel');
}

function opened(internal: Internal, by: By): Given | null {
  const undeclared = internal.evaluators.filter((one) => !internal.declared.includes(one));
  const unscored = internal.evaluators.filter((one) => !internal.scores.some(({ person }) => person === one));
  if (internal.evaluators.length === 0) return by('buyer', 'purchase.set-evaluators');
  if (undeclared.length > 0) return by('evaluator', 'purchase.declare', undeclared);
  if (internal.checks.length === 0) return by('buyer', 'purchase.check');
  if (unscored.length > 0) return by('evaluator', 'purchase.score', unscored);
  return internal.consensus.length === 0 ? by('evaluator', 'purchase.consensus', internal.evaluators) : by('buyer', 'purchase.assess');
}

function decided({ wait }: Table, seen: Seen, by: By): Given | null {
  const { body } = parts(seen);
  const isDirect = body.way === 'direct';
  const isTold = seen.history.some(({ command }) => command.startsWith('purchase.letters'));
  if (!isTold) return by('buyer', isDirect ? 'purchase.letters-direct' : 'purchase.letters');
  if (body.outcome?.standstillEnds !== null && body.outcome !== undefined) wait(Temporal.Instant.from(body.outcome.standstillEnds).add(TIME_BETWEEN));
  return by('contract-manager', isDirect ? 'purchase.sign-direct' : 'purchase.sign') ?? by('approver', isDirect ? 'purchase.sign-direct' : 'purchase.sign');
}

function contracted({ wait, dice }: Table, seen: Seen, by: By): Given | null {
  const { body } = parts(seen);
  if (body.notice === undefined || body.notice.sent !== undefined) return null;
  if (dice.chance(40)) return by('buyer', 'purchase.note-notice');
  wait(days(seen.at, 60));
  return null;
}
