/**
 * Countries as publishers write them: a code, or a name in their own language. A country that is not stated is not
 * guessed from a language or a currency.
 */
const NAME_LANGUAGES = ['en', 'da', 'sv', 'nb', 'fi', 'de', 'fr', 'es', 'pt', 'it', 'nl', 'pl', 'cs', 'uk', 'ru', 'ro', 'el', 'hy', 'zh', 'ar'];
/** Codes that stand for no country of their own in ISO 3166-1 but have a name in the Unicode tables. */
const NOT_COUNTRIES = new Set(['EU', 'EZ', 'UN', 'XA', 'XB', 'ZZ', 'QO', 'AC', 'CP', 'CQ', 'DG', 'EA', 'IC', 'TA']);

let byName: ReadonlyMap<string, string> | undefined;
let codes: ReadonlySet<string> | undefined;

/** ISO 3166-1 alpha-2 code of what a publisher wrote as country, or null. */
export function countryCode(text: string | null): string | null {
  if (text === null) return null;
  const { names, known } = tables();
  const upper = text.trim().toUpperCase();
  return (known.has(upper) ? upper : names.get(normal(text))) ?? null;
}

/** The country in a register code of org-id.guide (`DK-CVR`, `GB-COH`), or null. */
export function schemeCountry(scheme: string | null): string | null {
  const [, code = ''] = /^([A-Z]{2})-[A-Z]{2,}$/.exec(scheme ?? '') ?? [];
  return tables().known.has(code) ? code : null;
}

function tables(): { names: ReadonlyMap<string, string>; known: ReadonlySet<string> } {
  if (byName === undefined || codes === undefined) {
    const names = new Map<string, string>();
    const known = new Set<string>();
    for (const language of NAME_LANGUAGES) {
      const display = new Intl.DisplayNames([language], { type: 'region', fallback: 'none' });
      for (const code of letterPairs()) {
        const name = NOT_COUNTRIES.has(code) ? undefined : display.of(code);
        if (name === undefined) continue;
        known.add(code);
        if (!names.has(normal(name))) names.set(normal(name), code);
      }
    }
    byName = names;
    codes = known;
  }
  return { names: byName, known: codes };
}

function letterPairs(): string[] {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'.split('');
  return letters.flatMap((first) => letters.map((second) => first + second));
}

function normal(text: string): string {
  return text.trim().toLowerCase().normalize('NFC');
}
