/** A mini-competition among the parties of a framework agreement. */
import { copenhagenDate } from '#base';
import { inviteParties, type Party } from '../framework/mini-competition.ts';
import type { MarketRecord } from '../core/record.ts';
import { isNamed, rowsIn, sectionsIn } from './parent.ts';
import type { PurchaseRules } from './rules.ts';

export const MINI_COMPETITION: PurchaseRules = {
  way: 'mini-competition',
  parent: 'framework',
  parentState: 'active',
  needWay: 'framework',
  draft: 'mini-competition',
  sections: (parent) => sectionsIn(parent, 'lots', 'lotTitle'),
  mayBuy: isNamed,
  buyersRule: 'udbudsloven-96',
  invite: (parent, _siblings, section, at) => {
    const { invited, findings } = inviteParties(partiesOf(parent), section, copenhagenDate(at).toString());
    return { invited, findings };
  },
  period: null,
  suitabilityAtDeadline: false,
  withoutStandstill: 'klagenaevnsloven-3-without',
  awardNotice: 'udbudsloven-129-3',
  techniques: { hasFrameworkAgreement: true, hasDynamicPurchasingSystem: false },
};

function partiesOf(framework: MarketRecord): readonly Party[] {
  return rowsIn(framework, 'parties').map(({ organisation, lots, leftOn = null, unable = null }) => (
    { organisation: String(organisation), lots: Array.isArray(lots) ? lots.map(String) : [], leftOn: leftOn as string | null, unable: unable as string | null }));
}
