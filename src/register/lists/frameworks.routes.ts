import type { FastifyInstance } from 'fastify';
import { day, decimal, flag, integer, text, type TableColumn } from '../export/table.ts';
import type { Serving } from '../serving.ts';
import { FRAMEWORKS, viewAddress } from './addresses.ts';
import { da } from './frameworks.da.ts';
import { en } from './frameworks.en.ts';
import { FRAMEWORK_FEED } from './frameworks.follow.ts';
import { renderFrameworks } from './frameworks.page.tsx';
import { correctFrameworkQuery, countFrameworks, findFrameworks, searchFrameworks } from './frameworks.store.ts';
import { FrameworkRowSchema, type FrameworkRow } from './frameworks.view.ts';
import { partRoutes } from './part.routes.ts';
import { FrameworkSearchSchema, readFrameworkQuery } from './query.schema.ts';

const COLUMNS: readonly TableColumn<FrameworkRow>[] = [
  { name: 'ocid', heading: { da: 'OCID', en: 'OCID' }, values: text((row) => row.ocid) },
  { name: 'title', heading: { da: 'Titel', en: 'Title' }, values: text((row) => row.title) },
  { name: 'technique', heading: { da: 'Art', en: 'Kind' }, values: text((row) => row.technique) },
  { name: 'buyer', heading: { da: 'Køber', en: 'Buyer' }, values: text((row) => row.buyer?.name ?? null) },
  { name: 'buyer_key', heading: { da: 'Køber (nøgle)', en: 'Buyer (key)' }, values: text((row) => row.buyer?.key ?? null) },
  { name: 'central', heading: { da: 'Indkøbscentral', en: 'Central purchasing body' }, values: text((row) => row.central?.name ?? null) },
  { name: 'country', heading: { da: 'Land', en: 'Country' }, values: text((row) => row.country) },
  { name: 'open', heading: { da: 'Kan søges nu', en: 'Can be applied to' }, values: flag((row) => row.open) },
  { name: 'closed', heading: { da: 'Lukket', en: 'Closed' }, values: flag((row) => row.closed) },
  { name: 'maximum', heading: { da: 'Maksimal værdi', en: 'Maximum value' }, values: decimal((row) => row.maximum?.amount ?? null) },
  { name: 'maximum_currency', heading: { da: 'Valuta (maksimal)', en: 'Currency (maximum)' }, values: text((row) => row.maximum?.currency ?? null) },
  { name: 'estimate', heading: { da: 'Anslået værdi', en: 'Estimated value' }, values: decimal((row) => row.estimate?.amount ?? null) },
  { name: 'estimate_currency', heading: { da: 'Valuta (anslået)', en: 'Currency (estimate)' }, values: text((row) => row.estimate?.currency ?? null) },
  { name: 'starts', heading: { da: 'Begynder', en: 'Starts' }, values: day((row) => row.starts) },
  { name: 'ends', heading: { da: 'Udløber', en: 'Ends' }, values: day((row) => row.ends) },
  { name: 'ends_basis', heading: { da: 'Hvor udløbet står', en: 'Where the end stands' }, values: text((row) => row.endsBasis) },
  { name: 'days', heading: { da: 'Varighed (dage)', en: 'Duration (days)' }, values: integer((row) => row.days) },
  { name: 'applications', heading: { da: 'Sidste frist', en: 'Last deadline' }, values: day((row) => row.applications) },
  { name: 'suppliers', heading: { da: 'Leverandører', en: 'Suppliers' }, values: integer((row) => row.suppliers) },
  { name: 'contracts', heading: { da: 'Kontrakter i samme forløb', en: 'Contracts in the same process' }, values: integer((row) => row.contracts) },
  { name: 'purchases', heading: { da: 'Køb i andre forløb', en: 'Purchases in other processes' }, values: integer((row) => row.purchases) },
];

/** Framework agreements and dynamic purchasing systems with their purchases. */
export function frameworkRoutes(app: FastifyInstance, serving: Serving): void {
  partRoutes(app, serving, {
    path: FRAMEWORKS, file: 'rammer', title: { da: da.title, en: en.title }, address: (query) => viewAddress(FRAMEWORKS, query.search, { kind: query.kind, sort: query.sort }),
    schema: FrameworkSearchSchema, row: FrameworkRowSchema, columns: COLUMNS,
    api: { path: '/api/v1/frameworks', summary: 'Framework agreements and dynamic purchasing systems' },
    read: readFrameworkQuery, correct: correctFrameworkQuery, search: searchFrameworks, find: findFrameworks, count: countFrameworks, render: renderFrameworks,
    feed: FRAMEWORK_FEED,
  });
}
