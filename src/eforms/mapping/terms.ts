/**
 * Every business term that the mapping sees to, with its path: read off the rows, and listed here for what functions do.
 * The same paths serve to write what TED XML says in the words of eForms.
 */
import { DOCUMENT_ROWS } from './documents.ts';
import { LOT_ITEM_ROW, TENDER_ITEM_ROW } from './items.ts';
import { LOT_ROWS } from './lot.rows.ts';
import { BODY_TERMS, FUND_TERMS, PARTICIPANT_TERMS, PLANNING_TERMS } from './lots.ts';
import { NOTICE_ROWS } from './notice.rows.ts';
import { AWARD_ROWS, BID_ROWS, CONTRACT_ROWS } from './result.rows.ts';
import type { Row } from './row.ts';
import { SUSTAINABILITY_ROWS } from './sustainability.ts';

type Terms = readonly (readonly [term: string, path: string])[];

const CONTACT: Terms = [
  ['BT-500', 'cac:PartyName/cbc:Name'], ['BT-16', 'cac:PostalAddress/cbc:Department'], ['BT-502', 'cac:Contact/cbc:Name'], ['BT-503', 'cac:Contact/cbc:Telephone'],
  ['BT-739', 'cac:Contact/cbc:Telefax'], ['BT-506', 'cac:Contact/cbc:ElectronicMail'], ['BT-505', 'cbc:WebsiteURI'], ['BT-509', 'cbc:EndpointID'],
];
const ADDRESS: Terms = [
  ['BT-510(a)', 'cbc:StreetName'], ['BT-510(b)', 'cbc:AdditionalStreetName'], ['BT-510(c)', 'cac:AddressLine/cbc:Line'], ['BT-513', 'cbc:CityName'],
  ['BT-512', 'cbc:PostalZone'], ['BT-507', 'cbc:CountrySubentityCode'], ['BT-514', 'cac:Country/cbc:IdentificationCode'],
];
const within = (parent: string, terms: Terms): Terms => terms.map(([term, at]) => [term, `${parent}/${at}`]);
const ID = 'cac:PartyIdentification/cbc:ID';
const STATISTICS = 'efac:AppealRequestsStatistics';
const VEHICLES = "efac:StrategicProcurement[efac:StrategicProcurementInformation/efbc:ProcurementCategoryCode/@listName='cvd-contract-type']/efac:StrategicProcurementInformation";
const PRIVATE = "cac:TenderingProcess/cac:ProcessJustification[cbc:ProcessReasonCode/@listName='direct-award-justification']";

