/** What a flat table is: rows of plain values, each column with its type, unit and meaning, written once for every file and page. */
import type { Language } from '#base';

/**
 * `decimal` is an exact decimal as text, `date` an ISO 8601 day, `instant` an ISO 8601 instant in UTC with milliseconds.
 * Values that a publisher wrote in no such form are left out (null): the release itself holds them.
 */
export const COLUMN_TYPES = ['text', 'integer', 'decimal', 'boolean', 'date', 'instant'] as const;
export type ColumnType = (typeof COLUMN_TYPES)[number];

export interface FlatColumn {
  readonly type: ColumnType;
  /** What a number counts or is measured in. */
  readonly unit?: string;
  readonly meaning: Readonly<Record<Language, string>>;
}

export type FlatValue = string | number | boolean | null;

/** A row: names are the columns'. */
export type FlatRow = Readonly<Record<string, FlatValue>>;

export interface FlatTable<Row> {
  readonly name: string;
  readonly meaning: Readonly<Record<Language, string>>;
  readonly columns: { readonly [Name in keyof Row]-?: FlatColumn };
}

type Meaning = readonly [da: string, en: string];

function column(type: ColumnType, [da, en]: Meaning, unit?: string): FlatColumn {
  return { type, meaning: { da, en }, ...(unit === undefined ? {} : { unit }) };
}

export const text = (...meaning: Meaning): FlatColumn => column('text', meaning);
export const flag = (...meaning: Meaning): FlatColumn => column('boolean', meaning);
export const date = (...meaning: Meaning): FlatColumn => column('date', meaning);
export const instant = (...meaning: Meaning): FlatColumn => column('instant', meaning);
export const integer = (unit: string, ...meaning: Meaning): FlatColumn => column('integer', meaning, unit);
export const decimal = (unit: string, ...meaning: Meaning): FlatColumn => column('decimal', meaning, unit);

/** Columns that many tables share. */
export const OCID = text('Forløbets OCID', 'Open Contracting ID of the process');
export const AMOUNT = decimal('currency', 'Beløb, præcist som offentliggjort, i rækkens valuta', 'Amount, exactly as published, in the currency of the row');
export const CURRENCY = text('Valuta (ISO 4217, eller som skrevet)', 'Currency (ISO 4217, or as written)');
export const ORGANISATION = text('Organisationens nøgle', 'Key of the organisation');
