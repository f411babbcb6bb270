/** Lots, groups of lots, and the parts of a planned procurement, with what hangs on them: items, documents, bodies, funds. */
import { childrenOf, textOf, type Element } from '../xml/element.ts';
import { find, findAll } from '../xml/path.ts';
import { DOCUMENT_ROWS, placeDocuments } from './documents.ts';
import { draftsIn, entry, isDraft, listIn, numbered, put, type Draft } from './draft.ts';
import { LOT_ITEM_ROW, TENDER_ITEM_ROW } from './items.ts';
import { PROCESS, TERMS } from './lot.paths.ts';
import { LOT_ROWS } from './lot.rows.ts';
import { SUSTAINABILITY_ROWS } from './sustainability.ts';
import { party, reference } from './parties.ts';
import { TED_LOT_ROWS } from './ted.rows.ts';
import { Table, text, type Reading, type Row } from './row.ts';

export type LotKind = 'Lot' | 'LotsGroup' | 'Part';

const ROWS: readonly Row[] = [...LOT_ROWS, ...SUSTAINABILITY_ROWS];
const tableOn = (kind: LotKind): Table => new Table(ROWS.filter(({ on }) => on.includes(kind)));
const ON: Readonly<Record<LotKind, Table>> = { Lot: tableOn('Lot'), LotsGroup: tableOn('LotsGroup'), Part: tableOn('Part') };
const OF_TED = new Table(TED_LOT_ROWS);
const DOCUMENTS = new Table(DOCUMENT_ROWS);

export function readLots(notice: Element, release: Draft, reading: Reading): void {
  const tender = inTender(release);
  const all = childrenOf(notice, 'cac:ProcurementProjectLot');
  const parts = all.filter((one) => kindOf(one) === 'Part');
  for (const one of all) {
    const kind = kindOf(one);
    if (kind === 'LotsGroup') readGroup(one, tender, reading);
    // A planned procurement of several parts has no one title, value or period; its parts then read as lots.
    else if (kind === 'Part' && parts.length === 1) readPart(one, tender, reading);
    else readLot(one, kind, tender, reading);
    readBodies(one, release);
    readParticipants(one, release);
    readFunds(one, release, reading);
    readPlanning(one, kind === 'Lot' ? idOf(one) : null, release);
  }
}

function inTender(release: Draft): Draft {
  const there = release['tender'];
  if (isDraft(there)) return there;
  const made: Draft = {};
  release['tender'] = made;
  return made;
}

/** By the scheme of the id; where the two disagree the id decides, because its form is fixed by the SDK. */
export function kindOf(lot: Element): LotKind {
  const id = find(lot, 'cbc:ID');
  const byForm = ({ GLO: 'LotsGroup', PAR: 'Part', LOT: 'Lot' } as const)[/^(GLO|PAR|LOT)-\d+$/.exec(textOf(id) ?? '')?.[1] ?? ''];
  const scheme = id?.attributes['schemeName'];
  return byForm ?? (scheme === 'LotsGroup' || scheme === 'Part' ? scheme : 'Lot');
}

function idOf(lot: Element): string | null {
  return textOf(find(lot, 'cbc:ID'));
}

function readLot(one: Element, kind: LotKind, tender: Draft, reading: Reading): void {
  const id = idOf(one);
  const lot = id === null ? {} : entry(tender, 'lots', id);
  ON[kind === 'Part' ? 'Part' : 'Lot'].run(one, lot, reading);
  if (kind === 'Part') put(lot, 'description', text(findAll(one, 'cac:ProcurementProject/cbc:Description'), reading));
  if (reading.isTed) OF_TED.run(one, lot, reading);
  const aside: Draft = {};
  LOT_ITEM_ROW.write([one], aside, reading);
  DOCUMENTS.run(one, aside, reading);
  if (isDraft(aside['item'])) numbered(tender, 'items', { ...aside['item'], ...(id === null ? {} : { relatedLot: id }) });
  if (aside['documents'] !== undefined) placeDocuments(draftsIn(aside['documents']), tender, id);
  if (id === null && Object.keys(lot).length > 0) listIn(tender, 'lots').push(lot);
}

