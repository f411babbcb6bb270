/** ISO 8601 in any of the forms that publishers use, as an instant in UTC; without a zone it is taken as UTC. */
export function instantOf(text: string | null): string | null {
  if (text === null || !/^\d{4}-\d{2}-\d{2}/.test(text) || text.startsWith('0000')) return null;
  try {
    if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return `${Temporal.PlainDate.from(text).toString()}T00:00:00Z`;
    const zoned = /(?:[zZ]|[+-]\d{2}(?::?\d{2})?)$/.test(text.slice(10));
    const instant = Temporal.Instant.from(zoned ? text : `${text}Z`);
    const written = instant.toString({ smallestUnit: 'millisecond' });
    // The offset may lead out of the years that are written with four digits and that the database knows.
    return /^(?!0000)\d{4}-/.test(written) ? written : null;
  } catch {
    return null;
  }
}
