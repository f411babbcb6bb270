/** Fields of bids, awards and contracts, relative to LotTender, LotResult and SettledContract. */
import { lookup } from '../codes/lookup.ts';
import { alpha2 } from '../codes/countries.ts';
import { textOf } from '../xml/element.ts';
import { find, findAll } from '../xml/path.ts';
import { moment } from './dates.ts';
import { numbered, put } from './draft.ts';
import { amount, by, code, codes, each, field, indicator, internalId, number, percent, text, type Row } from './row.ts';

const TENDER = ['Tender'];
const RESULT = ['LotResult'];
const CONTRACT = ['Contract'];
const SUBCONTRACTING = "efac:SubcontractingTerm[efbc:TermCode/@listName='applicability'?]";

export const BID_ROWS: readonly Row[] = [
  field('BT-720', 'cac:LegalMonetaryTotal/cbc:PayableAmount', 'value', amount, TENDER),
  field('BT-171', 'cbc:RankCode', 'rank', number, TENDER),
  field('BT-1711', 'efbc:TenderRankedIndicator', 'hasRank', indicator, TENDER),
  field('BT-193', 'efbc:TenderVariantIndicator', 'variant', indicator, TENDER),
  field('BT-191', 'efac:Origin/efbc:AreaCode', 'countriesOfOrigin[]', (found) => codes(found).map(alpha2), TENDER),
  field('BT-682', 'efbc:ForeignSubsidiesMeasuresCode', 'foreignSubsidyMeasures', code, TENDER),
  field('BT-3201', 'efac:TenderReference/cbc:ID', 'identifiers[]', internalId, TENDER),
  field('BT-773', `${SUBCONTRACTING}/efbc:TermCode`, 'hasSubcontracting', (found) => lookup({ yes: true, no: false }, code(found)), TENDER),
  field('BT-553', `${SUBCONTRACTING}/efbc:TermAmount`, 'subcontracting.value', amount, TENDER),
  field('BT-554', `${SUBCONTRACTING}/efbc:TermDescription`, 'subcontracting.description', text, TENDER),
  field('BT-555', `${SUBCONTRACTING}/efbc:TermPercent`, 'subcontracting.minimumPercentage', percent, TENDER),
  field('BT-555', `${SUBCONTRACTING}/efbc:TermPercent`, 'subcontracting.maximumPercentage', percent, TENDER),
];

export const AWARD_ROWS: readonly Row[] = [
  field('BT-660', 'efac:FrameworkAgreementValues/efbc:ReestimatedValueAmount', 'estimatedValue', amount, RESULT),
  // The guidance's own example writes this element with the other prefix.
  field('BT-660', 'efac:FrameworkAgreementValues/cbc:ReestimatedValueAmount', 'estimatedValue', amount, []),
  field('BT-709', 'efac:FrameworkAgreementValues/cbc:MaximumValueAmount', 'maximumValue', amount, RESULT),
];

export const CONTRACT_ROWS: readonly Row[] = [
  field('BT-721', 'cbc:Title', 'title', text, CONTRACT),
  field('BT-150', 'efac:ContractReference/cbc:ID', 'identifiers[]', internalId, CONTRACT),
  by([['BT-145', 'cbc:IssueDate']], CONTRACT, (from, into, { zone }) => put(into, 'dateSigned', moment(textOf(find(from, 'cbc:IssueDate')), null, 'start', zone))),
  by([['BT-151', 'cbc:URI']], CONTRACT, (from, into) => {
    for (const one of findAll(from, 'cbc:URI')) {
      const url = textOf(one);
      if (url !== null) numbered(into, 'documents', { url, documentType: 'contractSigned' });
    }
  }),
  each('efac:Funding', 'finance', [
    field('BT-722', 'cbc:FundingProgramCode', 'title', code, CONTRACT),
    field('BT-5011', 'efbc:FinancingIdentifier', 'id', code, CONTRACT),
    field('BT-6110', 'cbc:Description', 'description', text, CONTRACT),
  ], CONTRACT),
];
