/**
 * Fields of what is bought: the Common Procurement Vocabulary as a tree. A field is written by its digits without the zeros that
 * end it: "72" is the division IT services, "7222" a class in it, and "72222300" a category.
 * @see Regulation (EC) No 213/2008: two digits a division, three a group, four a class, five a category, six to eight more precise
 */
import { cpvCode } from '../flat/lots.flat.ts';

const DIVISION = 2;

/** The field that a code names: "72222000" and "72222000-3" are "72222". null when it is no CPV code. */
export function fieldOf(code: string): string | null {
  const digits = cpvCode(code);
  return digits === null ? null : digits.slice(0, DIVISION) + digits.slice(DIVISION).replace(/0+$/, '');
}

/** Every field that the codes lie in, at all levels, each once and in order. */
export function fieldsOf(codes: readonly string[]): string[] {
  return [...new Set(codes.flatMap((code) => levelsOf(fieldOf(code) ?? '')))].sort();
}

/** The field itself and the wider ones round it, widest first. */
export function levelsOf(field: string): string[] {
  return Array.from({ length: Math.max(0, field.length - DIVISION + 1) }, (_none, index) => field.slice(0, DIVISION + index)).filter((level) => level.length === DIVISION || !level.endsWith('0'));
}

/** The division of the first code that is one: notices write the main code first. */
export function divisionOf(codes: readonly string[]): string | null {
  return codes.map((code) => fieldOf(code)).find((field) => field !== null)?.slice(0, DIVISION) ?? null;
}

/** A field as somebody writes it: any number of its digits, with or without the zeros at the end and the check digit. null when it is none. */
export function readField(text: string): string | null {
  const [, digits] = /^(\d{2,8})(?:-\d)?$/.exec(text.trim()) ?? [];
  return digits === undefined ? null : fieldOf(digits.padEnd(8, '0'));
}

/** The eight digits of a field, as CPV writes it. */
export function codeOf(field: string): string {
  return field.padEnd(8, '0');
}
