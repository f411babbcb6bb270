/** Tables that the questions read beside the register's: days, thresholds and limits of the law, and the settings. */
import { isFirm, LIMITS, tabledDays, THRESHOLD_TABLES, THRESHOLDS } from '#law';
import { divisions } from '#register';
import type { FlagSettings } from '../settings/settings.ts';
import type { Described } from '../indicators/indicator.ts';

/** Notices outside these years have no effective working days. */
const YEARS = { first: 2006, last: 2035 };
/** The law holds until it is changed. */
const OPEN_END = '2299-12-31';
const ROWS_OF_INSERT = 1000;

type Cell = string | number | null;
interface Table {
  readonly name: string;
  /** As SQL writes them. */
  readonly columns: string;
  readonly rows: readonly (readonly Cell[])[];
}

export interface PreludeTable {
  readonly name: string;
  /** That make it and fill it, in order. */
  readonly statements: readonly string[];
}

export function preludeOf(settings: FlagSettings<Described>): readonly PreludeTable[] {
  return [calendar(), thresholds(), limits(), cpvDivisions(), ...settingTables(settings)]
    .map(({ name, columns, rows }) => ({ name, statements: [`create temporary table ${name} (${columns})`, ...inserts(name, rows)] }));
}

/** `working` and `effective` count from the first day, so that a difference of two days counts those between them, the last included. */
function calendar(): Table {
  let [working, effective] = [0, 0];
  const rows = tabledDays(YEARS.first, YEARS.last).map(({ day, isWorkingDay, isEffective }): Cell[] => {
    working += Number(isWorkingDay);
    effective += Number(isEffective);
    return [day, working, effective];
  });
  return { name: 'calendar', columns: 'day date, working integer, effective integer', rows };
}

/** Only figures that the law's facts are sure of: a period without one has no row. */
function thresholds(): Table {
  const rows = THRESHOLD_TABLES.flatMap((table) => THRESHOLDS[table].flatMap(({ from, to, dkk, dkkGrade, source }): Cell[][] => (dkk === null || !isFirm(dkkGrade) ? [] : [[table, from, to, dkk, source]])));
  return { name: 'threshold', columns: 'name varchar, from_day date, to_day date, dkk double, source varchar', rows };
}

function limits(): Table {
  const rows = LIMITS.flatMap(({ id, from, to, value, grade, source }): Cell[][] => (isFirm(grade) ? [[id, from, to ?? OPEN_END, value, source]] : []));
  return { name: 'law_limit', columns: 'name varchar, from_day date, to_day date, value double, source varchar', rows };
}

/** What the two digits that a CPV code begins with stand for, in Danish and English. */
function cpvDivisions(): Table {
  return { name: 'cpv_division', columns: 'division varchar, names varchar', rows: divisions().map(({ field, names: { da, en } }): Cell[] => [field, `${da} / ${en}`]) };
}

function settingTables({ runs, numbers, texts, lists, days }: FlagSettings<Described>): readonly Table[] {
  return [
    { name: 'setting', columns: 'name varchar, number double, text varchar', rows: [...[...numbers].map(([name, number]): Cell[] => [name, number, null]), ...[...texts].map(([name, text]): Cell[] => [name, null, text])] },
    {
      name: 'listed', columns: 'name varchar, value varchar, number double',
      rows: [
        ...runs.map(({ code }): Cell[] => ['runs', code, null]),
        ...[...lists].flatMap(([name, words]) => words.map((word): Cell[] => [name, word, null])),
        ...[...days].flatMap(([name, entries]) => [...entries].map(([word, number]): Cell[] => [name, word, number])),
      ],
    },
  ];
}

function inserts(name: string, rows: readonly (readonly Cell[])[]): string[] {
  return Array.from({ length: Math.ceil(rows.length / ROWS_OF_INSERT) }, (_, at) => rows.slice(at * ROWS_OF_INSERT, (at + 1) * ROWS_OF_INSERT))
    .map((some) => `insert into ${name} values ${some.map((row) => `(${row.map(written).join(', ')})`).join(', ')}`);
}

/** A number with a point is a decimal to SQL; with an exponent it is a double. */
function written(cell: Cell): string {
  if (cell === null) return 'null';
  return typeof cell === 'string' ? `'${cell.replaceAll("'", "''")}'` : Number.isInteger(cell) ? String(cell) : cell.toExponential();
}
