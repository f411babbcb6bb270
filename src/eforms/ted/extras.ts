/**
 * What TED XML says and no business term of eForms holds. Each is an element of the tree all the same, with the prefix
 * `ted:`, at a place relative to the section that it belongs to, as the places of terms are.
 */
interface Extra {
  /** Section and place within it: `Notice` is the root, the others are named as the SDK names the sections of its terms. */
  readonly on: 'Notice' | 'Lot' | 'LotResult' | 'Tender' | 'Contract' | 'NoticeResult' | 'Modification' | 'Change';
  readonly at: string;
  readonly meaning: string;
}

const PROJECT = 'cac:ProcurementProject';
const PROCESS = 'cac:TenderingProcess';
const TERMS = 'cac:TenderingTerms';
const DIRECT = `${PROCESS}/cac:ProcessJustification[cbc:ProcessReasonCode/@listName='direct-award-justification']`;
const FRAMEWORK = `${PROCESS}/cac:FrameworkAgreement`;

export const EXTRAS = {
  'ted:Form': { on: 'Notice', at: 'ted:Form', meaning: 'the form: F01-F25, T01, T02' },
  'ted:Version': { on: 'Notice', at: 'ted:Version', meaning: 'the version of the schema: R2.0.9.S03.E01' },
  'ted:PublicationNumber': { on: 'Notice', at: 'ted:PublicationNumber', meaning: 'number of the notice in TED: 163-2021 is written 000163-2021' },
  'ted:Corrigendum': { on: 'Notice', at: 'ted:Corrigendum', meaning: 'true: the notice corrects or adds to the one that BT-758 names; it repeats only what identifies that one' },
  'ted:BuyerType': { on: 'Notice', at: 'cac:ContractingParty/ted:BuyerType', meaning: 'kind of buyer by the code of TED, or in words where the buyer chose "other"; BT-11 holds the nearest code' },
  'ted:Activity': { on: 'Notice', at: 'cac:ContractingParty/ted:Activity', meaning: 'activity of the buyer in words, where the buyer chose "other"' },
  'ted:Procedure': { on: 'Notice', at: `${PROCESS}/ted:Procedure`, meaning: 'name of the element that says which procedure it is; the only trace of it where no code of BT-105 fits' },
  'ted:DirectAwardReason': { on: 'Notice', at: `${DIRECT}/ted:DirectAwardReason`, meaning: 'name of the element that gives a reason for the award without call; several stand side by side' },
  'ted:NationalProcedureURI': { on: 'Notice', at: `${PROCESS}/ted:NationalProcedureURI`, meaning: 'where the national rules of the procedure stand' },
  'ted:AllLotsAllowed': { on: 'Notice', at: `${TERMS}/cac:LotDistribution/ted:AllLotsAllowed`, meaning: 'true: one may tender for all lots (BT-763 would say that one must)' },
  'ted:LotCombination': { on: 'Notice', at: `${TERMS}/cac:LotDistribution/ted:LotCombination`, meaning: 'which lots the buyer may award together, in words' },
  'ted:TransportCategory': { on: 'Notice', at: `${PROJECT}/ted:TransportCategory`, meaning: 'number of the transport service in forms T01 and T02; in the notices that were looked at 01 is mostly rail, 02 water, 05 bus' },
  'ted:ServiceCategory': { on: 'Notice', at: `${PROJECT}/ted:ServiceCategory`, meaning: 'number of the category of services in the annexes of the directives of 2004 and 2009' },
  'ted:ContractKind': { on: 'Notice', at: `${PROJECT}/ted:ContractKind`, meaning: 'kind of supplies (PURCHASE, LEASE, RENTAL, HIRE_PURCHASE) or of works (EXECUTION, DESIGN_EXECUTION, REALISATION_...)' },
  'ted:CalculationMethod': { on: 'Notice', at: `${PROJECT}/ted:CalculationMethod`, meaning: 'how the value of a concession was estimated' },
  'ted:EstimatedValueLow': { on: 'Notice', at: `${PROJECT}/ted:EstimatedValueLow`, meaning: 'lower end of an estimate given as a range, with currencyID' },
  'ted:EstimatedValueHigh': { on: 'Notice', at: `${PROJECT}/ted:EstimatedValueHigh`, meaning: 'upper end of it' },
  'ted:Quantity#Notice': { on: 'Notice', at: `${PROJECT}/ted:Quantity`, meaning: 'quantity or scope of the whole in words' },
  'ted:BoughtFor': { on: 'Notice', at: 'ted:BoughtFor', meaning: 'organisation for which the buyer buys: ORG-0002' },
  'ted:Quantity': { on: 'Lot', at: `${PROJECT}/ted:Quantity`, meaning: 'quantity or scope in words' },
  'ted:ValueLow': { on: 'Lot', at: `${PROJECT}/ted:ValueLow`, meaning: 'lower end of the lot\'s estimate given as a range, with currencyID' },
  'ted:ValueHigh': { on: 'Lot', at: `${PROJECT}/ted:ValueHigh`, meaning: 'upper end of it' },
  'ted:Options': { on: 'Lot', at: `${PROJECT}/cac:ContractExtension/ted:Options`, meaning: 'true or false: whether there are options' },
  'ted:OptionsTimetable': { on: 'Lot', at: `${PROJECT}/cac:ContractExtension/ted:OptionsTimetable`, meaning: 'when the options are planned to be used, from the start of the contract; with unitCode' },
  'ted:Renewal': { on: 'Lot', at: `${PROJECT}/cac:ContractExtension/ted:Renewal`, meaning: 'true or false: whether the contract can be renewed' },
  'ted:FrameworkDuration': { on: 'Lot', at: `${FRAMEWORK}/ted:FrameworkDuration`, meaning: 'how long the framework agreement lasts, with unitCode' },
  'ted:FrameworkValue': { on: 'Lot', at: `${FRAMEWORK}/ted:FrameworkValue`, meaning: 'estimated value of all purchases under the framework agreement, with currencyID' },
  'ted:FrameworkValueLow': { on: 'Lot', at: `${FRAMEWORK}/ted:FrameworkValueLow`, meaning: 'lower end of it, where it is a range' },
  'ted:FrameworkValueHigh': { on: 'Lot', at: `${FRAMEWORK}/ted:FrameworkValueHigh`, meaning: 'upper end of it' },
  'ted:FrameworkFrequency': { on: 'Lot', at: `${FRAMEWORK}/ted:FrameworkFrequency`, meaning: 'value and frequency of the contracts to be awarded under it, in words' },
  'ted:EnvisagedCandidates': { on: 'Lot', at: `${PROCESS}/cac:EconomicOperatorShortList/ted:EnvisagedCandidates`, meaning: 'how many candidates the buyer expects to invite' },
  'ted:CandidatesChosen': { on: 'Lot', at: `${PROCESS}/cac:EconomicOperatorShortList/ted:CandidatesChosen`, meaning: 'true or false: whether some candidates were chosen before' },
  'ted:OtherLanguage': { on: 'Lot', at: `${TERMS}/ted:OtherLanguage`, meaning: 'further language in which one may tender, in words; ANY_EC for all official ones of the Union' },
  'ted:CandidateCriteria': { on: 'Lot', at: `${PROCESS}/cac:EconomicOperatorShortList/ted:CandidateCriteria`, meaning: 'by what they are chosen' },
  'ted:ValidUntil': { on: 'Lot', at: `${TERMS}/cac:TenderValidityPeriod/ted:ValidUntil`, meaning: 'date until which a tender is valid' },
  'ted:AwardStart': { on: 'Lot', at: `${PROCESS}/ted:AwardStart`, meaning: 'date on which the award procedure is planned to start' },
  'ted:DocumentDeadline': { on: 'Lot', at: `${TERMS}/ted:DocumentDeadline`, meaning: 'until when the procurement documents can be had: date, then time where given' },
  'ted:DocumentPrice': { on: 'Lot', at: `${TERMS}/ted:DocumentPrice`, meaning: 'what the procurement documents cost, with currencyID' },
  'ted:CriteriaInDocuments': { on: 'Lot', at: `${TERMS}/cac:AwardingTerms/ted:CriteriaInDocuments`, meaning: 'true: price is not the only award criterion, and the others stand in the procurement documents' },
  'ted:Weighting': { on: 'Lot', at: 'ted:Weighting', meaning: 'within SubordinateAwardingCriterion: the weight as written, where it is no number' },
  'ted:Minimum': { on: 'Lot', at: 'ted:Minimum', meaning: 'within efac:SelectionCriteria: the lowest standard that is asked for' },
  'ted:Verification': { on: 'Lot', at: 'ted:Verification', meaning: 'within efac:SelectionCriteria: how it is verified' },
  'ted:ReservedProfession': { on: 'Lot', at: `${TERMS}/ted:ReservedProfession`, meaning: 'the profession that the service is reserved to and the law that says so, or true where only that is said' },
  'ted:ParticipantPayment': { on: 'Lot', at: `${TERMS}/cac:AwardingTerms/ted:ParticipantPayment`, meaning: 'what every participant of a design contest is paid' },
  'ted:Ownership': { on: 'Tender', at: 'ted:Ownership', meaning: 'who owns the operator of a transport contract; efac:TenderingParty of the tender names the operator' },
  'ted:ControllingParty': { on: 'Tender', at: 'ted:ControllingParty', meaning: 'organisation that controls the operator of a transport contract: ORG-0003' },
  'ted:EstimatedValue': { on: 'LotResult', at: 'ted:EstimatedValue', meaning: 'what the contract was first estimated at, with currencyID' },
  'ted:NoAwardReason': { on: 'LotResult', at: 'ted:NoAwardReason', meaning: 'PROCUREMENT_UNSUCCESSFUL: no tender came or all were rejected; PROCUREMENT_DISCONTINUED: other reasons' },
  'ted:Title': { on: 'LotResult', at: 'ted:Title', meaning: 'name of the contract that was to be awarded and was not; of those that were, BT-721 is the name' },
  'ted:ContractNumber': { on: 'LotResult', at: 'ted:ContractNumber', meaning: 'number of it, likewise' },
  'ted:AbnormallyLowExcluded': { on: 'LotResult', at: 'ted:AbnormallyLowExcluded', meaning: 'true or false: whether tenders were excluded as abnormally low' },
  'ted:BargainValue': { on: 'Tender', at: 'ted:BargainValue', meaning: 'price paid for a bargain purchase, with currencyID' },
  'ted:VatRate': { on: 'Tender', at: 'ted:VatRate', meaning: 'the value includes VAT at this rate in percent' },
  'ted:PricePeriods': { on: 'Tender', at: 'ted:PricePeriods', meaning: 'the value is one for a year or a month, and this is for how many; with unitCode' },
  'ted:SubcontractShareLow': { on: 'Tender', at: 'ted:SubcontractShareLow', meaning: 'lowest share of the contract that the winner must let to subcontractors, percent' },
  'ted:SubcontractShareHigh': { on: 'Tender', at: 'ted:SubcontractShareHigh', meaning: 'highest share of it' },
  'ted:TotalValueLow': { on: 'NoticeResult', at: 'ted:TotalValueLow', meaning: 'value of the whole procurement as a range: lowest tender taken into consideration, with currencyID' },
  'ted:TotalValueHigh': { on: 'NoticeResult', at: 'ted:TotalValueHigh', meaning: 'highest tender taken into consideration' },
  'ted:ValueBefore': { on: 'Modification', at: 'efac:Change/ted:ValueBefore', meaning: 'value of the contract before the change, with currencyID' },
  'ted:ValueAfter': { on: 'Modification', at: 'efac:Change/ted:ValueAfter', meaning: 'value of the contract after it' },
  'ted:Value': { on: 'Modification', at: 'efac:Change/ted:Value', meaning: 'value of the contract as the changed description of it gives it' },
  'ted:Description': { on: 'Modification', at: 'efac:Change/ted:Description', meaning: 'what is bought after the change' },
  'ted:Cpv': { on: 'Modification', at: 'efac:Change/ted:Cpv', meaning: 'its CPV codes, the main one first' },
  'ted:Place': { on: 'Modification', at: 'efac:Change/ted:Place', meaning: 'where it is performed after the change, in words' },
  'ted:Nuts': { on: 'Modification', at: 'efac:Change/ted:Nuts', meaning: 'the same as a NUTS code' },
  'ted:Duration': { on: 'Modification', at: 'efac:Change/ted:Duration', meaning: 'how long the contract lasts after the change, with unitCode' },
  'ted:StartDate': { on: 'Modification', at: 'efac:Change/ted:StartDate', meaning: 'when it starts after the change' },
  'ted:EndDate': { on: 'Modification', at: 'efac:Change/ted:EndDate', meaning: 'when it ends after the change' },
  'ted:LongFramework': { on: 'Modification', at: 'efac:Change/ted:LongFramework', meaning: 'why a framework agreement lasts longer than the directive allows' },
  'ted:Contractor': { on: 'Modification', at: 'efac:Change/ted:Contractor', meaning: 'contractor after the change: ORG-0002' },
  'ted:Section': { on: 'Change', at: 'ted:Section', meaning: 'section of the form that a corrigendum changes: IV.2.2' },
  'ted:Lot': { on: 'Change', at: 'ted:Lot', meaning: 'lot that it concerns: LOT-0001' },
  'ted:Label': { on: 'Change', at: 'ted:Label', meaning: 'words in that section that it is about' },
  'ted:OldValue': { on: 'Change', at: 'ted:OldValue', meaning: 'what stood there: text, date, date and time (2021-01-18T09:00:00), or CPV codes with spaces between them' },
  'ted:NewValue': { on: 'Change', at: 'ted:NewValue', meaning: 'what is to stand there' },
} as const satisfies Readonly<Record<`ted:${string}`, Extra>>;

export type ExtraName = keyof typeof EXTRAS;
