/** What came of it: awards (LotResult), bids (LotTender), contracts (SettledContract) and who stands behind each. */
import { lookup } from '../codes/lookup.ts';
import { label } from '../codes/labels.ts';
import { childrenOf, textOf, type Element } from '../xml/element.ts';
import { find, findAll } from '../xml/path.ts';
import { moment } from './dates.ts';
import { draftsIn, entry, idIn, numbered, put, type Draft } from './draft.ts';
import { party, reference } from './parties.ts';
import { BID_ROWS, AWARD_ROWS, CONTRACT_ROWS } from './result.rows.ts';
import { idOf, idsAt, resultsByContract, type Results } from './result-index.ts';
import { readStatistics } from './statistics.ts';
import { readLotTerms } from './result-lots.ts';
import { Table, type Reading } from './row.ts';
import { TED_AWARD_ROWS } from './ted.rows.ts';
import { readVehicles } from './vehicles.ts';

const BIDS = new Table(BID_ROWS);
const AWARDS = new Table(AWARD_ROWS);
const CONTRACTS = new Table(CONTRACT_ROWS);
const OF_TED = new Table(TED_AWARD_ROWS);

const RESULT = 'EXT/efac:NoticeResult';
const LOT = 'efac:TenderLot/cbc:ID';

export function readResults(notice: Element, release: Draft, reading: Reading): void {
  const results = findAll(notice, RESULT);
  if (results.length === 0) return;
  const all = (name: string): Element[] => results.flatMap((result) => childrenOf(result, name));
  const lotResults = all('efac:LotResult');
  const contracts = all('efac:SettledContract');
  const found: Results = {
    lotResults, contracts, tenders: all('efac:LotTender'), resultsOf: resultsByContract(lotResults),
    contractsById: new Map(contracts.map((one) => [idOf(one) ?? '', one])),
    tenderingParties: new Map(all('efac:TenderingParty').map((one) => [idOf(one) ?? '', one])), tenderers: new Map(),
  };
  for (const one of found.tenderingParties.values()) readTenderingParty(one, release);
  for (const tender of found.tenders) readBid(tender, found, release, reading);
  for (const contract of found.contracts) readContract(contract, found, release, reading);
  for (const result of found.lotResults) readLotResult(result, found, release, reading);
  for (const contract of found.contracts) readSignatories(contract, found, release);
  readGroupValues(all('efac:GroupFramework'), release);
  readLotTerms(found, release, reading);
}

/** Roles of those who bid together, of their leader and of those who work for them. */
function readTenderingParty(tenderingParty: Element, release: Draft): void {
  for (const tenderer of childrenOf(tenderingParty, 'efac:Tenderer')) {
    const id = idOf(tenderer);
    if (id === null) continue;
    const made = party(release, id, 'tenderer');
    if (textOf(find(tenderer, 'efbc:GroupLeadIndicator')) === 'true') put(made, 'roles[]', 'leadTenderer');
  }
}

function readBid(tender: Element, { tenderingParties, tenderers }: Results, release: Draft, reading: Reading): void {
  const id = idOf(tender);
  const bid = id === null ? numbered(release, 'bids.details', {}) : entry(release, 'bids.details', id);
  BIDS.run(tender, bid, reading);
  put(bid, 'relatedLots[]', idsAt(tender, LOT));
  const named = idsAt(tender, 'efac:TenderingParty/cbc:ID').flatMap((one) => tenderingParties.get(one) ?? []);
  // Where one notice has one bid and one party that the bid does not name, they belong together.
  const parties = named.length === 0 && tenderingParties.size === 1 ? [...tenderingParties.values()] : named;
  const organisations = parties.flatMap((one) => idsAt(one, 'efac:Tenderer/cbc:ID')).map((one) => party(release, one));
  if (organisations.length > 0) bid['tenderers'] = organisations.map(reference);
  tenderers.set(idIn(bid), organisations);
  for (const one of parties) for (const subcontractor of childrenOf(one, 'efac:SubContractor')) readSubcontractor(subcontractor, bid, release);
}

function readSubcontractor(subcontractor: Element, bid: Draft, release: Draft): void {
  const id = idOf(subcontractor);
  const mains = idsAt(subcontractor, 'efac:MainContractor/cbc:ID').map((one) => party(release, one, 'tenderer'));
  const subcontract: Draft = {};
  if (id !== null) subcontract['subcontractor'] = reference(party(release, id, 'subcontractor'));
  if (mains.length > 0) subcontract['mainContractors'] = mains.map(reference);
  numbered(bid, 'subcontracting.subcontracts', subcontract);
}

function readContract(contract: Element, { resultsOf }: Results, release: Draft, reading: Reading): void {
  const id = idOf(contract);
  if (id === null && contract.children.every(({ name }) => name === 'cac:SignatoryParty')) return;
  const made = id === null ? numbered(release, 'contracts', {}) : entry(release, 'contracts', id);
  CONTRACTS.run(contract, made, reading);
  const awards = (resultsOf.get(id ?? '') ?? []).flatMap((result) => idOf(result) ?? []);
  if (awards.length === 1) put(made, 'awardID', awards[0]);
  else if (awards.length > 1) put(made, 'awardIDs[]', awards);
  const bids = idsAt(contract, 'efac:LotTender/cbc:ID').map((one) => entry(release, 'bids.details', one));
  if (bids.length > 0) put(made, 'relatedBids[]', bids.map((bid) => idIn(bid)));
  if (bids.length === 1) put(made, 'value', bids[0]?.['value']);
  for (const framework of findAll(contract, 'cac:NoticeDocumentReference/cbc:ID')) {
    const identifier = textOf(framework);
    if (identifier !== null) numbered(release, 'relatedProcesses', { relationship: ['framework'], scheme: `eu-${framework.attributes['schemeName'] ?? 'ojs-notice-id'}`, identifier });
  }
}

