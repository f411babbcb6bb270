/** Real notices of every form, against what they say to whoever reads them. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { unwrap } from '#base';
import { NOTICES, tedNoticesByName } from '../../../test/support/real-notices.ts';
import { without } from '../../../test/support/shared.ts';
import { textOf, type Element } from '../xml/element.ts';
import { parseXml } from '../xml/parse.ts';
import { findAll } from '../xml/path.ts';
import { tedToEforms } from './convert.ts';

const skip = without(...NOTICES);
const notices = skip === false ? await tedNoticesByName() : new Map<string, Buffer>();

const PROCESS = 'cac:TenderingProcess';
const PROJECT = 'cac:ProcurementProject';
const LOT = 'cac:ProcurementProjectLot';
const LOT_ID = `${LOT}/cbc:ID`;
const RESULT = 'EXT/efac:NoticeResult';
const PROCEDURE = `${PROCESS}/cbc:ProcedureCode`;
const REASON = `${PROCESS}/cac:ProcessJustification[cbc:ProcessReasonCode/@listName='direct-award-justification']/cbc:ProcessReasonCode`;
const EARLIER = `${PROCESS}/cac:NoticeDocumentReference/cbc:ID`;
const COMPANY = 'EXT/efac:Organizations/efac:Organization/efac:Company';
const SYSTEM = (list: string): string => `${LOT}/${PROCESS}/cac:ContractingSystem[cbc:ContractingSystemTypeCode/@listName='${list}']/cbc:ContractingSystemTypeCode`;
const TYPE = 'cbc:NoticeTypeCode';

/** Place, then what stands there, each element of it; an amount with its currency. */
type Said = readonly (readonly [place: string, ...said: string[]])[];

function check(number: string, root: string, said: Said): void {
  void test(`notice ${number}`, { skip }, () => {
    const notice = unwrap(tedToEforms(unwrap(parseXml(notices.get(number) ?? Buffer.alloc(0)))));
    assert.equal(notice.name, root);
    for (const [place, ...expected] of said) assert.deepEqual(findAll(notice, place).map(shown), expected, place);
  });
}

function shown(one: Element): string {
  const { currencyID, unitCode } = one.attributes;
  return [textOf(one) ?? '', currencyID, unitCode].filter((part) => part !== undefined).join(' ');
}

check('158721-2021', 'PriorInformationNotice', [
  ['ted:Form', 'F01'], [TYPE, 'pin-only'], ['cbc:RegulatoryDomain', '32018R1046'], ['cbc:PlannedDate', '2021-06-15'],
  [`${PROJECT}/cbc:ID`, 'DIGIT/2021/OP/0005'],
  // Seven purchases, four of them in lots.
  ["cac:ProcurementProjectLot[cbc:ID/@schemeName='LotsGroup']/cbc:ID", 'GLO-0001', 'GLO-0002', 'GLO-0003', 'GLO-0004', 'GLO-0005', 'GLO-0006', 'GLO-0007'],
  [
    "cac:ProcurementProjectLot[cbc:ID/@schemeName='Lot']/cbc:ID", 'LOT-0001', 'LOT-0002-0001', 'LOT-0002-0002', 'LOT-0002-0003', 'LOT-0003-0001', 'LOT-0003-0002', 'LOT-0004-0001',
    'LOT-0004-0002', 'LOT-0005', 'LOT-0006', 'LOT-0007-0001', 'LOT-0007-0002',
  ],
]);

