/** Whether a notice is about a thing, by rules that a reader can check: each match says which rule, which words, and where. Pure. */
import { PLACES, type Mention, type Place } from './mentions.ts';

/** What a thing is known by. Letters' case counts in `common` alone. */
export interface MatchRules {
  /** Names and aliases that mean nothing else. */
  readonly names: readonly string[];
  /** Names that are words or abbreviations of other things too: written just so, they count with a supplier or a CPV field beside them. */
  readonly common: readonly string[];
  /** Who sells it. */
  readonly suppliers: readonly string[];
  /** CPV fields, two to eight digits. */
  readonly cpv: readonly string[];
  /** KLE numbers, as 15.00 or 15.00.00. */
  readonly kle: readonly string[];
  /** Words that describe it: with a supplier and a CPV field or a KLE number they count without its name. */
  readonly about: readonly string[];
  /** Phrases in which a name means something else. */
  readonly not: readonly string[];
}

export const NO_RULES: MatchRules = { names: [], common: [], suppliers: [], cpv: [], kle: [], about: [], not: [] };

/** A notice, or a process, as far as matching reads it. */
export interface Matched {
  readonly mentions: readonly Mention[];
  /** CPV codes or fields of what is bought. */
  readonly cpv: readonly string[];
}

export interface Beside {
  readonly kind: 'supplier' | 'cpv' | 'kle';
  /** As the rules have it. */
  readonly value: string;
}

/** Why a notice matches. */
export interface Reason {
  readonly rule: 'name' | 'common' | 'supplier';
  /** As the rules have it. */
  readonly name: string;
  /** As the notice has it. */
  readonly words: string;
  readonly place: Place;
  /** The words of the notice round it. */
  readonly around: string;
  readonly beside: readonly Beside[];
}

/** @returns every reason, the strongest place first; none: it is not about the thing. The order of rules and texts does not count. */
export function reasonsOf(rules: MatchRules, { mentions, cpv }: Matched): readonly Reason[] {
  const texts = mentions.map(({ place, text }) => ({ place, text: text.normalize('NFC'), read: without(rules.not, text.normalize('NFC')) }));
  const find = (rule: Reason['rule'], names: readonly string[], pattern: (name: string) => RegExp, beside: readonly Beside[]): Reason[] =>
    names.flatMap((name) => texts.flatMap(({ place, text, read }) => {
      const match = read.matchAll(pattern(name)).find((one) => !isBeside(text, one.index, one[0].length));
      return match === undefined ? [] : [{ rule, name, words: match[0], place, around: around(text, match.index, match[0].length), beside }];
    }));
  const isIn = (name: string): boolean => texts.some(({ read }) => read.search(anyCase(name)) >= 0);
  const sellers = rules.suppliers.filter(isIn).map((value): Beside => ({ kind: 'supplier', value }));
  const fields = rules.cpv.filter((field) => cpv.some((code) => code.startsWith(field))).map((value): Beside => ({ kind: 'cpv', value }));
  const numbers = rules.kle.filter(isIn).map((value): Beside => ({ kind: 'kle', value }));
  const found = [
    ...find('name', rules.names, anyCase, []),
    ...(sellers.length + fields.length === 0 ? [] : find('common', rules.common, asWritten, ordered([...sellers, ...fields]))),
    ...(sellers.length === 0 || fields.length + numbers.length === 0 ? [] : find('supplier', rules.about, anyCase, ordered([...sellers, ...fields, ...numbers]))),
  ];
  return [...new Map(found.toSorted(byStrength).map((reason) => [JSON.stringify([reason.rule, reason.name, reason.place, reason.around]), reason])).values()];
}

const STRENGTH: readonly Reason['rule'][] = ['name', 'common', 'supplier'];

function byStrength(one: Reason, other: Reason): number {
  const key = ({ rule, place, name, words, around: near }: Reason): string => JSON.stringify([STRENGTH.indexOf(rule), PLACES.indexOf(place), name, words, near]);
  const [a, b] = [key(one), key(other)];
  return a < b ? -1 : a > b ? 1 : 0;
}

function ordered(beside: readonly Beside[]): readonly Beside[] {
  return beside.toSorted((one, other) => (`${one.kind} ${one.value}` < `${other.kind} ${other.value}` ? -1 : 1));
}

/** A name is no part of a longer word; "Opera-systemet" and "Operas" are that name, "Operasystemet" and "operatør" are not. */
const BEFORE = String.raw`(?<![\p{L}\p{M}\p{N}_])`;
const AFTER = String.raw`(?![\p{L}\p{M}\p{N}_])`;
const ADDRESS = /(?:https?:\/\/|www\.)\S+|[\w.+-]{1,100}@\S+|(?<![\p{L}\p{N}.-])[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,9}\/\S*/giu;
const LEAST_FOR_GENITIVE = 4;

/** What stands next to a name that is no purchase: the address of a portal after it, formats of documents round it. */
const PORTAL = /^[^.;\n]{0,40}?(?:https?:\/\/|www\.)/iu;
const FORMATS = /\bCD-?ROM\b|\bReader\b|\.(?:pdf|docx?|xlsx?|pptx?)\b/iu;
const LEAST_NEAR = 60;

function isBeside(text: string, index: number, length: number): boolean {
  const after = text.slice(index + length, index + length + LEAST_NEAR);
  return PORTAL.test(after) || FORMATS.test(text.slice(Math.max(0, index - LEAST_NEAR), index + length)) || FORMATS.test(after);
}

const patterns = new Map<string, RegExp>();

function anyCase(name: string): RegExp {
  return pattern(name, 'giu', BEFORE, genitive(name));
}

/** No compound either: "Werner-Opera-Schule" has other words before it. */
function asWritten(name: string): RegExp {
  return pattern(name, 'gu', String.raw`(?<![\p{L}\p{M}\p{N}_][\p{Pd}]?)`, '');
}

function pattern(name: string, flags: string, before: string, after: string): RegExp {
  const key = `${flags} ${name}`;
  const known = patterns.get(key);
  if (known !== undefined) return known;
  const parts = name.normalize('NFC').trim().split(/[\s\p{Pd}]+/u).filter((part) => part !== '').map((part) => part.replaceAll(/[.*+?^${}()|[\]\\/]/g, String.raw`\$&`));
  const made = parts.length === 0 ? /(?!)/gu : new RegExp(`${before}${parts.join(String.raw`[\s\p{Pd}]+`)}${after}${AFTER}`, flags);
  patterns.set(key, made);
  return made;
}

/** The s of Danish, Norwegian, Swedish, German and English: a name in the genitive is no other word. */
function genitive(name: string): string {
  const trimmed = name.trim();
  return trimmed.length >= LEAST_FOR_GENITIVE && /\p{L}$/u.test(trimmed) && !/[sxz]$/i.test(trimmed) ? "(?:['’]?s)?" : '';
}

function blank(found: string): string {
  return ' '.repeat(found.length);
}

/** The text, as long as before, without addresses and without the phrases that mean something else. */
function without(phrases: readonly string[], text: string): string {
  return phrases.reduce((read, phrase) => read.replaceAll(anyCase(phrase), blank), text.replaceAll(ADDRESS, blank));
}

const LEAST_AROUND = 80;

function around(text: string, index: number, length: number): string {
  const [from, to] = [Math.max(0, index - LEAST_AROUND), Math.min(text.length, index + length + LEAST_AROUND)];
  return `${from > 0 ? '…' : ''}${text.slice(from, to).replaceAll(/\s+/g, ' ').trim()}${to < text.length ? '…' : ''}`;
}
