import type { CompareMeasure, CompareRow } from '../compare.ts';
import { da } from '../compare.da.ts';
import { en } from '../compare.en.ts';
import type { ComparisonView } from '../compare.view.ts';
import { number, text, type CellValue, type TableColumn } from './table.ts';

const texts = { da, en };
const measureCell = (measure: CompareMeasure): CellValue => ({ kind: 'code', value: measure, name: (language) => texts[language][`measure.${measure}`] });

/** A row of a comparison, with the comparison: who a side is stands in each row, so that a row can stand alone. */
export interface CompareFileRow {
  readonly view: ComparisonView;
  readonly row: CompareRow;
}

/** Columns of a comparison as a file. */
export const COMPARE_COLUMNS: readonly TableColumn<CompareFileRow>[] = [
  { name: 'measure', heading: { da: 'Tal', en: 'Figure' }, cell: ({ row }) => measureCell(row.measure) },
  { name: 'currency', heading: { da: 'Valuta', en: 'Currency' }, cell: ({ row }) => text(row.currency) },
  ...(['a', 'b'] as const).flatMap((side): TableColumn<CompareFileRow>[] => {
    const letter = side.toUpperCase();
    return [
      { name: `${side}_side`, heading: { da: `${letter} (nøgle)`, en: `${letter} (key)` }, cell: ({ view }) => text(view[side].side) },
      { name: `${side}_name`, heading: { da: letter, en: letter }, cell: ({ view }) => text(view[side].names.da) },
      { name: side, heading: { da: `${letter}: tal`, en: `${letter}: figure` }, cell: ({ row }) => number(row[side]?.value ?? null) },
      { name: `${side}_of`, heading: { da: `${letter}: af`, en: `${letter}: of` }, cell: ({ row }) => number(row[side]?.of ?? null) },
    ];
  }),
];
