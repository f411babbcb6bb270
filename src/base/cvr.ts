import { fail, ok, type Result } from './result.ts';

/** Each digit's weight; the weighted sum of a true number is divisible by 11. */
const WEIGHTS = [2, 7, 6, 5, 4, 3, 2, 1] as const;

/** What stands before the number in real files: `CVR`, `CVR-nr.:`, `DK`, `DK-CVR`, `VAT no. DK`. */
const PREFIX = /^(?:(?:DK|CVR|VAT|MOMS)?[\s.:_/-]*(?:NUMMER|NUMBER|NR|NO)?[\s.:_/-]*){1,3}/;
const SE_NUMBER = /^(?:DK[\s-]*)?SE/;

/**
 * A CVR number as eight digits, out of the spellings seen in real files: `CVR nr. 25050053`, `DK 27446485`, `25 05 00 53`.
 * The messages never repeat what was given: people write their personal number (CPR) into this field.
 * Source of the check: modulus 11 with the weights 2 7 6 5 4 3 2 1; a number does not begin with 0.
 */
export function parseCvr(text: string): Result<string> {
  if (text.length > 60) return invalid('is too long to be a CVR number', 'Give only the number.');
  const upper = text.normalize('NFKC').trim().toUpperCase();
  if (SE_NUMBER.test(upper)) return invalid('is marked SE: a Danish SE number names a VAT registration and not a company, a Swedish number is no CVR number', 'Give the CVR number of the company.');
  const digits = upper.replace(PREFIX, '').replace(/[\s.-]/g, '');
  if (digits === '') return invalid('holds no digits', 'Give the eight digits of the CVR number.');
  if (!/^\d+$/.test(digits)) return invalid('holds other characters than digits', 'Give the eight digits, with or without "CVR" or "DK" before them.');
  if (digits.length !== WEIGHTS.length) {
    const hint = digits.length === 10 ? ' Ten digits are a production unit (P number) or a personal number (CPR).' : '';
    return invalid(`has ${digits.length} digits where a CVR number has 8`, `Give the eight digits of the CVR number.${hint}`);
  }
  if (digits.startsWith('0')) return invalid('begins with 0, which no CVR number does', 'Look the number up in the CVR register.');
  const sum = WEIGHTS.reduce((total, weight, i) => total + weight * Number(digits[i]), 0);
  if (sum % 11 !== 0) return invalid('is not a CVR number: its check digit does not fit', 'A digit is wrong or two are swapped. Look the number up in the CVR register.');
  return ok(digits);
}

export function isCvr(text: string): boolean {
  const parsed = parseCvr(text);
  return parsed.ok && parsed.value === text;
}

function invalid(what: string, help: string): Result<string> {
  return fail({ kind: 'invalid', message: `The text ${what}.`, help });
}
