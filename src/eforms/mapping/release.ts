/** An eForms notice as an OCDS release, section by section. */
import type { JsonObject } from '#base';
import { childrenOf, textOf, type Element } from '../xml/element.ts';
import { find, findAll } from '../xml/path.ts';
import { alpha2 } from '../codes/countries.ts';
import { readChanges } from './changes.ts';
import { zoneOf } from './dates.ts';
import { draftsIn, isDraft, numbered, put, type Draft } from './draft.ts';
import { TENDER_ITEM_ROW } from './items.ts';
import { PROCESS } from './lot.paths.ts';
import { readLots } from './lots.ts';
import { NOTICE_ROWS } from './notice.rows.ts';
import { readParties } from './parties.ts';
import type { Remarks } from './remarks.ts';
import { readResults } from './results.ts';
import { Table, type Reading } from './row.ts';
import { readTedExtras, TED_NOTICE_ROWS } from './ted.rows.ts';
import { readWithheld } from './withheld.ts';

const NOTICE = new Table(NOTICE_ROWS);
const OF_TED = new Table(TED_NOTICE_ROWS);

/**
 * @param notice the root of an eForms notice, or of what TED XML became
 * @param isTed true of the latter
 */
export function releaseOf(notice: Element, remarks: Remarks, isTed = false): JsonObject {
  const reading: Reading = { language: textOf(find(notice, 'cbc:NoticeLanguageCode')), zone: zoneOf(buyerCountry(notice)), isTed, remarks };
  const release: Draft = {};
  NOTICE.run(notice, release, reading);
  if (isTed) OF_TED.run(notice, release, reading);
  readParties(notice, release, reading, remarks);
  readWhole(notice, release, reading);
  readLots(notice, release, reading);
  readResults(notice, release, reading);
  if (isTed) readTedExtras(notice, release, remarks);
  readChanges(notice, release, reading);
  readEarlierProcedure(notice, release);
  if (!isTed) readWithheld(notice, release, reading);
  if (isDraft(release['tender']) && Object.keys(release['tender']).length === 0) delete release['tender'];
  return release;
}

/** The country in which times without an offset are meant. */
function buyerCountry(notice: Element): string | null {
  const buyer = textOf(find(notice, 'cac:ContractingParty/cac:Party/cac:PartyIdentification/cbc:ID'));
  const companies = findAll(notice, 'EXT/efac:Organizations/efac:Organization/efac:Company');
  const company = companies.find((one) => textOf(find(one, 'cac:PartyIdentification/cbc:ID')) === buyer) ?? companies[0];
  const code = company === undefined ? null : textOf(find(company, 'cac:PostalAddress/cac:Country/cbc:IdentificationCode'));
  return code === null ? null : alpha2(code);
}

/** What is bought as a whole, and where: the first item. */
function readWhole(notice: Element, release: Draft, reading: Reading): void {
  const aside: Draft = {};
  TENDER_ITEM_ROW.write([notice], aside, reading);
  if (isDraft(aside['item'])) numbered(release, 'tender.items', aside['item']);
  for (const address of draftsIn(aside['deliveryAddresses'])) put(release, 'tender.deliveryAddresses[]', address);
}

const DIRECT = `${PROCESS}/cac:ProcessJustification[cbc:ProcessReasonCode/@listName='direct-award-justification'?]`;
/** Grounds that build on a procedure that gave nothing; the others build on one that gave a contract. */
const UNSUCCESSFUL = new Set(['unsuitable', 'irregular']);

/** BT-1252: the procedure on which a direct award builds. */
function readEarlierProcedure(notice: Element, release: Draft): void {
  for (const justification of findAll(notice, DIRECT)) {
    const code = textOf(find(justification, 'cbc:ProcessReasonCode')) ?? '';
    for (const one of childrenOf(justification, 'cbc:Description')) {
      const identifier = textOf(one);
      if (identifier === null) continue;
      numbered(release, 'relatedProcesses', { relationship: [UNSUCCESSFUL.has(code) ? 'unsuccessfulProcess' : 'prior'], scheme: 'eu-oj', identifier });
    }
  }
}

