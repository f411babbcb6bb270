import { MUNICIPALITIES, type Municipality } from './municipalities.ts';

export interface RecognisedMunicipality {
  readonly municipality: Municipality;
  /** What the name says after a comma, a dash or "v/", as it is written; null: the municipality as a whole. */
  readonly department: string | null;
}

/** Beside the name of today: what else stands before "Kommune". */
const OTHER_NAMES: Readonly<Record<string, readonly string[]>> = {
  '0101': ['Copenhagen'], '0480': ['Nordfyn'], '0820': ['Vesthimmerland'],
};
/** Characters; a longer text is a list or a description. */
const LONGEST_NAME = 300;
/** A name goes on only after a word for municipality: "Odense - Universitet" is no part of Odense. */
const FORMS = [
  /^(?<name>.+?) (?:regions)?kommune(?<rest>$|[ ,:;.(/\p{Pd}].*$)/iu,
  /^(?<name>.+?) (?:regional )?municipality(?<rest>$|[ ,:;.(/\p{Pd}].*$)/iu,
  /^(?:the )?(?:(?:regional )?municipality|city) of (?<name>[^,:;()]+?)(?<rest>$|,.*$| \p{Pd} .*$)/iu,
];
const DEPARTMENT = /^(?:\s*[,\p{Pd}]\s*|\s+v(?:\.|ed\b|(?=\/))\s*\/?\s*)(?<department>\S.*)$/iu;
/** One more municipality, a region or a company after the first name is another body and no department of it. */
const OTHER_BODY = /\bkommuner?\b|regionskommune\b|\bmunicipality\b|^region\b|\b(?:a\/s|aps|i\/s|p\/s|k\/s|a\.?m\.?b\.?a)(?=$|[\s.,)])/iu;

const byName = new Map(MUNICIPALITIES.flatMap((municipality) => spellings(municipality).map((name) => [normal(name), municipality] as const)));

/**
 * The municipality that a buyer's name is the name of, with its department if it goes on; null for every other name. Only whole names count, in any case and
 * spacing, with å or aa, æ or ae, ø or oe, a hyphen or a space: nothing is guessed. Does not look at the country: the caller knows that the buyer is Danish.
 */
export function recogniseMunicipality(text: string): RecognisedMunicipality | null {
  if (text.length > LONGEST_NAME) return null;
  const name = text.normalize('NFKC').replaceAll(/\s+/g, ' ').trim().replace(/[ .,;]+$/, '');
  const bare = byName.get(normal(name));
  if (bare !== undefined) return { municipality: bare, department: null };
  for (const form of FORMS) {
    const { name: own = '', rest = '' } = form.exec(name)?.groups ?? {};
    const municipality = byName.get(normal(own));
    if (municipality === undefined) continue;
    if (rest === '') return { municipality, department: null };
    const department = DEPARTMENT.exec(rest)?.groups?.['department'];
    if (department !== undefined && !OTHER_BODY.test(department)) return { municipality, department };
  }
  return null;
}

/** `København`, and `Københavns` before "Kommune". */
function spellings({ code, name }: Municipality): string[] {
  return [name, ...(OTHER_NAMES[code] ?? [])].flatMap((one) => (one.endsWith('s') ? [one] : [one, `${one}s`]));
}

function normal(name: string): string {
  return name.toLowerCase().replaceAll('å', 'aa').replaceAll('æ', 'ae').replaceAll('ø', 'oe').replaceAll(/[\s\p{Pd}]+/gu, ' ').trim();
}