function readLotResult(result: Element, found: Results, release: Draft, reading: Reading): void {
  const lots = idsAt(result, LOT);
  readStatistics(result, lots[0], release, reading);
  for (const [at, role] of [['cac:PayerParty', 'payer'], ['cac:FinancingParty', 'funder']] as const) {
    for (const id of idsAt(result, `${at}/cac:PartyIdentification/cbc:ID`)) party(release, id, role);
  }
  if (textOf(find(result, 'efbc:DPSTerminationIndicator')) === 'true') {
    for (const lot of lots) put(entry(release, 'tender.lots', lot), 'techniques.dynamicPurchasingSystem.status', 'terminated');
  }
  const outcome = textOf(find(result, 'cbc:TenderResultCode'));
  if (outcome === 'open-nw') {
    for (const lot of lots) put(entry(release, 'tender.lots', lot), 'status', 'active');
    return;
  }
  const made: Draft = {};
  if (outcome !== null) {
    put(made, 'status', lookup({ 'selec-w': 'active', 'clos-nw': 'unsuccessful' }, outcome));
    put(made, 'statusDetails', label('winner-selection-status', outcome) ?? outcome);
  }
  const reason = textOf(find(result, 'efac:DecisionReason/efbc:DecisionReasonCode'));
  if (reason !== null) Object.assign(made, { status: 'unsuccessful', statusDetails: label('non-award-justification', reason) ?? reason });
  AWARDS.run(result, made, reading);
  if (reading.isTed) OF_TED.run(result, made, reading);
  readVehicles(result, made);
  const bids = idsAt(result, 'efac:LotTender/cbc:ID');
  if (bids.length > 0) put(made, 'relatedBids[]', bids);
  const id = idOf(result);
  if (id === null && Object.keys(made).length === 0) return;
  const award = id === null ? numbered(release, 'awards', made) : Object.assign(entry(release, 'awards', id), made);
  if (lots.length > 0) put(award, 'relatedLots[]', lots);
  readWinners(result, award, bids, found, release, reading);
}

/** Those whose bids a contract of this result is built on; where the notice names no contract, all bids of the result won. */
function readWinners(result: Element, award: Draft, bids: readonly string[], found: Results, release: Draft, reading: Reading): void {
  if (award['status'] === 'unsuccessful') return;
  const contractIds = idsAt(result, 'efac:SettledContract/cbc:ID');
  const contracts = contractIds.flatMap((id) => found.contractsById.get(id) ?? []);
  const contracted = new Set(contracts.flatMap((contract) => idsAt(contract, 'efac:LotTender/cbc:ID')));
  const own = bids.length === 0 ? [...contracted] : bids.filter((bid) => contracted.has(bid));
  // A contract can name bids of other results alone; the only bid of this one won all the same.
  const winning = own.length > 0 || (contracted.size > 0 && bids.length > 1) ? own : bids;
  const suppliers = new Set(winning.flatMap((bid) => found.tenderers.get(bid) ?? []));
  for (const supplier of suppliers) put(supplier, 'roles[]', 'supplier');
  if (suppliers.size > 0) {
    award['suppliers'] = [...suppliers].map(reference);
    // Direct awards announced beforehand and changes of contracts must not tell that a winner was chosen (BT-142); they name it.
    award['status'] ??= 'active';
  }
  const [only] = winning;
  if (winning.length === 1 && only !== undefined) put(award, 'value', entry(release, 'bids.details', only)['value']);
  const decided = contracts.map((contract) => moment(textOf(find(contract, 'cbc:AwardDate')), null, 'start', reading.zone)).find((date) => date !== undefined);
  put(award, 'date', decided);
}

/** OPT-300: who signed for the buyers. */
function readSignatories(contract: Element, { resultsOf }: Results, release: Draft): void {
  const ids = idsAt(contract, 'cac:SignatoryParty/cac:PartyIdentification/cbc:ID');
  if (ids.length === 0) return;
  const id = idOf(contract);
  const awardIds = (resultsOf.get(id ?? '') ?? []).flatMap((result) => idOf(result) ?? []);
  const awards = awardIds.length > 0 ? awardIds.map((one) => entry(release, 'awards', one)) : [numberedAward(release)];
  for (const signatory of ids) {
    const buyer = party(release, signatory, 'buyer');
    for (const award of awards) put(award, 'buyers[]', reference(buyer));
  }
}

function numberedAward(release: Draft): Draft {
  const [first] = draftsIn(release['awards']);
  return first ?? numbered(release, 'awards', {});
}

/** BT-156, BT-556: what a framework agreement may come to for a group of lots. */
function readGroupValues(groups: readonly Element[], release: Draft): void {
  for (const group of groups) {
    const id = textOf(find(group, LOT));
    const value = find(group, 'efbc:GroupFrameworkMaximumValueAmount');
    const written = textOf(value);
    if (id === null || value === undefined || written === null) continue;
    put(entry(release, 'tender.lotGroups', id), 'maximumValue', { amount: Number(written), currency: value.attributes['currencyID'] ?? '' });
  }
}
