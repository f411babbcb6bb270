import { instant, number, text, type TableColumn } from './table.ts';
import type { OrganisationSummary } from '../organisation.view.ts';
import type { ProcessSummary } from '../views.ts';

/** Columns of the process list as a file. */
export const PROCESS_COLUMNS: readonly TableColumn<ProcessSummary>[] = [
  { name: 'ocid', heading: { da: 'OCID', en: 'OCID' }, cell: (row) => text(row.ocid) },
  { name: 'title', heading: { da: 'Titel', en: 'Title' }, cell: (row) => text(row.title) },
  { name: 'buyer', heading: { da: 'Ordregiver', en: 'Buyer' }, cell: (row) => text(row.buyer?.name ?? null) },
  { name: 'buyer_key', heading: { da: 'Ordregiver (nøgle)', en: 'Buyer (key)' }, cell: (row) => text(row.buyer?.key ?? null) },
  { name: 'suppliers', heading: { da: 'Leverandører', en: 'Suppliers' }, cell: (row) => text(row.suppliers.map(({ name }) => name).join(' | ') || null) },
  { name: 'country', heading: { da: 'Land', en: 'Country' }, cell: (row) => text(row.country) },
  { name: 'stage', heading: { da: 'Fase', en: 'Stage' }, cell: (row) => text(row.stage) },
  { name: 'method', heading: { da: 'Procedure', en: 'Procedure' }, cell: (row) => text(row.method) },
  { name: 'category', heading: { da: 'Art', en: 'Category' }, cell: (row) => text(row.category) },
  { name: 'amount', heading: { da: 'Beløb', en: 'Amount' }, cell: (row) => number(row.value?.amount ?? null) },
  { name: 'currency', heading: { da: 'Valuta', en: 'Currency' }, cell: (row) => text(row.value?.currency ?? null) },
  { name: 'classification', heading: { da: 'Klassifikation', en: 'Classification' }, cell: (row) => text(row.classification) },
  { name: 'first_date', heading: { da: 'Første offentliggørelse', en: 'First release' }, cell: (row) => instant(row.firstDate) },
  { name: 'last_date', heading: { da: 'Seneste offentliggørelse', en: 'Last release' }, cell: (row) => instant(row.lastDate) },
  { name: 'tender_end', heading: { da: 'Tilbudsfrist', en: 'Tender deadline' }, cell: (row) => instant(row.tenderEnd) },
  { name: 'releases', heading: { da: 'Meddelelser', en: 'Releases' }, cell: (row) => number(row.releaseCount) },
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
  { name: 'as_buyer', heading: { da: 'Forløb som ordregiver', en: 'Processes as buyer' }, cell: (row) => number(row.asBuyer) },
  { name: 'as_supplier', heading: { da: 'Forløb som leverandør', en: 'Processes as supplier' }, cell: (row) => number(row.asSupplier) },
];
