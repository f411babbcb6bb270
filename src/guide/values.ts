/** Reads what people type into a field, in Danish or English ways of writing, into the one way in which the address holds it. */
import { fail, ok, type Language, type Result } from '#base';
import { BAR, SKIPPED, type PlainField, type RowsField } from './wizard.ts';

/** Why a value cannot be taken; the page has the words. */
export type Fault = 'empty' | 'no-amount' | 'too-much' | 'no-date' | 'no-count' | 'not-offered' | 'too-long' | 'too-many';

/** More than any purchase; the law room's own limit is the same. */
const MOST_KRONER = 1e13;

export function readValue(field: PlainField, typed: string, lang: Language): Result<string, Fault> {
  const text = typed.trim();
  if (text === '') return fail('empty');
  switch (field.kind) {
    case 'amount': return readAmount(text, lang);
    case 'date': return readDate(text);
    case 'count': return readCount(text, field);
    case 'choice': return field.options.some(({ value }) => value === text) ? ok(text) : fail('not-offered');
    case 'text': return text.length <= field.most ? ok(text.replaceAll(/\s+/g, ' ')) : fail('too-long');
  }
}

/** `1.644.638,50 kr.`, `1644638,5`, `1 644 638`, `3,5 mio.` and, on English pages, `1,644,638.50`; as decimal text with a full stop. */
function readAmount(text: string, lang: Language): Result<string, Fault> {
  const bare = text.replace(/^(?:dkk|kr\.?)\s*/i, '').replace(/\s*(?:dkk|kr\.?|,-)$/i, '').replaceAll(/[\s\u00a0\u202f']/g, '');
  const millions = /^(.*\d)(?:mio\.?|million(?:er)?)$/i.exec(bare)?.[1];
  if (millions === undefined) return numberIn(bare, lang, 2);
  const number = numberIn(millions, lang, 6);
  return number.ok ? amountText(String(Math.round(Number(number.value) * 1_000_000))) : number;
}

/**
 * A number with the separators of the language. Decimals behind the other one's separator are taken while there are one or two:
 * three would be thousands to half of the readers, and a thousandth to the others.
 */
function numberIn(text: string, lang: Language, decimals: number): Result<string, Fault> {
  const [thousand, decimal] = lang === 'da' ? ['.', ','] : [',', '.'];
  const grouped = new RegExp(`^\\d{1,3}(?:\\${thousand}\\d{3})+(?:\\${decimal}\\d{1,${decimals}})?$`);
  const plain = new RegExp(`^\\d+(?:\\${decimal}\\d{1,${decimals}}|\\${thousand}\\d{1,2})?$`);
  if (grouped.test(text)) return amountText(text.replaceAll(thousand, '').replace(decimal, '.'));
  return plain.test(text) ? amountText(text.replace(',', '.')) : fail('no-amount');
}

function amountText(decimal: string): Result<string, Fault> {
  return Number(decimal) <= MOST_KRONER ? ok(String(Number(decimal))) : fail('too-much');
}

/** `2026-05-01`, `1.5.2026`, `01/05-2026`. */
function readDate(text: string): Result<string, Fault> {
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  const danish = /^(\d{1,2})[./-](\d{1,2})[./-](\d{4})$/.exec(text);
  const [year, month, day] = iso === null ? [danish?.[3], danish?.[2], danish?.[1]] : [iso[1], iso[2], iso[3]];
  if (year === undefined || month === undefined || day === undefined || !isYear(Number(year))) return fail('no-date');
  try {
    return ok(Temporal.PlainDate.from({ year: Number(year), month: Number(month), day: Number(day) }, { overflow: 'reject' }).toString());
  } catch {
    return fail('no-date');
  }
}

/** Those for which the law room reckons holidays; any other is a slip of the pen. */
function isYear(year: number): boolean {
  return year >= 1900 && year <= 2199;
}

function readCount(text: string, { least, most }: PlainField & { readonly kind: 'count' }): Result<string, Fault> {
  if (!/^\d{1,6}$/.test(text)) return fail('no-count');
  const number = Number(text);
  return number >= least && number <= most ? ok(String(number)) : fail('no-count');
}

export interface RowFault {
  readonly row: number;
  readonly column: string;
  readonly fault: Fault;
}

/** Rows as they were typed, a list for each column; rows without anything are left out. None at all is the answer "none". */
export function readRows(field: RowsField, typed: readonly Readonly<Record<string, string>>[], lang: Language): Result<readonly string[], RowFault> {
  const rows: string[] = [];
  for (const [at, given] of typed.entries()) {
    if (field.columns.every(({ name, field: { kind } }) => (given[name] ?? '').trim() === '' || kind === 'choice')) continue;
    if (rows.length === field.most) return fail({ row: at, column: field.columns[0]?.name ?? '', fault: 'too-many' });
    const parts: string[] = [];
    for (const { name, field: own, mayBeEmpty } of field.columns) {
      const text = given[name] ?? '';
      if (mayBeEmpty && text.trim() === '') { parts.push(''); continue; }
      const value = readValue(own, text, lang);
      if (!value.ok) return fail({ row: at, column: name, fault: value.failure });
      parts.push(value.value);
    }
    rows.push(parts.join(BAR));
  }
  return ok(rows.length === 0 ? [SKIPPED] : rows);
}
