/**
 * Codes of eForms and the OCDS codes they become. Source: mapping tables of "OCDS for eForms"
 * (open-contracting/european-union-support, output/mapping/eforms/mapping-tables). A code that is in no table gives nothing.
 */
type Table = Readonly<Record<string, string>>;

/** BT-03 form-type: release tags and status of the tender. `bri` stands outside any contracting process. */
export const FORM_TYPES: Readonly<Record<string, { readonly tags: readonly string[]; readonly status?: string }>> = {
  consultation: { tags: ['planning'], status: 'planning' },
  planning: { tags: ['planning'], status: 'planned' },
  competition: { tags: ['tender'], status: 'active' },
  'dir-awa-pre': { tags: ['award', 'contract'], status: 'complete' },
  result: { tags: ['award', 'contract'], status: 'complete' },
  'cont-modif': { tags: ['awardUpdate', 'contractUpdate'] },
  completion: { tags: ['contractUpdate'] },
};

/** BT-105. `oth-single` and `oth-mult` say nothing about who may submit. */
export const METHODS: Table = {
  open: 'open', 'exp-int-rail': 'open',
  restricted: 'selective', 'neg-w-call': 'selective', 'comp-dial': 'selective', 'comp-tend': 'selective', innovation: 'selective',
  'neg-wo-call': 'limited',
};

/** Where the field's own name reads better than the code list's single word. */
export const METHOD_DETAILS: Table = { open: 'Open procedure', restricted: 'Restricted procedure' };

/** BT-23 contract-nature. */
export const CATEGORIES: Table = { works: 'works', services: 'services', supplies: 'goods', goods: 'goods' };

export const PERMISSIONS: Table = { required: 'required', allowed: 'allowed', 'not-allowed': 'notAllowed' };

export const FRAMEWORK_METHODS: Table = {
  'fa-mix': 'withAndWithoutReopeningCompetition', 'fa-w-rc': 'withReopeningCompetition', 'fa-wo-rc': 'withoutReopeningCompetition',
};

/** BT-766, by the mapping table; two examples of the guidance have it the other way round, against the codes' own meaning. */
export const DPS_TYPES: Table = { 'dps-list': 'closed', 'dps-nlist': 'open' };

export const NUMBER_WEIGHTS: Table = {
  'dec-exa': 'decimalExact', 'dec-mid': 'decimalRangeMiddle', 'ord-imp': 'order', 'per-exa': 'percentageExact',
  'per-mid': 'percentageRangeMiddle', 'poi-exa': 'pointsExact', 'poi-mid': 'pointsRangeMiddle',
};
export const NUMBER_FIXED: Table = { 'fix-tot': 'total', 'fix-unit': 'unit', total: 'total', unit: 'unit' };
export const NUMBER_THRESHOLDS: Table = { 'max-pass': 'maximumBids', 'min-score': 'minimumScore' };

export const ENVIRONMENT: Table = {
  'biodiv-eco': 'environmental.biodiversityProtectionRestoration', 'circ-econ': 'environmental.circularEconomy',
  'clim-adapt': 'environmental.climateChangeAdaptation', 'clim-mitig': 'environmental.climateChangeMitigation', other: 'environmental',
  'pollu-prev': 'environmental.pollutionPrevention', 'water-mar': 'environmental.waterResources',
};
export const SOCIAL: Table = {
  'acc-all': 'social.accessibility', 'et-eq': 'social.ethnicEquality', 'gen-eq': 'social.genderEquality', 'hum-right': 'social.humanRightsInSupplyChain',
  opp: 'social.disadvantagedEmploymentOpportunities', other: 'social', 'work-cond': 'social.laborRightsPromotion',
};
export const INNOVATION: Table = {
  'mar-nov': 'economic.marketInnovationPromotion', 'proc-innov': 'economic.processInnovation', 'prod-innov': 'economic.productInnovation',
  'rd-act': 'economic.researchDevelopmentActivities',
};
export const STRATEGIC: Table = { 'env-imp': 'environmental', 'inn-pur': 'economic.innovativePurchase', 'soc-obj': 'social' };
export const GPP: Table = { eu: 'euGPPCriteria', national: 'nationalGPPCriteria', other: 'otherGPPCriteria' };

/** BT-760. Submissions that nobody has verified have no measure in OCDS. */
export const MEASURES: Table = {
  'part-req': 'requests', tenders: 'bids', 't-esubm': 'electronicBids', 't-med': 'mediumBids', 't-micro': 'microBids', 't-small': 'smallBids',
  't-sme': 'smeBids', 't-no-eea': 'foreignBidsFromNonEU', 't-oth-eea': 'foreignBidsFromEU', 't-verif-inad': 'disqualifiedBids',
  't-verif-inad-low': 'tendersAbnormallyLow',
};

export const RESERVED: Table = { 'res-ws': 'shelteredWorkshop', 'res-pub-ser': 'publicServiceMissionOrganization' };

/** BT-10: the activities that are functions of government, with their COFOG division. */
export const COFOG: Table = {
  'gen-pub': '01', defence: '02', 'pub-os': '03', 'econ-aff': '04', 'env-pro': '05', 'hc-am': '06', health: '07', rcr: '08', education: '09', 'soc-pro': '10',
};

/** BT-809: the first part of the code tells the kind. */
export function selectionKind(code: string): string | undefined {
  return { abil: 'technical', stand: 'economic', suit: 'suitability', sche: 'other', sec: 'other' }[/^slc-(\w+)/.exec(code)?.[1] ?? ''];
}
