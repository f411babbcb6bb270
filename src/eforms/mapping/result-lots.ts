/** What the results say of the lots themselves: terms of transport services, assets, concessions. */
import { lookup } from '../codes/lookup.ts';
import { textOf, childrenOf, type Element } from '../xml/element.ts';
import { find, findAll } from '../xml/path.ts';
import { draftsIn, entry, isEmpty, put, type Draft } from './draft.ts';
import { idOf, idsAt, type Results } from './result-index.ts';
import { amount, percent, text, type Reading } from './row.ts';

const LOT = 'efac:TenderLot/cbc:ID';

export function readLotTerms({ tenders, contracts, resultsOf }: Results, release: Draft, reading: Reading): void {
  for (const tender of tenders) {
    for (const id of idsAt(tender, LOT)) {
      for (const term of childrenOf(tender, 'efac:ContractTerm')) readContractTerm(term, () => entry(release, 'tender.lots', id), reading);
    }
    readConcession(tender, contracts, release, reading);
  }
  for (const contract of contracts) {
    const justification = find(contract, 'efac:DurationJustification');
    if (justification === undefined) continue;
    const results = resultsOf.get(idOf(contract) ?? '') ?? [];
    for (const id of results.flatMap((result) => idsAt(result, LOT))) readAssets(justification, entry(release, 'tender.lots', id), reading);
  }
}

/** OPP-031: the code tells to which of the terms the words belong. */
const TERMS: Readonly<Record<string, string>> = {
  'cost-comp': 'contractTerms.financialTerms', other: 'contractTerms.otherTerms', 'publ-ser-obl': 'contractTerms.performanceTerms',
  'soc-stand': 'contractTerms.socialStandards',
};

function readContractTerm(term: Element, lot: () => Draft, reading: Reading): void {
  const coded = find(term, 'efbc:TermCode');
  const code = textOf(coded) ?? '';
  const words = text(findAll(term, 'efbc:TermDescription'), reading);
  if (code === 'all-rev-tic') put(lot(), 'contractTerms.operatorRevenueShare', percent(findAll(term, 'efbc:TermPercent')));
  else if (coded?.attributes['listName'] === 'rewards-penalties') put(lot(), 'contractTerms.rewardsAndPenalties', words);
  else if (code === 'exc-right') put(lot(), 'contractTerms.hasExclusiveRights', true);
  else {
    const to = lookup(TERMS, code);
    if (to !== undefined && words !== undefined) put(lot(), to, words);
  }
}

/** BT-160, BT-162, BT-163: who pays for a concession; the titles are those of the guidance. */
const CHARGES = [
  ['efbc:RevenueBuyerAmount', 'government', 'The estimated revenue coming from the buyer who granted the concession (e.g. prizes and payments).'],
  ['efbc:RevenueUserAmount', 'user', 'The estimated revenue coming from the users of the concession (e.g. fees and fines).'],
] as const;

function readConcession(tender: Element, contracts: readonly Element[], release: Draft, reading: Reading): void {
  const revenue = find(tender, 'efac:ConcessionRevenue');
  const id = idOf(tender);
  const distance = find(tender, 'efbc:PublicTransportationCumulatedDistance');
  if ((revenue === undefined && distance === undefined) || id === null) return;
  for (const contract of contracts.filter((one) => idsAt(one, 'efac:LotTender/cbc:ID').includes(id)).flatMap((one) => idOf(one) ?? [])) {
    const made = entry(release, 'contracts', contract);
    const kilometres = Number(textOf(distance) ?? Number.NaN);
    if (Number.isFinite(kilometres)) put(made, 'publicPassengerTransportServicesKilometers', kilometres);
    for (const [name, payer, title] of revenue === undefined ? [] : CHARGES) {
      const estimatedValue = amount(findAll(revenue as Element, name));
      if (estimatedValue !== undefined) put(made, 'implementation.charges[]', { id: payer, title, estimatedValue, paidBy: payer });
    }
  }
  const how = revenue === undefined ? undefined : text(findAll(revenue, 'efbc:ValueDescription'), reading);
  if (how === undefined) return;
  for (const award of draftsIn(release['awards'])) {
    if ((award['relatedBids'] as readonly string[] | undefined)?.includes(id)) put(award, 'valueCalculationMethod', how);
  }
}

/** OPP-020 to OPP-023: assets that justify a longer contract. */
function readAssets(justification: Element, lot: Draft, reading: Reading): void {
  const extended = textOf(find(justification, 'efbc:ExtendedDurationIndicator'));
  if (extended !== null) put(lot, 'hasEssentialAssets', extended === 'true');
  for (const asset of findAll(justification, 'efac:AssetsList/efac:Asset')) {
    const made: Draft = {};
    for (const [name, to] of [['efbc:AssetDescription', 'description'], ['efbc:AssetSignificance', 'significance'], ['efbc:AssetPredominance', 'predominance']] as const) {
      put(made, to, text(findAll(asset, name), reading));
    }
    if (!isEmpty(made)) put(lot, 'essentialAssets[]', made);
  }
}
