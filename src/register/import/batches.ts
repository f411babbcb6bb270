/** From inputs to batches of bounded size, whatever the inputs are: one large file in many, or many small ones in one. */
import type { Intake } from './intake.ts';
import type { Input } from './input.ts';
import type { KnownInput } from './source-files.store.ts';
import { isUnreadable, type Found, type RawValue, type Unreadable } from './values.ts';

const BATCH_VALUES = 500;
const BATCH_ENTRIES = 500;
const BATCH_BYTES = 8 * 1024 * 1024;

/** A batch's share of one input. */
export interface Part {
  readonly input: Input;
  /** How many values of the input it stands for; a value can hold many releases. */
  values: number;
  readonly entries: (Intake | Unreadable)[];
  /** True when the input holds nothing after it. */
  completes: boolean;
}

export type Batch = readonly Part[];

/** What stands in a value of an input; for notices this is the work of another thread. */
export type TakeIn = (raw: RawValue) => (Intake | Unreadable)[] | Promise<(Intake | Unreadable)[]>;

export interface Begun {
  readonly input: Input;
  readonly known: KnownInput;
  readonly onRead: (bytes: number) => void;
}

/** Reads the inputs one after the other, each from where an earlier import stopped. */
export async function* batches(inputs: AsyncIterable<Begun>, takeIn: TakeIn): AsyncGenerator<Batch> {
  let batch = new Collector();
  for await (const { input, known, onRead } of inputs) {
    let left = known.valuesDone;
    let part = batch.begin(input);
    for await (const group of input.values(onRead)) {
      for (const value of group) {
        if (left > 0) {
          left -= 1;
          continue;
        }
        batch.add(part, value, takeIn);
        if (!batch.isFull()) continue;
        yield await batch.done();
        batch = new Collector();
        part = batch.begin(input);
      }
    }
    part.completes = true;
    if (batch.isFull()) {
      yield await batch.done();
      batch = new Collector();
    }
  }
  const last = await batch.done();
  if (last.length > 0) yield last;
}

class Collector {
  readonly #parts: { part: Part; coming: ((Intake | Unreadable)[] | Promise<(Intake | Unreadable)[]>)[] }[] = [];
  #values = 0;
  #entries = 0;
  #bytes = 0;

  begin(input: Input): Part {
    const part: Part = { input, values: 0, entries: [], completes: false };
    this.#parts.push({ part, coming: [] });
    return part;
  }

  add(part: Part, value: Found, takeIn: TakeIn): void {
    const taken = isUnreadable(value) ? [value] : takeIn(value);
    this.#parts.at(-1)?.coming.push(taken);
    part.values += 1;
    this.#values += 1;
    this.#entries += Array.isArray(taken) ? taken.length : 1;
    if (!isUnreadable(value)) this.#bytes += (value.kind === 'json' ? value.text : value.bytes).length;
  }

  isFull(): boolean {
    return this.#entries >= BATCH_ENTRIES || this.#values >= BATCH_VALUES || this.#bytes >= BATCH_BYTES || this.#parts.length >= BATCH_VALUES;
  }

  async done(): Promise<Batch> {
    for (const { part, coming } of this.#parts) for (const taken of coming) part.entries.push(...(await taken));
    return this.#parts.map(({ part }) => part);
  }
}

/** Fetches the next batch while the one before is being written: this process and the database then work side by side. */
export async function* oneAhead<Item>(items: AsyncGenerator<Item>): AsyncGenerator<Item> {
  try {
    for (let coming = items.next(); ;) {
      const { done, value } = await coming;
      if (done) return;
      coming = items.next();
      // Its failure is for the next turn; until then nobody listens, and that must not end the process.
      coming.catch(() => {});
      yield value;
    }
  } finally {
    await items.return(undefined);
  }
}