function readGroup(one: Element, tender: Draft, reading: Reading): void {
  const id = idOf(one);
  const group = id === null ? numbered(tender, 'lotGroups', {}) : entry(tender, 'lotGroups', id);
  ON.LotsGroup.run(one, group, reading);
}

function readPart(one: Element, tender: Draft, reading: Reading): void {
  const id = idOf(one);
  if (tender['id'] === undefined && id !== null) put(tender, 'id', id);
  const of: Draft = {};
  ON.Part.run(one, of, reading);
  // What is said of the whole stands first; the description is both.
  const title = of['title'];
  if (title !== undefined && tender['title'] === undefined) tender['title'] = title;
  delete of['title'];
  merge(tender, of);
  const words = [tender['description'], text(findAll(one, 'cac:ProcurementProject/cbc:Description'), reading)].filter((part) => typeof part === 'string');
  if (words.length > 0) tender['description'] = [...new Set(words)].join(' - ');
  put(tender, 'description+', text(findAll(one, 'cac:ProcurementProject/cbc:Note'), reading));
  const aside: Draft = {};
  TENDER_ITEM_ROW.write([one], aside, reading);
  DOCUMENTS.run(one, aside, reading);
  if (isDraft(aside['item'])) numbered(tender, 'items', aside['item']);
  for (const address of draftsIn(aside['deliveryAddresses'])) put(tender, 'deliveryAddresses[]', address);
  if (aside['documents'] !== undefined) placeDocuments(draftsIn(aside['documents']), tender, null);
}

/** The part's fields beside those of the tender; lists are joined. */
function merge(into: Draft, from: Draft): void {
  for (const [name, value] of Object.entries(from)) {
    const there = into[name];
    if (isDraft(there) && isDraft(value)) merge(there, value);
    else if (Array.isArray(value)) for (const item of value as readonly Draft[]) put(into, `${name}[]`, item);
    else into[name] = value;
  }
}

/** OPT-301: which body does what for the procurement. */
const BODIES = [
  ['AddInfo', `${TERMS}/cac:AdditionalInformationParty`, 'processContactPoint'],
  ['DocProvider', `${TERMS}/cac:DocumentProviderParty`, 'processContactPoint'],
  ['TenderReceipt', `${TERMS}/cac:TenderRecipientParty`, 'submissionReceiptBody'],
  ['TenderEval', `${TERMS}/cac:TenderEvaluationParty`, 'evaluationBody'],
  ['ReviewOrg', `${TERMS}/cac:AppealTerms/cac:AppealReceiverParty`, 'reviewBody'],
  ['ReviewInfo', `${TERMS}/cac:AppealTerms/cac:AppealInformationParty`, 'reviewContactPoint'],
  ['Mediator', `${TERMS}/cac:AppealTerms/cac:MediationParty`, 'mediationBody'],
  ['FiscalLegis', `${TERMS}/cac:FiscalLegislationDocumentReference/cac:IssuerParty`, 'informationService'],
  ['EnvironLegis', `${TERMS}/cac:EnvironmentalLegislationDocumentReference/cac:IssuerParty`, 'informationService'],
  ['EmployLegis', `${TERMS}/cac:EmploymentLegislationDocumentReference/cac:IssuerParty`, 'informationService'],
] as const;

export const BODY_TERMS = BODIES.map(([ending, at]) => [`OPT-301#${ending}`, `${at}/cac:PartyIdentification/cbc:ID`] as const);

function readBodies(lot: Element, release: Draft): void {
  for (const [, at, role] of BODIES) {
    for (const one of findAll(lot, `${at}/cac:PartyIdentification/cbc:ID`)) {
      const id = textOf(one);
      if (id !== null) party(release, id, role);
    }
  }
}

