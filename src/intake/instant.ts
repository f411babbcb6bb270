/** An instant as receipts tell it: ISO 8601 in UTC with three digits of the second, whatever the database wrote. */
export function instantText(text: string): string {
  return Temporal.Instant.from(text).toString({ smallestUnit: 'millisecond' });
}