/** What the functions of the sections see to. */
const BY_FUNCTIONS: Readonly<Record<string, Terms>> = {
  Procedure: [['BT-1252', `${PRIVATE}/cbc:Description`]],
  'Procedure-Buyer': [
    ['OPT-300', `cac:ContractingParty/cac:Party/${ID}`], ['BT-508', 'cac:ContractingParty/cbc:BuyerProfileURI'],
    ['BT-11', "cac:ContractingParty/cac:ContractingPartyType/cbc:PartyTypeCode[@listName='buyer-legal-type']"],
    ['BT-740', "cac:ContractingParty/cac:ContractingPartyType/cbc:PartyTypeCode[@listName='buyer-contracting-type']"],
    ['BT-10', "cac:ContractingParty/cac:ContractingActivity/cbc:ActivityTypeCode[@listName='authority-activity']"],
    ['BT-610', "cac:ContractingParty/cac:ContractingActivity/cbc:ActivityTypeCode[@listName='entity-activity']"],
  ],
  'Procedure-SProvider': [['OPT-030', 'cac:ContractingParty/cac:Party/cac:ServiceProviderParty/cbc:ServiceTypeCode'], ['OPT-300', `cac:ContractingParty/cac:Party/cac:ServiceProviderParty/cac:Party/${ID}`]],
  'Organization-Company': [['OPT-200', ID], ...CONTACT, ...within('cac:PostalAddress', ADDRESS), ['BT-501', 'cac:PartyLegalEntity/cbc:CompanyID'], ['BT-165', 'efbc:CompanySizeCode']],
  'Organization-TouchPoint': [['OPT-201', ID], ...CONTACT, ...within('cac:PostalAddress', ADDRESS)],
  Organization: [
    ['BT-633', 'efbc:NaturalPersonIndicator'], ['BT-746', 'efbc:ListedOnRegulatedMarketIndicator'], ['OPP-050', 'efbc:GroupLeadIndicator'],
    ['OPP-051', 'efbc:AwardingCPBIndicator'], ['OPP-052', 'efbc:AcquiringCPBIndicator'], ['OPT-302', 'efac:UltimateBeneficialOwner/cbc:ID'],
  ],
  UBO: [
    ['OPT-202', 'cbc:ID'], ['OPT-160', 'cbc:FirstName'], ['BT-500', 'cbc:FamilyName'], ['BT-706', 'efac:Nationality/cbc:NationalityID'],
    ['BT-503', 'cac:Contact/cbc:Telephone'], ['BT-739', 'cac:Contact/cbc:Telefax'], ['BT-506', 'cac:Contact/cbc:ElectronicMail'],
    ...within('cac:ResidenceAddress', ADDRESS),
  ],
  Lot: [...BODY_TERMS, ...FUND_TERMS, ...PLANNING_TERMS, ...PARTICIPANT_TERMS],
  Part: [...BODY_TERMS, ...PLANNING_TERMS, ['BT-24', 'cac:ProcurementProject/cbc:Description'], ['BT-300', 'cac:ProcurementProject/cbc:Note']],
  LotsGroup: [['BT-137', 'cbc:ID']],
  LotResult: [
    ['OPT-322', 'cbc:ID'], ['BT-13713', 'efac:TenderLot/cbc:ID'], ['BT-142', 'cbc:TenderResultCode'], ['BT-144', 'efac:DecisionReason/efbc:DecisionReasonCode'],
    ['BT-119', 'efbc:DPSTerminationIndicator'], ['BT-710', 'cbc:LowerTenderAmount'], ['BT-711', 'cbc:HigherTenderAmount'],
    ['BT-759', 'efac:ReceivedSubmissionsStatistics/efbc:StatisticsNumeric'], ['BT-760', 'efac:ReceivedSubmissionsStatistics/efbc:StatisticsCode'],
    ['BT-635', `${STATISTICS}[efbc:StatisticsCode/@listName='irregularity-type']/efbc:StatisticsNumeric`],
    ['BT-636', `${STATISTICS}[efbc:StatisticsCode/@listName='irregularity-type']/efbc:StatisticsCode`],
    ['BT-712(a)', `${STATISTICS}[efbc:StatisticsCode/@listName='review-type']/efbc:StatisticsCode`],
    ['BT-712(b)', `${STATISTICS}[efbc:StatisticsCode/@listName='review-type']/efbc:StatisticsNumeric`],
    ['OPT-320', 'efac:LotTender/cbc:ID'], ['OPT-315', 'efac:SettledContract/cbc:ID'],
    ['OPT-301#Paying', `cac:PayerParty/${ID}`], ['OPT-301#Financing', `cac:FinancingParty/${ID}`],
    ['BT-735', `${VEHICLES}/efbc:ProcurementCategoryCode`], ['BT-723', `${VEHICLES}/efac:ProcurementDetails/efbc:AssetCategoryCode`],
    ['OPT-155', `${VEHICLES}/efac:ProcurementDetails/efac:StrategicProcurementStatistics/efbc:StatisticsCode`],
    ['OPT-156', `${VEHICLES}/efac:ProcurementDetails/efac:StrategicProcurementStatistics/efbc:StatisticsNumeric`],
  ],
  Tender: [
    ['OPT-321', 'cbc:ID'], ['BT-13714', 'efac:TenderLot/cbc:ID'], ['OPT-310', 'efac:TenderingParty/cbc:ID'],
    ['BT-160', 'efac:ConcessionRevenue/efbc:RevenueBuyerAmount'], ['BT-162', 'efac:ConcessionRevenue/efbc:RevenueUserAmount'],
    ['BT-163', 'efac:ConcessionRevenue/efbc:ValueDescription'], ['OPP-080', 'efbc:PublicTransportationCumulatedDistance'],
    ['OPP-030', "efac:ContractTerm[not(efbc:TermCode/text()='all-rev-tic')][efbc:TermCode/@listName='contract-detail']/efbc:TermCode"],
    ['OPP-031', "efac:ContractTerm[not(efbc:TermCode/text()='all-rev-tic')][efbc:TermCode/@listName='contract-detail']/efbc:TermDescription"],
    ['OPP-032', "efac:ContractTerm[efbc:TermCode/text()='all-rev-tic']/efbc:TermPercent"],
    ['OPP-034', "efac:ContractTerm[efbc:TermCode/@listName='rewards-penalties']/efbc:TermDescription"],
  ],
  Tenderer: [
    ['OPT-300', 'efac:Tenderer/cbc:ID'], ['OPT-170', 'efac:Tenderer/efbc:GroupLeadIndicator'], ['OPT-301#SubCont', 'efac:SubContractor/cbc:ID'],
    ['OPT-301#MainCont', 'efac:SubContractor/efac:MainContractor/cbc:ID'],
  ],
  Contract: [
    ['OPT-316', 'cbc:ID'], ['BT-3202', 'efac:LotTender/cbc:ID'], ['BT-1451', 'cbc:AwardDate'], ['OPT-300#Signatory', `cac:SignatoryParty/${ID}`],
    ['OPT-100', 'cac:NoticeDocumentReference/cbc:ID'], ['OPP-020', 'efac:DurationJustification/efbc:ExtendedDurationIndicator'],
    ['OPP-021', 'efac:DurationJustification/efac:AssetsList/efac:Asset/efbc:AssetDescription'],
    ['OPP-022', 'efac:DurationJustification/efac:AssetsList/efac:Asset/efbc:AssetSignificance'],
    ['OPP-023', 'efac:DurationJustification/efac:AssetsList/efac:Asset/efbc:AssetPredominance'],
  ],
  NoticeResult: [['BT-156', 'efac:GroupFramework/efbc:GroupFrameworkMaximumValueAmount'], ['BT-556', 'efac:GroupFramework/efac:TenderLot/cbc:ID']],
  /** Of a contract, but in an element of its own: efac:ContractModification. */
  'Contract@Modification': [
    ['BT-200', 'efac:ChangeReason/cbc:ReasonCode'], ['BT-201', 'efac:ChangeReason/efbc:ReasonDescription'], ['BT-202', 'efac:Change/efbc:ChangeDescription'],
  ],
  notice: [
    ['BT-701', "cbc:ID[@schemeName='notice-id']"],
    ['BT-140', 'EXT/efac:Changes/efac:ChangeReason/cbc:ReasonCode'], ['BT-762', 'EXT/efac:Changes/efac:ChangeReason/efbc:ReasonDescription'],
    ['BT-141(a)', 'EXT/efac:Changes/efac:Change/efbc:ChangeDescription'], ['BT-719', 'EXT/efac:Changes/efac:Change/efbc:ProcurementDocumentsChangeDate'],
    ['BT-13716', 'EXT/efac:Changes/efac:Change/efac:ChangedSection/efbc:ChangedSectionIdentifier'],
  ],
};
/** What has no place in the release: facts kept beside it, and terms that TED XML is written with all the same. */
const BESIDE: Readonly<Record<string, Terms>> = {
  Procedure: [['OPP-090', 'cac:TenderingProcess/cac:NoticeDocumentReference/cbc:ID'], ['BT-763', 'cac:TenderingProcess/cbc:PartPresentationCode']],
  NoticeResult: [['BT-161', 'cbc:TotalAmount'], ['BT-118', 'efbc:OverallMaximumFrameworkContractsAmount']],
  Tenderer: [['OPT-210', 'cbc:ID'], ['OPT-211', 'cbc:Name']],
  notice: [
    ['BT-757', 'cbc:VersionID'], ['BT-02', 'cbc:NoticeTypeCode'], ['BT-758', 'EXT/efac:Changes/efbc:ChangedNoticeIdentifier'],
    ['OPP-070', 'EXT/efac:NoticeSubType/cbc:SubTypeCode'], ['OPP-010', "EXT/efac:Publication/efbc:NoticePublicationID[@schemeName='ojs-notice-id']"],
    ['OPP-011', "EXT/efac:Publication/efbc:GazetteID[@schemeName='ojs-id']"], ['OPP-012', 'EXT/efac:Publication/efbc:PublicationDate'], ['OPT-002', 'cbc:CustomizationID'],
  ],
  'Contract@Modification': [
    ['BT-1501(n)', 'efbc:ChangedNoticeIdentifier'], ['BT-1501(c)', 'efbc:ModifiedContractIdentifier'], ['BT-1501(p)', 'efac:Change/efac:ChangedSection/efbc:ChangedSectionIdentifier'],
  ],
};

