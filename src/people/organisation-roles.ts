import type { OrganisationKind, Role } from './actor.ts';

const BUYING: readonly Role[] = ['buyer', 'approver', 'committee', 'evaluator', 'contract-manager', 'auditor'];

/** Which roles an organisation of a kind can give. The same stands in the policies of the table `membership`. */
export const ROLES_OF: Readonly<Record<OrganisationKind, readonly Role[]>> = {
  municipality: BUYING,
  'central-purchasing-body': BUYING,
  supplier: ['supplier-admin', 'bidder'],
  'oversight-publisher': ['editor'],
  platform: ['platform-admin'],
};
