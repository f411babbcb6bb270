/**
 * The random cases of `npm test` are the same each time, so that a merge is never decided by luck and a failure comes
 * back when it is looked for. `TEST_SEED=random npm test` (and `npm run test:deep`) draws others; fast-check prints the
 * seed of a failure, and `TEST_SEED=<seed>` brings it back.
 */
import { configureGlobal } from 'fast-check';

const wanted = process.env['TEST_SEED'] ?? '20100101';
if (wanted !== 'random') {
  const seed = Number(wanted);
  if (!Number.isInteger(seed)) throw new Error(`TEST_SEED must be a whole number or "random", not "${wanted}".`);
  configureGlobal({ seed });
}
