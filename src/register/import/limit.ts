/** Largest line, release, notice, and document inside an archive, taken into memory. The largest real ones seen are under 5 MiB. */
export const LARGEST_VALUE = 64 * 1024 * 1024;

export function tooLarge(what: string, limit: number): string {
  return `${what} is larger than ${limit / 1024 / 1024} MiB, more than Torvet takes into memory for one.`;
}
