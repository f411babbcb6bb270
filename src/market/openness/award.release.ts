/** What a release of a purchase says of its outcome: the winner, the value, how many bid; then the contract. No other bidder, and no other price, ever. */
import { contractPart, type ContractBody } from '../contract/contract.ts';
import type { OrganisationFacts, Publication } from '../core/command.ts';
import { LOT, type PurchaseBody } from '../purchase/purchase.schema.ts';

const AWARD = 'award-1';
const CURRENCY = 'DKK';

const TAGS: Readonly<Record<string, string>> = {
  'purchase.announce': 'tender', 'purchase.cancel': 'tenderCancellation', 'purchase.letters': 'award', 'purchase.sign': 'contract',
};

export function tagOf(command: string): string {
  return TAGS[command] ?? 'tenderUpdate';
}

export interface SupplierParty {
  readonly id: string;
  readonly name: string;
  readonly identifier?: object;
}

export function supplierParty(id: string, facts: OrganisationFacts | null): SupplierParty {
  return { id, name: facts?.name ?? id, ...(facts === null || facts.cvr === null ? {} : { identifier: { scheme: 'DK-CVR', id: facts.cvr, legalName: facts.name } }) };
}

/** Winner of a purchase whose outcome is public; null: it is not. */
export function winnerOf({ outcome }: Pick<PurchaseBody, 'outcome'>, { context }: Pick<Publication, 'context'>): SupplierParty | null {
  return outcome === undefined ? null : supplierParty(outcome.winner, context.organisation(outcome.winner));
}

/** `awards`, `bids` and `contracts`; empty before the letters are sent. */
export function outcomeParts(body: PurchaseBody, publication: Publication): Readonly<Record<string, unknown>> {
  const { outcome } = body;
  const winner = winnerOf(body, publication);
  if (outcome === undefined || winner === null) return {};
  const contract = publication.created.find(({ kind }) => kind === 'contract');
  return {
    bids: { statistics: [{ id: 'bids', measure: 'bids', value: outcome.bids, relatedLot: LOT }] },
    awards: [{
      id: AWARD, title: body.title, description: outcome.reason, status: 'active', date: outcome.decidedAt, value: { amount: Number(outcome.value), currency: CURRENCY },
      suppliers: [{ id: winner.id, name: winner.name }], relatedLots: [LOT],
    }],
    ...(contract?.id === undefined ? {} : { contracts: [contractPart(contract.id, AWARD, contract.body as ContractBody)] }),
  };
}
