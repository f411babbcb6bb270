/** Section V: what was awarded, to whom, for how much, and what was not. */
import type { Element } from '../xml/element.ts';
import type { Lot } from './lots.ts';
import { child } from '../xml/element.ts';
import { find } from '../xml/path.ts';
import type { Node } from './node.ts';
import type { Notice } from './notice.ts';
import { amount, date, mark, number, plain, text } from './read.ts';
import { TENDERS, type Result, type Results } from './results.ts';
import { fill, put, say, type Row } from './write.ts';

const CONTRACT: readonly Row[] = [
  ['BT-721-Contract', 'TITLE', text],
  ['BT-150-Contract', 'CONTRACT_NO', plain],
];
/** Even a contract that was not awarded has its name; it is the only thing that tells which one it was. */
const NOT_AWARDED: readonly Row[] = [
  ['ted:Title', 'TITLE', text],
  ['ted:ContractNumber', 'CONTRACT_NO', plain],
];
/** What a tender is worth; stands with the award, or together in VALUES. */
const WORTH: readonly Row[] = [
  ['BT-720-Tender', 'VAL_TOTAL', amount],
  ['ted:BargainValue', 'VAL_BARGAIN_PURCHASE', amount],
  ['BT-160-Tender', 'VAL_PRICE_PAYMENT', amount],
  ['BT-162-Tender', 'VAL_REVENUE', amount],
  ['BT-163-Tender', 'INFO_ADD_VALUE', text],
  ['ted:VatRate', 'VAT_RATE', number],
  ['ted:PricePeriods', 'PRICE_YEARS', (from) => unit(from, 'YEAR')],
  ['ted:PricePeriods', 'PRICE_MONTHS', (from) => unit(from, 'MONTH')],
];
const TENDER: readonly Row[] = [
  ['BT-773-Tender', 'LIKELY_SUBCONTRACTED', mark('yes', 'applicability')],
  ['BT-773-Tender', 'NO_LIKELY_SUBCONTRACTED', mark('no', 'applicability')],
  ['BT-553-Tender', 'VAL_SUBCONTRACTING', amount],
  ['BT-555-Tender', 'PCT_SUBCONTRACTING', number],
  ['BT-554-Tender', 'INFO_ADD_SUBCONTRACTING', text],
  ['ted:SubcontractShareLow', 'PCT_RANGE_SHARE_SUBCONTRACTING/MIN', number],
  ['ted:SubcontractShareHigh', 'PCT_RANGE_SHARE_SUBCONTRACTING/MAX', number],
  ['BT-191-Tender', 'COUNTRY_ORIGIN/COMMUNITY_ORIGIN', mark('EU')],
  ['BT-191-Tender', 'COUNTRY_ORIGIN/NON_COMMUNITY_ORIGIN', (from) => ({ text: from.attribute('VALUE') ?? 'non-EU' })],
  ['BT-193-Tender', 'AWARDED_TENDERER_VARIANT', mark('true')],
  ['BT-193-Tender', 'NO_AWARDED_TENDERER_VARIANT', mark('false')],
];
const REFUSAL: readonly Row[] = [
  ['ted:NoAwardReason', 'PROCUREMENT_UNSUCCESSFUL', mark('PROCUREMENT_UNSUCCESSFUL')],
  ['ted:NoAwardReason', 'PROCUREMENT_DISCONTINUED', mark('PROCUREMENT_DISCONTINUED')],
];
const EXCLUDED: readonly Row[] = [
  ['ted:AbnormallyLowExcluded', 'TENDERS_EXCLUDED', mark('true')],
  ['ted:AbnormallyLowExcluded', 'NO_TENDERS_EXCLUDED', mark('false')],
];
const RESULT: readonly Row[] = [
  ['BT-710-LotResult', 'VAL_RANGE_TOTAL/LOW', amount],
  ['BT-711-LotResult', 'VAL_RANGE_TOTAL/HIGH', amount],
  ['ted:EstimatedValue', 'VAL_ESTIMATED_TOTAL', amount],
];

function unit(from: Node, unitCode: string): ReturnType<typeof number> {
  const value = number(from);
  return value === null ? null : { ...value, attributes: { unitCode } };
}

