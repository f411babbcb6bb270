/** What is said of the notice and of the procedure as a whole. Places are relative to the release. */
import { lookup } from '../codes/lookup.ts';
import { CATEGORIES, FORM_TYPES, METHOD_DETAILS, METHODS } from '../codes/tables.ts';
import { label, languageCode } from '../codes/labels.ts';
import { textOf, type Element } from '../xml/element.ts';
import { find, findAll } from '../xml/path.ts';
import { moment, momentIn } from './dates.ts';
import { entry, put, type Draft } from './draft.ts';
import { PROCESS, PROJECT, TERMS } from './lot.paths.ts';
import { classification } from './classification.ts';
import { amount, by, code, codes, field, indicator, internalId, mapped, mappedAll, number, text, whenIs, type Reading, type Row } from './row.ts';

const N = ['notice'];
const P = ['Procedure'];
const LAW = `${TERMS}/cac:ProcurementLegislationDocumentReference`;
const otherLaw = `${LAW}[not(cbc:ID/text()=('CrossBorderLaw','LocalLegalBasis'))]`;
const justification = (list: string, lenient = ''): string => `${PROCESS}/cac:ProcessJustification[cbc:ProcessReasonCode/@listName='${list}'${lenient}]`;
const EXCLUSION = `${TERMS}/cac:TendererQualificationRequest[cac:SpecificTendererRequirement/cbc:TendererRequirementTypeCode/@listName='exclusion-ground'?]`;
const SOURCES = `${TERMS}/cac:TendererQualificationRequest[cac:SpecificTendererRequirement/cbc:TendererRequirementTypeCode/@listName='exclusion-grounds-source']`;
const REQUIREMENT = 'cac:SpecificTendererRequirement';
const GROUP = `${TERMS}/cac:LotDistribution/cac:LotsGroup`;

const notice: readonly Row[] = [
  by([['BT-03', 'cbc:NoticeTypeCode/@listName']], N, (from, into) => {
    const type = lookup(FORM_TYPES, find(from, 'cbc:NoticeTypeCode')?.attributes['listName']);
    if (type === undefined) return;
    put(into, 'tag[]', type.tags);
    put(into, 'tender.status', type.status);
  }),
  field('BT-04', 'cbc:ContractFolderID', 'tender.id', code, N),
  by([['BT-05(a)', 'cbc:IssueDate'], ['BT-05(b)', 'cbc:IssueTime']], N, (from, into, { zone }) => {
    put(into, 'date', momentIn(from, 'cbc:IssueDate', 'cbc:IssueTime', 'start', zone));
  }),
  field('BT-702(a)', 'cbc:NoticeLanguageCode', 'language', (found) => languageCode(code(found) ?? ''), N),
  by([['BT-127', 'cbc:PlannedDate']], N, (from, into, { zone }) => {
    put(into, 'tender.communication.futureNoticeDate', moment(textOf(find(from, 'cbc:PlannedDate')), null, 'start', zone));
  }),
  by([['BT-738', 'cbc:RequestedPublicationDate']], N, (from, into, { zone }) => {
    put(into, 'tender.communication.noticePreferredPublicationDate', moment(textOf(find(from, 'cbc:RequestedPublicationDate')), null, 'start', zone));
  }),
];

/** The Union's act first (BT-01 of the notice); a national one where that is all there is. */
const legalBasis: readonly Row[] = [
  field('BT-01(c)', `${otherLaw}/cbc:ID`, 'tender.legalBasis', (found) => ({ id: code(found) ?? '', scheme: 'ELI' }), P),
  field('BT-01(d)', `${otherLaw}/cbc:DocumentDescription`, 'tender.legalBasis.description', text, P),
  field('BT-01(e)', `${LAW}[cbc:ID/text()='LocalLegalBasis']/cbc:ID`, 'tender.legalBasis.id', code, P),
  field('BT-01(f)', `${LAW}[cbc:ID/text()='LocalLegalBasis']/cbc:DocumentDescription`, 'tender.legalBasis.description', text, P),
  by([['BT-01', 'cbc:RegulatoryDomain']], N, (from, into) => {
    const celex = textOf(find(from, 'cbc:RegulatoryDomain'));
    if (celex === null || celex === 'other') return;
    put(into, 'tender.legalBasis.id', celex);
    put(into, 'tender.legalBasis.scheme', 'CELEX');
  }),
  field('BT-09(b)', `${LAW}[cbc:ID/text()='CrossBorderLaw']/cbc:DocumentDescription`, 'tender.crossBorderLaw', text, P),
];

