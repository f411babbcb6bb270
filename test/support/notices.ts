/** Notices of eForms made by hand, as small as they can be. */
const SPACES = [
  ['cbc', 'urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2'], ['cac', 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2'],
  ['ext', 'urn:oasis:names:specification:ubl:schema:xsd:CommonExtensionComponents-2'], ['efext', 'http://data.europa.eu/p27/eforms-ubl-extensions/1'],
  ['efac', 'http://data.europa.eu/p27/eforms-ubl-extension-aggregate-components/1'], ['efbc', 'http://data.europa.eu/p27/eforms-ubl-extension-basic-components/1'],
].map(([prefix, space]) => `xmlns:${prefix}="${space}"`).join(' ');

export interface MadeNotice {
  /** Publication number: `12-2024`. */
  readonly number: string;
  readonly date?: string;
  /** BT-03 */
  readonly formType?: string;
  readonly title?: string;
  readonly buyer?: string;
  /** Publication numbers of earlier notices of the procedure. */
  readonly previous?: readonly string[];
  /** BT-04 */
  readonly procedure?: string;
  /** Publication number or id of the notice that this one changes. */
  readonly changes?: string;
  /** Elements to stand within `efac:NoticeResult`. */
  readonly result?: string;
  /** Elements to stand within the extension, before the results. */
  readonly extension?: string;
  /** Elements to stand at the end of the notice. */
  readonly body?: string;
}

export function noticeXml({ number, date = '2024-05-01', formType = 'competition', title = 'Journalsystem', buyer = 'Prøve Kommune', previous = [], procedure, changes, result, extension = '', body = '' }: MadeNotice): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<ContractNotice xmlns="urn:oasis:names:specification:ubl:schema:xsd:ContractNotice-2" ${SPACES}>
  <ext:UBLExtensions><ext:UBLExtension><ext:ExtensionContent><efext:EformsExtension>
    ${changes === undefined ? '' : `<efac:Changes><efbc:ChangedNoticeIdentifier>${changes}</efbc:ChangedNoticeIdentifier></efac:Changes>`}
    ${extension}
    ${result === undefined ? '' : `<efac:NoticeResult>${result}</efac:NoticeResult>`}
    <efac:Organizations><efac:Organization><efac:Company><cac:PartyIdentification><cbc:ID schemeName="organization">ORG-0001</cbc:ID></cac:PartyIdentification>
      <cac:PartyName><cbc:Name languageID="DAN">${buyer}</cbc:Name></cac:PartyName><cac:PostalAddress><cac:Country><cbc:IdentificationCode>DNK</cbc:IdentificationCode></cac:Country></cac:PostalAddress></efac:Company></efac:Organization></efac:Organizations>
    <efac:Publication><efbc:NoticePublicationID schemeName="ojs-notice-id">${number}</efbc:NoticePublicationID></efac:Publication>
  </efext:EformsExtension></ext:ExtensionContent></ext:UBLExtension></ext:UBLExtensions>
  <cbc:CustomizationID>eforms-sdk-1.10</cbc:CustomizationID><cbc:ID schemeName="notice-id">id-${number}</cbc:ID>
  ${procedure === undefined ? '' : `<cbc:ContractFolderID>${procedure}</cbc:ContractFolderID>`}
  <cbc:IssueDate>${date}+01:00</cbc:IssueDate><cbc:VersionID>01</cbc:VersionID>
  <cbc:NoticeTypeCode listName="${formType}">${formType === 'competition' ? 'cn-standard' : 'can-standard'}</cbc:NoticeTypeCode><cbc:NoticeLanguageCode>DAN</cbc:NoticeLanguageCode>
  <cac:ContractingParty><cac:Party><cac:PartyIdentification><cbc:ID>ORG-0001</cbc:ID></cac:PartyIdentification></cac:Party></cac:ContractingParty>
  <cac:TenderingProcess><cbc:ProcedureCode>open</cbc:ProcedureCode>${previous.map((one) => `<cac:NoticeDocumentReference><cbc:ID schemeName="ojs-notice-id">${one}</cbc:ID></cac:NoticeDocumentReference>`).join('')}</cac:TenderingProcess>
  <cac:ProcurementProject><cbc:Name languageID="DAN">${title}</cbc:Name></cac:ProcurementProject>
  ${body}
</ContractNotice>`;
}
