/** Section IV: the procedure, its reasons, its deadlines. */
import { lookup } from '../codes/lookup.ts';
import { make } from '../xml/path.ts';
import { DIRECT_AWARD_REASONS, DIRECT_AWARD_REASONS_OF, PROCEDURES } from './codes.ts';
import type { Node } from './node.ts';
import { earlierNotices, type Notice } from './notice.ts';
import { amount, date, duration, either, joined, languageCode, mark, number, plain, text, time, yesNo } from './read.ts';
import { fill, gather, put, type Row, type Said } from './write.ts';

const PROCESS = 'cac:TenderingProcess';
const JUSTIFICATION = `${PROCESS}/cac:ProcessJustification`;

const PROCEDURE: readonly Row[] = [
  ['BT-88-Procedure', 'MAIN_FEATURES_AWARD', text],
  ['ted:NationalProcedureURI', 'URL_NATIONAL_PROCEDURE', plain],
  ['BT-756-Procedure', 'TERMINATION_PIN', mark('true')],
];

/** What the form says once and eForms says of every lot. */
const LOT: readonly Row[] = [
  ['BT-109-Lot', 'FRAMEWORK/JUSTIFICATION', text],
  ['BT-113-Lot', 'FRAMEWORK/NB_PARTICIPANTS', number],
  ['BT-113-Lot', 'FRAMEWORK/SINGLE_OPERATOR', mark('1')],
  ['ted:FrameworkDuration', 'FRAMEWORK/DURATION', duration],
  ['ted:FrameworkValue', 'FRAMEWORK/VAL_TOTAL', amount],
  ['ted:FrameworkValueLow', 'FRAMEWORK/VAL_RANGE_TOTAL/LOW', amount],
  ['ted:FrameworkValueHigh', 'FRAMEWORK/VAL_RANGE_TOTAL/HIGH', amount],
  ['ted:FrameworkFrequency', 'FRAMEWORK/FREQUENCY', text],
  ['BT-767-Lot', 'EAUCTION_USED', either(yesNo, mark('true'))],
  ['BT-122-Lot', 'INFO_ADD_EAUCTION', text],
  ['BT-115-Lot', 'CONTRACT_COVERED_GPA', either(yesNo, mark('true'))],
  ['BT-115-Lot', 'NO_CONTRACT_COVERED_GPA', mark('false')],
  ['BT-120-Lot', 'RIGHT_CONTRACT_INITIAL_TENDERS', mark('true')],
  ['BT-52-Lot', 'REDUCTION_RECOURSE', either(yesNo, mark('true'))],
  ['BT-97-Lot', 'LANGUAGES/LANGUAGE', languageCode],
  ['ted:OtherLanguage', 'LANGUAGES/LANGUAGE_OTHER', plain],
  ['ted:CandidatesChosen', 'CANDIDATES_CHOSEN', yesNo],
  ['BT-130-Lot', 'DATE_DISPATCH_INVITATIONS', date],
  ['BT-98-Lot', 'DURATION_TENDER_VALID', duration],
  ['ted:ValidUntil', 'DATE_TENDER_VALID', date],
  ['ted:AwardStart', 'DATE_AWARD_SCHEDULED', date],
  ['BT-132(d)-Lot', 'OPENING_CONDITION/DATE_OPENING_TENDERS', date],
  ['BT-132(t)-Lot', 'OPENING_CONDITION/TIME_OPENING_TENDERS', time],
  ['BT-133-Lot', 'OPENING_CONDITION/PLACE', text],
  ['BT-134-Lot', 'OPENING_CONDITION/INFO_ADD', text],
  ['ted:DocumentDeadline', 'DOCUMENTS_UNTIL', plain],
  ['ted:DocumentPrice', 'DOCUMENTS_COST', amount],
  ['BT-50-Lot', 'NB_MIN_PARTICIPANTS', number],
  ['BT-51-Lot', 'NB_MAX_PARTICIPANTS', number],
  ['ted:EnvisagedCandidates', 'NB_PARTICIPANTS', number],
  ['ted:CandidateCriteria', 'CRITERIA_CANDIDATE', text],
  ['BT-41-Lot', 'FOLLOW_UP_CONTRACTS', either(yesNo, mark('true'))],
  ['BT-41-Lot', 'NO_FOLLOW_UP_CONTRACTS', mark('false')],
  ['BT-42-Lot', 'DECISION_BINDING_CONTRACTING', either(yesNo, mark('true'))],
  ['BT-42-Lot', 'NO_DECISION_BINDING_CONTRACTING', mark('false')],
  ['BT-45-Lot', 'NUMBER_VALUE_PRIZE', text],
  ['ted:ParticipantPayment', 'DETAILS_PAYMENT', text],
];

/** Forms with a box for framework agreements and one for dynamic purchasing systems; a box left empty is an answer. */
const ASK_FRAMEWORK = new Set(['F01', 'F02', 'F03', 'F04', 'F05', 'F06', 'F15', 'F17', 'F18', 'F21', 'F22']);
const ASK_SYSTEM = new Set(['F01', 'F02', 'F03', 'F04', 'F05', 'F06']);

