/** What of the outside suites is not met, each with the reason. For scripts and tests only. */

/** Field examples of OCDS for eForms (SDK 1.13) that no reading of their fragment can meet. */
export const UNMET_EXAMPLES: Readonly<Record<string, string>> = {
  // The release contradicts its fragment: another value, spelling or text than the XML has.
  'BT-141(a)-notice': 'three dots with and without a space', 'BT-88-Procedure': 'three dots with and without a space',
  'BT-5101(a)-Lot': 'the release has a house number that the fragment has not', 'BT-5101(a)-Part': 'the same', 'BT-5101(a)-Procedure': 'the same', 'BT-5101(b)-Lot': 'the same',
  'BT-512-UBO': 'the postal code lacks its last digit', 'BT-631-Lot': 'an hour that the fragment has not',
  'BT-509-Organization-Company': 'the address lacks its last stroke', 'BT-509-Organization-TouchPoint': 'the same',
  'OPT-120-Lot-EnvironLegis': 'http is https', 'OPT-130-Lot-EmployLegis': 'the same', 'OPT-130-Part-EmployLegis': 'the same',
  'OPT-300-Contract-Signatory': '"Adinistration"', 'BT-195(BT-193)-Tender': 'won-ten-var is win-ten-var',
  'BT-633-Organization': 'the fragment says that it is no natural person',
  // Date and time stand in the fragment, and the example of the date alone leaves the time out; that of the time is met.
  'BT-13(d)-Lot': 'the time is left out', 'BT-131(d)-Lot': 'the time is left out', 'BT-132(d)-Lot': 'the time is left out',
  // The release knows what the fragment does not say.
  'BT-1251-Lot': 'an ocid', 'BT-1251-Part': 'an ocid', 'BT-150-Contract': 'the register of the number', 'BT-501-Organization-Company': 'the register of the number',
  'BT-67(b)-Procedure': 'the exclusion ground', 'OPT-140-Lot': 'the lot', 'OPT-301-Tenderer-MainCont': 'the name of the main contractor',
  // The fragment is no part of a notice of the SDK.
  'BT-60-Lot': 'the code stands in efac:Funding, outside its path', 'BT-682-Tender': 'the bid stands in the result',
  // Labels of another version of the code lists than the bundled one (SDK 1.15.1).
  'BT-10-Procedure-Buyer': 'definition for label', 'BT-11-Procedure-Buyer': 'a full stop', 'BT-707-Lot': '"rights" for "right"', 'BT-707-Part': 'the same', 'BT-735-LotResult': 'a small letter',
  // The example contradicts the guidance above it, which is followed.
  'BT-727-Part': 'deliveryLocations for deliveryAddresses', 'BT-766-Lot': 'open and closed change places, against the mapping table', 'BT-766-Part': 'the same',
  // A misprint that would stand in the register.
  'BT-162-Tender': '"he estimated revenue"',
};

/** Labels of TED notices that the reading does not meet. */
export const UNMET_LABELS: Readonly<Record<string, string>> = {
  '95267-2021 buyers': 'the notice names one city twice; the register joins the two, the reading of the notice keeps both',
  '174358-2021 refersTo': 'the second earlier notice is named in a sentence only',
  '258988-2016 total': 'the value of all prizes of the contest, which the reading calls the value of the notice',
  '5844-2021 procedure': 'the form does not say; the coded data of the notice do', '330055-2021 procedure': 'the same', '518879-2017 procedure': 'the same',
  '18092-2021 procedure': 'the same', '118331-2022 procedure': 'the same',
  '96721-2017 procedure': 'a concession awarded with prior publication has no code of its own; it is named in words',
  '10233-2021 framework': 'the box is not ticked; only the description speaks of a framework agreement',
};

/** The same of eForms notices. */
export const UNMET_EFORMS_LABELS: Readonly<Record<string, string>> = {
  '2022-697882 frameworkMaximum': 'of a result OCDS for eForms discards what all framework agreements together may come to (BT-118)', '2022-927623 frameworkMaximum': 'the same',
  '2022-927623 award 1 lot': 'the notice names the lot MISSING, which it does not have; the reading keeps what is written',
  '9282de2c-8ca6-4b88-84ce-dd8734449a83 deadline': 'the time limit for expressions of interest, which OCDS for eForms puts in the place of that for tenders (BT-630)',
};

const SEVERAL = 'one contract for several results, which the guidance writes as `awardIDs`; OCDS 1.1 asks for one `awardID`';
/** Real notices whose release breaks the schema. */
export const WITHOUT_AWARD: Readonly<Record<string, string>> = { '00215550-2024.xml': SEVERAL, '00611835-2024.xml': SEVERAL, 'S 111-347010.xml': SEVERAL };

export { NOT_MAPPED } from './mapping/left-out.ts';
