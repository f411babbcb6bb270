/** Whether a number names an organisation, and which: publishers fill the field with much else. */
import { schemeCountry } from '../country.ts';
import type { Identity } from './mention.ts';
import { NATIONAL_NUMBERS } from './national-numbers.ts';

/** A number that names one organisation. */
export interface GoodNumber {
  /** `DK-CVR-12345678`: the same for every spelling of it, and the key of the organisation's page. */
  readonly key: string;
  /** Two numbers of one kind are two organisations; `DK-CVR`. */
  readonly kind: string;
  /** Its check digit was tried and is right; null when no check is known. */
  readonly checked: true | null;
}

/** National numbers have more digits; a list that a publisher keeps for himself begins with fewer. */
const FEWEST_DIGITS = 5;
const FEWEST_OF_OWN_LIST = 2;
const LONGEST = 60;
/** What people type when they must type something. */
const FILLERS = /^(?:0*(?:12345(?:6(?:7(?:8(?:90?)?)?)?)?|987654321|111222333|123123123)|(\d)\1+|0+\d)$/;
const RFC = /^(?:MX-)?RFC$/i;

/** @returns null when the number is missing or names nobody: too short, a filler, a wrong check digit, a name, an address. */
export function goodNumber(identity: Identity): GoodNumber | null {
  // Old Mexican files put the company's name where the scheme belongs.
  const { scheme, number } = { ...identity, scheme: identity.scheme === identity.name ? null : identity.scheme };
  if (number === null || number.length > LONGEST) return null;
  const text = number.normalize('NFKC').replaceAll(/&(?:#38|amp);/g, '&').toUpperCase();
  const cleaned = text.replaceAll(/[\s./\p{Pd}]+/gu, '');
  const digits = cleaned.replaceAll(/\D/g, '');
  if (digits.length < FEWEST_OF_OWN_LIST) return null;
  const country = countryOf(identity.country, scheme, cleaned);
  const isNational = isNationalScheme(scheme, country ?? '');
  if ((isNational || digits.length >= FEWEST_DIGITS) && FILLERS.test(digits)) return null;
  const national = nationalNumber(country, scheme, cleaned);
  if (national !== undefined) return national;
  // Another number than the country's own: as written, where the publisher says whose it is and it can be a number at all.
  if (scheme === null || !isNumber(text) || (isNational && digits.length < FEWEST_DIGITS)) return null;
  return { key: `${scheme}-${cleaned}`.replaceAll(/[\s/]+/g, '-'), kind: scheme, checked: null };
}

/** A Mexican tax number is known by its shape alone. */
function countryOf(country: string | null, scheme: string | null, cleaned: string): string | null {
  if (RFC.test(scheme ?? '')) return 'MX';
  const named = schemeCountry(scheme);
  if (named !== null) return named;
  return country ?? (rfc(cleaned) === null ? null : 'MX');
}

/** @returns undefined where the number has none of the country's shapes, null where it has one and cannot be right */
function nationalNumber(country: string | null, scheme: string | null, cleaned: string): GoodNumber | null | undefined {
  const kinds = NATIONAL_NUMBERS[country ?? ''];
  if (country === null || kinds === undefined || !isNationalScheme(scheme, country)) return undefined;
  let fits = false;
  for (const { scheme: kind, shape, check } of kinds) {
    const number = country === 'MX' ? rfc(cleaned) : shape.exec(cleaned)?.[1];
    if (number === undefined || number === null) continue;
    fits = true;
    if (check === undefined || check(number)) return { key: `${kind}-${number.replaceAll(/[^\p{L}\p{N}&]/gu, '')}`, kind, checked: check === undefined ? null : true };
  }
  // A Mexican tax number has one shape, and whatever else stands there is none; so has a Danish number.
  return fits || country === 'MX' || country === 'DK' || scheme === null ? null : undefined;
}

/** The register that a scheme of another name keeps may give the same digits to somebody else. */
function isNationalScheme(scheme: string | null, country: string): boolean {
  if (scheme === null || scheme === 'internal' || scheme.endsWith('-NATIONALID') || RFC.test(scheme)) return true;
  return NATIONAL_NUMBERS[country]?.some((kind) => kind.scheme === scheme) === true;
}

/** The tax number with letters where letters belong and digits where digits do: people take O for 0 and I for 1. */
function rfc(cleaned: string): string | null {
  const [, name = '', date = '', rest = ''] = /^([A-ZÑ&01]{3,4}?)([\dOI]{6})([A-Z0-9]{3})$/.exec(cleaned) ?? [];
  if (name === '') return null;
  const number = `${name.replaceAll('0', 'O').replaceAll('1', 'I')}${asDigits(date)}${asDigits(rest)}`;
  return NATIONAL_NUMBERS['MX']?.[0]?.shape.test(number) === true ? number : null;
}

function asDigits(part: string): string {
  return part.replaceAll('O', '0').replaceAll('I', '1');
}

/** Words, addresses of pages and lists of several numbers are no number. */
function isNumber(text: string): boolean {
  return !/\p{L}{5,}|[,;@]|:\/\/|\bWWW\b|\*/u.test(text);
}
