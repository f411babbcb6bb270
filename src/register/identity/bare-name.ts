/** A name without what varies from notice to notice: case, accents, dots and dashes, legal form, an abbreviation in brackets. */
import { LEGAL_FORMS } from './legal-forms.ts';
import { unitWord, type UnitKind } from './unit-words.ts';

export interface BareName {
  /** Letters and digits alone; equal for two spellings of one name. `?` stands for a letter that was lost on the way. */
  readonly bare: string;
  /** What the name says it is: a department or a joint buyer; `other` where a dash or comma sets a further part off. */
  readonly unit: UnitKind | 'other' | null;
  /** The bare name of the part before the first dash, comma or the like; null when there is one part only. */
  readonly head: string | null;
}

/** Letters that no decomposition takes apart. */
const LETTERS: Readonly<Record<string, string>> = { ø: 'o', æ: 'ae', œ: 'oe', ß: 'ss', ł: 'l', đ: 'd', ð: 'd', þ: 'th', ı: 'i', ς: 'σ', ё: 'е', й: 'и' };
/** Small words that come and go, in the languages of the notices: "and", articles, and what joins a name to its place. */
const SMALL_WORDS = new Set(
  ('and und og och et y e en и και the der die das den det le la les los las el il lo l of de d du des del della dello dei degli di da do dos das von van der for fur zu zur'
    + ' pour til till за по na i w we του της των').split(' '),
);
/** Words for one thing: a municipality by its town hall, a company by its short form. */
const SYNONYMS: Readonly<Record<string, string>> = { mairie: 'commune', ville: 'commune', compania: 'cia', 'compa?ia': 'cia', limited: 'ltd', municipality: 'commune' };
const PHRASES: readonly (readonly [RegExp, string])[] = [
  [/^camara municipal(?= )/, 'municipio'], [/clinical commissioning group/, 'ccg'], [/regierungsprasidium/, 'rp'], [/κοινοπραξια/, 'κξ'],
];
/** Abbreviations that a slash belongs to, and a name that is no part of another one because it follows a dot. */
const SLASHED = /(?<![\p{L}\p{N}])(a\/s|i\/s|k\/s|p\/s|s\/a|k\/ξ)(?![\p{L}\p{N}])/gu;
const SEPARATOR = /\s[\p{Pd}|]+\s|\s*[\u2014|;:/]\s*|,\s+|\p{Pd}\s|\s\p{Pd}|\s(?:v|c)\.?\/\s*/u;
const MINISTRY = /^(?:\S+ )?(?:minist|министер|υπουργει|departement|secretaria|conseller|consejer)/u;

const memory = new Map<string, BareName>();
const MOST_REMEMBERED = 50_000;

/** @param name as written, of any length */
export function bareName(name: string): BareName {
  const known = memory.get(name);
  if (known !== undefined) return known;
  const made = read(name);
  if (memory.size >= MOST_REMEMBERED) memory.clear();
  memory.set(name, made);
  return made;
}

function read(name: string): BareName {
  const folded = germanBoard(withoutBrackets(fold(name)).replaceAll(SLASHED, (form) => form.replace('/', '')));
  const parts = withoutInitials(segments(folded).map(withoutForms).filter((part) => part !== ''));
  const words = parts.join(' ');
  const bare = withoutEcho(parts.map(essence)).join('');
  if (bare === '') return { bare: letters(fold(name)) || name.trim(), unit: null, head: null };
  const unit = unitWord(words);
  const [head] = parts;
  if (parts.length === 1 || head === undefined) return { bare, unit, head: null };
  // A comma in the name of a ministry counts up what it is for.
  const counting = unit === null && (MINISTRY.test(words) || !/[\p{Pd}/|;:\u2014]/u.test(folded) && !isCapital(name));
  const plain = unit === null && (counting || isAbbreviation(name, parts));
  return { bare, unit: plain ? null : unit ?? 'other', head: plain ? null : essence(head) };
}

