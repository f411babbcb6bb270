/** A field as files: a line for each buyer and purchase. */
import { stringify } from 'csv-stringify/sync';
import type { Language } from '#base';
import { outcomeText } from './field-row.parts.tsx';
import { fieldTexts } from './field.texts.ts';
import type { FieldView } from './field.view.ts';

/** Formulas are inert. */
export function fieldCsv({ rows }: FieldView, lang: Language): string {
  const lines = rows.flatMap(({ buyer, purchases }) => purchases.map(({ ocid, title, cpv, day, status, reasons, rationale, changes, suppliers, notices, ...purchase }) => [
    buyer.name, buyer.country, buyer.legalKind ?? '', fieldTexts[lang][`status.${status}`], title ?? '', cpv, day ?? '', reasons.join(' '), [rationale, ...changes].filter((words) => words !== null).join('\n'),
    suppliers.join('; '), outcomeText({ lang }, { ...purchase, ocid, title, cpv, day, status, reasons, rationale, changes, suppliers, notices }), notices.map(({ number }) => number).join(' '), ocid,
  ]));
  return stringify([['buyer', 'country', 'legal_kind', 'status', 'title', 'cpv', 'day', 'reasons', 'explanation', 'suppliers', 'outcome', 'notices', 'ocid'], ...lines], { escape_formulas: true, record_delimiter: '\r\n' });
}

export function fieldJson({ field, rows, searches, purchases, held, whole }: FieldView): object {
  return { ...field, held, whole, searches, purchases, found: rows };
}
