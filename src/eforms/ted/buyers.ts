/** Section I: who buys, and whom else one may turn to. */
import { child, type Element } from '../xml/element.ts';
import { make } from '../xml/path.ts';
import { AUTHORITY_ACTIVITIES, BUYER_TYPES, ENTITY_ACTIVITIES } from './codes.ts';
import type { Node } from './node.ts';
import type { Notice } from './notice.ts';
import { coded, plain, text } from './read.ts';
import { fill, gather, put, say, type Read, type Row, type Said, type Value } from './write.ts';

const CONTRACTING_PARTY = 'cac:ContractingParty';

/** Each of these stands in an element of its own beside the others. */
const BUYER: readonly (readonly [container: string, row: Row])[] = [
  [`${CONTRACTING_PARTY}/cac:ContractingPartyType`, ['BT-11-Procedure-Buyer', 'CA_TYPE', coded('VALUE', BUYER_TYPES, 'buyer-legal-type')]],
  [`${CONTRACTING_PARTY}/cac:ContractingActivity`, ['BT-10-Procedure-Buyer', 'CA_ACTIVITY', coded('VALUE', AUTHORITY_ACTIVITIES, 'authority-activity')]],
  [`${CONTRACTING_PARTY}/cac:ContractingActivity`, ['BT-610-Procedure-Buyer', 'CE_ACTIVITY', coded('VALUE', ENTITY_ACTIVITIES, 'entity-activity')]],
];

const attribute: Read = (from) => {
  const value = from.attribute('VALUE');
  return value === null ? null : { text: value };
};

const BUYER_IN_WORDS: readonly Row[] = [
  ['ted:BuyerType', 'CA_TYPE', attribute], ['ted:BuyerType', 'CA_TYPE_OTHER', text],
  ['ted:Activity', 'CA_ACTIVITY_OTHER', text], ['ted:Activity', 'CE_ACTIVITY_OTHER', text],
];

/** What section I says of the tendering; eForms says it of every lot. */
const COMMUNICATION: readonly Row[] = [
  ['BT-18-Lot', 'URL_PARTICIPATION', plain],
  ['BT-124-Lot', 'URL_TOOL', plain],
];
const OPEN: readonly Row[] = [['BT-15-Lot', 'URL_DOCUMENT', plain], ...COMMUNICATION];
const RESTRICTED: readonly Row[] = [['BT-615-Lot', 'URL_DOCUMENT', plain], ...COMMUNICATION];

export function writeBuyers(notice: Notice): void {
  const { made, organisations } = notice;
  const body = notice.body.first('CONTRACTING_BODY');
  if (body === undefined) return;
  const lead = body.first('ADDRESS_CONTRACTING_BODY');
  const parties = new Map<string, Element>();
  for (const [index, address] of [lead, ...body.all('ADDRESS_CONTRACTING_BODY_ADDITIONAL')].entries()) {
    const id = index === 0 ? organisations.company(address) : organisations.pointOf(address);
    if (id === null) continue;
    const profile = address?.text('URL_BUYER') ?? null;
    const known = parties.get(id);
    if (known !== undefined) {
      // A buyer named twice is one; what only the second mention says of it is kept.
      if (profile !== null && child(known, 'cbc:BuyerProfileURI') === undefined) make(known, 'cbc:BuyerProfileURI', profile);
      continue;
    }
    parties.set(id, make(made, CONTRACTING_PARTY));
    put(made, 'BT-508-Procedure-Buyer', profile);
    put(made, 'OPT-300-Procedure-Buyer', referenceTo(id));
    if (index === 0) writeLead(notice, body, id);
  }
  for (const address of body.all('ADDRESS_BOUGHT_FOR')) put(made, 'ted:BoughtFor', organisations.company(address));
}

/** The form describes the first buyer alone. */
function writeLead({ made, organisations }: Notice, body: Node, id: string): void {
  for (const [container, [term, place, read]] of BUYER) {
    for (const one of body.all(place)) {
      const value = read(one);
      if (value === null) continue;
      make(made, container);
      put(made, term, value);
    }
  }
  fill(made, BUYER_IN_WORDS, body);
  const organisation = organisations.element(id);
  if (organisation === undefined) return;
  if (body.has('JOINT_PROCUREMENT_INVOLVED')) put(organisation, 'OPP-050-Organization', 'true');
  if (body.has('CENTRAL_PURCHASING')) put(organisation, 'OPP-051-Organization', 'true');
  say(made, 'BT-09(b)-Procedure', body.first('PROCUREMENT_LAW'), text);
}

/** Places where one gets documents and information and sends tenders: said once here, and in every lot in eForms. */
export function communication({ body: form, organisations }: Notice): readonly Said[] {
  const body = form.first('CONTRACTING_BODY');
  if (body === undefined) return [];
  const lead = organisations.company(body.first('ADDRESS_CONTRACTING_BODY'));
  const party = (term: string, place: string): Said[] => {
    const named = body.all(place).flatMap((address) => organisations.pointOf(address) ?? []);
    const ids = named.length === 0 && body.has(`${place}_IDEM`) && lead !== null ? [lead] : named;
    return ids.map((id) => ({ term, value: referenceTo(id) }));
  };
  const [isFull, isRestricted] = [body.has('DOCUMENT_FULL'), body.has('DOCUMENT_RESTRICTED')];
  return [
    ...gather(isRestricted && !isFull ? RESTRICTED : OPEN, body),
    ...party('OPT-301-Lot-AddInfo', 'ADDRESS_FURTHER_INFO'),
    ...party('OPT-301-Lot-TenderReceipt', 'ADDRESS_PARTICIPATION'),
    ...party('OPT-301-Lot-DocProvider', 'ADDRESS_DOCUMENTS'),
  ];
}

const BODIES = [
  ['OPT-301-Lot-ReviewOrg', 'ADDRESS_REVIEW_BODY'], ['OPT-301-Lot-Mediator', 'ADDRESS_MEDIATION_BODY'], ['OPT-301-Lot-ReviewInfo', 'ADDRESS_REVIEW_INFO'],
  ['OPT-301-Lot-FiscalLegis', 'ADDRESS_TAX_LAW'], ['OPT-301-Lot-EnvironLegis', 'ADDRESS_ENVIRONMENT_LAW'], ['OPT-301-Lot-EmployLegis', 'ADDRESS_EMPLOYMENT_LAW'],
] as const;

function referenceTo(id: string): Value {
  return { text: id, attributes: { schemeName: id.startsWith('TPO') ? 'touchpoint' : 'organization' } };
}

/** Bodies of section VI: of review, and those that know the law. */
export function reviewBodies({ body, organisations }: Notice): readonly Said[] {
  const info = body.first('COMPLEMENTARY_INFO');
  return BODIES
    .flatMap(([term, place]) => (info?.all(place) ?? []).flatMap((address) => {
      const id = organisations.pointOf(address);
      return id === null ? [] : [{ term, value: referenceTo(id) }];
    }));
}
