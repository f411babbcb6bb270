/**
 * Left to itself V8 lets the heap double before it cleans up, in each thread, because the machine has room. A fifth at a
 * time, and a small space for what is new, keep a command that goes through the whole register small.
 */
export const HEAP_FLAGS = ['--heap-growing-percent=20', '--max-semi-space-size=4'] as const;
