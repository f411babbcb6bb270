/** What kind of notice a release is. Pure. */
import type { JsonObject } from '#base';
import { object, objects, text, textList } from './dirty.ts';

export const NOTICE_KINDS = [
  'plan', 'plan-shortens', 'plan-profile', 'plan-calls', 'consultation', 'qualification', 'call', 'call-contest', 'call-subcontract', 'ex-ante',
  'result', 'result-none', 'result-contest', 'modification', 'completion', 'correction', 'implementation', 'other',
] as const;
export type NoticeKind = (typeof NOTICE_KINDS)[number];

/** What tells the kind; of a release that came as OCDS its tags alone. */
export interface KindFacts {
  /** BT-02 */
  readonly noticeType: string | null;
  /** True of a corrigendum of TED XML, which holds the changes alone. */
  readonly isCorrigendum: boolean;
  readonly tags: readonly string[];
  /** True when it has results, and none of them has a winner. */
  readonly hasNoWinner: boolean;
}

const BY_TYPE: Readonly<Record<string, NoticeKind>> = {
  'pin-only': 'plan', 'pin-tran': 'plan', 'pin-rtl': 'plan-shortens', 'pin-buyer': 'plan-profile', 'pin-cfc-standard': 'plan-calls', 'pin-cfc-social': 'plan-calls',
  pmc: 'consultation', 'qu-sy': 'qualification', 'cn-standard': 'call', 'cn-social': 'call', 'cn-desg': 'call-contest', subco: 'call-subcontract', veat: 'ex-ante',
  'can-standard': 'result', 'can-social': 'result', 'can-tran': 'result', 'can-desg': 'result-contest', 'can-modif': 'modification', compl: 'completion',
};

/** By the beginning of a tag; what stands first wins. */
const BY_TAG: readonly (readonly [string, NoticeKind])[] = [
  ['implementation', 'implementation'], ['contractTermination', 'completion'], ['contractAmendment', 'modification'], ['contract', 'result'], ['award', 'result'],
  ['tender', 'call'], ['planning', 'plan'],
];

export function kindOf({ noticeType, isCorrigendum, tags, hasNoWinner }: KindFacts): NoticeKind {
  if (isCorrigendum) return 'correction';
  const found = BY_TYPE[noticeType ?? ''] ?? BY_TAG.find(([beginning]) => tags.some((tag) => tag.startsWith(beginning)))?.[1] ?? 'other';
  return found === 'result' && hasNoWinner ? 'result-none' : found;
}

/** @param release of one notice, as read; with `x_notice` when it was XML. */
export function kindOfRelease(release: JsonObject): NoticeKind {
  const notice = object(release['x_notice']);
  const awards = objects(release['awards']);
  return kindOf({
    noticeType: text(notice['noticeType']), isCorrigendum: notice['isCorrigendum'] === true, tags: textList(release['tag']),
    hasNoWinner: awards.length > 0 && awards.every((award) => ['unsuccessful', 'cancelled'].includes(text(award['status']) ?? '')),
  });
}

/** Subtypes 1 to 40 of eForms, by the last number of each kind. Source: eForms SDK, notice-types.json. */
const BY_SUBTYPE: readonly (readonly [number, NoticeKind])[] = [
  [3, 'plan-profile'], [6, 'plan'], [9, 'plan-shortens'], [14, 'plan-calls'], [15, 'qualification'], [21, 'call'], [22, 'call-subcontract'], [24, 'call-contest'],
  [28, 'ex-ante'], [35, 'result'], [37, 'result-contest'], [40, 'modification'],
];
const BY_FORM: Readonly<Record<string, NoticeKind>> = {
  E1: 'consultation', E2: 'plan', E3: 'call', E4: 'result', E5: 'completion', E6: 'modification', CEI: 'call', T01: 'plan', T02: 'result',
  F01: 'plan', F02: 'call', F03: 'result', F14: 'correction', F20: 'modification',
};

/** The kind of a form, whatever it was filled with; null for a form that is not known. @param form `29`, `N29`, `E3`, `F14` */
export function kindOfForm(form: string): NoticeKind | null {
  const number = /^N?(\d{1,2})$/.exec(form)?.[1];
  if (number === undefined) return BY_FORM[form] ?? null;
  return BY_SUBTYPE.find(([last]) => Number(number) <= last)?.[1] ?? null;
}
