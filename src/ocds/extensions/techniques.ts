import type { Static } from 'typebox';
import { Value } from '../schema/values.ts';
import { DYNAMIC_PURCHASING_SYSTEM_STATUS, DYNAMIC_PURCHASING_SYSTEM_TYPE, FRAMEWORK_AGREEMENT_METHOD } from './codelists.ts';
import { Period } from './documents.ts';
import { nonBlank, flag, number, closedCode, object } from '../schema/parts.ts';

/** Terms for purchases to come. */
export const FrameworkAgreement = object({}, {
  minimumParticipants: number(),
  maximumParticipants: number(),
  method: closedCode('frameworkAgreementMethod', FRAMEWORK_AGREEMENT_METHOD),
  periodRationale: nonBlank(),
  buyerCategories: nonBlank(),
  value: Value,
  period: Period,
  description: nonBlank(),
}, { minProperties: 1 });
export type FrameworkAgreement = Static<typeof FrameworkAgreement>;

/** An open system that suppliers may enter at any time. */
export const DynamicPurchasingSystem = object({}, {
  type: closedCode('dynamicPurchasingSystemType', DYNAMIC_PURCHASING_SYSTEM_TYPE),
  status: closedCode('dynamicPurchasingSystemStatus', DYNAMIC_PURCHASING_SYSTEM_STATUS),
}, { minProperties: 1 });
export type DynamicPurchasingSystem = Static<typeof DynamicPurchasingSystem>;

/** Bids given against each other electronically. */
export const ElectronicAuction = object({}, {
  url: nonBlank(),
  description: nonBlank(),
}, { minProperties: 1 });
export type ElectronicAuction = Static<typeof ElectronicAuction>;

/** How the purchase is organised beyond the procedure. */
export const Techniques = object({}, {
  hasFrameworkAgreement: flag(),
  frameworkAgreement: FrameworkAgreement,
  hasDynamicPurchasingSystem: flag(),
  dynamicPurchasingSystem: DynamicPurchasingSystem,
  hasElectronicAuction: flag(),
  electronicAuction: ElectronicAuction,
}, { minProperties: 1 });
export type Techniques = Static<typeof Techniques>;
