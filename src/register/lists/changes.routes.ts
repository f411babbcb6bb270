import type { FastifyInstance } from 'fastify';
import { number, text, type CellValue, type TableColumn } from '../export/table.ts';
import { reasonName } from '../procedure-words.tsx';
import type { Serving } from '../serving.ts';
import { CHANGES, viewAddress } from './addresses.ts';
import { da } from './changes.da.ts';
import { en } from './changes.en.ts';
import { renderChanges } from './changes.page.tsx';
import { correctChangeQuery, countChanges, findChanges, searchChanges } from './changes.store.ts';
import { ChangeRowSchema, type ChangeRow } from './changes.view.ts';
import { partRoutes } from './part.routes.ts';
import { ChangeSearchSchema, readChangeQuery } from './query.schema.ts';

const reason = (code: string | null): CellValue =>
  ({ kind: 'code', value: code, name: (language) => (code === null ? '' : reasonName('modification-justification', { code, description: null }, language)) });

const COLUMNS: readonly TableColumn<ChangeRow>[] = [
  { name: 'ocid', heading: { da: 'OCID', en: 'OCID' }, cell: (row) => text(row.ocid) },
  { name: 'contract', heading: { da: 'Kontrakt', en: 'Contract' }, cell: (row) => text(row.contract) },
  { name: 'change', heading: { da: 'Ændring', en: 'Change' }, cell: (row) => text(row.change) },
  { name: 'title', heading: { da: 'Titel', en: 'Title' }, cell: (row) => text(row.title) },
  { name: 'buyer', heading: { da: 'Køber', en: 'Buyer' }, cell: (row) => text(row.buyer?.name ?? null) },
  { name: 'buyer_key', heading: { da: 'Køber (nøgle)', en: 'Buyer (key)' }, cell: (row) => text(row.buyer?.key ?? null) },
  { name: 'suppliers', heading: { da: 'Leverandører', en: 'Suppliers' }, cell: (row) => text(row.suppliers.map(({ name }) => name).join(' | ') || null) },
  { name: 'country', heading: { da: 'Land', en: 'Country' }, cell: (row) => text(row.country) },
  { name: 'published', heading: { da: 'Bekendtgjort', en: 'Published' }, cell: (row) => text(row.published) },
  { name: 'reason_code', heading: { da: 'Grund', en: 'Reason' }, cell: (row) => reason(row.reasonCode) },
  { name: 'reason', heading: { da: 'Køberens ord om grunden', en: 'The buyer\u2019s words on the reason' }, cell: (row) => text(row.reason) },
  { name: 'description', heading: { da: 'Hvad der ændres', en: 'What is changed' }, cell: (row) => text(row.description) },
  { name: 'amount_before', heading: { da: 'Beløb før', en: 'Amount before' }, cell: (row) => number(row.before) },
  { name: 'amount_after', heading: { da: 'Beløb efter', en: 'Amount after' }, cell: (row) => number(row.after) },
  { name: 'currency', heading: { da: 'Valuta', en: 'Currency' }, cell: (row) => text(row.currency) },
  { name: 'rise', heading: { da: 'Stigning (andel)', en: 'Rise (share)' }, cell: (row) => number(row.rise) },
  { name: 'notice', heading: { da: 'Bekendtgørelse', en: 'Notice' }, cell: (row) => text(row.notice) },
];

/** What was changed in contracts. A feed of new changes belongs here too, once its writer is in the house. */
export function changeRoutes(app: FastifyInstance, serving: Serving): void {
  partRoutes(app, serving, {
    path: CHANGES, file: 'aendringer', title: { da: da.title, en: en.title }, address: (query) => viewAddress(CHANGES, query.search, { sort: query.sort }),
    schema: ChangeSearchSchema, row: ChangeRowSchema, columns: COLUMNS,
    api: { path: '/api/v1/changes', summary: 'Changes of contracts, newest first' },
    read: readChangeQuery, correct: correctChangeQuery, search: searchChanges, find: findChanges, count: countChanges, render: renderChanges,
  });
}
