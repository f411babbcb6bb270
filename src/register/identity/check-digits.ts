/** Check digits of national numbers: whether a number can be one. What fails is a slip of the pen, not an organisation. */

export type Check = (digits: string) => boolean;

const weighted = (digits: string, weights: readonly number[]): number => weights.reduce((sum, weight, index) => sum + weight * Number(digits[index]), 0);

/** Weights for all digits but the last; the last is what is missing to a multiple of 11, and 10 is no digit. */
function modulo11(weights: readonly number[], ten: 'refused' | 'zero' = 'refused'): Check {
  return (digits) => {
    const check = (11 - (weighted(digits, weights) % 11)) % 11;
    return check === 10 ? ten === 'zero' && digits.at(-1) === '0' : check === Number(digits.at(-1));
  };
}

/** The rest itself is the check digit; when it is 10, other weights decide. */
function rest11(first: readonly number[], second: readonly number[]): Check {
  return (digits) => {
    const rest = weighted(digits, first) % 11;
    return (rest < 10 ? rest : (weighted(digits, second) % 11) % 10) === Number(digits.at(-1));
  };
}

/** Luhn, ISO/IEC 7812-1. */
export const luhn: Check = (digits) => {
  const sum = digits.split('').toReversed().reduce((total, digit, index) => {
    const value = Number(digit) * (index % 2 === 0 ? 1 : 2);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0;
};

/** Brønnøysundregistrene. */
export const norwegian = modulo11([3, 2, 7, 6, 5, 4, 3, 2]);
/** Patentti- ja rekisterihallitus, Y-tunnus. */
export const finnish = modulo11([7, 9, 10, 5, 8, 4, 2]);
/** Número de identificação de pessoa coletiva. */
export const portuguese = modulo11([9, 8, 7, 6, 5, 4, 3, 2], 'zero');
/** Banque-Carrefour des Entreprises: 97 less the rest of the first eight digits. */
export const belgian: Check = (digits) => 97 - (Number(digits.slice(0, 8)) % 97) === Number(digits.slice(8));
/** IČO, Czech and Slovak. */
export const czech: Check = (digits) => (11 - (weighted(digits, [8, 7, 6, 5, 4, 3, 2]) % 11)) % 10 === Number(digits.at(-1));
/** NIP: the rest is the check digit, and 10 is none. */
export const polishTax: Check = (digits) => weighted(digits, [6, 5, 7, 2, 3, 4, 5, 6, 7]) % 11 === Number(digits.at(-1));
/** REGON of nine digits. */
export const polishStatistical: Check = (digits) => (weighted(digits, [8, 9, 2, 3, 4, 5, 6, 7]) % 11) % 10 === Number(digits.at(-1));
/** EIK of nine digits. */
export const bulgarian = rest11([1, 2, 3, 4, 5, 6, 7, 8], [3, 4, 5, 6, 7, 8, 9, 10]);
/** Äriregister. */
export const estonian = rest11([1, 2, 3, 4, 5, 6, 7], [3, 4, 5, 6, 7, 8, 9]);
/** Juridinių asmenų registras. */
export const lithuanian = rest11([1, 2, 3, 4, 5, 6, 7, 8], [3, 4, 5, 6, 7, 8, 9, 1]);
/** CUI: weights from the right, whatever the length. */
export const romanian: Check = (digits) => {
  const sum = weighted(digits.padStart(10, '0'), [7, 5, 3, 2, 1, 7, 5, 3, 2]);
  return ((sum * 10) % 11) % 10 === Number(digits.at(-1));
};
/** NIF of a legal person: a letter, seven digits, and a digit or letter made of them. */
export const spanish: Check = (text) => {
  const digits = text.slice(1, 8);
  const sum = digits.split('').reduce((total, digit, index) => {
    const value = Number(digit) * (index % 2 === 0 ? 2 : 1);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  const check = (10 - (sum % 10)) % 10;
  return text[8] === String(check) || text[8] === 'JABCDEFGHI'[check];
};
