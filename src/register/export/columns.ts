import { codeName, type Codelist } from '../codes.ts';
import { instant, number, text, type CellValue, type TableColumn } from './table.ts';
import type { CoverageRow } from '../coverage.store.ts';
import type { OrganisationSummary } from '../organisation.view.ts';
import type { ProcessSummary } from '../views.ts';

const code = (list: Codelist, value: string | null): CellValue => ({ kind: 'code', value, name: (language) => (value === null ? '' : codeName(list, value, language)) });

/** Columns of the process list as a file. */
export const PROCESS_COLUMNS: readonly TableColumn<ProcessSummary>[] = [
  { name: 'ocid', heading: { da: 'OCID', en: 'OCID' }, cell: (row) => text(row.ocid) },
  { name: 'title', heading: { da: 'Titel', en: 'Title' }, cell: (row) => text(row.title) },
  { name: 'buyer', heading: { da: 'Køber', en: 'Buyer' }, cell: (row) => text(row.buyer?.name ?? null) },
  { name: 'buyer_key', heading: { da: 'Køber (nøgle)', en: 'Buyer (key)' }, cell: (row) => text(row.buyer?.key ?? null) },
  { name: 'suppliers', heading: { da: 'Leverandører', en: 'Suppliers' }, cell: (row) => text(row.suppliers.map(({ name }) => name).join(' | ') || null) },
  { name: 'country', heading: { da: 'Land', en: 'Country' }, cell: (row) => text(row.country) },
  { name: 'stage', heading: { da: 'Fase', en: 'Stage' }, cell: (row) => code('stage', row.stage) },
  { name: 'method', heading: { da: 'Konkurrence', en: 'Procedure' }, cell: (row) => code('method', row.method) },
  { name: 'category', heading: { da: 'Art', en: 'Category' }, cell: (row) => code('category', row.category) },
  { name: 'amount', heading: { da: 'Beløb', en: 'Amount' }, cell: (row) => number(row.value?.amount ?? null) },
  { name: 'currency', heading: { da: 'Valuta', en: 'Currency' }, cell: (row) => text(row.value?.currency ?? null) },
  { name: 'classification', heading: { da: 'Klassifikation', en: 'Classification' }, cell: (row) => text(row.classification) },
  { name: 'first_date', heading: { da: 'Første bekendtgørelse (dansk tid)', en: 'First release (Danish time)' }, cell: (row) => instant(row.firstDate) },
  { name: 'last_date', heading: { da: 'Seneste bekendtgørelse (dansk tid)', en: 'Last release (Danish time)' }, cell: (row) => instant(row.lastDate) },
  { name: 'tender_end', heading: { da: 'Tilbudsfrist (dansk tid)', en: 'Tender deadline (Danish time)' }, cell: (row) => instant(row.tenderEnd) },
  { name: 'releases', heading: { da: 'Bekendtgørelser', en: 'Releases' }, cell: (row) => number(row.releaseCount) },
  { name: 'faults', heading: { da: 'Fejl i data', en: 'Data faults' }, cell: (row) => number(row.faultCount) },
];

/** Columns of the organisation list as a file. */
export const ORGANISATION_COLUMNS: readonly TableColumn<OrganisationSummary>[] = [
  { name: 'key', heading: { da: 'Nøgle', en: 'Key' }, cell: (row) => text(row.key) },
  { name: 'name', heading: { da: 'Navn', en: 'Name' }, cell: (row) => text(row.name) },
  { name: 'scheme', heading: { da: 'Register', en: 'Register' }, cell: (row) => text(row.identifier?.scheme ?? null) },
  { name: 'number', heading: { da: 'Nummer', en: 'Number' }, cell: (row) => text(row.identifier?.id ?? null) },
  { name: 'country', heading: { da: 'Land', en: 'Country' }, cell: (row) => text(row.country) },
  { name: 'locality', heading: { da: 'By', en: 'Town' }, cell: (row) => text(row.locality) },
  { name: 'as_buyer', heading: { da: 'Forløb som køber', en: 'Processes as buyer' }, cell: (row) => number(row.asBuyer) },
  { name: 'as_supplier', heading: { da: 'Forløb som leverandør', en: 'Processes as supplier' }, cell: (row) => number(row.asSupplier) },
];

/** Columns of the coverage as a file. The row with the empty field counts the releases themselves. */
export const COVERAGE_COLUMNS: readonly TableColumn<CoverageRow>[] = [
  { name: 'source', heading: { da: 'Format', en: 'Format' }, cell: (row) => text(row.source) },
  { name: 'country', heading: { da: 'Land', en: 'Country' }, cell: (row) => text(row.country === '' ? null : row.country) },
  { name: 'year', heading: { da: 'År', en: 'Year' }, cell: (row) => number(row.year === 0 ? null : row.year) },
  { name: 'form', heading: { da: 'Formular', en: 'Form' }, cell: (row) => text(row.form === '' ? null : row.form) },
  { name: 'field', heading: { da: 'Felt', en: 'Field' }, cell: (row) => text(row.field === '' ? null : row.field) },
  { name: 'releases', heading: { da: 'Udfyldt i', en: 'Filled in' }, cell: (row) => number(row.releases) },
  { name: 'asked', heading: { da: 'Kan udfyldes i', en: 'Can be filled in' }, cell: (row) => number(row.asked) },
  { name: 'first_date', heading: { da: 'Første', en: 'First' }, cell: (row) => text(row.first_date) },
  { name: 'last_date', heading: { da: 'Seneste', en: 'Last' }, cell: (row) => text(row.last_date) },
];
