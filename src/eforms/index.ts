/**
 * Notices: eForms and TED XML in, OCDS releases out. Pure: bytes in, objects out; nothing is read from outside and no
 * clock is looked at.
 */
export { readNotice, type Notice, type ReadOptions } from './notice.ts';
export { byAge, firstNumber, noticeNumber, type NoticeFacts, type NoticeReference, type ReferenceKind } from './facts.ts';
export { scopeIds } from './mapping/scope.ts';
export { label, type CodeList } from './codes/labels.ts';
export type { Remark } from './mapping/remarks.ts';
export { LARGEST_NOTICE } from './xml/parse.ts';
export { maskNotice, type MaskedNotice } from './mask.ts';
