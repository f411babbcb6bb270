import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { Result } from '#base';
import { readForRegister, type NoticeText } from './notice-intake.ts';
import type { Answer, Question } from './notice-worker.ts';

/** So many notices are read here before threads are started: starting them takes as long as reading some dozens. */
const READ_HERE = 64;
const MOST_THREADS = 4;

interface Waiting {
  readonly resolve: (read: Result<NoticeText>) => void;
  readonly reject: (reason: Error) => void;
}

/** Reads notices beside the thread that writes them to the database. */
export class NoticeReaders {
  readonly #ocidPrefix: string;
  readonly #threads: Worker[] = [];
  readonly #waiting = new Map<number, Waiting>();
  #asked = 0;

  constructor(ocidPrefix: string) {
    this.#ocidPrefix = ocidPrefix;
  }

  /** What `readForRegister` gives, at once or later. The bytes are copied where they go to another thread. */
  read(bytes: Buffer): Result<NoticeText> | Promise<Result<NoticeText>> {
    this.#asked += 1;
    if (this.#asked <= READ_HERE) return readForRegister(bytes, this.#ocidPrefix);
    if (this.#threads.length === 0) this.#start();
    const number = this.#asked;
    const thread = this.#threads[number % this.#threads.length];
    const question: Question = { number, bytes };
    return new Promise((resolve, reject) => {
      this.#waiting.set(number, { resolve, reject });
      thread?.postMessage(question, []);
    });
  }

  async close(): Promise<void> {
    await Promise.all(this.#threads.map((thread) => thread.terminate()));
  }

  #start(): void {
    const count = Math.min(MOST_THREADS, Math.max(1, availableParallelism() - 1));
    for (let made = 0; made < count; made += 1) {
      // Without the loader of the main thread: these files are plain TypeScript, which Node runs as it is.
      const thread = new Worker(new URL('notice-worker.ts', import.meta.url), { workerData: { ocidPrefix: this.#ocidPrefix }, execArgv: ['--disable-warning=ExperimentalWarning'] });
      thread.on('message', ({ number, read }: Answer) => {
        this.#waiting.get(number)?.resolve(read);
        this.#waiting.delete(number);
      });
      thread.on('error', (error: unknown) => this.#fail(error instanceof Error ? error : new Error(String(error))));
      this.#threads.push(thread);
    }
  }

  /** A thread that dies is a mistake in the program: whoever waits is told. */
  #fail(error: Error): void {
    for (const { reject } of this.#waiting.values()) reject(error);
    this.#waiting.clear();
  }
}
