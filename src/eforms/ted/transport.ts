/** T01 and T02: what Regulation 1370/2007 asks for beside the rest. */
import type { Element } from '../xml/element.ts';
import { make } from '../xml/path.ts';
import type { Writer } from './conditions.ts';
import type { Node } from './node.ts';
import type { Notice } from './notice.ts';
import { joined, mark, number, plain, text } from './read.ts';
import { fill, put, say, type Row, type Value } from './write.ts';

const CONTRACT_TERMS = [
  ['COST_PARAMETERS', 'cost-comp'], ['EXCLUSIVE_RIGHTS_GRANTED', 'exc-right'], ['SOCIAL_STANDARDS', 'soc-stand'], ['PUBLIC_SERVICE_OBLIGATIONS', 'publ-ser-obl'],
  ['OTHER_PARTICULAR_CONDITIONS', 'other'],
] as const;

const CUSTOMER_SERVICES = [
  ['INFORMATION_TICKETS', 'info'], ['PUNCTUALITY_RELIABILITY', 'reliability'], ['CANCELLATIONS_SERVICES', 'cancel'], ['CLEANLINESS_ROLLING_STOCK', 'clean'],
  ['CUST_SATISFACTION_SURVEY', 'sat-surv'], ['COMPLAINT_HANDLING', 'complaint'], ['ASSIST_PERSONS_REDUCTED_MOB', 'assistance'], ['OTHER_QUALITY_TARGET', 'other'],
] as const;

const ASSETS: readonly Row[] = [
  ['OPP-020-Contract', 'EXTENDED_CONTRACT_DURATION', mark('true')],
  ['OPP-020-Contract', 'NO_EXTENDED_CONTRACT_DURATION', mark('false')],
  ['OPP-021-Contract', 'LIST', text],
  ['OPP-022-Contract', 'SIGNIFICANCE', text],
  ['OPP-023-Contract', 'PREDOMINANCE', text],
];

/** Quality targets are services to customers in eForms, and terms of the lot. */
export function transportOfLots(body: Node): readonly Writer[] {
  const from = body.first('LEFTI');
  return CUSTOMER_SERVICES.flatMap(([name, code]) => {
    const words = from === undefined ? null : joined(from.all(name));
    return words === null ? [] : [service(code, words)];
  });
}

function service(code: string, words: Value): Writer {
  return (lot) => {
    const made = make(lot, 'cac:TenderingTerms/cac:ContractExecutionRequirement');
    make(made, 'cbc:ExecutionRequirementCode', code, { listName: 'customer-service' });
    make(made, 'cbc:Description', words.text, { ...words.attributes });
  };
}

/** What the form says of the contract it says once; eForms says it of each tender and contract. */
export function writeTransport({ body, organisations }: Notice, awarded: Node | undefined, tender: Element, contract: Element): void {
  const from = body.first('LEFTI');
  for (const [name, code] of CONTRACT_TERMS) {
    const words = from === undefined ? null : joined(from.all(name));
    if (words !== null) term(tender, code, 'contract-detail', words);
  }
  from?.has('NO_EXCLUSIVE_RIGHTS_GRANTED');
  const rewards = from === undefined ? null : joined(from.all('REWARDS_PENALITIES'));
  if (rewards !== null) term(tender, 'rew-pen', 'rewards-penalties', rewards);
  const share = from?.first('PCT_ALLOCATED_OPERATOR');
  const percent = share === undefined ? null : number(share);
  if (percent !== null) {
    const made = make(tender, 'efac:ContractTerm');
    make(made, 'efbc:TermCode', 'all-rev-tic', { listName: 'contract-detail' });
    make(made, 'efbc:TermPercent', percent.text);
  }
  for (const descr of body.all('OBJECT_CONTRACT/OBJECT_DESCR/ESSENTIAL_ASSETS')) fill(contract, ASSETS, descr);
  say(tender, 'OPP-080-Tender', awarded?.first('NB_KILOMETRES'), number);
  for (const contractor of awarded?.all('CONTRACTORS/CONTRACTOR') ?? []) {
    say(tender, 'ted:Ownership', contractor.first('OWNERSHIP'), plain);
    put(tender, 'ted:ControllingParty', organisations.company(contractor.first('ADDRESS_PARTY')));
  }
}

function term(tender: Element, code: string, list: string, words: Value): void {
  const made = make(tender, 'efac:ContractTerm');
  make(made, 'efbc:TermCode', code, { listName: list });
  make(made, 'efbc:TermDescription', words.text, { ...words.attributes });
}
