/** Which notice of eForms a form of TED became. Source: eForms SDK, notice-types.json; TED schema R2.0.9 and R2.0.8. */
import { lookup } from '../codes/lookup.ts';
export interface Kind {
  /** Document type of UBL. */
  readonly root: 'PriorInformationNotice' | 'ContractNotice' | 'ContractAwardNotice';
  /** BT-03; null for a corrigendum, which is of the kind of the notice that it corrects and does not say which. */
  readonly formType: string | null;
  /** BT-02 */
  readonly noticeType: string | null;
}

const pin = (formType: string, noticeType: string): Kind => ({ root: 'PriorInformationNotice', formType, noticeType });
const call = (noticeType: string): Kind => ({ root: 'ContractNotice', formType: 'competition', noticeType });
const award = (formType: string, noticeType: string): Kind => ({ root: 'ContractAwardNotice', formType, noticeType });

/** A form alone, or the form and what its NOTICE element says that it is used for. */
const KINDS: Readonly<Record<string, Kind>> = {
  'F01': pin('planning', 'pin-only'), 'F01 PRI_REDUCING_TIME_LIMITS': pin('planning', 'pin-rtl'), 'F01 PRI_CALL_COMPETITION': pin('competition', 'pin-cfc-standard'),
  'F02': call('cn-standard'), 'F03': award('result', 'can-standard'),
  'F04': pin('planning', 'pin-only'), 'F04 PER_REDUCING_TIME_LIMITS': pin('planning', 'pin-rtl'), 'F04 PER_CALL_COMPETITION': pin('competition', 'pin-cfc-standard'),
  'F05': call('cn-standard'), 'F06': award('result', 'can-standard'), 'F07': call('qu-sy'), 'F08': pin('planning', 'pin-buyer'),
  'F09': call('cn-standard'), 'F10': call('cn-standard'), 'F11': call('cn-standard'),
  'F12': call('cn-desg'), 'F13': award('result', 'can-desg'), 'F14': { root: 'ContractNotice', formType: null, noticeType: null }, 'F15': award('dir-awa-pre', 'veat'),
  'F16': pin('planning', 'pin-only'), 'F17': call('cn-standard'), 'F18': award('result', 'can-standard'), 'F19': call('subco'), 'F20': award('cont-modif', 'can-modif'),
  'F21': call('cn-social'), 'F21 PRI_ONLY': pin('planning', 'pin-only'), 'F21 PRI_REDUCING_TIME_LIMITS': pin('planning', 'pin-rtl'),
  'F21 PRI_CALL_COMPETITION': pin('competition', 'pin-cfc-social'), 'F21 AWARD_CONTRACT': award('result', 'can-social'),
  'F22': call('cn-social'), 'F22 PER_ONLY': pin('planning', 'pin-only'), 'F22 PER_REDUCING_TIME_LIMITS': pin('planning', 'pin-rtl'),
  'F22 PER_CALL_COMPETITION': pin('competition', 'pin-cfc-social'), 'F22 QSU_ONLY': call('qu-sy'), 'F22 QSU_CALL_COMPETITION': call('qu-sy'),
  'F22 AWARD_CONTRACT': award('result', 'can-social'),
  'F23': pin('competition', 'pin-cfc-social'), 'F23 CONCESSION_AWARD_CONTRACT': award('result', 'can-social'),
  'F24': call('cn-standard'), 'F25': award('result', 'can-standard'), 'T01': pin('planning', 'pin-tran'), 'T02': award('result', 'can-tran'),
};

export function kindOf(form: string, use: string | null): Kind | undefined {
  return (use === null ? undefined : lookup(KINDS, `${form} ${use}`)) ?? lookup(KINDS, form);
}