const PARTICIPANT = `${TERMS}/cac:EconomicOperatorShortList/cac:PreSelectedParty/cac:PartyName/cbc:Name`;
export const PARTICIPANT_TERMS = [['BT-47', PARTICIPANT]] as const;

/** Who was chosen for a design contest beforehand: known by name alone. */
function readParticipants(lot: Element, release: Draft): void {
  const names = findAll(lot, PARTICIPANT).flatMap((one) => textOf(one) ?? []);
  if (names.length === 0) return;
  const references = names.map((name) => {
    const made = draftsIn(release['parties']).find((one) => one['name'] === name) ?? numbered(release, 'parties', { name });
    put(made, 'roles[]', 'selectedParticipant');
    return reference(made);
  });
  const id = idOf(lot);
  const tender = inTender(release);
  for (const one of references) put(id === null ? tender : entry(tender, 'lots', id), 'designContest.selectedParticipants[]', one);
}

const FUNDING = `${TERMS}/EXT/efac:Funding`;
export const FUND_TERMS = [
  ['BT-60', `${TERMS}/cbc:FundingProgramCode[@listName='eu-funded']`], ['BT-7220', `${FUNDING}/cbc:FundingProgramCode`],
  ['BT-5010', `${FUNDING}/efbc:FinancingIdentifier`], ['BT-6140', `${FUNDING}/cbc:Description`],
] as const;

/** Money of the Union: it becomes a party, and each programme an entry of the budget. */
function readFunds(lot: Element, release: Draft, reading: Reading): void {
  const coded = [...findAll(lot, `${TERMS}/cbc:FundingProgramCode`), ...findAll(lot, `${FUNDING}/cbc:FundingProgramCode`)];
  if (!coded.some((one) => textOf(one) === 'eu-funds')) {
    if (findAll(lot, FUNDING).length === 0) return;
  }
  const union = draftsIn(release['parties']).find((one) => one['name'] === 'European Union') ?? numbered(release, 'parties', { name: 'European Union' });
  put(union, 'roles[]', 'funder');
  const id = idOf(lot);
  for (const fund of findAll(lot, FUNDING)) {
    const made: Draft = {};
    put(made, 'id', textOf(find(fund, 'efbc:FinancingIdentifier')) ?? undefined);
    const programme = textOf(find(fund, 'cbc:FundingProgramCode'));
    if (programme !== null && programme !== 'eu-funds') put(made, 'title', programme);
    put(made, 'description', text(findAll(fund, 'cbc:Description'), reading));
    if (Object.keys(made).length === 0) continue;
    made['financingParty'] = reference(union);
    if (id !== null) made['relatedLots'] = [id];
    numbered(release, 'planning.budget.finance', made);
  }
}

const REFERENCE = `${PROCESS}/cac:NoticeDocumentReference`;
export const PLANNING_TERMS = [['BT-125(i)', `${REFERENCE}/cbc:ID`], ['BT-1251', `${REFERENCE}/cbc:ReferencedDocumentInternalAddress`]] as const;

/** The notices in which this was planned: processes of their own. */
function readPlanning(lot: Element, id: string | null, release: Draft): void {
  for (const one of findAll(lot, REFERENCE)) {
    const named = find(one, 'cbc:ID');
    const identifier = textOf(named);
    if (identifier === null) continue;
    const scheme = `eu-${named?.attributes['schemeName'] ?? 'notice-id-ref'}`;
    const part = textOf(find(one, 'cbc:ReferencedDocumentInternalAddress'));
    const there = draftsIn(release['relatedProcesses']).find((other) => other['identifier'] === identifier && (other['part'] ?? null) === part);
    const made = there ?? numbered(release, 'relatedProcesses', { relationship: ['planning'], scheme, identifier, ...(part === null ? {} : { part }) });
    if (id !== null) put(made, 'relatedLots[]', id);
  }
}
