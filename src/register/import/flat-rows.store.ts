import { sql, type Transaction } from 'kysely';
import type { ProcessRow } from '../process-row.ts';
import { short } from '../storable.ts';
import type { RegisterTables } from '../tables.ts';

const LONGEST_ID = 250;
const LONGEST_TITLE = 500;
const LONGEST_WORDS = 4000;

/** Writes the awards, contracts and changes of the processes in the place of those they had. */
export async function writeFlatRows(transaction: Transaction<RegisterTables>, rows: readonly ProcessRow[]): Promise<void> {
  const ocids = rows.map(({ ocid }) => ocid);
  await sql`
    with awards as (delete from award where ocid = any(${ocids}::text[])), contracts as (delete from contract where ocid = any(${ocids}::text[])),
      frameworks as (delete from framework where ocid = any(${ocids}::text[])), bought as (delete from bought_under where ocid = any(${ocids}::text[]))
    delete from contract_change where ocid = any(${ocids}::text[])`.execute(transaction);
  await Promise.all([writeAwards(transaction, rows), writeContracts(transaction, rows), writeChanges(transaction, rows), writeFrameworks(transaction, rows)]);
}

async function writeAwards(transaction: Transaction<RegisterTables>, rows: readonly ProcessRow[]): Promise<void> {
  const awards = rows.flatMap(({ flat }) => flat.award.map(({ ocid, award, date, amount, currency, bids, counted }, place) => ({
    ocid, place, award: short(award, LONGEST_ID), date, amount, currency: short(currency, LONGEST_ID), bids, counted,
    suppliers: suppliersOf(flat, award),
  })));
  if (awards.length === 0) return;
  await sql`
    insert into award (ocid, place, award, date, amount, currency, bids, counted, suppliers)
    select ocid, place, award, date, amount, currency, bids, counted, array(select jsonb_array_elements_text(suppliers))
    from json_to_recordset(${JSON.stringify(awards)}::json) as row (
      ocid text, place integer, award text, date date, amount numeric, currency text, bids integer, counted boolean, suppliers jsonb)`.execute(transaction);
}

function suppliersOf(flat: ProcessRow['flat'], award: string | null): string[] {
  return [...new Set(flat.award_supplier.filter((supplier) => supplier.award === award).map(({ organisation }) => organisation))];
}

async function writeContracts(transaction: Transaction<RegisterTables>, rows: readonly ProcessRow[]): Promise<void> {
  const contracts = rows.flatMap(({ flat, contractSuppliers }) => flat.contract.map((row, place) => ({
    ...row, place, contract: short(row.contract, LONGEST_ID), title: short(row.title, LONGEST_TITLE), status: short(row.status, LONGEST_ID),
    currency: short(row.currency, LONGEST_ID), notice: short(row.notice, LONGEST_ID), suppliers: contractSuppliers[place] ?? [],
  })));
  if (contracts.length === 0) return;
  await sql`
    insert into contract (ocid, place, contract, title, status, signed, starts, ends, ends_basis, renewal, amount, currency, changed, repeated, notice, suppliers)
    select ocid, place, contract, title, status, signed, starts, ends, ends_basis, renewal, amount, currency, changed, repeated, notice, suppliers
    from json_to_recordset(${JSON.stringify(contracts)}::json) as row (
      ocid text, place integer, contract text, title text, status text, signed date, starts date, ends date, ends_basis text,
      renewal boolean, amount numeric, currency text, changed boolean, repeated boolean, notice text, suppliers jsonb)`.execute(transaction);
}

async function writeChanges(transaction: Transaction<RegisterTables>, rows: readonly ProcessRow[]): Promise<void> {
  const changes = rows.flatMap(({ flat }) => flat.change.map((row, place) => ({
    ...row, place, contract: short(row.contract, LONGEST_ID), change: short(row.change, LONGEST_ID), reason_code: short(row.reason_code, LONGEST_ID),
    reason: short(row.reason, LONGEST_WORDS), description: short(row.description, LONGEST_WORDS), currency: short(row.currency, LONGEST_ID), notice: short(row.notice, LONGEST_ID),
    category: short(row.category, LONGEST_ID), category_before: short(row.category_before, LONGEST_ID),
  })));
  if (changes.length === 0) return;
  await sql`
    insert into contract_change (ocid, place, contract, change, published, reason_code, reason, description, amount_before, amount_after, currency, notice,
      cpv, cpv_before, category, category_before)
    select ocid, place, contract, change, published, reason_code, reason, description, amount_before, amount_after, currency, notice,
      cpv, cpv_before, category, category_before
    from json_to_recordset(${JSON.stringify(changes)}::json) as row (
      ocid text, place integer, contract text, change text, published date, reason_code text, reason text, description text,
      amount_before numeric, amount_after numeric, currency text, notice text, cpv text, cpv_before text, category text, category_before text)`.execute(transaction);
}

async function writeFrameworks(transaction: Transaction<RegisterTables>, rows: readonly ProcessRow[]): Promise<void> {
  const frameworks = rows.flatMap(({ flat, last_date }) => flat.framework.map((row) => ({
    ...row, last_date, maximum_currency: short(row.maximum_currency, LONGEST_ID), estimate_currency: short(row.estimate_currency, LONGEST_ID),
  })));
  const bought = rows.flatMap(({ flat }) => flat.bought_under.map(({ ocid, framework }) => ({ ocid, framework: short(framework, LONGEST_ID) })));
  if (frameworks.length > 0) {
    await sql`
      insert into framework (ocid, technique, maximum, maximum_currency, estimate, estimate_currency, starts, ends, ends_basis, days, applications,
        closed, suppliers, last_date)
      select ocid, technique, maximum, maximum_currency, estimate, estimate_currency, starts, ends, ends_basis, days, applications,
        closed, suppliers, last_date
      from json_to_recordset(${JSON.stringify(frameworks)}::json) as row (
        ocid text, technique text, maximum numeric, maximum_currency text, estimate numeric, estimate_currency text, starts date, ends date,
        ends_basis text, days bigint, applications date, closed boolean, suppliers integer, last_date timestamptz)`.execute(transaction);
  }
  if (bought.length === 0) return;
  await sql`
    insert into bought_under (ocid, framework)
    select ocid, framework from json_to_recordset(${JSON.stringify(bought)}::json) as row (ocid text, framework text)
    on conflict do nothing`.execute(transaction);
}
