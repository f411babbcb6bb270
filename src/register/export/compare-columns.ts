import type { CompareRow } from '../compare.ts';
import { da } from '../compare.da.ts';
import { en } from '../compare.en.ts';
import type { ComparisonView } from '../compare.view.ts';
import { code, decimal, integer, text, type TableColumn } from './table.ts';

const texts = { da, en };

/** A row of a comparison, with the comparison: who a side is stands in each row, so that a row can stand alone. */
export interface CompareFileRow {
  readonly view: ComparisonView;
  readonly row: CompareRow;
}

/** Columns of a comparison as a file. */
export const COMPARE_COLUMNS: readonly TableColumn<CompareFileRow>[] = [
  { name: 'measure', heading: { da: 'Tal', en: 'Figure' }, values: code(({ row }) => row.measure, (measure, language) => texts[language][`measure.${measure}`]) },
  { name: 'currency', heading: { da: 'Valuta', en: 'Currency' }, values: text(({ row }) => row.currency) },
  ...(['a', 'b'] as const).flatMap((side): TableColumn<CompareFileRow>[] => {
    const letter = side.toUpperCase();
    return [
      { name: `${side}_side`, heading: { da: `${letter} (nøgle)`, en: `${letter} (key)` }, values: text(({ view }) => view[side].side) },
      { name: `${side}_name`, heading: { da: letter, en: letter }, values: text(({ view }) => view[side].names.da) },
      { name: side, heading: { da: `${letter}: tal`, en: `${letter}: figure` }, values: decimal(({ row }) => row[side]?.value ?? null) },
      { name: `${side}_of`, heading: { da: `${letter}: af`, en: `${letter}: of` }, values: integer(({ row }) => row[side]?.of ?? null) },
    ];
  }),
];