/** Forms of R2.0.8 by the name of their element; those of R2.0.9 carry their number in theirs. */
export const OLD_FORMS: Readonly<Record<string, string>> = {
  PRIOR_INFORMATION: 'F01', CONTRACT: 'F02', CONTRACT_AWARD: 'F03', PERIODIC_INDICATIVE_UTILITIES: 'F04', CONTRACT_UTILITIES: 'F05', CONTRACT_AWARD_UTILITIES: 'F06',
  QUALIFICATION_SYSTEM_UTILITIES: 'F07', BUYER_PROFILE: 'F08', SIMPLIFIED_CONTRACT: 'F09', CONCESSION: 'F10', CONTRACT_CONCESSIONAIRE: 'F11', DESIGN_CONTEST: 'F12',
  RESULT_DESIGN_CONTEST: 'F13', ADDITIONAL_INFORMATION_CORRIGENDUM: 'F14', VOLUNTARY_EX_ANTE_TRANSPARENCY_NOTICE: 'F15', PRIOR_INFORMATION_DEFENCE: 'F16',
  CONTRACT_DEFENCE: 'F17', CONTRACT_AWARD_DEFENCE: 'F18', CONTRACT_CONCESSIONAIRE_DEFENCE: 'F19', PRIOR_INFORMATION_MOVE: 'T01', CONTRACT_MOVE: 'T02',
};

/** TD_DOCUMENT_TYPE of the coded data, for the forms of R2.0.8 that serve several uses and have no NOTICE element. */
export const OLD_USES: Readonly<Record<string, string>> = { 'F04 0': 'PER_REDUCING_TIME_LIMITS', 'F04 M': 'PER_CALL_COMPETITION', 'F04 P': 'PER_ONLY' };

/** The directive that a form belongs to when the notice names none. */
const GENERAL = '32014L0024';
const UTILITIES = '32014L0025';
const CONCESSIONS = '32014L0023';
const DEFENCE = '32009L0081';
const BASES: Readonly<Record<string, string>> = {
  F01: GENERAL, F02: GENERAL, F03: GENERAL, F21: GENERAL, F04: UTILITIES, F05: UTILITIES, F06: UTILITIES, F07: UTILITIES, F22: UTILITIES,
  F23: CONCESSIONS, F24: CONCESSIONS, F25: CONCESSIONS, F16: DEFENCE, F17: DEFENCE, F18: DEFENCE, F19: DEFENCE, T01: '32007R1370', T02: '32007R1370',
};
const OLD_BASES: Readonly<Record<string, string>> = {
  F01: '32004L0018', F02: '32004L0018', F03: '32004L0018', F09: '32004L0018', F10: '32004L0018', F11: '32004L0018',
  F04: '32004L0017', F05: '32004L0017', F06: '32004L0017', F07: '32004L0017',
};

export function basisOf(form: string, isOld: boolean): string | null {
  return (isOld ? lookup(OLD_BASES, form) : undefined) ?? lookup(BASES, form) ?? null;
}

/** OPP-070: the number of the notice in the Commission's list, by notice type and directive: general, utilities, concessions, defence. */
const SUBTYPES: Readonly<Record<string, readonly (string | null)[]>> = {
  'pin-buyer': ['1', '2', null, '3'], 'pin-only': ['4', '5', null, '6'], 'pin-rtl': ['7', '8', null, '9'], 'pin-cfc-standard': ['10', '11', null, null],
  'pin-cfc-social': ['12', '13', '14', null], 'qu-sy': [null, '15', null, null], 'cn-standard': ['16', '17', '19', '18'], 'cn-social': ['20', '21', null, null],
  subco: [null, null, null, '22'], 'cn-desg': ['23', '24', null, null], veat: ['25', '26', '28', '27'], 'can-standard': ['29', '30', '32', '31'],
  'can-social': ['33', '34', '35', null], 'can-desg': ['36', '37', null, null], 'can-modif': ['38', '39', '40', 'E6'],
};
/** The directives of 2004 had the same notices as those of 2014. */
const COLUMNS: Readonly<Record<string, number>> = { [GENERAL]: 0, '32004L0018': 0, [UTILITIES]: 1, '32004L0017': 1, [CONCESSIONS]: 2, [DEFENCE]: 3 };

export function subtypeOf(noticeType: string, basis: string | null): string | null {
  if (noticeType === 'pin-tran') return 'T01';
  if (noticeType === 'can-tran') return 'T02';
  const column = lookup(COLUMNS, basis);
  return column === undefined ? null : (lookup(SUBTYPES, noticeType)?.[column] ?? null);
}
