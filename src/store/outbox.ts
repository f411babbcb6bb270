import { sql, type Kysely, type Transaction } from 'kysely';

/** Something that happened, told to the other rooms. */
export interface Message {
  /** UUIDv7; a second message of the same id is refused by the database. */
  readonly id: string;
  readonly at: Temporal.Instant;
  /** What happened: the name of the command, `purchase.announce`. */
  readonly type: string;
  /** Key of what it happened to, and its version since then. */
  readonly subject: string;
  readonly version: number;
  /** Key of the person; null: time did it. */
  readonly actor: string | null;
  /** Contracting process; null: it belongs to none. */
  readonly ocid: string | null;
  /** An OCDS release as JSON text, kept to the letter so that its numbers stay exact; null: nothing of it is public. */
  readonly release: string | null;
}

/** A message as it is read: with its place in the order in which the transactions were committed. */
export interface Published extends Omit<Message, 'at'> {
  readonly seq: number;
  /** ISO 8601 in UTC. */
  readonly at: string;
}

/** Of messages handed over at once. */
const BATCH = 100;

/**
 * Puts a message out, in the transaction of the change that it tells of. Until that transaction ends, others that publish
 * wait: so the numbers rise in the order of the commits. Publish last, after all other locks are taken.
 */
export async function publish<Tables>(transaction: Transaction<Tables>, { id, at, type, subject, version, actor, ocid, release }: Message): Promise<void> {
  await sql`insert into outbox (id, at, type, subject, version, actor, ocid, release)
    values (${id}, ${at.toString()}, ${type}, ${subject}, ${version}, ${actor}, ${ocid}, ${release})`.execute(transaction);
}

/**
 * Hands over, in order, all that was put out since this consumer last came here, until nothing is left. One at a time: a
 * second one of the same name waits. What `handle` writes by its transaction is there exactly when the cursor has moved;
 * whatever else it does must be of a kind that can be done twice, for a process may end between that and the cursor.
 * @param handle throws: the cursor stays before its messages, which come again.
 * @returns how many messages were handled.
 */
export async function consume<Tables>(
  db: Kysely<Tables>, consumer: string, handle: (messages: readonly Published[], transaction: Transaction<Tables>) => Promise<void>,
): Promise<number> {
  await sql`insert into outbox_cursor (consumer, seq) values (${consumer}, 0) on conflict do nothing`.execute(db);
  for (let handled = 0; ;) {
    const count = await db.transaction().execute((transaction) => handleNext(transaction, consumer, handle));
    handled += count;
    if (count < BATCH) return handled;
  }
}

async function handleNext<Tables>(
  transaction: Transaction<Tables>, consumer: string, handle: (messages: readonly Published[], transaction: Transaction<Tables>) => Promise<void>,
): Promise<number> {
  // The row is the lock: it goes with the connection, however its process ends.
  const { rows: [cursor] } = await sql<{ seq: number }>`select seq from outbox_cursor where consumer = ${consumer} for update`.execute(transaction);
  const { rows: messages } = await sql<Published>`
    select seq, id, at, type, subject, version, actor, ocid, release from outbox
    where seq > ${cursor?.seq ?? 0} order by seq limit ${BATCH}`.execute(transaction);
  const last = messages.at(-1);
  if (last === undefined) return 0;
  await handle(messages, transaction);
  await sql`update outbox_cursor set seq = ${last.seq} where consumer = ${consumer}`.execute(transaction);
  return messages.length;
}