export function writeAwards(notice: Notice, results: Results, lots: readonly Lot[]): readonly Result[] {
  const awards = notice.body.all('AWARD_CONTRACT');
  const endsSystem = notice.body.has('PROCEDURE/TERMINATION_DPS');
  const made = awards.map((award) => writeAward(notice, award, results));
  if (endsSystem) for (const result of made) put(result.made, 'BT-119-LotResult', 'true');
  writeEstimates(made, lots);
  return made;
}

function writeAward({ form, isOld }: Notice, award: Node, results: Results): Result {
  const result = results.add(award.text('LOT_NO'));
  const refused = award.first('NO_AWARDED_CONTRACT');
  const awarded = award.first('AWARDED_CONTRACT');
  if (refused !== undefined) {
    result.decide('clos-nw');
    refused.mark();
    writeRefusal(result.made, refused);
  }
  if (awarded === undefined) {
    fill(result.made, NOT_AWARDED, award);
    return result;
  }
  result.decide('selec-w');
  const contract = result.contract();
  fill(contract, CONTRACT, award);
  // Forms of 2009 and before, and the ex ante notice, ask for the day of the decision, the others for that of the contract.
  say(contract, isOld || form === 'F15' ? 'BT-1451-Contract' : 'BT-145-Contract', awarded.first('DATE_CONCLUSION_CONTRACT'), date);
  writeTender(result, awarded);
  return result;
}

function writeTender(result: Result, awarded: Node): void {
  const values = awarded.first('VALUES') ?? awarded.first('VALUE');
  const list = awarded.first('CONTRACTORS') ?? awarded;
  const contractors = list.all('CONTRACTOR');
  for (const place of [awarded, list]) for (const name of ['AWARDED_TO_GROUP', 'NO_AWARDED_TO_GROUP']) place.has(name);
  result.count(TENDERS, awarded.first('TENDERS') ?? awarded);
  for (const from of [awarded, values]) fill(result.made, RESULT, from);
  fill(result.made, EXCLUDED, awarded);
  const tender = result.tender(contractors, 'ADDRESS_CONTRACTOR');
  for (const from of [awarded, values]) fill(tender, WORTH, from);
  fill(tender, TENDER, awarded);
}

/** Why nothing was awarded. */
export function writeRefusal(result: Element, refused: Node): void {
  // One box stands for "none received" and "all rejected", for which eForms has a code each: neither is chosen here.
  fill(result, REFUSAL, refused);
  if (refused.first('PROCUREMENT_DISCONTINUED') !== undefined) put(result, 'BT-144-LotResult', { text: 'other', attributes: { listName: 'non-award-justification' } });
}

/** An estimate given with the award is the lot's, where the lot has one award and no estimate of its own. */
function writeEstimates(results: readonly Result[], lots: readonly Lot[]): void {
  const counts = new Map<string, number>();
  for (const id of results.flatMap((result) => result.lots)) counts.set(id, (counts.get(id) ?? 0) + 1);
  const byId = new Map(lots.map((lot) => [lot.id, lot.made]));
  for (const result of results) {
    const estimate = child(result.made, 'ted:EstimatedValue');
    const [id] = result.lots;
    const lot = id === undefined || result.lots.length > 1 || counts.get(id) !== 1 ? undefined : byId.get(id);
    if (estimate === undefined || lot === undefined) continue;
    if (find(lot, 'cac:ProcurementProject/cac:RequestedTenderTotal/cbc:EstimatedOverallContractAmount') !== undefined) continue;
    put(lot, 'BT-27-Lot', { text: estimate.text, attributes: estimate.attributes });
  }
}

/** II.1.7: the value of all contracts of the notice together, or the range of the tenders. */
export function writeTotal({ body }: Notice, results: Results): void {
  const [object] = body.all('OBJECT_CONTRACT');
  const total = object?.first('VAL_TOTAL');
  say(results.made, 'BT-161-NoticeResult', total, amount);
  const range = object?.first('VAL_RANGE_TOTAL');
  say(results.made, 'ted:TotalValueLow', range?.first('LOW'), amount);
  say(results.made, 'ted:TotalValueHigh', range?.first('HIGH'), amount);
}
