/** Codes of TED XML and the codes of eForms that took their place. Source: TED schema R2.0.9 and R2.0.8, eForms SDK code lists. */
import { lookup } from '../codes/lookup.ts';
type Table = Readonly<Record<string, string>>;

/** CA_TYPE to buyer-legal-type. TED has one code for regional and local authorities; `ra` is what the Publications Office makes of it. */
export const BUYER_TYPES: Table = {
  MINISTRY: 'cga', NATIONAL_AGENCY: 'cga', REGIONAL_AUTHORITY: 'ra', REGIONAL_AGENCY: 'body-pl-ra', BODY_PUBLIC: 'body-pl', EU_INSTITUTION: 'eu-ins-bod-ag',
};

export const AUTHORITY_ACTIVITIES: Table = {
  GENERAL_PUBLIC_SERVICES: 'gen-pub', DEFENCE: 'defence', PUBLIC_ORDER_AND_SAFETY: 'pub-os', ENVIRONMENT: 'env-pro', ECONOMIC_AND_FINANCIAL_AFFAIRS: 'econ-aff',
  HEALTH: 'health', HOUSING_AND_COMMUNITY_AMENITIES: 'hc-am', SOCIAL_PROTECTION: 'soc-pro', RECREATION_CULTURE_AND_RELIGION: 'rcr', EDUCATION: 'education',
};

export const ENTITY_ACTIVITIES: Table = {
  PRODUCTION_TRANSPORT_DISTRIBUTION_GAS_HEAT: 'gas-heat', ELECTRICITY: 'electricity', EXPLORATION_EXTRACTION_GAS_OIL: 'gas-oil',
  EXPLORATION_EXTRACTION_COAL_OTHER_SOLID_FUEL: 'solid-fuel', WATER: 'water', POSTAL_SERVICES: 'post', RAILWAY_SERVICES: 'rail',
  URBAN_RAILWAY_TRAMWAY_TROLLEYBUS_BUS_SERVICES: 'urttb', PORT_RELATED_ACTIVITIES: 'port', AIRPORT_RELATED_ACTIVITIES: 'airport',
};

export const NATURES: Table = { SERVICES: 'services', SUPPLIES: 'supplies', WORKS: 'works' };

/** Elements that name a procedure, in the order in which they are looked for, to procurement-procedure-type; null where no code says the same. */
export const PROCEDURES: Readonly<Record<string, string | null>> = {
  PT_OPEN: 'open', PT_RESTRICTED: 'restricted', PT_COMPETITIVE_NEGOTIATION: 'neg-w-call', PT_COMPETITIVE_DIALOGUE: 'comp-dial', PT_INNOVATION_PARTNERSHIP: 'innovation',
  PT_NEGOTIATED_WITH_PRIOR_CALL: 'neg-w-call', PT_INVOLVING_NEGOTIATION: 'neg-w-call',
  PT_AWARD_CONTRACT_WITHOUT_CALL: 'neg-wo-call', PT_NEGOTIATED_WITHOUT_PUBLICATION: 'neg-wo-call', PT_AWARD_CONTRACT_WITHOUT_PUBLICATION: 'neg-wo-call',
  // A concession that was published: the directive leaves the steps to the buyer, and the form does not ask for them.
  PT_AWARD_CONTRACT_WITH_PRIOR_PUBLICATION: null,
  PT_COMPETITIVE_TENDERING: 'comp-tend', PT_REQUEST_EXPRESSION_INTEREST: 'exp-int-rail',
  PT_DA_INTERNAL_OPERATOR: 'neg-wo-call', PT_DA_SMALL_CONTRACT: 'neg-wo-call', PT_DA_MEDIUM_ENTERPRISE: 'neg-wo-call', PT_DA_RAILWAY_TRANSPORT: 'neg-wo-call',
  PT_DA_EMERGENCY: 'neg-wo-call', PT_DA_EXCEPTIONAL_CIRCUMSTANCE_RAIL: 'neg-wo-call', PT_DA_MARKET_NETWORK_RAIL: 'neg-wo-call', PT_DA_OPERATOR_MANAGER_RAIL: 'neg-wo-call',
  // R2.0.8 and defence
  PT_ACCELERATED_RESTRICTED: 'restricted', PT_ACCELERATED_RESTRICTED_CHOICE: 'restricted', PT_NEGOTIATED_CHOICE: 'neg-w-call', PT_NEGOTIATED: 'neg-w-call',
  PT_NEGOTIATED_WITH_COMPETITION: 'neg-w-call', PT_NEGOTIATED_WITH_PUBLICATION_CONTRACT_NOTICE: 'neg-w-call', PT_ACCELERATED_NEGOTIATED: 'neg-w-call',
  PT_NEGOTIATED_WITHOUT_COMPETITION: 'neg-wo-call', PT_NEGOTIATED_WITHOUT_PUBLICATION_CONTRACT_NOTICE: 'neg-wo-call', AWARD_WITHOUT_PRIOR_PUBLICATION: 'neg-wo-call',
};

/** PR_PROC in the coded data, for forms that do not say which procedure it was; E, 8, 9 and Z say nothing. */
export const CODED_PROCEDURES: Table = {
  1: 'open', 2: 'restricted', 3: 'restricted', 4: 'neg-w-call', 6: 'neg-w-call', A: 'neg-wo-call', B: 'neg-w-call', C: 'comp-dial', F: 'neg-wo-call',
  G: 'innovation', T: 'neg-wo-call', V: 'neg-wo-call',
};

