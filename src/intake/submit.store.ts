/** The one statement that takes a bid, and the one that takes it back. Each is a transaction of its own, durable when it answers. */
import { sql } from 'kysely';
import { FULL_CHUNK } from './bounds.ts';
import type { IntakeDatabase, SubmissionRow } from './tables.ts';

export interface WrittenPart {
  /** Sealed bytes. */
  readonly bytes: number;
  readonly sha256: Buffer;
}

export interface Asked {
  /** A new key (UUIDv7). */
  readonly id: string;
  readonly purchase: string;
  readonly lot: string;
  readonly supplier: string;
  readonly person: string;
  /** In whole milliseconds. */
  readonly receivedAt: string;
  readonly installation: string;
  readonly idempotencyKey: string;
  /** SHA-256 of what was asked. */
  readonly request: Buffer;
}

export interface AskedBid extends Asked {
  readonly upload: string;
  readonly header: string;
  readonly envelope: string;
  readonly bidVersion: number;
  readonly keySet: string;
  /** Ids of those who have a share, in order. */
  readonly holders: readonly string[];
  readonly parts: readonly WrittenPart[];
}

export type Refused = 'no-target' | 'not-invited' | 'cancelled' | 'opening' | 'other-holders' | 'old-version' | 'incomplete' | 'no-bid' | 'too-late';

export interface Written {
  readonly outcome: 'written' | 'seen' | Refused;
  /** Of `written` and `seen`. */
  readonly row: SubmissionRow | null;
  /** ISO text; null without a target. */
  readonly deadline: string | null;
  readonly lastVersion: number;
  /** What the database's clock said, ISO text. */
  readonly databaseTime: string;
}

type WrittenRow = Partial<SubmissionRow> & { readonly outcome: 'submitted' | 'late' | 'withdrawn' | Refused | 'seen'; readonly target_deadline: string | null; readonly last_version: number; readonly database_time: string };

/**
 * Judges a bid and writes it, and retires the supplier's earlier one. The target is held while that happens, so that its deadline cannot move
 * meanwhile; the commit waits for the disk whatever the server's default is.
 */
export async function writeBid(db: IntakeDatabase, bid: AskedBid): Promise<Written> {
  const at = bid.receivedAt;
  const { rows: [row] } = await sql<WrittenRow>`
    with durable as materialized (
      select set_config('synchronous_commit', 'on', true) = 'on' as is_on
    ), target as materialized (
      select deadline, key_set, holders, opening_at, cancelled_at, ${bid.supplier}::uuid = any (invited) as is_invited
      from intake_target where purchase = ${bid.purchase} and lot = ${bid.lot} for share
    ), seen as materialized (
      select * from intake_submission where supplier = ${bid.supplier} and idempotency_key = ${bid.idempotencyKey}
    ), last as (
      select coalesce(max(bid_version), 0) as version from intake_submission
      where purchase = ${bid.purchase} and lot = ${bid.lot} and supplier = ${bid.supplier} and verdict <> 'late'
    ), wanted as (
      select part - 1 as part, bytes, sha256 from unnest(${bid.parts.map(({ bytes }) => bytes)}::bigint[], ${bid.parts.map(({ sha256 }) => sha256)}::bytea[]) with ordinality as p (bytes, sha256, part)
    ), held as (
      select c.part, sum(c.bytes) as bytes, sha256(string_agg(c.sha256, ''::bytea order by c.number)) as sha256
      from intake_upload u join intake_chunk c on c.upload = u.id
      where u.id = ${bid.upload} and u.purchase = ${bid.purchase} and u.lot = ${bid.lot} and u.supplier = ${bid.supplier}
      group by c.part
      -- From 0 without a gap, all full but the last.
      having min(c.number) = 0 and max(c.number) = count(*) - 1 and count(*) filter (where c.bytes <> ${FULL_CHUNK}::int) <= 1
        and coalesce(min(c.number) filter (where c.bytes <> ${FULL_CHUNK}::int), max(c.number)) = max(c.number)
    ), judged as materialized (
      select case
        when exists (select from seen) then 'seen'
        when target.deadline is null then 'no-target'
        when not is_invited then 'not-invited'
        when cancelled_at is not null then 'cancelled'
        when key_set <> ${bid.keySet} or holders <> ${bid.holders}::text[] then 'other-holders'
        when ${bid.bidVersion}::bigint <= last.version then 'old-version'
        when exists (select from wanted full join held using (part) where (wanted.bytes, wanted.sha256) is distinct from (held.bytes, held.sha256)) then 'incomplete'
        when ${at}::timestamptz > deadline then 'late'
        when opening_at is not null then 'opening'
        else 'submitted' end as outcome, deadline, last.version
      from last left join target on true
    ), kept as (
      update intake_upload set submitted_at = coalesce(submitted_at, ${at}) from judged where id = ${bid.upload} and outcome in ('submitted', 'late') returning id
    ), retired as (
      update intake_submission s set retired_at = ${at} from judged
      where purchase = ${bid.purchase} and lot = ${bid.lot} and supplier = ${bid.supplier} and retired_at is null and verdict <> 'late' and outcome = 'submitted'
      returning s.id
    ), written as (
      insert into intake_submission (id, purchase, lot, supplier, submitted_by, verdict, bid_version, upload, header, envelope, bytes, received_at, deadline, installation, key, idempotency_key, request)
      select ${bid.id}, ${bid.purchase}, ${bid.lot}, ${bid.supplier}, ${bid.person}, outcome, ${bid.bidVersion}, kept.id, ${bid.header}, ${bid.envelope},
        ${bid.parts.reduce((sum, { bytes }) => sum + bytes, 0)}, ${at}, judged.deadline, ${bid.installation}, intake_key.name, ${bid.idempotencyKey}, ${bid.request}
      -- Counted, so that the earlier one is retired before this one takes its place.
      from judged cross join (select count(*) from retired) as before cross join kept cross join durable cross join intake_key
      where durable.is_on and used_until is null
      returning *
    )
    select judged.outcome, judged.deadline as target_deadline, judged.version as last_version, clock_timestamp() as database_time, one.*
    from judged left join (select * from written union all select * from seen) as one on true`.execute(db);
  return writtenOf(row);
}

