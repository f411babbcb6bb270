import type { Kysely } from 'kysely';
import { copenhagenDate, fail, ok, type Clock, type Failure, type Result } from '#base';
import type { RegisterTables } from '../tables.ts';
import { countNotices, failRun, finishRun, openRun, turnPage, uncounted, withSyncLock, type Missing, type SyncRun } from './sync.store.ts';
import type { SyncCounts } from './sync.view.ts';
import type { TedClient, TedPage } from './ted-client.ts';
import { expertQuery, queryName, type TedQuery } from './ted-query.ts';

export interface FetchedNotice {
  /** Its public address. */
  readonly name: string;
  readonly bytes: Buffer;
}

export interface SyncParts {
  readonly db: Kysely<RegisterTables>;
  readonly client: TedClient;
  readonly clock: Clock;
  /** Takes notices into the register; when it comes back, they are there. */
  takeNotices(notices: readonly FetchedNotice[]): Promise<Omit<SyncCounts, 'found'>>;
  /** Which of these publication numbers the register holds. */
  isKnown(numbers: readonly string[]): Promise<ReadonlySet<string>>;
  onProgress?(progress: SyncProgress): void;
  /** A notice that TED lists and does not hand out; what `takeNotices` refuses is its own to tell. */
  onMissing?(address: string, missing: Missing): void;
}

export interface SyncProgress extends SyncCounts {
  /** How many notices the whole run has to look at, when TED says so. */
  readonly total: number | null;
}

export interface SyncOutcome {
  /** Of the whole run, with what was counted before it was interrupted. */
  readonly counts: SyncCounts;
  readonly since: string;
  /** Why the run is not finished; what was counted stays, and the next run of the same query goes on. */
  readonly failure: Failure | null;
}

const BATCH_NOTICES = 25;
const BATCH_BYTES = 8 * 1024 * 1024;
/** So many doubtful notices one after another are no accident of theirs. */
const DOUBTFUL_IN_A_ROW = 3;
/** How often a list is begun again without any notice that had not come before. */
const VAIN_LISTS = 3;
/** Pages in a row without anything new, after which a list does not go on: it would not end by itself. */
const BARREN_PAGES = 3;

/**
 * Fetches what TED has published and the register does not hold. The run stands in the database: what is taken is counted at
 * once, and a run that was interrupted, however it was, goes on from the last day whose notices are all taken.
 * @param since the first day of publication, `YYYY-MM-DD`; null: go on from the last run.
 */
export async function syncTed(query: TedQuery, since: string | null, parts: SyncParts): Promise<Result<SyncOutcome>> {
  const { db, clock } = parts;
  const outcome = await withSyncLock(db, async () => {
    const run = await openRun(db, 'ted', queryName(query), since, clock);
    const state: State = { ...parts, query, run, announced: run.announced, doubtful: [] };
    const until = copenhagenDate(clock.now()).toString();
    const failure = await takeList(state);
    if (failure === null) await finishRun(db, state.run.id, until);
    else await failRun(db, state.run.id, failure.message);
    const { found, imported, unchanged, rejected } = state.run;
    return { counts: { found, imported, unchanged, rejected }, since: state.run.since, failure };
  });
  return outcome === null ? fail(BUSY) : ok(outcome);
}

const BUSY: Failure = { kind: 'conflict', message: 'Another sync of this register is running, so this one was not begun.', help: 'Wait until it is done; it takes in the same notices.' };

interface State extends SyncParts {
  readonly query: TedQuery;
  run: SyncRun;
  announced: number | null;
  /** Notices that TED did not hand out, at the end of what was asked for so far: theirs may be the fault, or the service's. */
  doubtful: Missing[];
}

/** Goes through the list, from the beginning again when it breaks off, until it is whole. */
async function takeList(state: State): Promise<Failure | null> {
  let from = state.run.reached;
  let last = '';
  for (let vain = 0; vain < VAIN_LISTS; ) {
    const before = state.run.found;
    const end = await walk(state, from);
    if (end === 'whole') return countDoubtful(state);
    if (typeof end !== 'string') return end;
    vain = state.run.found > before ? 0 : vain + 1;
    // A list with holes is gone through again from its first day: what was missed may stand anywhere in it.
    from = end === 'holes' ? state.run.since : state.run.reached;
    last = end === 'holes' ? 'the list ends before all the notices that it announces have come' : 'the list cannot be gone on with';
  }
  return { kind: 'unavailable', message: `TED was asked ${VAIN_LISTS} times for the same list: ${last}.`, help: 'Try again later; what was taken stays.' };
}

async function countDoubtful(state: State): Promise<null> {
  await count(state, { notices: [], missing: state.doubtful.splice(0), bytes: 0 });
  return null;
}

