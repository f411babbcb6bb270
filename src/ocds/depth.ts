/** Deeper nesting than any notice has; beyond it reading one field inside another could exhaust the stack. */
export const MAX_DEPTH = 500;

/**
 * True when lists and objects stand inside each other more than `levels` deep. Never goes deeper than that itself, so
 * it is safe on anything, a shape that contains itself included.
 */
export function isDeeperThan(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if (levels === 0) return true;
  // Most parts are texts and numbers, and a call for each of them would cost more than all the rest.
  if (Array.isArray(value)) {
    for (const item of value) if (typeof item === 'object' && item !== null && isDeeperThan(item, levels - 1)) return true;
    return false;
  }
  for (const key in value) {
    const field = (value as Readonly<Record<string, unknown>>)[key];
    if (typeof field === 'object' && field !== null && isDeeperThan(field, levels - 1)) return true;
  }
  return false;
}