/** Judges a withdrawal and writes it. It repeats what the bid's own receipt says of version, envelope and bytes. */
export async function writeWithdrawal(db: IntakeDatabase, asked: Asked): Promise<Written> {
  const at = asked.receivedAt;
  const { rows: [row] } = await sql<WrittenRow>`
    with durable as materialized (
      select set_config('synchronous_commit', 'on', true) = 'on' as is_on
    ), target as materialized (
      select deadline, opening_at, cancelled_at from intake_target where purchase = ${asked.purchase} and lot = ${asked.lot} for share
    ), seen as materialized (
      select * from intake_submission where supplier = ${asked.supplier} and idempotency_key = ${asked.idempotencyKey}
    ), bid as materialized (
      select id, bid_version, envelope, bytes from intake_submission
      where purchase = ${asked.purchase} and lot = ${asked.lot} and supplier = ${asked.supplier} and retired_at is null and verdict = 'submitted'
    ), judged as materialized (
      select case
        when exists (select from seen) then 'seen'
        when target.deadline is null then 'no-target'
        when not exists (select from bid) then 'no-bid'
        when cancelled_at is not null then 'cancelled'
        when ${at}::timestamptz > deadline then 'too-late'
        when opening_at is not null then 'opening'
        else 'withdrawn' end as outcome, deadline
      from (select) as always left join target on true
    ), retired as (
      update intake_submission s set retired_at = ${at} from judged, bid where s.id = bid.id and s.retired_at is null and outcome = 'withdrawn'
      returning s.bid_version, s.envelope, s.bytes
    ), written as (
      insert into intake_submission (id, purchase, lot, supplier, submitted_by, verdict, bid_version, envelope, bytes, received_at, deadline, installation, key, idempotency_key, request)
      select ${asked.id}, ${asked.purchase}, ${asked.lot}, ${asked.supplier}, ${asked.person}, outcome, retired.bid_version, retired.envelope, retired.bytes,
        ${at}, judged.deadline, ${asked.installation}, intake_key.name, ${asked.idempotencyKey}, ${asked.request}
      from judged cross join retired cross join durable cross join intake_key
      where durable.is_on and used_until is null
      returning *
    )
    select judged.outcome, judged.deadline as target_deadline, 0 as last_version, clock_timestamp() as database_time, one.*
    from judged left join (select * from written union all select * from seen) as one on true`.execute(db);
  return writtenOf(row);
}

/** Another request of the same supplier came between: what is asked must be judged anew by what stands now. */
class Overtaken extends Error {}

const UNIQUE_VIOLATION = '23505';
const DEADLOCK = '40P01';

/** Whether another request of the same supplier was written at the same moment, so that nothing was done for this one. */
export function isOvertaken(error: unknown): boolean {
  return error instanceof Overtaken || (error instanceof Error && 'code' in error && (error.code === UNIQUE_VIOLATION || error.code === DEADLOCK));
}

function writtenOf(row: WrittenRow | undefined): Written {
  if (row === undefined) throw new Error('The statement that judges a submission gave no row.');
  const { outcome, target_deadline: deadline, last_version: lastVersion, database_time: databaseTime, ...rest } = row;
  const isWritten = outcome === 'submitted' || outcome === 'late' || outcome === 'withdrawn';
  const submission = typeof rest.id === 'string' ? (rest as SubmissionRow) : null;
  if ((isWritten || outcome === 'seen') && submission === null) throw new Overtaken('Another request of the same supplier came between.');
  return { outcome: isWritten ? 'written' : outcome, row: submission, deadline, lastVersion, databaseTime };
}