/** Reasons for an award without call to direct-award-justification; null where no code says the same. */
export const DIRECT_AWARD_REASONS: Readonly<Record<string, string | null>> = {
  D_PROC_OPEN: 'unsuitable', D_PROC_RESTRICTED: 'unsuitable', D_PROC_NEGOTIATED_PRIOR_CALL_COMPETITION: 'unsuitable', D_PROC_COMPETITIVE_DIALOGUE: 'unsuitable',
  D_NO_TENDERS_REQUESTS: 'unsuitable', D_ALL_TENDERS: 'irregular', D_MANUF_FOR_RESEARCH: 'resd', D_PURE_RESEARCH: 'resd', D_OTHER_SERVICES: 'rd',
  D_TECHNICAL: 'technical', D_ARTISTIC: 'artistic', D_EXCLUSIVE_RIGHT: 'exclusive', D_PROTECT_RIGHTS: 'exclusive', D_EXTREME_URGENCY: 'urgency',
  D_PERIODS_INCOMPATIBLE: 'crisis', D_ADD_DELIVERIES_ORDERED: 'existing', D_REPETITION_EXISTING: 'repetition', D_CONTRACT_AWARDED_DESIGN_CONTEST: 'contest',
  D_COMMODITY_MARKET: 'commodity', D_FROM_WINDING_PROVIDER: 'closure', D_FROM_LIQUIDATOR_CREDITOR: 'liquidator', D_BARGAIN_PURCHASE: 'bargain',
  D_MARITIME_SERVICES: 'dir81-transport', D_SERVICES_LISTED: 'dir81-annexii', D_OUTSIDE_SCOPE: 'non-dir',
  // Regulation 1370/2007
  PT_DA_INTERNAL_OPERATOR: 'int-oper', PT_DA_SMALL_CONTRACT: 'below-thres', PT_DA_MEDIUM_ENTERPRISE: 'below-thres-sme', PT_DA_RAILWAY_TRANSPORT: null,
  PT_DA_EMERGENCY: 'urgency', PT_DA_EXCEPTIONAL_CIRCUMSTANCE_RAIL: 'exc-circ-rail', PT_DA_MARKET_NETWORK_RAIL: 'char-imp', PT_DA_OPERATOR_MANAGER_RAIL: 'sim-infra',
  // R2.0.8 and defence
  ONLY_IRREGULAR_INACCEPTABLE_TENDERERS: 'irregular', NO_OPEN_RESTRICTED: 'unsuitable', MANUFACTURED_BY_DIRECTIVE: 'resd', CONTRACT_RESEARCH_DIRECTIVE: 'rd',
  REASONS_PROVIDED_PARTICULAR_TENDERER_TECHNICAL: 'technical', REASONS_PROVIDED_PARTICULAR_TENDERER_ARTISTIC: 'artistic',
  REASONS_PROVIDED_PARTICULAR_TENDERER_EXCLUSIVE_RIGHTS: 'exclusive', EXTREME_URGENCY_EVENTS_UNFORESEEABLE: 'urgency',
  PERIOD_FOR_PROCEDURE_INCOMPATIBLE_WITH_CRISIS: 'crisis', ADDITIONAL_WORKS: 'additional', WORKS_REPETITION_EXISTING_WORKS: 'repetition',
  SERVICE_CONTRACT_AWARDED_SUCCESSFUL_CANDIDATE: 'contest', SUPPLIES_QUOTED_PURCHASED_COMMODITY_MARKET: 'commodity', SUPPLIER_WINDING_UP_BUSINESS: 'closure',
  RECEIVERS_ARRANGEMENT_CREDITORS: 'liquidator', AIR_MARITIME_TRANSPORT_FOR_ARMED_FORCES_DEPLOYMENT: 'dir81-transport', CONTRACT_SERVICES_OUTSIDE_DIRECTIVE: 'non-dir',
  CONTRACT_SERVICES_LISTED_IN_DIRECTIVE: null, CONTRACTS_AWARDED_FRAMEWORK_DIRECTIVE: null,
};

/** Reasons that mean something of their own under one directive. */
export const DIRECT_AWARD_REASONS_OF: Table = {
  '32014L0023 D_PROTECT_RIGHTS': 'other-exclusive', '32009L0081 CONTRACT_SERVICES_LISTED_IN_DIRECTIVE': 'dir81-annexii',
};

/** LEGAL_BASIS is a CELEX number already; DIRECTIVE is this. */
export const DIRECTIVES: Table = {
  '2014/23/EU': '32014L0023', '2014/24/EU': '32014L0024', '2014/25/EU': '32014L0025', '2009/81/EC': '32009L0081',
  '2004/17/EC': '32004L0017', '2004/18/EC': '32004L0018', '2007/1370': '32007R1370', '1370/2007': '32007R1370',
};

const LANGUAGES: Table = {
  BG: 'BUL', CS: 'CES', DA: 'DAN', DE: 'DEU', EL: 'ELL', EN: 'ENG', ES: 'SPA', ET: 'EST', FI: 'FIN', FR: 'FRA', GA: 'GLE', HR: 'HRV', HU: 'HUN', IT: 'ITA', LT: 'LIT',
  LV: 'LAV', MT: 'MLT', NL: 'NLD', PL: 'POL', PT: 'POR', RO: 'RON', SK: 'SLK', SL: 'SLV', SV: 'SWE', NO: 'NOR', IS: 'ISL', MK: 'MKD', TR: 'TUR', SR: 'SRP', SQ: 'SQI',
};

/** Three letters of a language written in two, as eForms wants it; an unknown one stays as it was written. */
export function language(code: string): string {
  const upper = code.trim().toUpperCase();
  return lookup(LANGUAGES, upper) ?? upper;
}

/** The three kinds of selection criteria; of the codes of BT-809, which go on to say which criterion it is, they are the beginnings. */
export const SELECTION = { suitability: 'slc-suit', economic: 'slc-stand', technical: 'slc-abil' } as const;
