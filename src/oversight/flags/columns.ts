/** The list as a file: a line for each row that a flag rests on, with all that the flag itself says beside it. */
import type { Language } from '#base';
import { column } from '#register';
import { ASKED } from '../indicators/asked.ts';
import type { EvidenceRow, FlagRow } from './flags.view.ts';
import { indicatorOf } from './indicator-of.ts';

export type FlagLine = Omit<FlagRow, 'evidence'> & { readonly nth: number; readonly row: EvidenceRow | null };

/** A flag without rows is a line all the same. */
export function linesOf({ evidence, ...flag }: FlagRow): readonly FlagLine[] {
  return evidence.length === 0 ? [{ ...flag, nth: 0, row: null }] : evidence.map((row, index) => ({ ...flag, nth: index + 1, row }));
}

const { text, code, decimal, integer, day } = column;
const numberText = (value: number | null | undefined): string | null => (value === null || value === undefined || !Number.isFinite(value) ? null : plain(value));

/** Without an exponent, which few spreadsheets read as a number. */
function plain(value: number): string {
  const written = String(value);
  return written.includes('e') ? value.toFixed(10).replace(/\.?0+$/, '') : written;
}

const TEXTS = new Map(ASKED.flatMap(({ title, question }) => [title, ...Object.values(question.rows)]).map((text) => [text.en, text]));

export const FLAG_COLUMNS: readonly column.TableColumn<FlagLine>[] = [
  { name: 'indicator', heading: { da: 'Punktets kode', en: 'Code of the point' }, values: text(({ indicator }) => indicator) },
  { name: 'indicator_title', heading: { da: 'Punkt', en: 'Point' }, values: code(({ indicator }) => indicatorOf(indicator)?.title.en ?? null, inLanguage) },
  { name: 'ocid', heading: { da: 'Forløb (ocid)', en: 'Process (ocid)' }, values: text(({ ocid }) => ocid) },
  { name: 'part', heading: { da: 'Del', en: 'Part' }, values: text(({ part }) => part) },
  { name: 'title', heading: { da: 'Titel', en: 'Title' }, values: text(({ title }) => title) },
  { name: 'buyer_key', heading: { da: 'Køber (nøgle)', en: 'Buyer (key)' }, values: text(({ buyer }) => buyer?.key ?? null) },
  { name: 'buyer', heading: { da: 'Køber', en: 'Buyer' }, values: text(({ buyer }) => buyer?.name ?? null) },
  { name: 'supplier_key', heading: { da: 'Leverandør (nøgle)', en: 'Supplier (key)' }, values: text(({ supplier }) => supplier?.key ?? null) },
  { name: 'supplier', heading: { da: 'Leverandør', en: 'Supplier' }, values: text(({ supplier }) => supplier?.name ?? null) },
  { name: 'country', heading: { da: 'Land', en: 'Country' }, values: text(({ country }) => country) },
  { name: 'day', heading: { da: 'Dag', en: 'Day' }, values: day(({ day: value }) => value) },
  { name: 'value', heading: { da: 'Punktets tal', en: 'Number of the point' }, values: decimal(({ value }) => numberText(value)) },
  { name: 'unit', heading: { da: 'Tallets enhed', en: 'Unit of the number' }, values: text(({ indicator }) => indicatorOf(indicator)?.question.unit ?? null) },
  { name: 'row', heading: { da: 'Række nr.', en: 'Row no.' }, values: integer(({ nth }) => nth) },
  { name: 'row_kind', heading: { da: 'Rækkens kode', en: 'Code of the row' }, values: text(({ row }) => row?.what ?? null) },
  {
    name: 'row_title', heading: { da: 'Hvad rækken er', en: 'What the row is' },
    values: code(({ indicator, row }) => (row === null ? null : indicatorOf(indicator)?.question.rows[row.what]?.en ?? null), inLanguage),
  },
  { name: 'row_source', heading: { da: 'Rækkens forløb (ocid)', en: 'Process of the row (ocid)' }, values: text(({ row }) => row?.source ?? null) },
  { name: 'row_notice', heading: { da: 'Rækkens bekendtgørelse', en: 'Notice of the row' }, values: text(({ row }) => row?.notice ?? null) },
  { name: 'row_day', heading: { da: 'Rækkens dag', en: 'Day of the row' }, values: day(({ row }) => row?.day ?? null) },
  { name: 'row_amount', heading: { da: 'Beløb', en: 'Amount' }, values: decimal(({ row }) => row?.amount ?? null) },
  { name: 'row_currency', heading: { da: 'Valuta', en: 'Currency' }, values: text(({ row }) => row?.currency ?? null) },
  { name: 'row_number', heading: { da: 'Tal', en: 'Number' }, values: decimal(({ row }) => numberText(row?.number)) },
  { name: 'row_words', heading: { da: 'Ord fra kilden', en: 'Words of the source' }, values: text(({ row }) => row?.words ?? null) },
];

/** Files for programs are in English; those for people in their language. */
function inLanguage(english: string, lang: Language): string {
  return TEXTS.get(english)?.[lang] ?? english;
}
