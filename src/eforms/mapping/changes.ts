/** What a notice changes: a notice published before (amendments of the tender), or a contract (amendments of it). */
import { textOf, type Element } from '../xml/element.ts';
import { find, findAll } from '../xml/path.ts';
import { draftsIn, entry, idIn, isEmpty, numbered, put, type Draft } from './draft.ts';
import { moment } from './dates.ts';
import { classification } from './classification.ts';
import { idOf, resultsByContract } from './result-index.ts';
import { amount, text, type Reading } from './row.ts';

const SECTION = 'efac:ChangedSection/efbc:ChangedSectionIdentifier';
/** Supplementary codes are letters and digits, and say nothing of the kind of purchase. */
const CPV = /^\d{8}$/;

export function readChanges(notice: Element, release: Draft, reading: Reading): void {
  for (const changes of findAll(notice, 'EXT/efac:Changes')) readNoticeChange(changes, release, reading);
  for (const modification of findAll(notice, 'EXT/efac:ContractModification')) readModification(modification, notice, release, reading);
}

function readNoticeChange(changes: Element, release: Draft, reading: Reading): void {
  const amendment: Draft = {};
  for (const reason of findAll(changes, 'efac:ChangeReason')) readReason(reason, 'change-corrig-justification', amendment, reading);
  const sections = new Set<string>();
  for (const change of findAll(changes, 'efac:Change')) {
    put(amendment, 'description+', text(findAll(change, 'efbc:ChangeDescription'), reading));
    for (const one of findAll(change, SECTION)) sections.add(textOf(one) ?? '');
    put(amendment, 'unstructuredChanges[]', unstructured(change));
    readDocumentsChange(change, release, reading);
  }
  const lots = [...sections].filter((section) => section.startsWith('LOT-'));
  if (lots.length > 0) put(amendment, 'relatedLots[]', lots);
  if (!isEmpty(amendment)) numbered(release, 'tender.amendments', amendment);
}

function readReason(reason: Element, list: 'change-corrig-justification' | 'modification-justification', amendment: Draft, reading: Reading): void {
  const code = textOf(find(reason, 'cbc:ReasonCode'));
  put(amendment, 'rationaleClassifications[]', classification(list, `eu-${list}`, code));
  put(amendment, 'rationale+', text(findAll(reason, 'efbc:ReasonDescription'), reading));
}

/** Old and new wording, which only corrigenda of TED XML have. */
function unstructured(change: Element): Draft | undefined {
  const made: Draft = {};
  put(made, 'where.section', textOf(find(change, 'ted:Section')) ?? undefined);
  put(made, 'where.label', textOf(find(change, 'ted:Label')) ?? undefined);
  put(made, 'oldValue.text', textOf(find(change, 'ted:OldValue')) ?? undefined);
  put(made, 'newValue.text', textOf(find(change, 'ted:NewValue')) ?? undefined);
  put(made, 'relatedLot', textOf(find(change, 'ted:Lot')) ?? undefined);
  return isEmpty(made) ? undefined : made;
}

/** BT-719: when the documents of these lots, or of all, were changed. */
function readDocumentsChange(change: Element, release: Draft, { zone }: Reading): void {
  const dateModified = moment(textOf(find(change, 'efbc:ProcurementDocumentsChangeDate')), null, 'start', zone);
  if (dateModified === undefined) return;
  const lots = findAll(change, SECTION).flatMap((one) => textOf(one) ?? []).filter((section) => section.startsWith('LOT-'));
  const all = draftsIn((release['tender'] as Draft | undefined)?.['documents']).filter((one) => one['documentType'] === 'biddingDocuments');
  const meant = lots.length === 0 ? all : all.filter((one) => (one['relatedLots'] as readonly string[] | undefined)?.some((lot) => lots.includes(lot)) === true);
  for (const one of meant) one['dateModified'] = dateModified;
  if (meant.length === 0) numbered(release, 'tender.documents', { documentType: 'biddingDocuments', dateModified, ...(lots.length === 0 ? {} : { relatedLots: lots }) });
}

function readModification(modification: Element, notice: Element, release: Draft, reading: Reading): void {
  const changes = findAll(modification, 'efac:Change');
  const sections = changes.flatMap((change) => findAll(change, SECTION).flatMap((one) => textOf(one) ?? []));
  const named = sections.filter((section) => section.startsWith('CON-'));
  const modified = textOf(find(modification, 'efbc:ModifiedContractIdentifier'));
  const known = draftsIn(release['contracts']);
  const ids = named.length > 0 ? named : modified?.startsWith('CON-') === true ? [modified] : known.slice(0, 1).map((one) => idIn(one));
  const amendment: Draft = {};
  for (const reason of findAll(modification, 'efac:ChangeReason')) readReason(reason, 'modification-justification', amendment, reading);
  for (const change of changes) {
    put(amendment, 'description+', text(findAll(change, 'efbc:ChangeDescription'), reading));
    const values = valueChange(change);
    if (values !== undefined) put(amendment, 'unstructuredChanges[]', values);
  }
  if (isEmpty(amendment)) return;
  const contracts = ids.length > 0 ? ids.map((id) => entry(release, 'contracts', id)) : [numbered(release, 'contracts', {})];
  for (const contract of contracts) {
    linkToAward(contract, notice);
    numbered(contract, 'amendments', { ...amendment });
    const after = changes.map((change) => amount(findAll(change, 'ted:ValueAfter'))).find((value) => value !== undefined);
    if (after !== undefined) contract['value'] = after;
    put(contract, 'items', itemsAfter(changes));
  }
}

/** What is bought after the change, which forms of TED alone say apart from what was bought before. */
function itemsAfter(changes: readonly Element[]): Draft[] {
  const codes = changes.flatMap((change) => findAll(change, 'ted:Cpv').flatMap((one) => textOf(one) ?? [])).filter((code) => CPV.test(code));
  const [main, ...more] = [...new Set(codes)].map((id) => ({ scheme: 'CPV', id }));
  return main === undefined ? [] : [{ id: '1', classification: main, ...(more.length === 0 ? {} : { additionalClassifications: more }) }];
}

/** The results that name the contract, for a contract that only its modification tells of. */
function linkToAward(contract: Draft, notice: Element): void {
  if (contract['awardID'] !== undefined || contract['awardIDs'] !== undefined) return;
  const results = resultsByContract(findAll(notice, 'EXT/efac:NoticeResult/efac:LotResult')).get(idIn(contract)) ?? [];
  const awards = results.flatMap((result) => idOf(result) ?? []);
  if (awards.length === 1) put(contract, 'awardID', awards[0]);
  else if (awards.length > 1) put(contract, 'awardIDs[]', awards);
}

function valueChange(change: Element): Draft | undefined {
  const before = amount(findAll(change, 'ted:ValueBefore'));
  const after = amount(findAll(change, 'ted:ValueAfter'));
  if (before === undefined && after === undefined) return undefined;
  return { where: { label: 'value of the contract' }, ...(before === undefined ? {} : { oldValue: { value: before } }), ...(after === undefined ? {} : { newValue: { value: after } }) };
}