check('543442-2020', 'ContractNotice', [
  ['ted:Form', 'F02'], [TYPE, 'cn-standard'], ['cbc:IssueDate', '2020-11-10'], ['EXT/efac:Publication/efbc:NoticePublicationID', '00543442-2020'],
  ['EXT/efac:Publication/efbc:GazetteID', '222/2020'], ['EXT/efac:Publication/efbc:PublicationDate', '2020-11-13'], ['cbc:NoticeLanguageCode', 'DAN'],
  [`${COMPANY}/cac:PartyName/cbc:Name`, 'Region Midtjylland', 'Klagenævnet for Udbud'], [`${COMPANY}/cac:PartyLegalEntity/cbc:CompanyID`, '29190925'],
  [`${COMPANY}/cac:PostalAddress/cac:Country/cbc:IdentificationCode`, 'DNK', 'DNK'], ['cac:ContractingParty/cac:ContractingPartyType/cbc:PartyTypeCode', 'ra'],
  [`${PROJECT}/cbc:Name`, 'Udbud af ansigtsvisirer'], [`${PROJECT}/cac:MainCommodityClassification/cbc:ItemClassificationCode`, '18443500'],
  [`${PROJECT}/cac:RequestedTenderTotal/cbc:EstimatedOverallContractAmount`, '50000000.00 DKK'], [PROCEDURE, 'open'],
  [`${PROCESS}/cac:ProcessJustification[cbc:ProcessReasonCode/@listName='accelerated-procedure']/cbc:ProcessReasonCode`, 'true'],
  [LOT_ID, 'LOT-0001', 'LOT-0002', 'LOT-0003', 'LOT-0004'], [`${LOT}/${PROJECT}/cac:PlannedPeriod/cbc:DurationMeasure`, '1 MONTH', '2 MONTH', '3 MONTH', '4 MONTH'],
  [`${LOT}/${PROCESS}/cac:TenderSubmissionDeadlinePeriod/cbc:EndDate`, ...Array<string>(4).fill('2020-11-25')],
  [`${LOT}/${PROCESS}/cac:TenderSubmissionDeadlinePeriod/cbc:EndTime`, ...Array<string>(4).fill('00:00:00')],
  [`${LOT}/${PROCESS}/cac:AuctionTerms/cbc:AuctionConstraintIndicator`, ...Array<string>(4).fill('true')],
]);

check('209416-2020', 'ContractNotice', [
  [PROCEDURE, 'restricted'], [`${LOT}/${PROJECT}/cac:RequestedTenderTotal/cbc:EstimatedOverallContractAmount`, '1295520.00 GBP', '234856.00 GBP'],
  [`${LOT}/${PROCESS}/cac:ParticipationRequestReceptionPeriod/cbc:EndDate`, '2020-06-05', '2020-06-05'], [`${LOT}/${PROCESS}/cac:TenderSubmissionDeadlinePeriod/cbc:EndDate`],
  [`${LOT}/${PROCESS}/cac:EconomicOperatorShortList/cbc:MaximumQuantity`, '5', '5'], [`${LOT}/cac:TenderingTerms/cac:TenderValidityPeriod/cbc:DurationMeasure`, '3 MONTH', '3 MONTH'],
  [SYSTEM('framework-agreement'), 'none', 'none'], [`${LOT}/cac:TenderingTerms/cac:AwardingTerms/ted:CriteriaInDocuments`, 'true', 'true'],
]);

check('057197-2021', 'ContractAwardNotice', [
  ['ted:Form', 'F03'], [TYPE, 'can-standard'], [EARLIER, '312207-2020'], [`${RESULT}/cbc:TotalAmount`, '2800000.00 EUR'], [SYSTEM('framework-agreement'), 'unspecified'],
  [`${RESULT}/efac:LotResult/efac:TenderLot/cbc:ID`, 'LOT-0001', 'LOT-0001'], [`${RESULT}/efac:LotResult/cbc:TenderResultCode`, 'selec-w', 'selec-w'],
  [`${RESULT}/efac:LotResult/efac:ReceivedSubmissionsStatistics/efbc:StatisticsNumeric`, '2', '1', '2', '0', '2', '2', '1', '2', '0', '2'],
  [`${RESULT}/efac:SettledContract/efac:ContractReference/cbc:ID`, 'VC/2020/248', 'VC/2020/0627'], [`${RESULT}/efac:SettledContract/cbc:IssueDate`, '2020-12-15', '2020-12-15'],
  [`${RESULT}/efac:LotTender/cac:LegalMonetaryTotal/cbc:PayableAmount`, '2800000.00 EUR', '2800000.00 EUR'],
  [`${RESULT}/efac:TenderingParty/efac:Tenderer/cbc:ID`, 'ORG-0004', 'ORG-0005', 'ORG-0006', 'ORG-0007', 'ORG-0008', 'ORG-0009'],
  [`${COMPANY}/efbc:CompanySizeCode`, 'large', 'sme', 'large', 'large', 'large', 'large'], [`${RESULT}/efac:LotTender/efac:SubcontractingTerm/efbc:TermPercent`, '20'],
  [`${LOT}/cac:TenderingTerms/cac:AwardingTerms/cac:AwardingCriterion/cac:SubordinateAwardingCriterion/EXT/efac:AwardCriterionParameter/efbc:ParameterNumeric`, '40', '40', '10', '10'],
  [`${LOT}/cac:TenderingTerms/cac:AwardingTerms/cac:AwardingCriterion/cac:SubordinateAwardingCriterion/EXT/efac:AwardCriterionParameter/efbc:ParameterCode`, ...Array<string>(4).fill('per-exa')],
]);