/** Terms that have a path here only so that TED XML can be written in them. */
export const BESIDE_TERMS: ReadonlySet<string> = new Set(Object.entries(BESIDE).flatMap(([section, terms]) => terms.map(([term]) => nameOf(term, section))));

const LOT_ID: Terms = [['BT-137', 'cbc:ID']];

/** `BT-541#FixedNumber` on `Lot` is the field BT-541-Lot-FixedNumber. */
function nameOf(term: string, on: string): string {
  const [stem = '', ending] = term.split('#');
  return `${stem}-${on.replace(/@.*$/, '')}${ending === undefined ? '' : `-${ending}`}`;
}

function registry(): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const add = (term: string, on: string, at: string): void => {
    found.set(nameOf(term, on), at.replaceAll("'?]", "']"));
  };
  const rows: readonly Row[] = [...NOTICE_ROWS, ...LOT_ROWS, ...SUSTAINABILITY_ROWS, ...DOCUMENT_ROWS, LOT_ITEM_ROW, TENDER_ITEM_ROW, ...BID_ROWS, ...AWARD_ROWS, ...CONTRACT_ROWS];
  for (const { terms, on } of rows) for (const section of on) for (const [term, at] of terms) add(term, section, at);
  for (const tables of [BY_FUNCTIONS, BESIDE]) for (const [section, terms] of Object.entries(tables)) for (const [term, at] of terms) add(term, section, at);
  for (const section of ['Lot', 'Part']) for (const [term, at] of LOT_ID) add(term, section, at);
  return found;
}

export const TERMS: ReadonlyMap<string, string> = registry();

/**
 * Where a term stands, relative to the element of its section.
 * @throws Error for a term that the mapping does not know: a mistake in whoever asks.
 */
export function pathOf(term: string): string {
  const found = TERMS.get(term);
  if (found === undefined) throw new Error(`The business term ${term} is not in the mapping.`);
  return found;
}