const procedure: readonly Row[] = [
  field('BT-21', `${PROJECT}/cbc:Name`, 'tender.title', text, P),
  field('BT-22', `${PROJECT}/cbc:ID`, 'tender.identifiers[]', internalId, P),
  field('BT-23', `${PROJECT}/cbc:ProcurementTypeCode`, 'tender.mainProcurementCategory', mapped(CATEGORIES), P),
  field('BT-531', `${PROJECT}/cac:ProcurementAdditionalType[cbc:ProcurementTypeCode/@listName='contract-nature']/cbc:ProcurementTypeCode`, 'tender.additionalProcurementCategories[]', mappedAll(CATEGORIES), P),
  field('OPP-040', `${PROJECT}/cac:ProcurementAdditionalType[cbc:ProcurementTypeCode/@listName='transport-service']/cbc:ProcurementTypeCode`, 'tender.mainProcurementCategoryDetails', (found) => label('transport-service', code(found) ?? '') ?? code(found), P),
  field('BT-24', `${PROJECT}/cbc:Description`, 'tender.description', text, P),
  field('BT-300', `${PROJECT}/cbc:Note`, 'tender.description+', text, P),
  field('BT-27', `${PROJECT}/cac:RequestedTenderTotal/cbc:EstimatedOverallContractAmount`, 'tender.value', amount, P),
  field('BT-271', `${PROJECT}/cac:RequestedTenderTotal/EXT/efbc:FrameworkMaximumAmount`, 'tender.techniques.frameworkAgreement.value', amount, P),
  field('BT-105', `${PROCESS}/cbc:ProcedureCode`, 'tender.procurementMethod', mapped(METHODS), P),
  by([['BT-105', `${PROCESS}/cbc:ProcedureCode`], ['BT-88', `${PROCESS}/cbc:Description`]], P, (from, into, reading) => {
    const written = textOf(find(from, `${PROCESS}/cbc:ProcedureCode`));
    const features = text(findAll(from, `${PROCESS}/cbc:Description`), reading);
    const details = written === null ? undefined : lookup(METHOD_DETAILS, written) ?? label('procurement-procedure-type', written) ?? written;
    // Both terms go to one place. The kind of procedure is what a reader looks for there; the features have a place beside it.
    put(into, 'tender.procurementMethodDetails', details ?? features);
    put(into, 'tender.procedure.features', features);
  }),
  field('BT-106', `${justification('accelerated-procedure')}/cbc:ProcessReasonCode`, 'tender.procedure.isAccelerated', indicator, P),
  field('BT-1351', `${justification('accelerated-procedure')}/cbc:ProcessReason`, 'tender.procedure.acceleratedRationale', text, P),
  field('BT-135', `${justification('direct-award-justification', '?')}/cbc:ProcessReason`, 'tender.procurementMethodRationale', text, P),
  field('BT-136', `${justification('direct-award-justification')}/cbc:ProcessReasonCode`, 'tender.procurementMethodRationaleClassifications[]', (found) =>
    codes(found).flatMap((written) => (classification('direct-award-justification', 'eu-direct-award-justification', written) as never) ?? []), P),
  field('BT-756', `${PROCESS}/cbc:TerminatedIndicator`, 'tender.status', whenIs(['true'], 'complete'), P),
  field('BT-31', `${TERMS}/cac:LotDistribution/cbc:MaximumLotsSubmittedNumeric`, 'tender.lotDetails.maximumLotsBidPerSupplier', number, P),
  field('BT-33', `${TERMS}/cac:LotDistribution/cbc:MaximumLotsAwardedNumeric`, 'tender.lotDetails.maximumLotsAwardedPerSupplier', number, P),
  by([['BT-330', `${GROUP}/cbc:LotsGroupID`], ['BT-1375', `${GROUP}/cac:ProcurementProjectLotReference/cbc:ID[@schemeName='Lot']`]], P, (from, into) => {
    for (const group of findAll(from, GROUP)) {
      const id = textOf(find(group, 'cbc:LotsGroupID'));
      const lots = codes(findAll(group, 'cac:ProcurementProjectLotReference/cbc:ID'));
      if (id !== null) put(entry(into, 'tender.lotGroups', id), 'relatedLots[]', lots.length === 0 ? undefined : lots);
    }
  }),
  by([['BT-67(a)', `${EXCLUSION.replace('?', '')}/${REQUIREMENT}/cbc:TendererRequirementTypeCode`], ['BT-67(b)', `${EXCLUSION.replace('?', '')}/${REQUIREMENT}/cbc:Description`]], P, (from, into, reading) => {
    for (const one of findAll(from, `${EXCLUSION}/${REQUIREMENT}`)) put(into, 'tender.exclusionGrounds.criteria[]', exclusionGround(one, reading));
  }),
  field('BT-806', `${SOURCES}/${REQUIREMENT}/cbc:TendererRequirementTypeCode`, 'tender.exclusionGrounds.sources[]', codes, P),
];

function exclusionGround(one: Element, reading: Reading): Draft | undefined {
  const list = find(one, 'cbc:TendererRequirementTypeCode')?.attributes['listName'];
  if (list !== undefined && list !== 'exclusion-ground') return undefined;
  const written = textOf(find(one, 'cbc:TendererRequirementTypeCode'));
  const words = [written === null ? null : label('exclusion-ground', written), text(findAll(one, 'cbc:Description'), reading)].filter((part) => part !== null && part !== undefined);
  const made: Draft = {};
  put(made, 'type', written ?? undefined);
  put(made, 'description', words.join(': ') || undefined);
  return Object.keys(made).length === 0 ? undefined : made;
}

export const NOTICE_ROWS: readonly Row[] = [...notice, ...legalBasis, ...procedure];
