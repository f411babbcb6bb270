import type { Readable } from 'node:stream';
import type { Kysely } from 'kysely';
import type { Failure } from '#base';
import type { RegisterTables } from '../tables.ts';
import { batches, oneAhead, type Begun, type TakeIn } from './batches.ts';
import { withImportLock } from './import-lock.ts';
import { noticeInput, openInput, releaseInput, type Input } from './input.ts';
import { NoticeReaders } from '../notices/notice-readers.ts';
import { takeIn, takeInNotice } from './intake.ts';
import { gatherOrganisations } from './organisations.store.ts';
import { knownInputs } from './source-files.store.ts';
import { filesAt } from './source.ts';
import { isRejected, writeBatch } from './write-batch.ts';

/** How many inputs are asked about at once, and how large they may be together before the first of them is read. */
const INPUTS_AT_ONCE = 100;
const BYTES_AT_ONCE = 32 * 1024 * 1024;
export const DEFAULT_OCID_PREFIX = 'ocds-torvet';

export interface Counts {
  imported: number;
  unchanged: number;
  rejected: number;
}

export interface ImportSummary extends Readonly<Counts> {
  readonly files: number;
  /** Paths that lead to no file that can be opened. They count no release, read or rejected. */
  readonly unreadable: number;
  readonly seconds: number;
}

export interface Reject {
  readonly file: string;
  readonly place: string;
  readonly reason: string;
  readonly help: string;
}

/** How far the import has come, for a progress line. Bytes are those of the files as stored. */
export interface Progress {
  readonly file: string;
  readonly filesDone: number;
  readonly files: number;
  readonly bytesDone: number;
  readonly bytes: number;
}

export interface ImportOptions {
  /** Read for the path `-`, and named `inputName` in the register. */
  readonly input: Readable;
  readonly inputName?: string;
  readonly tempFolder?: string;
  /** Begins the ocids of processes that notices name by their own numbers. */
  readonly ocidPrefix?: string;
  onProgress?(progress: Progress): void;
  onReject?(reject: Reject): void;
}

/**
 * Takes files into the register. Each batch is one transaction that also notes how far each file has come, so an import
 * that is killed goes on where it stopped, and one that is repeated changes nothing.
 * @param paths files, folders, or `-` for the standard input
 * @throws FailureError when a file can no longer be read or is changed on the way; it then counts as not yet imported.
 */
export async function importFiles(db: Kysely<RegisterTables>, paths: readonly string[], options: ImportOptions): Promise<ImportSummary> {
  const started = performance.now();
  const files: string[] = [];
  let unreadable = 0;
  const rejectFile = (file: string, failure: Failure): void => {
    unreadable += 1;
    options.onReject?.({ file, place: 'the file', reason: failure.message, help: failure.help ?? '' });
  };
  for (const place of paths) {
    const found = await filesAt(place);
    if (found.ok) files.push(...found.value);
    else rejectFile(place, found.failure);
  }
  const run = new ImportRun(db, options, files.length);
  async function* inputs(): AsyncGenerator<Input> {
    for (const file of files) {
      const opened = await openInput(file, options);
      if (opened.ok) yield opened.value;
      else rejectFile(file, opened.failure);
    }
  }
  const counts = await run.take(inputs());
  return { files: files.length, unreadable, ...counts, seconds: Math.round(performance.now() - started) / 1000 };
}

/** Takes notices into the register that were fetched one by one, with the same promises as files. */
export async function importNotices(
  db: Kysely<RegisterTables>, notices: readonly { readonly name: string; readonly bytes: Buffer }[], options: Omit<ImportOptions, 'input'> = {},
): Promise<Readonly<Counts>> {
  async function* fetched(): AsyncGenerator<Input> {
    for (const { name, bytes } of notices) yield noticeInput(name, bytes);
  }
  return new ImportRun(db, options, notices.length).take(fetched());
}

/** Takes releases into the register that Torvet itself published, with the same promises as files. */
export async function importReleases(
  db: Kysely<RegisterTables>, releases: readonly { readonly name: string; readonly text: string }[], options: Omit<ImportOptions, 'input'> = {},
): Promise<Readonly<Counts>> {
  async function* published(): AsyncGenerator<Input> {
    for (const { name, text } of releases) yield releaseInput(name, text);
  }
  return new ImportRun(db, options, releases.length).take(published());
}

