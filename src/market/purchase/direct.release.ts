/** What the register is told of a direct award: nothing before it is decided; then the winner and the value, later the contract. */
import { contractPart, type ContractBody } from '../contract/contract.ts';
import type { Publication } from '../core/command.ts';
import { partiesTold, referTo } from '../core/release-parties.ts';
import { LOT, type Purchase } from './purchase.schema.ts';

const TAGS: Readonly<Record<string, string>> = { 'purchase.award-direct': 'award', 'purchase.sign-direct': 'contract', 'purchase.cancel': 'awardCancellation' };

type Json = Readonly<Record<string, unknown>>;

function dkk(amount: string): Json {
  return { amount: Number(amount), currency: 'DKK' };
}

/** Null: it was never public. */
export function directRelease(purchase: Purchase, { ocid, releaseId, at, url, command, context, created }: Publication): unknown {
  const { audience, owner, body: { outcome } } = purchase;
  if (audience !== 'public' || outcome === undefined) return null;
  const { organisation, parent } = context;
  const above = parent?.ocid ?? null;
  const contracts = created.filter(({ kind }) => kind === 'contract').map(({ id = '', body }) => contractPart(id, awardId(purchase), body as ContractBody));
  return {
    ocid, id: releaseId, date: at.toString(), tag: [TAGS[command] ?? 'awardUpdate'], initiationType: 'tender', language: 'da',
    parties: partiesTold(organisation, [[owner, ['buyer', 'procuringEntity']], [outcome.winner, ['supplier']]]), buyer: referTo(organisation, owner),
    tender: tenderOf(purchase, outcome.reason, url), awards: [awardOf(purchase, outcome, context)], ...(contracts.length === 0 ? {} : { contracts }),
    ...(above === null ? {} : { relatedProcesses: [{ id: '1', relationship: ['framework'], scheme: 'ocid', identifier: above }] }),
  };
}

function awardId({ id }: Purchase): string {
  return `${id}-1`;
}

function tenderOf({ id, state, body }: Purchase, rationale: string, url: string): Json {
  const status = state === 'cancelled' ? 'cancelled' : 'complete';
  return {
    id, title: body.title, description: [body.background, body.wanted].join('\n\n'), status, mainProcurementCategory: body.service, value: dkk(body.value),
    procurementMethod: 'direct', procurementMethodDetails: 'Direkte tildeling på en rammeaftale', procurementMethodRationale: rationale,
    techniques: { hasFrameworkAgreement: true, hasDynamicPurchasingSystem: false },
    items: [{ id: '1', description: body.title, classification: { scheme: 'CPV', id: body.cpv }, relatedLot: LOT }],
    lots: [{ id: LOT, title: body.title, description: body.wanted, status, value: dkk(body.value) }],
    documents: [{ id: 'page', title: body.title, url, format: 'text/html', language: 'da' }],
    ...(body.cancelled === undefined ? {} : { statusDetails: body.cancelled.reason }),
  };
}

function awardOf(purchase: Purchase, { winner, value, reason, decidedAt }: NonNullable<Purchase['body']['outcome']>, { organisation }: Publication['context']): Json {
  return {
    id: awardId(purchase), title: purchase.body.title, description: reason, status: purchase.state === 'cancelled' ? 'cancelled' : 'active', date: decidedAt, value: dkk(value),
    suppliers: [referTo(organisation, winner)], relatedLots: [LOT],
  };
}