check('038976-2019', 'ContractAwardNotice', [
  [PROCEDURE, 'comp-dial'], [EARLIER, '423925-2018'], [`${RESULT}/efac:LotResult/cbc:TenderResultCode`, 'clos-nw'],
  [`${RESULT}/efac:LotResult/ted:NoAwardReason`, 'PROCUREMENT_DISCONTINUED'], [`${RESULT}/efac:LotResult/efac:DecisionReason/efbc:DecisionReasonCode`, 'other'],
  [`${RESULT}/efac:LotResult/ted:ContractNumber`, 'The procedure was discontinued'], [`${RESULT}/efac:SettledContract`], [`${RESULT}/efac:LotTender`],
]);

check('027495-2021', 'ContractAwardNotice', [[SYSTEM('dps-usage'), 'dps-list'], [`${RESULT}/efac:LotResult/efbc:DPSTerminationIndicator`, 'true'], [`${RESULT}/efac:LotResult/cbc:TenderResultCode`, 'clos-nw']]);

check('362841-2022', 'PriorInformationNotice', [
  ['ted:Form', 'F04'], [TYPE, 'pin-cfc-standard'], [PROCEDURE, 'neg-w-call'], [`${LOT}/${PROCESS}/EXT/efac:InterestExpressionReceptionPeriod/cbc:EndDate`, '2022-08-09'],
  ['cac:ContractingParty/ted:Activity', 'Kombinerede administrationsserviceydelser'],
]);

check('185357-2018', 'ContractNotice', [
  ['ted:Form', 'F05'], ['cac:ContractingParty/cac:Party/cac:PartyIdentification/cbc:ID', 'ORG-0001', 'ORG-0002', 'ORG-0003', 'ORG-0004', 'ORG-0005'],
  ['EXT/efac:Organizations/efac:Organization/efbc:GroupLeadIndicator', 'true'], ['cac:ContractingParty/cac:ContractingActivity/cbc:ActivityTypeCode', 'post'],
  [PROCEDURE, 'restricted'], [SYSTEM('dps-usage'), 'dps-list'], [`${LOT}/${PROJECT}/cac:PlannedPeriod/cbc:EndDate`, '2028-04-22'],
  [`${LOT}/${PROCESS}/cac:ParticipationRequestReceptionPeriod/cbc:EndDate`, '2028-04-22'], [`${LOT}/cac:TenderingTerms/cac:TenderValidityPeriod/ted:ValidUntil`, '2028-04-23'],
]);

check('308387-2021', 'ContractAwardNotice', [
  ['ted:Form', 'F06'], [PROCEDURE, 'innovation'], [EARLIER, '528152-2020'], [`${RESULT}/efac:LotTender/cac:LegalMonetaryTotal`],
  [`${RESULT}/efac:TenderingParty/efac:Tenderer/cbc:ID`, 'ORG-0004', 'ORG-0005'], [`${RESULT}/efac:SettledContract/cbc:IssueDate`, '2021-05-10', '2021-05-10'],
]);

check('102614-2016', 'ContractNotice', [
  ['ted:Form', 'F07'], [TYPE, 'qu-sy'], [`${LOT}/${PROJECT}/cac:PlannedPeriod/cbc:DescriptionCode`, 'UNLIMITED'], [`${LOT}/${PROJECT}/cac:ContractExtension/ted:Renewal`, 'true'],
  [EARLIER, '091684-2015'], [`${LOT}/${PROJECT}/cac:RealizedLocation/cac:Address/cac:Country/cbc:IdentificationCode`, 'DNK', 'SWE'],
]);

