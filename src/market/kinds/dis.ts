/** A concrete purchase in a dynamic purchasing system. */
import { admittedIn, applicationsOf } from '../application/admitted.ts';
import { invitationFindings } from '../dis/members.ts';
import { isNamed, sectionsIn } from './parent.ts';
import type { PurchaseRules } from './rules.ts';

export const DIS_PURCHASE: PurchaseRules = {
  way: 'dis',
  parent: 'dis',
  parentState: 'open',
  needWay: 'dis',
  draft: 'dis-purchase',
  sections: (parent) => sectionsIn(parent, 'categories', 'categoryTitle'),
  mayBuy: isNamed,
  notThisWay: () => null,
  buyersRule: 'udbudsloven-101-documents',
  invite: (_parent, siblings, section, at) => {
    const invited = admittedIn(siblings, section, at);
    const members = applicationsOf(siblings).map(({ owner, state, body }) => ({ organisation: owner, state, categories: body.categories }));
    return { invited, findings: invitationFindings({ invited, leftOut: [] }, members, section) };
  },
  period: 'dis-tenders',
  suitabilityAtDeadline: true,
  withoutStandstill: 'klagenaevnsloven-3-without',
  complaint: 'framework-or-dis-contract',
  awardNotice: 'udbudsloven-129-4',
  noticeStep: 'dis-quarterly-notice',
  techniques: { hasDynamicPurchasingSystem: true, hasFrameworkAgreement: false },
  mayAward: () => null,
  mayContract: () => null,
};
