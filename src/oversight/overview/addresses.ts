/** Where overviews stand. */
export const OVERVIEWS = '/overblik';

/** @param asked what is asked of its rows; left out: all of them, by the alphabet */
export function overviewAddress(id: string, asked: Readonly<Record<string, string | undefined>> = {}): string {
  const query = new URLSearchParams(Object.entries(asked).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]))).toString();
  return `${OVERVIEWS}/${encodeURIComponent(id)}${query === '' ? '' : `?${query}`}`;
}

/** Of the row of a municipality. */
export function rowAddress(id: string, municipality: string): string {
  return `${overviewAddress(id)}/${rowSlug(municipality)}`;
}

/** The version without navigation that other pages may frame. No municipality is called so. */
export const EMBEDDED = 'indlejret';

export function embeddedAddress(id: string): string {
  return `${overviewAddress(id)}/${EMBEDDED}`;
}

const LETTERS: Readonly<Record<string, string>> = { æ: 'ae', ø: 'oe', å: 'aa' };

/** "Høje-Taastrup" as it stands in an address: hoeje-taastrup. No two municipalities share one. */
export function rowSlug(municipality: string): string {
  return municipality.toLowerCase().replace(/[æøå]/g, (letter) => LETTERS[letter] ?? letter).replace(/[^a-z0-9]+/g, '-');
}
