/** Uploads: chunks of sealed bytes that come early, in any order, and can be asked after. */
import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { fail, ok, refuse, type Result } from '#base';
import { chunkCount, FULL_CHUNK, MOST_BYTES, MOST_CHUNKS, MOST_PARTS, MOST_UNFINISHED } from './bounds.ts';
import type { IntakeDatabase } from './tables.ts';

export interface BeginUpload {
  /** A new key (UUIDv7). */
  readonly id: string;
  readonly purchase: string;
  readonly lot: string;
  readonly supplier: string;
  readonly person: string;
  readonly now: Temporal.Instant;
}

const UPLOAD_GONE = refuse('not-found', { da: ['I har ikke begyndt den afsendelse.', 'Begynd en afsendelse, og send stykkerne til den.'], en: ['There is no such upload of yours.', 'Begin an upload and send the chunks to it.'] });

/** Begins an upload. Of more than five unfinished ones for a lot those go that were touched longest ago, so that nobody is ever kept from beginning anew. */
export async function beginUpload(db: IntakeDatabase, { id, purchase, lot, supplier, person, now }: BeginUpload): Promise<Result<string>> {
  const at = now.toString();
  const begun = await sql<{ id: string }>`
    with target as materialized (
      select purchase, lot from intake_target
      where purchase = ${purchase} and lot = ${lot} and ${supplier}::uuid = any (invited) and cancelled_at is null and opening_at is null
    ), dropped as (
      delete from intake_upload where id in (
        select id from intake_upload where purchase = ${purchase} and lot = ${lot} and supplier = ${supplier} and submitted_at is null
        order by touched_at desc, id desc offset ${MOST_UNFINISHED - 1})
    )
    insert into intake_upload (id, purchase, lot, supplier, begun_by, begun_at, touched_at)
    select ${id}, purchase, lot, ${supplier}, ${person}, ${at}, ${at} from target returning id`.execute(db);
  return begun.rows.length === 1 ? ok(id) : fail(refuse('not-found', { da: ['Her tages ingen tilbud imod fra jer.', 'Se på købets side, om I er inviteret, og om der stadig er åbent.'], en: ['No bids of yours are taken here.', 'Look at the purchase: whether you are invited to it, and whether it is still open.'] }));
}

export interface Chunk {
  readonly upload: string;
  readonly supplier: string;
  readonly part: number;
  /** Of the chunk in its part, from 0. */
  readonly number: number;
  readonly content: Buffer;
  /** SHA-256 in hexadecimal, as the sender worked it out; null: the sender is this process. */
  readonly sha256: string | null;
  readonly now: Temporal.Instant;
}

/**
 * Keeps a chunk. The same one again is fine; another content under its number is a `conflict`.
 * @returns SHA-256 of it, in hexadecimal
 */
