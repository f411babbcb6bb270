import { parseCvr } from '#base';
import type { Draft } from './draft.ts';

/** A number in the register that it belongs to, as far as its form proves that. */
export interface NumberReading {
  readonly scheme: string;
  readonly id: string;
  /** Set when the number as written is not the number as read, or reads oddly: why. */
  readonly remark: string | null;
}

/**
 * Reads an organisation's number. A Danish one is known by its check digit, a Norwegian one too; any other stays as
 * written, in a scheme named after the country alone. Without a country the scheme is `internal`, as in OCDS for eForms.
 * @param country two letters, or null
 */
export function readNumber(written: string, country: string | null): NumberReading {
  if (country === 'DK' || /\b(?:DK|CVR)/i.test(written)) {
    const cvr = parseCvr(written);
    if (cvr.ok) return { scheme: 'DK-CVR', id: cvr.value, remark: cvr.value === written ? null : 'read as a CVR number: its check digit holds' };
    if (country === 'DK' && /^\D*(?:\d[\s.-]?){8}$/.test(written)) return { scheme: 'DK-NATIONALID', id: written, remark: 'eight digits, but no CVR number: the check digit does not hold' };
  }
  const norwegian = /^(?:no)?[\s.-]*((?:\d[\s.]?){9})(?:mva)?$/i.exec(written)?.[1]?.replaceAll(/\D/g, '');
  if (country === 'NO' && norwegian !== undefined && isNorwegian(norwegian)) {
    return { scheme: 'NO-BRC', id: norwegian, remark: norwegian === written ? null : 'read as a Norwegian organisation number: its check digit holds' };
  }
  return { scheme: country === null ? 'internal' : `${country}-NATIONALID`, id: written, remark: null };
}

/** Nine digits, weights 3 2 7 6 5 4 3 2, modulo 11 (Brønnøysundregistrene). */
function isNorwegian(digits: string): boolean {
  const weights = [3, 2, 7, 6, 5, 4, 3, 2];
  const sum = weights.reduce((total, weight, index) => total + weight * Number(digits[index]), 0);
  const check = (11 - (sum % 11)) % 11;
  return check === Number(digits[8]);
}

export function identifierOf({ scheme, id }: NumberReading): Draft {
  return { id, scheme };
}