/** Small letters without accents, "&" for what stands for it in HTML, straight quotes gone. */
function fold(name: string): string {
  const plain = name.replaceAll(/&(?:#38|amp);/g, '&').replaceAll(/&(?:#39|quot|apos);/g, ' ');
  return plain.toLowerCase().normalize('NFKD').replaceAll(/\p{M}/gu, '').replaceAll(/[øæœßłđðþıςёй]/gu, (letter) => LETTERS[letter] ?? letter)
    .replaceAll(/['’‘`´"“”„‚«»‹›]/gu, ' ').replaceAll(/\s+/g, ' ').trim();
}

/** What stands in brackets is a translation, an abbreviation or a place, unless it names a unit. */
function withoutBrackets(name: string): string {
  const without = name.replaceAll(/[([{]([^()[\]{}]*)[)\]}]?/gu, (_whole, inner: string) => (isUnit(inner.trim()) ? ` - ${inner} ` : ' ')).trim();
  const [, inner = ''] = /^[^()]*\(([^()]+)\)/u.exec(name) ?? [];
  if (inner !== '' && isInitials(tokens(without).join(''), withoutForms(inner))) return inner;
  return without === '' ? name.replaceAll(/[()[\]{}]/gu, ' ') : without;
}

/** `Vergabekammern des Landes Hessen beim Regierungspräsidium …`: the land has one such board, and where it sits is no part of its name. */
function germanBoard(name: string): string {
  const [, whose = '', where = ''] = /^vergabekammern?\s(?!bei)(.*?)(\s(?:bei|beim|im)\s.*|,.*)?$/u.exec(name) ?? [];
  return whose === '' || unitWord(where) !== null ? name : `vergabekammer ${whose.replace(/^des (?:landes|freistaates) /, '')}`;
}

/** Begins with the word, so that a translation that holds one somewhere is none; who buys for whom may stand anywhere. */
function isUnit(inner: string): boolean {
  if (inner.split(' ').length > 3 && unitWord(inner) === 'joint') return true;
  const [first = '', second = ''] = inner.split(' ');
  return unitWord(first) === 'department' || unitWord(`${first} ${second}`) === 'department';
}

function segments(name: string): string[] {
  return name.split(new RegExp(SEPARATOR, 'gu')).map((part) => part.trim()).filter((part) => part !== '' && !/^\S+@\S+\.\S+$/.test(part));
}

function isCapital(name: string): boolean {
  return /,\s+\p{Lu}/u.test(name.slice(1));
}

/** `S. A. de C. V.` and `s.a. de c.v.` alike: single letters belong together. */
function tokens(part: string): string[] {
  const spaced = part.replaceAll(/(?<=\p{L})\.(?=\p{L})/gu, '').replaceAll(/[^\p{L}\p{N}?&@]+/gu, ' ').trim();
  const found: string[] = [];
  let single = false;
  for (const token of spaced.split(' ')) {
    const isSingle = /^\p{L}$/u.test(token);
    if (isSingle && single) found[found.length - 1] += token;
    else found.push(token);
    single = isSingle;
  }
  return found;
}

const FORMS: readonly (readonly string[])[] = LEGAL_FORMS.map((form) => form.split(' ')).toSorted((one, other) => other.length - one.length);
const BY_LAST = Map.groupBy(FORMS, (form) => form.at(-1) ?? '');
const BY_FIRST = Map.groupBy(FORMS, (form) => form[0] ?? '');

/** A part of a name without the legal forms at its two ends; a part that is nothing else comes to the empty text. */
function withoutForms(part: string): string {
  let words = tokens(part).filter((word) => word !== '&' && word !== '');
  for (;;) {
    const atEnd = BY_LAST.get(words.at(-1) ?? '')?.find((form) => form.every((word, index) => words[words.length - form.length + index] === word));
    if (atEnd === undefined) break;
    words = words.slice(0, words.length - atEnd.length);
  }
  const atStart = BY_FIRST.get(words[0] ?? '')?.find((form) => form.length < words.length && form.every((word, index) => words[index] === word) && form.join('').length > 1);
  if (atStart !== undefined) words = words.slice(atStart.length);
  return withoutOwnInitials(words.filter((word, index) => index === 0 || !CLEAR_FORMS.has(word))).join(' ');
}

/** Legal forms that are no word of any language stand in the middle of a name too: `ELMŰ Nyrt. Beszerzési Igazgatóság`. */
const CLEAR_FORMS = new Set(LEGAL_FORMS.filter((form) => /^(?:gmbh|zrt|nyrt|kft|еоод|оод|еад|aktiengesellschaft|aktieselskab|sprl|bvba|cvba|scrl|plc|llp)$/.test(form)));

/** `RTE Réseau de transport d'électricité`: the abbreviation beside the name. */
function withoutOwnInitials(words: string[]): string[] {
  const [first = '', last = ''] = [words[0], words.at(-1)];
  if (words.length < 4) return words;
  if (isInitials(first, words.slice(1).join(' '))) return words.slice(1);
  return isInitials(last, words.slice(0, -1).join(' ')) ? words.slice(0, -1) : words;
}

/** `SPMS — Serviços Partilhados do Ministério da Saúde`: the initials of the rest are the same name once more. */
function withoutInitials(parts: string[]): string[] {
  const [first = '', last = ''] = [parts[0], parts.at(-1)];
  if (parts.length < 2) return parts;
  if (isInitials(first, parts[1] ?? '')) return parts.slice(1);
  return isInitials(last, parts[0] ?? '') ? parts.slice(0, -1) : parts;
}

function isInitials(short: string, long: string): boolean {
  if (short.includes(' ') || short.length < 3 || short.length > 8) return false;
  const initials = long.split(' ').filter((word) => word.length > 3).map((word) => word[0]).join('');
  return initials.length >= 3 && (initials.startsWith(short) || short.startsWith(initials));
}

/** `MAVIR – Magyar Villamosenergia-ipari …`: a short word in capitals before the dash is how the whole is called. */
function isAbbreviation(name: string, parts: readonly string[]): boolean {
  const [, short = ''] = /^\P{L}*(\p{Lu}{2,6})\P{L}/u.exec(name.normalize('NFC')) ?? [];
  return parts.length === 2 && short !== '' && parts[0] === withoutForms(fold(short)) && parts[1]?.includes(' ') === true;
}

/** What of a part tells it from others. A name of small words alone keeps them. */
function essence(part: string): string {
  const words = part.split(' ').filter((word) => !SMALL_WORDS.has(word)).map((word) => SYNONYMS[word] ?? word);
  const text = words.length === 0 ? part : words.join(' ');
  return letters(PHRASES.reduce((changed, [phrase, short]) => changed.replace(phrase, short), text));
}

/** `Conseil de l'Union européenne, Secrétariat général du Conseil de l'Union européenne`: what a part says once more is left out. */
function withoutEcho(parts: readonly string[]): string[] {
  const [head = ''] = parts;
  return parts.map((part, index) => (index > 0 && head.length > 8 && part.length > head.length && part.endsWith(head) ? part.slice(0, -head.length) : part));
}

/** A town as far as two spellings of it are alike: without post codes, `Cedex`, and what stands in brackets. */
export function bareTown(town: string | null): string {
  const plain = fold(town ?? '').replaceAll(/\([^)]*\)|(?<!\p{L})(?:cedex|гр\.?|с\.)(?!\p{L})|\d+/gu, ' ').replaceAll(/[^\p{L}]+/gu, ' ').trim();
  return plain === '' ? '' : essence(plain);
}

function letters(part: string): string {
  return part.replaceAll(/[^\p{L}\p{N}?&@]/gu, '').replaceAll('&', '');
}

/** Equal for a name with lost letters and the same name with them: Spanish letters that carry accents are all taken for lost. */
export function skeleton(bare: string): string {
  return bare.replaceAll(/[aeioun]/g, '?');
}

/** Whether a name with lost letters can be this one. */
export function fitsLost(lost: string, whole: string): boolean {
  return lost.length === whole.length && lost.split('').every((letter, index) => letter === '?' || letter === whole[index]);
}
