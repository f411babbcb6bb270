import type { FastifyInstance } from 'fastify';
import { COPENHAGEN } from '#base';
import { CONTRACTS } from '../addresses.ts';
import { viewAddress } from './addresses.ts';
import { codeName } from '../codes.ts';
import { code, day, decimal, flag, text, type TableColumn } from '../export/table.ts';
import type { Serving } from '../serving.ts';
import { da } from './contracts.da.ts';
import { en } from './contracts.en.ts';
import { CONTRACT_CALENDAR, CONTRACT_FEED } from './contracts.follow.ts';
import { renderContracts } from './contracts.page.tsx';
import { correctContractQuery, countContracts, findContracts, searchContracts } from './contracts.store.ts';
import { ContractRowSchema, type ContractRow } from './contracts.view.ts';
import { partRoutes } from './part.routes.ts';
import { ContractSearchSchema, readContractQuery } from './query.schema.ts';

const COLUMNS: readonly TableColumn<ContractRow>[] = [
  { name: 'ocid', heading: { da: 'OCID', en: 'OCID' }, values: text((row) => row.ocid) },
  { name: 'contract', heading: { da: 'Kontrakt', en: 'Contract' }, values: text((row) => row.contract) },
  { name: 'title', heading: { da: 'Titel', en: 'Title' }, values: text((row) => row.title) },
  { name: 'buyer', heading: { da: 'Køber', en: 'Buyer' }, values: text((row) => row.buyer?.name ?? null) },
  { name: 'buyer_key', heading: { da: 'Køber (nøgle)', en: 'Buyer (key)' }, values: text((row) => row.buyer?.key ?? null) },
  { name: 'suppliers', heading: { da: 'Leverandører', en: 'Suppliers' }, values: text((row) => row.suppliers.map(({ name }) => name).join(' | ') || null) },
  { name: 'country', heading: { da: 'Land', en: 'Country' }, values: text((row) => row.country) },
  {
    name: 'status', heading: { da: 'Status', en: 'Status' },
    values: code((row) => row.status, (status, language) => codeName('contractStatus', status, language)),
  },
  { name: 'signed', heading: { da: 'Underskrevet', en: 'Signed' }, values: day((row) => row.signed) },
  { name: 'starts', heading: { da: 'Begynder', en: 'Starts' }, values: day((row) => row.starts) },
  { name: 'ends', heading: { da: 'Udløber', en: 'Ends' }, values: day((row) => row.ends) },
  { name: 'ends_basis', heading: { da: 'Hvor udløbet står', en: 'Where the end stands' }, values: text((row) => row.endsBasis) },
  { name: 'renewal', heading: { da: 'Kan forlænges', en: 'Can be renewed' }, values: flag((row) => row.renewal) },
  { name: 'changed', heading: { da: 'Ændret', en: 'Changed' }, values: flag((row) => row.changed) },
  { name: 'amount', heading: { da: 'Beløb', en: 'Amount' }, values: decimal((row) => row.value?.amount ?? null) },
  { name: 'currency', heading: { da: 'Valuta', en: 'Currency' }, values: text((row) => row.value?.currency ?? null) },
  { name: 'procedure', heading: { da: 'Procedure', en: 'Procedure' }, values: text((row) => row.procedure) },
  { name: 'notice', heading: { da: 'Bekendtgørelse', en: 'Notice' }, values: text((row) => row.notice) },
];

/** What ends when. */
export function contractRoutes(app: FastifyInstance, serving: Serving): void {
  partRoutes(app, serving, {
    path: CONTRACTS, file: 'kontrakter', title: { da: da.title, en: en.title }, address: (query) => viewAddress(CONTRACTS, query.search, { ends: query.ends, sort: query.sort }),
    schema: ContractSearchSchema, row: ContractRowSchema, columns: COLUMNS,
    api: { path: '/api/v1/contracts', summary: 'Contracts, by their end' },
    read: readContractQuery, correct: correctContractQuery, search: searchContracts, find: findContracts, count: countContracts,
    feed: CONTRACT_FEED, calendar: CONTRACT_CALENDAR,
    render: (site, view, clock) => renderContracts(site, view, clock.now().toZonedDateTimeISO(COPENHAGEN).toPlainDate().toString()),
  });
}
