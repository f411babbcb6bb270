/** Documents of the procurement, and where the law that applies is to be found. */
import { label, languageCode } from '../codes/labels.ts';
import { textOf, type Element } from '../xml/element.ts';
import { find, findAll } from '../xml/path.ts';
import { entry, idIn, numbered, put, type Draft } from './draft.ts';
import { LP, TERMS } from './lot.paths.ts';
import { by, codes, type Row } from './row.ts';

const CALL = `${TERMS}/cac:CallForTendersDocumentReference`;
const ADDRESS = 'cac:Attachment/cac:ExternalReference/cbc:URI';
const addressOf = (kind: string): string => `${CALL}[cbc:DocumentType/text()='${kind}']/${ADDRESS}`;

/** element, term of the identifier, term of the address, ending of these terms */
const LAWS = [
  ['cac:FiscalLegislationDocumentReference', 'OPT-111', 'OPT-110', 'FiscalLegis'],
  ['cac:EnvironmentalLegislationDocumentReference', 'OPT-112', 'OPT-120', 'EnvironLegis'],
  ['cac:EmploymentLegislationDocumentReference', 'OPT-113', 'OPT-130', 'EmployLegis'],
] as const;

/** Documents go into `documents` of the draft, whoever it stands for; the lots they belong to are added by the caller. */
export const DOCUMENT_ROWS: readonly Row[] = [
  by([
    ['OPT-140', `${CALL}/cbc:ID`], ['BT-14', `${CALL}/cbc:DocumentType`], ['BT-15', addressOf('non-restricted-document')], ['BT-615', addressOf('restricted-document')],
    ['BT-707', `${CALL}/cbc:DocumentTypeCode`], ['BT-708', `${CALL}/EXT/efac:OfficialLanguages/cac:Language/cbc:ID`],
    ['BT-737', `${CALL}/EXT/efac:NonOfficialLanguages/cac:Language/cbc:ID`],
  ], LP, (from, into) => {
    for (const reference of findAll(from, CALL)) readCall(reference, into);
  }),
  ...LAWS.map(([name, idTerm, addressTerm, ending]) => by([
    [`${idTerm}#${ending}`, `${TERMS}/${name}/cbc:ID`], [`${addressTerm}#${ending}`, `${TERMS}/${name}/${ADDRESS}`],
    [`OPT-301#${ending}`, `${TERMS}/${name}/cac:IssuerParty/cac:PartyIdentification/cbc:ID`],
  ], LP, (from, into) => {
    for (const reference of findAll(from, `${TERMS}/${name}`)) readLaw(reference, into);
  })),
];

function documentOf(reference: Element, into: Draft): Draft {
  const id = textOf(find(reference, 'cbc:ID')) ?? textOf(find(reference, ADDRESS));
  return id === null ? numbered(into, 'documents', {}) : entry(into, 'documents', id);
}

function readCall(reference: Element, into: Draft): void {
  const made = documentOf(reference, into);
  made['documentType'] = 'biddingDocuments';
  const isRestricted = textOf(find(reference, 'cbc:DocumentType')) === 'restricted-document';
  if (isRestricted) made['accessDetails'] = 'Restricted.';
  const why = textOf(find(reference, 'cbc:DocumentTypeCode'));
  if (why !== null) put(made, 'accessDetails+', label('communication-justification', why) ?? why);
  const address = textOf(find(reference, ADDRESS));
  if (address !== null) put(made, isRestricted ? 'accessDetailsURL' : 'url', address);
  for (const [place, to] of [['EXT/efac:OfficialLanguages', 'languages'], ['EXT/efac:NonOfficialLanguages', 'unofficialTranslations']] as const) {
    put(made, `${to}[]`, codes(findAll(reference, `${place}/cac:Language/cbc:ID`)).map(languageCode));
  }
}

function readLaw(reference: Element, into: Draft): void {
  const made = documentOf(reference, into);
  made['documentType'] = 'legislation';
  put(made, 'url', textOf(find(reference, ADDRESS)) ?? undefined);
  const issuer = textOf(find(reference, 'cac:IssuerParty/cac:PartyIdentification/cbc:ID'));
  if (issuer !== null) made['publisher'] = { id: issuer };
}

/** Marks documents as belonging to a lot and moves them to the tender, one for each id. */
export function placeDocuments(documents: readonly Draft[], tender: Draft, lot: string | null): void {
  for (const made of documents) {
    const document = entry(tender, 'documents', idIn(made));
    Object.assign(document, made, document['relatedLots'] === undefined ? {} : { relatedLots: document['relatedLots'] });
    if (lot !== null) put(document, 'relatedLots[]', lot);
  }
}
