import { Type, type Static } from 'typebox';
import { Implementation as CoreImplementation, Transaction as CoreTransaction } from '../schema/contracts.ts';
import { Budget as CoreBudget, Planning as CorePlanning } from '../schema/planning.ts';
import { Value } from '../schema/values.ts';
import { CHARGE_PAID_BY, FINANCE_CATEGORY, FINANCE_TYPE } from './codelists.ts';
import { Document, Milestone, Period } from './documents.ts';
import { OrganizationReference } from './parties.ts';
import { nonBlank, requiredNonBlank, flag, number, closedCode, texts, list, object, extend, NON_BLANK } from '../schema/parts.ts';

/** Money from a fund or a lender. */
export const Finance = object({ id: requiredNonBlank() }, {
  title: nonBlank(),
  description: nonBlank(),
  financingParty: OrganizationReference,
  financeType: closedCode('financeType', FINANCE_TYPE),
  financeCategory: closedCode('financeCategory', FINANCE_CATEGORY),
  value: Value,
  period: Period,
  interestRate: object({}, {
    base: Type.Unsafe<string | number | null>({ type: ['string', 'number', 'null'], minLength: 1 }),
    margin: number(),
    fixed: flag(),
    notes: nonBlank(),
  }, { minProperties: 1 }),
  repaymentFrequency: number({ minimum: 0 }),
  stepInRights: flag(),
  exchangeRateGuarantee: flag(),
  relatedLots: texts(NON_BLANK, 'unique', 'nonEmpty'),
}, { minProperties: 1 });
export type Finance = Static<typeof Finance>;

/** What users or the authority pay under a concession. */
export const Charge = object({ id: requiredNonBlank() }, {
  title: nonBlank(),
  paidBy: closedCode('chargePaidBy', CHARGE_PAID_BY),
  period: Period,
  estimatedValue: Value,
  actualValue: Value,
  notes: nonBlank(),
}, { minProperties: 1 });
export type Charge = Static<typeof Charge>;

/** The money set aside. */
export const Budget = extend(CoreBudget, { finance: list(Finance, 'unique', 'nonEmpty') });
export type Budget = Static<typeof Budget>;

/** What came before the tender. */
export const Planning = extend(CorePlanning, {
  budget: Budget,
  documents: list(Document),
  milestones: list(Milestone),
});
export type Planning = Static<typeof Planning>;

/** A payment. */
export const Transaction = extend(CoreTransaction, {
  payer: OrganizationReference,
  payee: OrganizationReference,
});
export type Transaction = Static<typeof Transaction>;

/** What was delivered and paid. */
export const Implementation = extend(CoreImplementation, {
  transactions: list(Transaction, 'unique'),
  milestones: list(Milestone, 'unique'),
  documents: list(Document, 'unique'),
  charges: list(Charge, 'unique', 'nonEmpty'),
});
export type Implementation = Static<typeof Implementation>;
