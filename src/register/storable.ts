/** Text that PostgreSQL can hold: it has no place for U+0000, and UTF-8 none for half a surrogate pair. What was received keeps both. */
export function storable(text: string): string {
  return text.replaceAll('\u0000', '').toWellFormed();
}

/** The beginning of a text, at most `length` UTF-16 units and never half a letter. */
export function beginning(text: string, length: number): string {
  if (text.length <= length) return text;
  const cut = text.slice(0, length);
  return cut.isWellFormed() ? cut : cut.slice(0, -1).toWellFormed();
}

/** Both, of what may be missing. */
export function short(text: string | null, length: number): string | null {
  return text === null ? null : beginning(storable(text), length);
}
