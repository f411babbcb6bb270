/** F20: how a contract was changed, and why. */
import { make } from '../xml/path.ts';
import { element, type Element } from '../xml/element.ts';
import { earlierNotices, type Notice } from './notice.ts';
import type { Node } from './node.ts';
import { amount, date, duration, joined, text } from './read.ts';
import type { Result } from './results.ts';
import { numberOf } from './results.ts';
import { fill, put, say, type Row } from './write.ts';

const REASONS = [['UNFORESEEN_CIRCUMSTANCE', 'mod-cir'], ['ADDITIONAL_NEED', 'add-wss']] as const;

/** The contract as it is after the change, which section VII.1 describes in full. */
const AFTER: readonly Row[] = [
  ['ted:Description', 'SHORT_DESCR', text],
  ['ted:Place', 'MAIN_SITE', text],
  ['ted:Nuts', 'NUTS', (from) => code(from)],
  ['ted:Cpv', 'CPV_MAIN/CPV_CODE', (from) => code(from)],
  ['ted:Cpv', 'CPV_MAIN/CPV_SUPPLEMENTARY_CODE', (from) => code(from)],
  ['ted:Cpv', 'CPV_ADDITIONAL/CPV_CODE', (from) => code(from)],
  ['ted:Cpv', 'CPV_ADDITIONAL/CPV_SUPPLEMENTARY_CODE', (from) => code(from)],
  ['ted:Duration', 'DURATION', duration],
  ['ted:StartDate', 'DATE_START', date],
  ['ted:EndDate', 'DATE_END', date],
  ['ted:LongFramework', 'JUSTIFICATION', text],
  ['ted:Value', 'VAL_TOTAL', amount],
  ['ted:Value', 'VALUES/VAL_TOTAL', amount],
];

const VALUES: readonly Row[] = [['ted:ValueBefore', 'VAL_TOTAL_BEFORE', amount], ['ted:ValueAfter', 'VAL_TOTAL_AFTER', amount]];

function code(from: Node): { readonly text: string } | null {
  const value = from.attribute('CODE');
  return value === null ? null : { text: value };
}

/** @param results of the contract that is changed; the form has one */
export function modification(notice: Notice, results: readonly Result[]): Element {
  const made = element('efac:ContractModification');
  const from = notice.body.first('MODIFICATIONS_CONTRACT');
  const why = from?.first('INFO_MODIFICATIONS');
  for (const earlier of earlierNotices(notice, 'PROCEDURE/NOTICE_NUMBER_OJ')) {
    put(made, 'BT-1501(n)-Contract', { text: earlier, attributes: { schemeName: 'ojs-notice-id' } });
  }
  for (const result of results) put(made, 'BT-1501(c)-Contract', { text: numberOf(result.contract()), attributes: { schemeName: 'contract' } });
  const change = make(made, 'efac:Change');
  if (why !== undefined) {
    say(made, 'BT-202-Contract', why.first('SHORT_DESCR'), text);
    for (const [name, reason] of REASONS) writeReason(made, joined(why.all(name)), why.has(name) ? reason : null);
    for (const values of [why, why.first('VALUES')]) fill(made, VALUES, values);
  }
  const after = from?.first('DESCRIPTION_PROCUREMENT');
  fill(made, AFTER, after);
  const contractors = [...(after?.all('CONTRACTOR') ?? []), ...(after?.first('CONTRACTORS')?.all('CONTRACTOR') ?? [])];
  for (const contractor of contractors) put(made, 'ted:Contractor', notice.organisations.company(contractor.first('ADDRESS_CONTRACTOR')));
  for (const group of [after, after?.first('CONTRACTORS')]) for (const name of ['AWARDED_TO_GROUP', 'NO_AWARDED_TO_GROUP']) group?.has(name);
  for (const contractor of contractors) for (const size of ['SME', 'NO_SME']) contractor.has(size);
  if (change.children.length === 0) made.children.splice(made.children.indexOf(change), 1);
  return made;
}

function writeReason(made: Element, words: ReturnType<typeof joined>, reason: string | null): void {
  if (reason === null) return;
  make(made, 'efac:ChangeReason');
  put(made, 'BT-200-Contract', { text: reason, attributes: { listName: 'modification-justification' } });
  put(made, 'BT-201-Contract', words);
}
