/** `npm run test:deep` looks at more than `npm test`: at every real file where the usual run takes a share of them, and at more random cases. */
export const isDeep = process.env['TEST_DEEP'] === '1';

const TIMES = 5;

/** How often a property is tried, for fast-check: as often as said, in a deep run five times that. */
export function runs(usual: number): { readonly numRuns: number } {
  return { numRuns: isDeep ? usual * TIMES : usual };
}