check('212926-2021', 'PriorInformationNotice', [['ted:Form', 'F08'], [TYPE, 'pin-buyer'], ['EXT/efac:NoticeSubType/cbc:SubTypeCode', '2'], [`${LOT}/${PROJECT}/cac:RealizedLocation/cac:Address/cbc:CountrySubentityCode`, 'NO081']]);

check('092552-2018', 'ContractNotice', [
  ['ted:Form', 'F12'], [TYPE, 'cn-desg'], [PROCEDURE, 'restricted'], [`${LOT}/${PROCESS}/cac:EconomicOperatorShortList/cbc:MinimumQuantity`, '15'],
  [`${LOT}/${PROCESS}/cac:EconomicOperatorShortList/cbc:MaximumQuantity`, '25'], [`${LOT}/cac:TenderingTerms/cac:AwardingTerms/cbc:BindingOnBuyerIndicator`, 'true'],
  [`${LOT}/cac:TenderingTerms/ted:ReservedProfession`, 'Das Wettbewerbsverfahren richtet sich an Architekten.'], [`${LOT}/${PROCESS}/cac:ParticipationRequestReceptionPeriod/cbc:EndTime`, '12:00:00'],
]);

check('410390-2021', 'ContractAwardNotice', [
  ['ted:Form', 'F13'], [TYPE, 'can-desg'], [EARLIER, '585697-2020'], [`${RESULT}/cbc:TotalAmount`, '200000.00 EUR'], [`${RESULT}/efac:SettledContract/cbc:AwardDate`, '2021-05-04'],
  [`${RESULT}/efac:LotResult/efac:ReceivedSubmissionsStatistics/efbc:StatisticsNumeric`, '45'],
  [`${RESULT}/efac:TenderingParty/efac:Tenderer/cbc:ID`, 'ORG-0003', 'ORG-0004', 'ORG-0005', 'ORG-0006', 'ORG-0007'], [`${RESULT}/efac:LotTender/cac:LegalMonetaryTotal`],
]);
check('353883-2016', 'ContractAwardNotice', [[`${RESULT}/efac:LotResult/cbc:TenderResultCode`, 'clos-nw'], [`${RESULT}/efac:LotResult/ted:NoAwardReason`, 'PROCUREMENT_DISCONTINUED']]);

check('005844-2021', 'ContractNotice', [
  ['ted:Form', 'F14'], ['ted:Corrigendum', 'true'], [TYPE], ['EXT/efac:Changes/efbc:ChangedNoticeIdentifier', '606782-2020'], [`${PROJECT}/cbc:ID`, 'CSKDZP-2375/01/12/01/2020'],
  ['EXT/efac:Changes/efac:Change/ted:Section', 'II.1.2', 'II.2.2', 'Nagłówek', 'IV.2.6', 'IV.2.2', 'IV.2.7'], ['EXT/efac:Changes/efac:Change/ted:Lot', 'LOT-0001'],
  ['EXT/efac:Changes/efac:Change/ted:OldValue', '33183300', '33183300', 'Polska-Warszawa: Urządzenia do osteosyntezy', 'Oferta musi zachować ważność do: 18/03/2021', '2021-01-18T09:00:00', '2021-01-18T09:00:00'],
  ['EXT/efac:Changes/efac:Change/ted:NewValue', '33183100', '33183100', 'Polska-Warszawa: Implanty ortopedyczne', 'Oferta musi zachować ważność do: 60 dni', '2021-01-21T09:00:00', '2021-01-21T09:00:00'],
  [LOT_ID, 'LOT-0001'], [`${LOT}/${PROCESS}/cac:TenderSubmissionDeadlinePeriod/cbc:EndDate`, '2021-01-21'], [`${LOT}/${PROCESS}/cac:OpenTenderEvent/cbc:OccurrenceDate`, '2021-01-21'],
]);
check('121869-2023', 'ContractNotice', [
  ['EXT/efac:Changes/efac:Change/ted:Section', 'IV.2.2', 'IV.2.7'], [`${LOT}/${PROCESS}/cac:TenderSubmissionDeadlinePeriod/cbc:EndTime`, '17:00:00'], [`${LOT}/${PROCESS}/cac:OpenTenderEvent/cbc:OccurrenceTime`, '10:00:00'],
]);