export async function putChunk(db: IntakeDatabase, chunk: Chunk): Promise<Result<string>> {
  const { part, number, content } = chunk;
  if (part < 0 || part >= MOST_PARTS || number < 0 || number >= MOST_CHUNKS) return fail(refuse('invalid', { da: [`Et tilbud har højst ${MOST_PARTS} dele på ${MOST_CHUNKS} stykker.`, 'Tæl dele og stykker fra 0.'], en: [`A bid has at most ${MOST_PARTS} parts of ${MOST_CHUNKS} chunks.`, 'Count parts and chunks from 0.'] }));
  if (content.length < 16 || content.length > FULL_CHUNK) return fail(refuse('invalid', { da: [`Et stykke har 16 til ${FULL_CHUNK} forseglede byte, ikke ${content.length}.`, 'Del delen, som forseglingen gør.'], en: [`A chunk has 16 to ${FULL_CHUNK} sealed bytes, not ${content.length}.`, 'Cut the part as the seal does.'] }));
  const hash = createHash('sha256').update(content).digest();
  if (chunk.sha256 !== null && chunk.sha256 !== hash.toString('hex')) return fail(refuse('invalid', { da: ['Stykket har et andet fingeraftryk end oplyst: det er ændret undervejs.', 'Send det igen.'], en: ['The chunk has another hash than was said: it was changed on the way.', 'Send it again.'] }));
  const outcome = await insertChunk(db, chunk, hash);
  if (outcome === 'gone') return fail(UPLOAD_GONE);
  if (outcome === 'kept') return ok(hash.toString('hex'));
  const there = await db.selectFrom('intake_chunk').select('sha256').where('upload', '=', chunk.upload).where('part', '=', part).where('number', '=', number).executeTakeFirst();
  if (there?.sha256.equals(hash)) return ok(hash.toString('hex'));
  if (there === undefined && outcome === 'full') return fail(refuse('invalid', { da: ['Et tilbud må højst fylde 2 GiB.', 'Udelad en fil, eller gør den mindre.'], en: ['A bid has at most 2 GiB.', 'Leave a file out, or make it smaller.'] }));
  if (there === undefined) return fail(refuse('conflict', { da: ['Tilbuddet er indsendt, så der kan ikke lægges mere til.', 'Begynd en ny afsendelse.'], en: ['The bid of this upload was submitted, so nothing is added to it.', 'Begin another upload.'] }));
  return fail(refuse('conflict', { da: ['Der er før sendt et andet indhold for dette stykke.', 'Begynd en ny afsendelse til en anden version af tilbuddet.'], en: ['Another content was sent for this chunk before.', 'Begin another upload for another version of the bid.'] }));
}

async function insertChunk(db: IntakeDatabase, { upload, supplier, part, number, content, now }: Chunk, hash: Buffer): Promise<'gone' | 'full' | 'kept' | 'not-new'> {
  const { rows: [row] } = await sql<{ found: boolean; submitted: boolean; full: boolean; kept: boolean }>`
    with upload as materialized (
      select id, submitted_at is not null as submitted, bytes + ${content.length}::int > ${MOST_BYTES}::bigint as is_full
      from intake_upload where id = ${upload} and supplier = ${supplier} for update
    ), kept as (
      insert into intake_chunk (upload, part, number, sha256, bytes, content)
      select id, ${part}, ${number}, ${hash}, ${content.length}, ${content} from upload where not submitted and not is_full
      on conflict do nothing returning bytes
    ), counted as (
      update intake_upload set bytes = intake_upload.bytes + kept.bytes, touched_at = ${now.toString()} from kept where id = ${upload}
    )
    select exists (select from upload) as found, coalesce((select is_full from upload), false) as full, exists (select from kept) as kept`.execute(db);
  if (row?.found !== true) return 'gone';
  if (row.kept) return 'kept';
  return row.full ? 'full' : 'not-new';
}

export interface MissingChunk {
  readonly part: number;
  readonly number: number;
}

/** Which chunks are not there yet. @param parts sealed bytes of each part, in order */
export async function missingChunks(db: IntakeDatabase, upload: string, supplier: string, parts: readonly number[]): Promise<Result<readonly MissingChunk[]>> {
  const found = await db.selectFrom('intake_upload').select('id').where('id', '=', upload).where('supplier', '=', supplier).executeTakeFirst();
  if (found === undefined) return fail(UPLOAD_GONE);
  const held = await db.selectFrom('intake_chunk').select(['part', 'number']).where('upload', '=', upload).execute();
  const there = new Set(held.map(({ part, number }) => `${part}/${number}`));
  return ok(parts.flatMap((ciphertext, part) => Array.from({ length: chunkCount(ciphertext) }, (_none, number) => ({ part, number }))).filter(({ part, number }) => !there.has(`${part}/${number}`)));
}

const KEPT_UNFINISHED = { hours: 7 * 24 } as const;

/** Drops uploads that nobody has touched for a week and that were never submitted. Called by time. @returns how many */
export async function sweepUploads(db: IntakeDatabase, now: Temporal.Instant): Promise<number> {
  const { numDeletedRows } = await db.deleteFrom('intake_upload').where('submitted_at', 'is', null).where('touched_at', '<', now.subtract(KEPT_UNFINISHED).toString()).executeTakeFirst();
  return Number(numDeletedRows);
}
