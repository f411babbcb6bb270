/*
 * The closed codelists of the extensions that European notices need. Codes are facts of the OCDS for eForms profile;
 * their names and explanations are not kept here.
 */
/** What the number of an award criterion means as a weight. */
export const CRITERION_WEIGHT = [
  'percentageExact', 'percentageRangeMiddle', 'decimalExact', 'decimalRangeMiddle', 'pointsExact',
  'pointsRangeMiddle', 'order',
] as const;

/** What is fixed when the price is. */
export const AWARD_CRITERION_FIXED = ['total', 'unit'] as const;

/** What the number means as a threshold. */
export const CRITERION_THRESHOLD = ['minimumScore', 'maximumBids'] as const;

/** What a statistic counts. */
export const STATISTIC_SCOPE = ['complaints'] as const;

/** How a bid stands. */
export const BID_STATUS = ['invited', 'pending', 'valid', 'disqualified', 'withdrawn'] as const;

/** Who pays a charge. */
export const CHARGE_PAID_BY = ['government', 'user'] as const;

/** Whether something must, may or may not be done. */
export const PERMISSION = ['required', 'allowed', 'notAllowed'] as const;

/** Where finance comes from. */
export const FINANCE_TYPE = [
  'institutional', 'commercial', 'bilateral', 'multilateral', 'publicBondIssue', 'supplierCredit', 'other',
] as const;

/** What kind of finance it is. */
export const FINANCE_CATEGORY = ['equity', 'seniorDebt', 'mezzanineDebt', 'grant', 'guarantee', 'other'] as const;

/** What a fee is paid for. */
export const PARTICIPATION_FEE_TYPE = ['document', 'deposit', 'submission', 'win'] as const;

/** What a selection criterion looks at. */
export const SELECTION_CRITERION_TYPE = ['technical', 'economic', 'suitability', 'other'] as const;

/** Whom a selection criterion concerns. */
export const APPLIES_TO = ['supplier', 'subcontractor'] as const;

/** Whether competition is reopened within a framework agreement. */
export const FRAMEWORK_AGREEMENT_METHOD = [
  'withReopeningCompetition', 'withoutReopeningCompetition', 'withAndWithoutReopeningCompetition',
] as const;

/** Whether buyers outside the notice may use the system. */
export const DYNAMIC_PURCHASING_SYSTEM_TYPE = ['open', 'closed'] as const;

/** How a dynamic purchasing system stands. */
export const DYNAMIC_PURCHASING_SYSTEM_STATUS = ['pending', 'active', 'cancelled', 'terminated'] as const;

/** How large an organisation is. */
export const PARTY_SCALE = ['micro', 'sme', 'small', 'medium', 'large', 'selfEmployed'] as const;

/** GeoJSON geometries (RFC 7946). */
export const GEOMETRY_TYPE = ['Point', 'MultiPoint', 'LineString', 'MultiLineString', 'Polygon', 'MultiPolygon'] as const;

/** ISO 3166-1 alpha-2 country codes. */
export const COUNTRY: readonly string[] = `
  AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ CA CC
  CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD
  GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH
  KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW
  MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC
  SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY
  UZ VA VC VE VG VI VN VU WF WS XK YE YT ZA ZM ZW
`.trim().split(/\s+/);
