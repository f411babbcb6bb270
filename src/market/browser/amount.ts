/** An amount as a Dane types it or a spreadsheet holds it. */

const WITH_COMMA = /^\d{1,3}(?:[. ]\d{3})+(?:,\d+)?$|^\d+,\d+$/;
const WITH_POINT = /^\d{1,3}(?:[, ]\d{3})+(?:\.\d+)?$|^\d+\.\d+$/;

/** Plain decimal text, "1234.50"; null: it is no amount. "1.234" is read by the language: a thousand and some in Danish. */
export function amountText(typed: string, lang: string): string | null {
  const text = typed.replaceAll('\u00A0', ' ').trim();
  if (/^\d+$/.test(text)) return text;
  const readings = lang === 'da' ? [WITH_COMMA, WITH_POINT] : [WITH_POINT, WITH_COMMA];
  const reading = readings.find((one) => one.test(text));
  if (reading === undefined) return null;
  return reading === WITH_COMMA ? text.replaceAll(/[. ]/g, '').replace(',', '.') : text.replaceAll(/[, ]/g, '');
}

/** A number out of a spreadsheet, which counts in doubles: with two decimals when it has no more than those; null: it is more exact than an amount of money is. */
export function amountOfCell(value: number): string | null {
  const text = value.toFixed(2);
  return Number.isFinite(value) && value >= 0 && Math.abs(Number(text) - value) < 1e-9 * Math.max(1, value) ? text : null;
}
