/** Answers that are kept in memory as long as the register stands as it is. Knows no database. */

/** The last answers asked for, all of one version of the register. Who asks while an answer is being made waits for that one. */
export class Kept<Value> {
  readonly #most: number;
  readonly #answers = new Map<string, Promise<Value>>();
  #version = '';

  /** @param most how many are kept; the one that was not asked for the longest goes first. */
  constructor(most: number) {
    this.#most = most;
  }

  /**
   * @param version of the register, read before this: an answer may be newer than its version, never older.
   * @param isGood for what the register is not alone in changing: whether an answer still holds
   */
  async get(version: string, key: string, make: () => Promise<Value>, isGood: (value: Value) => boolean = () => true): Promise<Value> {
    if (version !== this.#version) this.#answers.clear();
    this.#version = version;
    const kept = this.#answers.get(key);
    const answer = kept ?? make();
    this.#keep(key, answer);
    const value = await answer;
    if (kept === undefined || isGood(value)) return value;
    // The first to see that it no longer holds makes the next one; who comes meanwhile waits for that.
    if (this.#answers.get(key) === kept) this.#answers.delete(key);
    return this.get(version, key, make);
  }

  #keep(key: string, answer: Promise<Value>): void {
    this.#answers.delete(key);
    this.#answers.set(key, answer);
    const [oldest] = this.#answers.keys();
    if (this.#answers.size > this.#most && oldest !== undefined) this.#answers.delete(oldest);
    // A failure is told to those who wait for it, and is not kept.
    answer.catch(() => { if (this.#answers.get(key) === answer) this.#answers.delete(key); });
  }
}