/**
 * One list from a day on, page by page, until a page brings none.
 * @returns `holes` when less came than was announced, now or for the whole run; `broken` when the list must be begun again.
 */
async function walk(state: State, from: string): Promise<'whole' | 'holes' | 'broken' | Failure> {
  const { client, db, query, run: { since } } = state;
  const listed = new Set<string>();
  const days = risingDays(from);
  let announced = 0;
  // Listed again, they are asked for again.
  state.doubtful = [];
  let token: string | null = null;
  for (let barren = 0; barren < BARREN_PAGES; ) {
    const page = await client.search(expertQuery(query, from), token);
    if (!page.ok) return page.failure.means === 'begin again' ? 'broken' : page.failure.failure;
    const { notices, total, next } = page.value;
    announced = total ?? announced;
    if (from === since) state.announced = total ?? state.announced;
    const fresh = [...new Set(notices.map(({ number }) => number))].filter((number) => !listed.has(number));
    for (const number of fresh) listed.add(number);
    barren = fresh.length > 0 ? 0 : barren + 1;
    const failure = await takePage(state, fresh);
    if (failure !== null) return failure;
    state.run = await turnPage(db, state.run.id, { reached: days.after(notices, state), announced: state.announced });
    if (notices.length === 0 || next === null) break;
    token = next;
  }
  const found = state.run.found + state.doubtful.length;
  return listed.size < announced || found < (state.announced ?? 0) ? 'holes' : 'whole';
}

/** How far a list has come: to the day that stands last on a page, as long as days only rise. */
function risingDays(from: string): { after(notices: TedPage['notices'], state: State): string } {
  let last = from;
  let rises = true;
  return {
    after: (notices, { run, doubtful }) => {
      for (const { date } of notices) {
        rises &&= date !== null && date >= last;
        last = date ?? last;
      }
      // What is doubtful is not counted yet, so a run that stops now must come by again.
      return rises && doubtful.length === 0 && last > run.reached ? last : run.reached;
    },
  };
}

interface Batch {
  readonly notices: (FetchedNotice & { readonly number: string })[];
  readonly missing: Missing[];
  bytes: number;
}

const emptyBatch = (): Batch => ({ notices: [], missing: [], bytes: 0 });

/** Fetches and takes those notices of a page that are new, in batches of bounded size. */
async function takePage(state: State, numbers: readonly string[]): Promise<Failure | null> {
  const open = await uncounted(state.db, state.run.id, numbers);
  const known = open.length === 0 ? new Set<string>() : await state.isKnown(open);
  const unchanged = open.filter((number) => known.has(number));
  if (unchanged.length > 0) {
    state.run = await countNotices(state.db, state.run.id, unchanged.map((number) => ({ number })), { imported: 0, unchanged: unchanged.length, rejected: 0 });
    progress(state);
  }
  let batch = emptyBatch();
  for (const number of open.filter((one) => !known.has(one))) {
    const failure = await fetchInto(batch, state, number);
    if (failure === null && batch.notices.length + batch.missing.length < BATCH_NOTICES && batch.bytes < BATCH_BYTES) continue;
    await count(state, batch);
    if (failure !== null) return failure;
    batch = emptyBatch();
  }
  await count(state, batch);
  return null;
}

async function fetchInto(batch: Batch, state: State, number: string): Promise<Failure | null> {
  const { client, doubtful } = state;
  const notice = await client.notice(number);
  if (notice.ok) {
    // The service does hand out notices, so those before were at fault themselves.
    batch.missing.push(...doubtful.splice(0));
    batch.notices.push({ number, name: client.address(number), bytes: notice.value });
    batch.bytes += notice.value.length;
    return null;
  }
  const { means, failure } = notice.failure;
  const missing = { number, reason: failure.message, help: failure.help ?? '' };
  if (means === 'missing') batch.missing.push(missing);
  else if (means === 'doubtful') doubtful.push(missing);
  else return failure;
  return doubtful.length < DOUBTFUL_IN_A_ROW ? null : failure;
}

/** Takes a batch into the register, then counts it. A run that is killed in between finds its notices known, and counts them so. */
async function count(state: State, { notices, missing }: Batch): Promise<void> {
  if (notices.length + missing.length === 0) return;
  const taken = notices.length === 0 ? { imported: 0, unchanged: 0, rejected: 0 } : await state.takeNotices(notices.map(({ name, bytes }) => ({ name, bytes })));
  for (const one of missing) state.onMissing?.(state.client.address(one.number), one);
  state.run = await countNotices(state.db, state.run.id, [...notices.map(({ number }) => ({ number })), ...missing], { ...taken, rejected: taken.rejected + missing.length });
  progress(state);
}

function progress(state: State): void {
  const { found, imported, unchanged, rejected } = state.run;
  state.onProgress?.({ found, imported, unchanged, rejected, total: state.announced });
}