check('282510-2016', 'ContractAwardNotice', [
  ['ted:Form', 'F15'], [TYPE, 'veat'], [PROCEDURE, 'neg-wo-call'], [REASON, 'commodity'], [`${RESULT}/efac:SettledContract/cbc:AwardDate`, '2016-08-11'],
  [`${RESULT}/efac:LotTender/cac:LegalMonetaryTotal/cbc:PayableAmount`, '1.00 EUR'], [`${RESULT}/cbc:TotalAmount`, '1.00 DKK'], ['cbc:RegulatoryDomain', '32014L0024'],
  [`${COMPANY}/cac:PartyLegalEntity/cbc:CompanyID`, '27116469'], [`${LOT}/cac:TenderingTerms/cac:AppealTerms/cac:MediationParty/cac:PartyIdentification/cbc:ID`, 'ORG-0003'],
]);
check('145758-2017', 'ContractAwardNotice', [[REASON, 'unsuitable'], [`${PROCESS}/cac:ProcessJustification/ted:DirectAwardReason`, 'D_PROC_RESTRICTED'], [`${COMPANY}/cac:PartyLegalEntity/cbc:CompanyID`, '556791-4196']]);

check('126996-2021', 'PriorInformationNotice', [
  ['ted:Form', 'F16'], ['ted:Version', 'R2.0.8.S05.E01'], [TYPE, 'pin-only'], ['cbc:RegulatoryDomain', '32009L0081'], ['cbc:IssueDate', '2021-03-08'],
  [`${PROJECT}/cbc:Name`, 'Udbud af sikringsteknisk udstyr'], [`${COMPANY}/cac:PartyLegalEntity/cbc:CompanyID`, '53383211'], ['cac:ContractingParty/cac:ContractingActivity/cbc:ActivityTypeCode', 'pub-os'],
  [`${PROJECT}/cac:AdditionalCommodityClassification/cbc:ItemClassificationCode`, '35100000', '35113000', '35120000', '35121000', '35124000', '35125000', '42961000'],
]);
check('204549-2021', 'ContractNotice', [
  ['ted:Form', 'F17'], [PROCEDURE, 'neg-w-call'], [`${PROJECT}/cbc:ID`, '2019 023579'], [EARLIER, '492686-2020'], [`${PROJECT}/ted:EstimatedValueHigh`, '615000000.00 DKK'],
  [`${LOT}/${PROCESS}/cac:FrameworkAgreement/cbc:MaximumOperatorQuantity`, '1'], [`${LOT}/${PROCESS}/cac:FrameworkAgreement/ted:FrameworkDuration`, '7 YEAR'],
  [`${LOT}/${PROCESS}/cac:ParticipationRequestReceptionPeriod/cbc:EndDate`, '2021-05-27'], [`${LOT}/${PROCESS}/cac:ParticipationRequestReceptionPeriod/cbc:EndTime`, '09:00:00'],
  [`${LOT}/cac:TenderingTerms/cac:Language/cbc:ID`, 'DAN', 'ENG', 'SWE'], [`${LOT}/cac:TenderingTerms/ted:OtherLanguage`, 'Norsk'], [`${LOT}/${PROJECT}/cac:PlannedPeriod/cbc:DurationMeasure`, '84 MONTH'],
]);
check('029228-2021', 'ContractAwardNotice', [
  ['ted:Form', 'F18'], [EARLIER, '560961-2019', '093557-2020', '146635-2020'], [`${RESULT}/ted:TotalValueLow`, '250000000 DKK'], [`${RESULT}/ted:TotalValueHigh`, '450000000 DKK'],
  [`${RESULT}/efac:LotTender/cac:LegalMonetaryTotal/cbc:PayableAmount`, '44650583 DKK'], [`${RESULT}/efac:LotTender/ted:PricePeriods`, '7 YEAR'], [`${RESULT}/efac:SettledContract/cbc:AwardDate`, '2020-11-17'],
  [SYSTEM('framework-agreement'), 'unspecified'], ['ted:BoughtFor', 'ORG-0002', 'ORG-0003'], [`${RESULT}/efac:LotResult/efac:ReceivedSubmissionsStatistics/efbc:StatisticsNumeric`, '3', '3'],
]);

