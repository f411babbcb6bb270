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

  /** @param version of the register, read before this: an answer may be newer than its version, never older. */
  get(version: string, key: string, make: () => Promise<Value>): Promise<Value> {
    if (version !== this.#version) this.#answers.clear();
    this.#version = version;
    const answer = this.#answers.get(key) ?? make();
    this.#answers.delete(key);
    this.#answers.set(key, answer);
    const [oldest] = this.#answers.keys();
    if (this.#answers.size > this.#most && oldest !== undefined) this.#answers.delete(oldest);
    // A failure is told to those who wait for it, and is not kept.
    answer.catch(() => { if (this.#answers.get(key) === answer) this.#answers.delete(key); });
    return answer;
  }
}
