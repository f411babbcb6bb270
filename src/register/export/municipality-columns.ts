import type { MunicipalityRow } from '../municipality-list.view.ts';
import { number, text, type TableColumn } from './table.ts';

/** Columns of the municipalities as a file. An empty value is not covered, which is not zero. */
export const MUNICIPALITY_COLUMNS: readonly TableColumn<MunicipalityRow>[] = [
  { name: 'code', heading: { da: 'Kommunekode', en: 'Municipality code' }, cell: (row) => text(row.code) },
  { name: 'name', heading: { da: 'Kommune', en: 'Municipality' }, cell: (row) => text(row.name) },
  { name: 'region', heading: { da: 'Region i dag', en: 'Region today' }, cell: (row) => text(row.region) },
  { name: 'organisation', heading: { da: 'Nøgle', en: 'Key' }, cell: (row) => text(row.key) },
  { name: 'value', heading: { da: 'Tal (tom: ikke dækket)', en: 'Figure (empty: not covered)' }, cell: (row) => number(row.value) },
  { name: 'part', heading: { da: 'Andelens tæller', en: 'Numerator of the share' }, cell: (row) => number(row.part) },
  { name: 'of', heading: { da: 'Andelens nævner', en: 'Denominator of the share' }, cell: (row) => number(row.of) },
  { name: 'processes', heading: { da: 'Forløb', en: 'Processes' }, cell: (row) => number(row.processes) },
  { name: 'first_year', heading: { da: 'Første år', en: 'First year' }, cell: (row) => number(row.firstYear) },
  { name: 'last_year', heading: { da: 'Seneste år', en: 'Last year' }, cell: (row) => number(row.lastYear) },
];
