import type { FastifyInstance } from 'fastify';
import { COPENHAGEN } from '#base';
import { CONTRACTS } from '../addresses.ts';
import { viewAddress } from './addresses.ts';
import { codeName } from '../codes.ts';
import { number, text, type TableColumn } from '../export/table.ts';
import type { Serving } from '../serving.ts';
import { da } from './contracts.da.ts';
import { en } from './contracts.en.ts';
import { renderContracts } from './contracts.page.tsx';
import { correctContractQuery, countContracts, findContracts, searchContracts } from './contracts.store.ts';
import { ContractRowSchema, type ContractRow } from './contracts.view.ts';
import { partRoutes } from './part.routes.ts';
import { ContractSearchSchema, readContractQuery } from './query.schema.ts';

const COLUMNS: readonly TableColumn<ContractRow>[] = [
  { name: 'ocid', heading: { da: 'OCID', en: 'OCID' }, cell: (row) => text(row.ocid) },
  { name: 'contract', heading: { da: 'Kontrakt', en: 'Contract' }, cell: (row) => text(row.contract) },
  { name: 'title', heading: { da: 'Titel', en: 'Title' }, cell: (row) => text(row.title) },
  { name: 'buyer', heading: { da: 'Køber', en: 'Buyer' }, cell: (row) => text(row.buyer?.name ?? null) },
  { name: 'buyer_key', heading: { da: 'Køber (nøgle)', en: 'Buyer (key)' }, cell: (row) => text(row.buyer?.key ?? null) },
  { name: 'suppliers', heading: { da: 'Leverandører', en: 'Suppliers' }, cell: (row) => text(row.suppliers.map(({ name }) => name).join(' | ') || null) },
  { name: 'country', heading: { da: 'Land', en: 'Country' }, cell: (row) => text(row.country) },
  {
    name: 'status', heading: { da: 'Status', en: 'Status' },
    cell: ({ status }) => ({ kind: 'code', value: status, name: (language) => (status === null ? '' : codeName('contractStatus', status, language)) }),
  },
  { name: 'signed', heading: { da: 'Underskrevet', en: 'Signed' }, cell: (row) => text(row.signed) },
  { name: 'starts', heading: { da: 'Begynder', en: 'Starts' }, cell: (row) => text(row.starts) },
  { name: 'ends', heading: { da: 'Udløber', en: 'Ends' }, cell: (row) => text(row.ends) },
  { name: 'ends_basis', heading: { da: 'Hvor udløbet står', en: 'Where the end stands' }, cell: (row) => text(row.endsBasis) },
  { name: 'renewal', heading: { da: 'Kan forlænges', en: 'Can be renewed' }, cell: (row) => text(String(row.renewal)) },
  { name: 'changed', heading: { da: 'Ændret', en: 'Changed' }, cell: (row) => text(String(row.changed)) },
  { name: 'amount', heading: { da: 'Beløb', en: 'Amount' }, cell: (row) => number(row.value?.amount ?? null) },
  { name: 'currency', heading: { da: 'Valuta', en: 'Currency' }, cell: (row) => text(row.value?.currency ?? null) },
  { name: 'procedure', heading: { da: 'Procedure', en: 'Procedure' }, cell: (row) => text(row.procedure) },
  { name: 'notice', heading: { da: 'Bekendtgørelse', en: 'Notice' }, cell: (row) => text(row.notice) },
];

/** What ends when. A calendar of the ends and a feed of new contracts belong here too, once the writers of both are in the house. */
export function contractRoutes(app: FastifyInstance, serving: Serving): void {
  partRoutes(app, serving, {
    path: CONTRACTS, file: 'kontrakter', title: { da: da.title, en: en.title }, address: (query) => viewAddress(CONTRACTS, query.search, { ends: query.ends, sort: query.sort }),
    schema: ContractSearchSchema, row: ContractRowSchema, columns: COLUMNS,
    api: { path: '/api/v1/contracts', summary: 'Contracts, by their end' },
    read: readContractQuery, correct: correctContractQuery, search: searchContracts, find: findContracts, count: countContracts,
    render: (site, view, clock) => renderContracts(site, view, clock.now().toZonedDateTimeISO(COPENHAGEN).toPlainDate().toString()),
  });
}
