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