export function writeProcedure(notice: Notice): void {
  const { made, body } = notice;
  const from = body.first('PROCEDURE');
  fill(made, PROCEDURE, from);
  const named = from === undefined ? null : procedureIn(from);
  const code = named === null ? notice.codedProcedure : (lookup(PROCEDURES, named.element.name) ?? null);
  put(made, 'BT-105-Procedure', code === null ? null : { text: code, attributes: { listName: 'procurement-procedure-type' } });
  if (named !== null) {
    named.mark();
    put(made, 'ted:Procedure', named.element.name);
    writeDirectAward(notice, named);
  }
  const accelerated = from?.first('ACCELERATED_PROC');
  if (accelerated !== undefined) {
    put(made, 'BT-106-Procedure', { text: 'true', attributes: { listName: 'accelerated-procedure' } });
    put(made, 'BT-1351-Procedure', text(accelerated));
  }
  if (notice.form === 'F14' || notice.form === 'F20') return;
  for (const earlier of earlierNotices(notice, 'PROCEDURE/NOTICE_NUMBER_OJ')) {
    make(made, `${PROCESS}/cac:NoticeDocumentReference`);
    put(made, 'OPP-090-Procedure', { text: earlier, attributes: { schemeName: 'ojs-notice-id' } });
  }
}

/** The element that names the procedure; that of F15 stands inside one named after the directive. */
function procedureIn(from: Node): Node | null {
  const inside = ['DIRECTIVE_2014_24_EU', 'DIRECTIVE_2014_25_EU', 'DIRECTIVE_2014_23_EU', 'DIRECTIVE_2009_81_EC'].flatMap((name) => from.first(name) ?? []);
  for (const place of [from, ...inside]) {
    for (const name of Object.keys(PROCEDURES)) {
      const found = place.first(name);
      if (found !== undefined) return found;
    }
  }
  return null;
}

/** The reasons for an award without call, by code and in the buyer's own words, which belong to all of them. */
function writeDirectAward({ made, basis }: Notice, procedure: Node): void {
  const reasons = [procedure, ...descendants(procedure)].filter((one) => one.element.name in DIRECT_AWARD_REASONS);
  const words = joined(procedure.all('D_JUSTIFICATION'));
  if (reasons.length === 0 && words === null) return;
  const codes = new Set(reasons.flatMap(({ element: { name } }) => lookup(DIRECT_AWARD_REASONS_OF, `${basis ?? ''} ${name}`) ?? lookup(DIRECT_AWARD_REASONS, name) ?? []));
  for (const [index, code] of (codes.size === 0 ? [''] : [...codes]).entries()) {
    const justification = make(made, JUSTIFICATION);
    make(justification, 'cbc:ProcessReasonCode', code, { listName: 'direct-award-justification' });
    if (index > 0) continue;
    if (words !== null) put(made, 'BT-135-Procedure', words);
    for (const one of reasons) {
      one.mark();
      put(made, 'ted:DirectAwardReason', one.element.name);
    }
  }
}

function descendants(from: Node): readonly Node[] {
  return from.children().flatMap((one) => [one, ...descendants(one)]);
}

export function procedureOfLots(notice: Notice): readonly Said[] {
  const { body, form, kind } = notice;
  const from = body.first('PROCEDURE');
  if (from === undefined) return [];
  return [...systems(from, form), ...gather(LOT, from), ...deadline(from, deadlineTerm(kind.formType, kind.noticeType, codeOf(notice)))];
}

function codeOf({ body, codedProcedure }: Notice): string | null {
  const from = body.first('PROCEDURE');
  const named = from === undefined ? null : procedureIn(from);
  return named === null ? codedProcedure : (lookup(PROCEDURES, named.element.name) ?? null);
}

/** TED does not say how competition goes on under a framework agreement; the code says that there is one and no more. */
function systems(from: Node, form: string): readonly Said[] {
  const framework = from.has('FRAMEWORK') ? 'unspecified' : ASK_FRAMEWORK.has(form) ? 'none' : null;
  from.has('FRAMEWORK/SEVERAL_OPERATORS');
  const [isOpen, isThere] = [from.has('DPS_ADDITIONAL_PURCHASERS'), from.has('DPS')];
  const system = isOpen ? 'dps-nlist' : isThere ? 'dps-list' : ASK_SYSTEM.has(form) ? 'none' : null;
  return [
    ...(framework === null ? [] : [{ term: 'BT-765-Lot', value: { text: framework, attributes: { listName: 'framework-agreement' } } }]),
    ...(system === null ? [] : [{ term: 'BT-766-Lot', value: { text: system, attributes: { listName: 'dps-usage' } } }]),
  ];
}

/** One box of the form holds three deadlines: of tenders, of requests to participate, of expressions of interest. */
export function deadlineTerm(formType: string | null, noticeType: string | null, procedure: string | null): 'BT-131' | 'BT-1311' | 'BT-630' {
  if (formType === 'planning' || noticeType?.startsWith('pin-') === true) return 'BT-630';
  if (noticeType === 'qu-sy') return 'BT-1311';
  return procedure === null || ['open', 'oth-single', 'comp-tend', 'neg-wo-call'].includes(procedure) ? 'BT-131' : 'BT-1311';
}

function deadline(from: Node, term: string): readonly Said[] {
  return ([['(d)', 'DATE_RECEIPT_TENDERS', date], ['(t)', 'TIME_RECEIPT_TENDERS', time]] as const).flatMap(([part, place, read]) => from.all(place).flatMap((one) => {
    const value = read(one);
    return value === null ? [] : [{ term: `${term}${part}-Lot`, value }];
  }));
}
