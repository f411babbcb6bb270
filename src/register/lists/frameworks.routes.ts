import type { FastifyInstance } from 'fastify';
import { number, text, type TableColumn } from '../export/table.ts';
import type { Serving } from '../serving.ts';
import { FRAMEWORKS, viewAddress } from './addresses.ts';
import { da } from './frameworks.da.ts';
import { en } from './frameworks.en.ts';
import { renderFrameworks } from './frameworks.page.tsx';
import { correctFrameworkQuery, countFrameworks, findFrameworks, searchFrameworks } from './frameworks.store.ts';
import { FrameworkRowSchema, type FrameworkRow } from './frameworks.view.ts';
import { partRoutes } from './part.routes.ts';
import { FrameworkSearchSchema, readFrameworkQuery } from './query.schema.ts';

const COLUMNS: readonly TableColumn<FrameworkRow>[] = [
  { name: 'ocid', heading: { da: 'OCID', en: 'OCID' }, cell: (row) => text(row.ocid) },
  { name: 'title', heading: { da: 'Titel', en: 'Title' }, cell: (row) => text(row.title) },
  { name: 'technique', heading: { da: 'Art', en: 'Kind' }, cell: (row) => text(row.technique) },
  { name: 'buyer', heading: { da: 'Køber', en: 'Buyer' }, cell: (row) => text(row.buyer?.name ?? null) },
  { name: 'buyer_key', heading: { da: 'Køber (nøgle)', en: 'Buyer (key)' }, cell: (row) => text(row.buyer?.key ?? null) },
  { name: 'central', heading: { da: 'Indkøbscentral', en: 'Central purchasing body' }, cell: (row) => text(row.central?.name ?? null) },
  { name: 'country', heading: { da: 'Land', en: 'Country' }, cell: (row) => text(row.country) },
  { name: 'open', heading: { da: 'Kan søges nu', en: 'Can be applied to' }, cell: (row) => text(String(row.open)) },
  { name: 'closed', heading: { da: 'Lukket', en: 'Closed' }, cell: (row) => text(String(row.closed)) },
  { name: 'maximum', heading: { da: 'Maksimal værdi', en: 'Maximum value' }, cell: (row) => number(row.maximum?.amount ?? null) },
  { name: 'maximum_currency', heading: { da: 'Valuta (maksimal)', en: 'Currency (maximum)' }, cell: (row) => text(row.maximum?.currency ?? null) },
  { name: 'estimate', heading: { da: 'Anslået værdi', en: 'Estimated value' }, cell: (row) => number(row.estimate?.amount ?? null) },
  { name: 'estimate_currency', heading: { da: 'Valuta (anslået)', en: 'Currency (estimate)' }, cell: (row) => text(row.estimate?.currency ?? null) },
  { name: 'starts', heading: { da: 'Begynder', en: 'Starts' }, cell: (row) => text(row.starts) },
  { name: 'ends', heading: { da: 'Udløber', en: 'Ends' }, cell: (row) => text(row.ends) },
  { name: 'ends_basis', heading: { da: 'Hvor udløbet står', en: 'Where the end stands' }, cell: (row) => text(row.endsBasis) },
  { name: 'days', heading: { da: 'Varighed (dage)', en: 'Duration (days)' }, cell: (row) => number(row.days) },
  { name: 'applications', heading: { da: 'Sidste frist', en: 'Last deadline' }, cell: (row) => text(row.applications) },
  { name: 'suppliers', heading: { da: 'Leverandører', en: 'Suppliers' }, cell: (row) => number(row.suppliers) },
  { name: 'contracts', heading: { da: 'Kontrakter i samme forløb', en: 'Contracts in the same process' }, cell: (row) => number(row.contracts) },
  { name: 'purchases', heading: { da: 'Køb i andre forløb', en: 'Purchases in other processes' }, cell: (row) => number(row.purchases) },
];

/** Framework agreements and dynamic purchasing systems with their purchases. */
export function frameworkRoutes(app: FastifyInstance, serving: Serving): void {
  partRoutes(app, serving, {
    path: FRAMEWORKS, file: 'rammer', title: { da: da.title, en: en.title }, address: (query) => viewAddress(FRAMEWORKS, query.search, { kind: query.kind, sort: query.sort }),
    schema: FrameworkSearchSchema, row: FrameworkRowSchema, columns: COLUMNS,
    api: { path: '/api/v1/frameworks', summary: 'Framework agreements and dynamic purchasing systems' },
    read: readFrameworkQuery, correct: correctFrameworkQuery, search: searchFrameworks, find: findFrameworks, count: countFrameworks, render: renderFrameworks,
  });
}
