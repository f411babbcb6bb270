/** A mini-competition among the parties of a framework agreement. */
import { copenhagenDate, type Failure } from '#base';
import { callOffFailure, contractNotAllowed, judgeCallOff } from '../framework/call-off.ts';
import type { Framework } from '../framework/framework.schema.ts';
import { inviteParties, type Party } from '../framework/mini-competition.ts';
import { forbiddenByLaw } from '../core/command.ts';
import type { MarketRecord } from '../core/record.ts';
import { lawRule } from '../findings.ts';
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
  notThisWay: directOnly,
  buyersRule: 'udbudsloven-96',
  invite: (parent, _siblings, section, at) => {
    const { invited, findings } = inviteParties(partiesOf(parent), section, copenhagenDate(at).toString());
    return { invited, findings };
  },
  period: null,
  suitabilityAtDeadline: false,
  withoutStandstill: 'klagenaevnsloven-3-without',
  complaint: 'framework-or-dis-contract',
  awardNotice: 'udbudsloven-129-3',
  noticeStep: null,
  techniques: { hasFrameworkAgreement: true, hasDynamicPurchasingSystem: false },
  mayAward: (parent, siblings, { buyer, section, supplier, value, now }) => {
    const check = judgeCallOff(parent as Framework, siblings, buyer, { lot: section, supplier, value, now });
    return check.ok ? callOffFailure(check.value.findings) : check.failure;
  },
  mayContract: (parent, on) => contractNotAllowed(parent as Framework, on),
};

function directOnly({ body }: MarketRecord): Failure | null {
  if ((body as Framework['body']).method !== 'direct') return null;
  return forbiddenByLaw(lawRule('udbudsloven-98').paragraph, { da: ['Aftalen bruger kun direkte tildeling', 'Begynd en direkte tildeling.'], en: ['The agreement awards directly only', 'Begin a direct award.'] });
}

function partiesOf(framework: MarketRecord): readonly Party[] {
  return rowsIn(framework, 'parties').map(({ organisation, lots, leftOn = null, unable = null }) => (
    { organisation: String(organisation), lots: Array.isArray(lots) ? lots.map(String) : [], leftOn: leftOn as string | null, unable: unable as string | null }));
}
