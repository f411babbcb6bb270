/** What people type into one field, read into the one way in which it is kept. */
import { fail, ok, type Language, type Result } from '#base';
import type { FormFault } from './form-values.da.ts';

/** A decimal number with the separators of the language, as text with a full stop: `1.644.638,50` is `1644638.50`. */
export function readDecimal(typed: string, lang: Language): string | null {
  const text = typed.replaceAll(/[\s\u00a0\u202f]/g, '');
  const [thousand, decimal] = lang === 'da' ? ['.', ','] : [',', '.'];
  const grouped = new RegExp(`^-?\\d{1,3}(?:\\${thousand}\\d{3})+(?:\\${decimal}\\d+)?$`);
  // Behind the other one's separator one or two decimals are taken: three would be thousands to half of the readers.
  const plain = new RegExp(`^-?\\d+(?:\\${decimal}\\d+|\\${thousand}\\d{1,2})?$`);
  if (grouped.test(text)) return text.replaceAll(thousand, '').replace(decimal, '.');
  return plain.test(text) ? text.replace(',', '.') : null;
}

/** A day of the calendar as `2026-11-26`, also typed as `26.11.2026`. */
export function readDay(typed: string): string | null {
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(typed);
  const danish = /^(\d{1,2})[./-](\d{1,2})[./-](\d{4})$/.exec(typed);
  const [year, month, day] = iso === null ? [danish?.[3], danish?.[2], danish?.[1]] : [iso[1], iso[2], iso[3]];
  if (year === undefined) return null;
  try {
    return Temporal.PlainDate.from({ year: Number(year), month: Number(month), day: Number(day) }, { overflow: 'reject' }).toString();
  } catch {
    return null;
  }
}

/** Text as it can be kept: no blanks around it, line ends of one kind, nothing that no database holds. */
export function readText(typed: string): Result<string, FormFault> {
  if (typed.includes('\0') || !typed.isWellFormed()) return fail('no-text');
  return ok(typed.replaceAll(/\r\n?/g, '\n').trim());
}
