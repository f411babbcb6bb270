import { codeName, type Codelist } from '../codes.ts';
import { code, day, decimal, instant, integer, text, type ColumnValues, type TableColumn } from './table.ts';
import type { CoverageRow } from '../coverage.store.ts';
import type { OrganisationSummary } from '../organisation.view.ts';
import type { ProcessSummary } from '../views.ts';

const listed = (list: Codelist, read: (row: ProcessSummary) => string | null): ColumnValues<ProcessSummary> => code(read, (value, language) => codeName(list, value, language));

/** Columns of the process list as a file. */
export const PROCESS_COLUMNS: readonly TableColumn<ProcessSummary>[] = [
  { name: 'ocid', heading: { da: 'OCID', en: 'OCID' }, values: text((row) => row.ocid) },
  { name: 'title', heading: { da: 'Titel', en: 'Title' }, values: text((row) => row.title) },
  { name: 'buyer', heading: { da: 'Køber', en: 'Buyer' }, values: text((row) => row.buyer?.name ?? null) },
  { name: 'buyer_key', heading: { da: 'Køber (nøgle)', en: 'Buyer (key)' }, values: text((row) => row.buyer?.key ?? null) },
  { name: 'suppliers', heading: { da: 'Leverandører', en: 'Suppliers' }, values: text((row) => row.suppliers.map(({ name }) => name).join(' | ') || null) },
  { name: 'country', heading: { da: 'Land', en: 'Country' }, values: text((row) => row.country) },
  { name: 'stage', heading: { da: 'Fase', en: 'Stage' }, values: listed('stage', (row) => row.stage) },
  { name: 'method', heading: { da: 'Konkurrence', en: 'Procedure' }, values: listed('method', (row) => row.method) },
  { name: 'category', heading: { da: 'Art', en: 'Category' }, values: listed('category', (row) => row.category) },
  { name: 'amount', heading: { da: 'Beløb', en: 'Amount' }, values: decimal((row) => row.value?.amount ?? null) },
  { name: 'currency', heading: { da: 'Valuta', en: 'Currency' }, values: text((row) => row.value?.currency ?? null) },
  { name: 'classification', heading: { da: 'Klassifikation', en: 'Classification' }, values: text((row) => row.classification) },
  { name: 'first_date', heading: { da: 'Første bekendtgørelse (dansk tid)', en: 'First release (Danish time)' }, values: instant((row) => row.firstDate) },
  { name: 'last_date', heading: { da: 'Seneste bekendtgørelse (dansk tid)', en: 'Last release (Danish time)' }, values: instant((row) => row.lastDate) },
  { name: 'tender_end', heading: { da: 'Tilbudsfrist (dansk tid)', en: 'Tender deadline (Danish time)' }, values: instant((row) => row.tenderEnd) },
  { name: 'releases', heading: { da: 'Bekendtgørelser', en: 'Releases' }, values: integer((row) => row.releaseCount) },
  { name: 'faults', heading: { da: 'Fejl i data', en: 'Data faults' }, values: integer((row) => row.faultCount) },
];

/** Columns of the organisation list as a file. */
export const ORGANISATION_COLUMNS: readonly TableColumn<OrganisationSummary>[] = [
  { name: 'key', heading: { da: 'Nøgle', en: 'Key' }, values: text((row) => row.key) },
  { name: 'name', heading: { da: 'Navn', en: 'Name' }, values: text((row) => row.name) },
  { name: 'scheme', heading: { da: 'Register', en: 'Register' }, values: text((row) => row.identifier?.scheme ?? null) },
  { name: 'number', heading: { da: 'Nummer', en: 'Number' }, values: text((row) => row.identifier?.id ?? null) },
  { name: 'country', heading: { da: 'Land', en: 'Country' }, values: text((row) => row.country) },
  { name: 'locality', heading: { da: 'By', en: 'Town' }, values: text((row) => row.locality) },
  { name: 'as_buyer', heading: { da: 'Forløb som køber', en: 'Processes as buyer' }, values: integer((row) => row.asBuyer) },
  { name: 'as_supplier', heading: { da: 'Forløb som leverandør', en: 'Processes as supplier' }, values: integer((row) => row.asSupplier) },
];

/** Columns of the coverage as a file. The row with the empty field counts the releases themselves. */
export const COVERAGE_COLUMNS: readonly TableColumn<CoverageRow>[] = [
  { name: 'source', heading: { da: 'Format', en: 'Format' }, values: text((row) => row.source) },
  { name: 'country', heading: { da: 'Land', en: 'Country' }, values: text((row) => row.country === '' ? null : row.country) },
  { name: 'year', heading: { da: 'År', en: 'Year' }, values: integer((row) => row.year === 0 ? null : row.year) },
  { name: 'form', heading: { da: 'Formular', en: 'Form' }, values: text((row) => row.form === '' ? null : row.form) },
  { name: 'field', heading: { da: 'Felt', en: 'Field' }, values: text((row) => row.field === '' ? null : row.field) },
  { name: 'releases', heading: { da: 'Udfyldt i', en: 'Filled in' }, values: integer((row) => row.releases) },
  { name: 'asked', heading: { da: 'Kan udfyldes i', en: 'Can be filled in' }, values: integer((row) => row.asked) },
  { name: 'first_date', heading: { da: 'Første', en: 'First' }, values: day((row) => row.first_date) },
  { name: 'last_date', heading: { da: 'Seneste', en: 'Last' }, values: day((row) => row.last_date) },
];
