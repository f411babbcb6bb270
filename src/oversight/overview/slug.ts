/**
 * A name as it stands in an address: `KMD Opera` is `kmd-opera`, `Ærø` is `aeroe`. Names that differ in case, spaces and punctuation alone are one;
 * `C`, `C++` and `C#` are three.
 */
export function slugOf(name: string): string {
  const letters = name.normalize('NFKC').toLowerCase().normalize('NFC').replaceAll('æ', 'ae').replaceAll('ø', 'oe').replaceAll('å', 'aa').replaceAll('+', ' plus ').replaceAll('#', ' sharp ');
  const slug = letters.normalize('NFKD').replaceAll(/\p{M}/gu, '').split(/[^\p{L}\p{N}]+/u).filter((part) => part !== '').join('-');
  return slug === '' ? ['u', ...Array.from(name, (sign) => (sign.codePointAt(0) ?? 0).toString(16))].join('-') : slug;
}
