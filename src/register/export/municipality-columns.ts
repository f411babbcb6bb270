import type { MunicipalityRow } from '../municipality-list.view.ts';
import { integer, text, type TableColumn } from './table.ts';

/** Columns of the municipalities as a file. An empty value is not covered, which is not zero. */
export const MUNICIPALITY_COLUMNS: readonly TableColumn<MunicipalityRow>[] = [
  { name: 'code', heading: { da: 'Kommunekode', en: 'Municipality code' }, values: text((row) => row.code) },
  { name: 'name', heading: { da: 'Kommune', en: 'Municipality' }, values: text((row) => row.name) },
  { name: 'region', heading: { da: 'Region i dag', en: 'Region today' }, values: text((row) => row.region) },
  { name: 'organisation', heading: { da: 'Nøgle', en: 'Key' }, values: text((row) => row.key) },
  { name: 'value', heading: { da: 'Tal (tom: ikke dækket)', en: 'Figure (empty: not covered)' }, values: integer((row) => row.value) },
  { name: 'part', heading: { da: 'Andelens tæller', en: 'Numerator of the share' }, values: integer((row) => row.part) },
  { name: 'of', heading: { da: 'Andelens nævner', en: 'Denominator of the share' }, values: integer((row) => row.of) },
  { name: 'processes', heading: { da: 'Forløb', en: 'Processes' }, values: integer((row) => row.processes) },
  { name: 'first_year', heading: { da: 'Første år', en: 'First year' }, values: integer((row) => row.firstYear) },
  { name: 'last_year', heading: { da: 'Seneste år', en: 'Last year' }, values: integer((row) => row.lastYear) },
];
