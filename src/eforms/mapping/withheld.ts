/** What a notice keeps back for now (BT-195 to BT-198): which field, of what, why, and until when. */
import { lookup } from '../codes/lookup.ts';
import { label } from '../codes/labels.ts';
import { textOf, type Element } from '../xml/element.ts';
import { find, findAll } from '../xml/path.ts';
import { moment } from './dates.ts';
import { isEmpty, put, type Draft } from './draft.ts';
import { text, type Reading } from './row.ts';

/** Fields that have no place in the release, so nothing is missing there. */
const DISCARDED = new Set(['not-app-val', 'not-max-val', 'not-val', 'gro-ree-val', 'gro-max-ide', 'sub-val-kno', 'sub-per-kno']);
export function isPrivateAndDiscarded(field: string): boolean {
  return DISCARDED.has(field);
}

/** Names that the guidance writes otherwise than the code list. */
const NAMES: Readonly<Record<string, string>> = {
  'dir-awa-jus': 'Direct Award Justification', 'ten-val-low': 'Tender Lowest Value', 'ten-val-hig': 'Tender Highest Value',
  'buy-rev-cou': 'Buyer Review Request Count', 'buy-rev-typ': 'Buyer Review Request Irregularity Type',
};
const KINDS: Readonly<Record<string, string>> = { 'number-fixed': 'Fixed', 'number-weight': 'Weight', 'number-threshold': 'Threshold' };
/** Elements whose id tells what the field is of. */
const OWNERS: Readonly<Record<string, string>> = {
  'cac:ProcurementProjectLot': 'cbc:ID', 'efac:LotResult': 'cbc:ID', 'efac:LotTender': 'cbc:ID', 'efac:SettledContract': 'cbc:ID',
  'efac:GroupFramework': 'efac:TenderLot/cbc:ID',
};

export function readWithheld(notice: Element, release: Draft, reading: Reading): void {
  const procedure = textOf(find(notice, 'cbc:ContractFolderID'));
  walk(notice, procedure, null, (privacy, owner, kind) => {
    const item = readItem(privacy, owner, kind, reading);
    if (item !== undefined) put(release, 'withheldInformation[]', item);
  });
}

type Visit = (privacy: Element, owner: string | null, kind: string | null) => void;

function walk(from: Element, owner: string | null, kind: string | null, visit: Visit): void {
  for (const one of from.children) {
    if (one.name === 'efac:FieldsPrivacy') visit(one, owner, kind);
    else if (one.children.length > 0) {
      const at = lookup(OWNERS, one.name);
      const id = at === undefined ? null : textOf(find(one, at));
      const list = one.name === 'efac:AwardCriterionParameter' ? find(one, 'efbc:ParameterCode')?.attributes['listName'] : undefined;
      walk(one, id ?? owner, list ?? kind, visit);
    }
  }
}

function readItem(privacy: Element, owner: string | null, kind: string | null, reading: Reading): Draft | undefined {
  const field = textOf(find(privacy, 'efbc:FieldIdentifierCode'));
  if (field !== null && DISCARDED.has(field)) return undefined;
  const item: Draft = {};
  if (field !== null) {
    const ofNumber = field === 'awa-cri-num' ? lookup(KINDS, kind) : undefined;
    const name = lookup(NAMES, field) ?? label('non-publication-identifier', field)?.replace(/ \(BT-\d+\)$/, '') ?? field;
    put(item, 'id', [field, ofNumber?.toLowerCase(), owner].filter((part) => part !== undefined && part !== null).join('-'));
    put(item, 'field', field);
    put(item, 'name', ofNumber === undefined ? name : `${name} ${ofNumber}`);
  }
  put(item, 'rationale', text(findAll(privacy, 'efbc:ReasonDescription'), reading));
  const reason = textOf(find(privacy, 'cbc:ReasonCode'));
  if (reason !== null) {
    put(item, 'rationaleClassifications[]', {
      scheme: 'eu-non-publication-justification', id: reason, description: label('non-publication-justification', reason) ?? reason,
      uri: `http://publications.europa.eu/resource/authority/non-publication-justification/${reason}`,
    });
  }
  put(item, 'availabilityDate', moment(textOf(find(privacy, 'efbc:PublicationDate')), null, 'start', reading.zone));
  return isEmpty(item) ? undefined : item;
}
