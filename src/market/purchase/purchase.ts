/** A purchase: in a dynamic purchasing system, by mini-competition, or by direct award. Its commands stand in files of their own; here is what they make together. */
import { kind } from '../core/command.ts';
import { assess } from '../assessment/assess.ts';
import { check } from '../assessment/check.ts';
import { consensus, score, setEvaluators } from '../assessment/score.ts';
import { award, letters } from '../award/award.ts';
import { noticeDue, noticeSent, watchNotice } from '../award/notice.ts';
import { sign } from '../award/sign.ts';
import { DIRECT_COMMANDS } from './direct.ts';
import { directRelease } from './direct.release.ts';
import { commit, conclude, open, reveal } from '../opening/opening.ts';
import { announce } from './purchase.announce.ts';
import { askKeys, declare, proveKey, setHolders } from './purchase.committee.ts';
import { attach, detach } from './purchase.documents.ts';
import { setModel, setSheet, startPurchase, writePurchase } from './purchase.draft.ts';
import { dueOf, isCompetitive } from './purchase.life.ts';
import { purchaseRelease } from './purchase.release.ts';
import { answer, cancel, changePurchase, close, moveDeadline, remind } from './purchase.running.ts';
import { PurchaseBodySchema, PurchaseInternalSchema, type PurchaseBody, type PurchaseInternal } from './purchase.schema.ts';
import { targetOf } from './purchase.target.ts';

/** Actions that only persons named for them may take, and who that is. */
const NAMED: Readonly<Record<string, (internal: PurchaseInternal) => readonly string[]>> = {
  'purchase.score': ({ evaluators }) => evaluators,
  'purchase.consensus': ({ evaluators }) => evaluators,
};

export const purchase = kind<PurchaseBody, PurchaseInternal>({
  kind: 'purchase',
  path: 'koeb',
  states: ['draft', 'shortlisted', 'announced', 'closed', 'opened', 'assessed', 'decided', 'contracted', 'cancelled'],
  body: PurchaseBodySchema,
  internal: PurchaseInternalSchema,
  titleOf: ({ body }) => body.title,
  // In the order in which a page offers them.
  commands: [
    startPurchase, writePurchase, setModel, setSheet, attach, detach, setHolders, proveKey, declare, announce,
    answer, changePurchase, moveDeadline, remind, askKeys, close, commit, reveal, conclude, open,
    setEvaluators, check, score, consensus, assess, award, letters, sign, noticeSent, watchNotice, ...DIRECT_COMMANDS, cancel,
  ],
  due: (record) => (record.state === 'contracted' ? noticeDue(record) : dueOf(record)),
  persons: ({ internal }, action) => {
    if (internal === null) return { conflicted: [], named: [] };
    return { conflicted: internal.conflicted, named: NAMED[action]?.(internal) ?? internal.holders.map(({ person }) => person) };
  },
  release: (record, publication) => (isCompetitive(record) ? purchaseRelease : directRelease)(record, publication),
  target: targetOf,
});