/** One import: its counts, and what it has seen. */
class ImportRun {
  readonly #db: Kysely<RegisterTables>;
  readonly #options: Omit<ImportOptions, 'input'>;
  readonly #files: number;
  readonly #counts: Counts = { imported: 0, unchanged: 0, rejected: 0 };
  /** Rejects of each input so far, those of earlier imports included. */
  readonly #rejects = new Map<string, number>();
  readonly #twins: Input[] = [];
  readonly #open: Input[] = [];
  #begun = 0;

  constructor(db: Kysely<RegisterTables>, options: Omit<ImportOptions, 'input'>, files: number) {
    this.#db = db;
    this.#options = options;
    this.#files = files;
  }

  async take(inputs: AsyncIterable<Input>): Promise<Counts> {
    const prefix = this.#options.ocidPrefix ?? DEFAULT_OCID_PREFIX;
    const readers = new NoticeReaders(prefix);
    const read: TakeIn = (raw) => (raw.kind === 'json' ? takeIn(raw) : whenRead(readers.read(raw.bytes), (found) => [takeInNotice(raw.place, found)]));
    await withImportLock(this.#db, async (connection) => {
      try {
        await this.#write(connection, batches(this.#begin(this.#first(inputs)), read), prefix);
        // The same content under two names: when the first is in, the second is known.
        await this.#write(connection, batches(this.#begin(asAsync(this.#twins)), read), prefix);
      } finally {
        for (const { cleanUp } of this.#open) await cleanUp();
        await readers.close();
      }
      // Also after an import that changed nothing: one that was killed may have left organisations to gather.
      await gatherOrganisations(connection);
    });
    return this.#counts;
  }

  async #write(connection: Kysely<RegisterTables>, coming: ReturnType<typeof batches>, prefix: string): Promise<void> {
    for await (const batch of oneAhead(coming)) {
      for (const { input } of batch) await input.assertUnchanged();
      const before = batch.map(({ input }) => this.#rejects.get(input.sha256) ?? 0);
      const written = await connection.transaction().execute((transaction) => writeBatch(transaction, batch, before, prefix));
      this.#counts.imported += written.imported;
      this.#counts.unchanged += written.unchanged;
      for (const { input, entries } of batch) {
        for (const { place, failure } of entries.filter(isRejected)) this.#reject(input, { place, reason: failure.message, help: failure.help ?? '' });
      }
    }
  }

  #reject(input: Input, reject: Omit<Reject, 'file'>): void {
    this.#counts.rejected += 1;
    this.#rejects.set(input.sha256, (this.#rejects.get(input.sha256) ?? 0) + 1);
    this.#options.onReject?.({ ...reject, file: input.name });
  }

  /** Passes on the first input of each content. */
  async* #first(inputs: AsyncIterable<Input>): AsyncGenerator<Input> {
    const seen = new Set<string>();
    for await (const input of inputs) {
      this.#open.push(input);
      if (seen.has(input.sha256)) this.#twins.push(input);
      else yield input;
      seen.add(input.sha256);
    }
  }

  /** Asks what is known of the inputs, many at once, and passes on those that are not done. */
  async* #begin(inputs: AsyncIterable<Input>): AsyncGenerator<Begun> {
    let waiting: Input[] = [];
    let bytes = 0;
    for await (const input of inputs) {
      waiting.push(input);
      bytes += input.bytes;
      if (waiting.length < INPUTS_AT_ONCE && bytes < BYTES_AT_ONCE) continue;
      yield* this.#known(waiting);
      waiting = [];
      bytes = 0;
    }
    yield* this.#known(waiting);
  }

  async* #known(inputs: readonly Input[]): AsyncGenerator<Begun> {
    const known = await knownInputs(this.#db, inputs);
    for (const [index, input] of inputs.entries()) {
      const one = known[index];
      if (one === undefined) continue;
      this.#counts.unchanged += one.imported + one.unchanged;
      for (const reject of one.rejects) this.#reject(input, reject);
      const onRead = this.#progressOf(input);
      if (!one.completed) yield { input, known: one, onRead };
    }
  }

  #progressOf(input: Input): (bytes: number) => void {
    const filesDone = this.#begun;
    this.#begun += 1;
    let bytesDone = 0;
    return (bytes) => {
      bytesDone += bytes;
      this.#options.onProgress?.({ file: input.name, filesDone, files: this.#files, bytesDone: Math.min(bytesDone, input.bytes), bytes: input.bytes });
    };
  }
}

function whenRead<Read, Made>(read: Read | Promise<Read>, make: (read: Read) => Made): Made | Promise<Made> {
  return read instanceof Promise ? read.then(make) : make(read);
}

async function* asAsync<Item>(items: readonly Item[]): AsyncGenerator<Item> {
  yield* items;
}