check('071397-2020', 'ContractAwardNotice', [
  ['ted:Form', 'F20'], [TYPE, 'can-modif'], ['EXT/efac:ContractModification/efbc:ChangedNoticeIdentifier', '322788-2011'],
  ['EXT/efac:ContractModification/efac:Change/ted:ValueBefore', '33660000.00 GBP'], ['EXT/efac:ContractModification/efac:Change/ted:ValueAfter', '45710000.00 GBP'],
  ['EXT/efac:ContractModification/efac:Change/ted:Value', '12050000.00 GBP'], ['EXT/efac:ContractModification/efac:Change/ted:Duration', '29 MONTH'],
  ['EXT/efac:ContractModification/efac:ChangeReason/cbc:ReasonCode', 'add-wss'], [`${RESULT}/efac:SettledContract/cbc:IssueDate`, '2020-02-07'],
]);

check('158697-2021', 'ContractAwardNotice', [
  ['ted:Form', 'F21'], [TYPE, 'can-social'], [REASON, 'technical', 'urgency'], [`${LOT}/${PROJECT}/cac:RealizedLocation/cac:Address/cbc:CountrySubentityCode`, 'UKI34', 'UKI63'],
  [`${RESULT}/cbc:TotalAmount`, '47600000.00 GBP'], [`${RESULT}/efac:LotResult/ted:EstimatedValue`, '47600000.00 GBP'], [`${RESULT}/efac:LotTender/efac:SubcontractingTerm/efbc:TermPercent`, '5'],
]);
check('557366-2021', 'ContractNotice', [
  ['ted:Form', 'F22'], [TYPE, 'cn-social'], ['EXT/efac:NoticeSubType/cbc:SubTypeCode', '21'], ['cac:ContractingParty/ted:Activity', 'Electricity and Gas'],
  ['cac:TenderingTerms/cac:LotDistribution/ted:AllLotsAllowed', 'true'], ['cac:TenderingTerms/cac:LotDistribution/cbc:MaximumLotsAwardedNumeric', '2'], [LOT_ID, 'LOT-0001', 'LOT-0002'],
]);
check('057920-2020', 'PriorInformationNotice', [['ted:Form', 'F23'], [TYPE, 'pin-cfc-social'], [PROCEDURE], [`${LOT}/${PROJECT}/cac:PlannedPeriod/cbc:EndDate`, '2027-04-19'], [`${LOT}/cac:TenderingTerms/cbc:FundingProgramCode`, 'eu-funds']]);
check('262744-2018', 'ContractNotice', [['ted:Form', 'F24'], [PROCEDURE], [`${LOT}/${PROCESS}/cac:TenderSubmissionDeadlinePeriod/cbc:EndDate`, '2018-07-16'], [`${LOT}/${PROJECT}/cac:PlannedPeriod/cbc:DurationMeasure`, '240 MONTH']]);
check('202833-2017', 'ContractAwardNotice', [
  ['ted:Form', 'F25'], [PROCEDURE], [`${PROCESS}/ted:Procedure`, 'PT_AWARD_CONTRACT_WITH_PRIOR_PUBLICATION'], [`${RESULT}/ted:TotalValueHigh`, '25000000 EUR'],
  [`${RESULT}/efac:LotResult/efac:TenderLot/cbc:ID`, 'LOT-0001', 'LOT-0002'], [`${RESULT}/efac:LotResult/efac:ReceivedSubmissionsStatistics/efbc:StatisticsNumeric`, '8', '7'],
  // One company, named four times.
  [`${RESULT}/efac:TenderingParty/efac:Tenderer/cbc:ID`, 'ORG-0003', 'ORG-0003'],
]);

check('290760-2019', 'ContractAwardNotice', [
  ['ted:Form', 'T02'], [TYPE, 'can-tran'], ['cbc:RegulatoryDomain', '32007R1370'], [`${RESULT}/efac:LotTender/efac:ContractTerm/efbc:TermPercent`, '100'],
  [`${RESULT}/efac:LotTender/efbc:PublicTransportationCumulatedDistance`, '12500000'], [`${RESULT}/efac:LotTender/ted:ControllingParty`, 'ORG-0001'],
  [`${RESULT}/efac:LotTender/cac:LegalMonetaryTotal/cbc:PayableAmount`, '13764400.00 EUR'], [`${LOT}/${PROJECT}/cac:PlannedPeriod/cbc:DurationMeasure`, '120 MONTH'],
]);
