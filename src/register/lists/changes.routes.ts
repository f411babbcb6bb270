import type { FastifyInstance } from 'fastify';
import type { Language } from '#base';
import { code, day, decimal, text, type TableColumn } from '../export/table.ts';
import { reasonName } from '../procedure-words.tsx';
import type { Serving } from '../serving.ts';
import { CHANGES, viewAddress } from './addresses.ts';
import { da } from './changes.da.ts';
import { en } from './changes.en.ts';
import { CHANGE_FEED } from './changes.follow.ts';
import { renderChanges } from './changes.page.tsx';
import { correctChangeQuery, countChanges, findChanges, searchChanges } from './changes.store.ts';
import { ChangeRowSchema, type ChangeRow } from './changes.view.ts';
import { partRoutes } from './part.routes.ts';
import { ChangeSearchSchema, readChangeQuery } from './query.schema.ts';

const nameOfReason = (given: string, language: Language): string => reasonName('modification-justification', { code: given, description: null }, language);

const COLUMNS: readonly TableColumn<ChangeRow>[] = [
  { name: 'ocid', heading: { da: 'OCID', en: 'OCID' }, values: text((row) => row.ocid) },
  { name: 'contract', heading: { da: 'Kontrakt', en: 'Contract' }, values: text((row) => row.contract) },
  { name: 'change', heading: { da: 'Ændring', en: 'Change' }, values: text((row) => row.change) },
  { name: 'title', heading: { da: 'Titel', en: 'Title' }, values: text((row) => row.title) },
  { name: 'buyer', heading: { da: 'Køber', en: 'Buyer' }, values: text((row) => row.buyer?.name ?? null) },
  { name: 'buyer_key', heading: { da: 'Køber (nøgle)', en: 'Buyer (key)' }, values: text((row) => row.buyer?.key ?? null) },
  { name: 'suppliers', heading: { da: 'Leverandører', en: 'Suppliers' }, values: text((row) => row.suppliers.map(({ name }) => name).join(' | ') || null) },
  { name: 'country', heading: { da: 'Land', en: 'Country' }, values: text((row) => row.country) },
  { name: 'published', heading: { da: 'Bekendtgjort', en: 'Published' }, values: day((row) => row.published) },
  { name: 'reason_code', heading: { da: 'Grund', en: 'Reason' }, values: code((row) => row.reasonCode, nameOfReason) },
  { name: 'reason', heading: { da: 'Køberens ord om grunden', en: 'The buyer\u2019s words on the reason' }, values: text((row) => row.reason) },
  { name: 'description', heading: { da: 'Hvad der ændres', en: 'What is changed' }, values: text((row) => row.description) },
  { name: 'amount_before', heading: { da: 'Beløb før', en: 'Amount before' }, values: decimal((row) => row.before) },
  { name: 'amount_after', heading: { da: 'Beløb efter', en: 'Amount after' }, values: decimal((row) => row.after) },
  { name: 'currency', heading: { da: 'Valuta', en: 'Currency' }, values: text((row) => row.currency) },
  { name: 'rise', heading: { da: 'Stigning (andel)', en: 'Rise (share)' }, values: decimal((row) => row.rise) },
  { name: 'notice', heading: { da: 'Bekendtgørelse', en: 'Notice' }, values: text((row) => row.notice) },
];

/** What was changed in contracts. */
export function changeRoutes(app: FastifyInstance, serving: Serving): void {
  partRoutes(app, serving, {
    path: CHANGES, file: 'aendringer', title: { da: da.title, en: en.title }, address: (query) => viewAddress(CHANGES, query.search, { sort: query.sort }),
    schema: ChangeSearchSchema, row: ChangeRowSchema, columns: COLUMNS,
    api: { path: '/api/v1/changes', summary: 'Changes of contracts, newest first' },
    read: readChangeQuery, correct: correctChangeQuery, search: searchChanges, find: findChanges, count: countChanges, render: renderChanges,
    feed: CHANGE_FEED,
  });
}
