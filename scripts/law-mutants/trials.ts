import { Worker } from 'node:worker_threads';

/** Tests that are run with a fault in one file, or as they are. Paths are relative to the root. */
export interface Trial {
  readonly fault: { readonly file: string; readonly text: string } | null;
  readonly tests: readonly string[];
  /** A fault that never ends has been seen, too; long enough that a busy machine is not taken for one. */
  readonly patienceMs: number;
}

/** Modules are never unloaded, so a thread is given up after so many trials. */
const MOST_TRIALS = 40;

export interface Trials {
  /** What the first test says that does not hold; null: all hold. */
  readonly failureOf: (trial: Trial) => Promise<string | null>;
  readonly stop: () => Promise<void>;
}

/** One trial after the other, in a thread of their own. */
export function startTrials(): Trials {
  let worker: Worker | null = null;
  let left = 0;
  const stop = async (): Promise<void> => {
    await worker?.terminate();
    worker = null;
  };
  return {
    stop,
    async failureOf(trial) {
      if (left === 0) await stop();
      if (worker === null) {
        worker = new Worker(new URL('thread.ts', import.meta.url), { execArgv: ['--disable-warning=ExperimentalWarning'], env: { ...process.env, NODE_ENV: 'test' } });
        left = MOST_TRIALS;
      }
      left -= 1;
      const { failure, isOver } = await answered(worker, trial);
      if (!isOver) await stop();
      return failure;
    },
  };
}

/** isOver: the thread has come to an end with it and can take the next. */
async function answered(worker: Worker, trial: Trial): Promise<{ readonly failure: string | null; readonly isOver: boolean }> {
  const { promise, resolve } = Promise.withResolvers<{ readonly failure: string | null; readonly isOver: boolean }>();
  const bell = setTimeout(() => { resolve({ failure: `no end after ${trial.patienceMs} ms`, isOver: false }); }, trial.patienceMs);
  worker.once('message', (failure: string | null) => { resolve({ failure, isOver: true }); });
  worker.once('error', (error) => { resolve({ failure: String(error), isOver: false }); });
  worker.postMessage(trial, []);
  const answer = await promise;
  clearTimeout(bell);
  worker.removeAllListeners('message').removeAllListeners('error');
  return answer;
}
