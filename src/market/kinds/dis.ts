/** A concrete purchase in a dynamic purchasing system. */
import { invitationFindings, invite, type Member } from '../dis/members.ts';
import type { MarketRecord } from '../core/record.ts';
import { isNamed, sectionsIn, textsIn } from './parent.ts';
import type { PurchaseRules } from './rules.ts';

export const DIS_PURCHASE: PurchaseRules = {
  way: 'dis',
  parent: 'dis',
  parentState: 'open',
  needWay: 'dis',
  draft: 'dis-purchase',
  sections: (parent) => sectionsIn(parent, 'categories', 'categoryTitle'),
  mayBuy: isNamed,
  buyersRule: 'udbudsloven-101-documents',
  invite: (_parent, siblings, section) => {
    const members = siblings.filter(({ kind }) => kind === 'application').map(memberOf);
    const invitation = invite(members, section);
    return { invited: invitation.invited, findings: invitationFindings(invitation, members, section) };
  },
  period: 'dis-tenders',
  suitabilityAtDeadline: true,
  withoutStandstill: 'klagenaevnsloven-3-without',
  awardNotice: 'udbudsloven-129-4',
  techniques: { hasDynamicPurchasingSystem: true, hasFrameworkAgreement: false },
};

function memberOf(application: MarketRecord): Member {
  return { organisation: application.owner, state: application.state, categories: textsIn(application, 'categories') };
}
