/** What the register is told of a purchase: an OCDS 1.1 release. It holds what everybody may see, and so nobody who was invited, asked or bid. */
import type { Context, Publication } from '../core/command.ts';
import { rulesOfWay } from '../kinds/competitive.ts';
import { methodTold } from '../evaluation/told.ts';
import { outcomeParts, tagOf, winnerOf } from '../openness/award.release.ts';
import { LOT, type Purchase, type PurchaseBody } from './purchase.schema.ts';

const CURRENCY = 'DKK';

function amount(kroner: string): { readonly amount: number; readonly currency: string } {
  return { amount: Number(kroner), currency: CURRENCY };
}

function party(id: string, { organisation }: Context): { readonly id: string; readonly name: string; readonly identifier?: object } {
  const facts = organisation(id);
  return { id, name: facts?.name ?? id, ...(facts === null || facts.cvr === null ? {} : { identifier: { scheme: 'DK-CVR', id: facts.cvr, legalName: facts.name } }) };
}

const STATUS: Readonly<Record<string, string>> = { announced: 'active', closed: 'active', opened: 'active', assessed: 'active', decided: 'complete', contracted: 'complete', cancelled: 'cancelled' };

/** Kroner with the thousands apart, as the text of the method has them. */
function kroner(minor: bigint): string {
  return `${new Intl.NumberFormat('da-DK', { minimumFractionDigits: 2 }).format(Number(minor) / 100)} kr.`;
}

function documentsOf({ documents }: PurchaseBody, url: string): readonly object[] {
  return documents.map(({ id, name, type, version, at }) => ({
    id, documentType: 'biddingDocuments', title: version === 1 ? name : `${name} (version ${version})`, url: `${url}/dokumenter/${id}`, datePublished: at, format: type, language: 'da',
  }));
}

function lotOf({ title, wanted, value, model }: PurchaseBody, status: string): object {
  return {
    id: LOT, title, description: wanted, status, value: amount(value),
    ...(model === undefined ? {} : {
      awardCriteria: {
        description: methodTold(model, 'da', kroner).join(' '),
        criteria: model.criteria.map(({ name, emphasis, weight }) => ({ type: 'quality', name, description: emphasis, numbers: [{ number: weight / 10, weight: 'percentageExact' }] })),
      },
    }),
  };
}

function amendmentsOf({ versions, deadlineMoves }: PurchaseBody): readonly object[] {
  return [
    ...versions.filter(({ version }) => version > 1).map(({ version, at, reason }) => ({ id: `version-${version}`, date: at, rationale: reason, description: `Version ${version}` })),
    ...deadlineMoves.map(({ from, to, at, reason }, n) => ({ id: `deadline-${n + 1}`, date: at, rationale: reason, description: `${from} → ${to}` })),
  ];
}

function tenderOf({ state, body }: Purchase, { ocid, url }: Publication): object {
  const status = STATUS[state] ?? 'active';
  const amendments = amendmentsOf(body);
  return {
    id: ocid, title: body.title, description: [body.background, body.wanted].join('\n\n'), status, mainProcurementCategory: body.service, value: amount(body.value),
    procurementMethod: 'selective', procurementMethodDetails: body.way === 'dis' ? 'Konkret indkøb i et dynamisk indkøbssystem' : 'Miniudbud på en rammeaftale', competitive: true,
    techniques: rulesOfWay(body.way).techniques, submissionMethod: ['electronicSubmission'], submissionMethodDetails: url,
    items: [{ id: '1', description: body.title, classification: { scheme: 'CPV', id: body.cpv }, relatedLot: LOT }],
    lots: [lotOf(body, status)], documents: [{ id: 'page', documentType: 'tenderNotice', title: body.title, url, ...(body.announcedAt === undefined ? {} : { datePublished: body.announcedAt }), language: 'da' }, ...documentsOf(body, url)],
    ...(body.announcedAt === undefined || body.deadline === undefined ? {} : { tenderPeriod: { startDate: body.announcedAt, endDate: body.deadline } }),
    ...(body.openedAt === undefined ? {} : { bidOpening: { date: body.openedAt } }),
    hasEnquiries: body.questions.length > 0, enquiries: body.questions.map(({ id, question, answer, at }) => ({ id, description: question, answer, dateAnswered: at })),
    // Extension bidOpening: that it took place, and nothing of what was opened.
    ...(body.openedAt === undefined ? {} : { bidOpening: { date: body.openedAt } }),
    ...(amendments.length === 0 ? {} : { amendments }),
    ...(body.cancelled === undefined ? {} : { statusDetails: body.cancelled.reason }),
  };
}

/** Null: it was never public. */
export function purchaseRelease(purchase: Purchase, publication: Publication): unknown {
  if (purchase.audience !== 'public' || purchase.body.way === 'direct') return null;
  const { ocid, releaseId, at, command, context } = publication;
  const { parent } = context;
  const buyer = party(purchase.owner, context);
  const winner = winnerOf(purchase.body, publication);
  return {
    ocid, id: releaseId, date: at.toString(), tag: [tagOf(command)],
    initiationType: 'tender', language: 'da', parties: [{ ...buyer, roles: ['buyer', 'procuringEntity'] }, ...(winner === null ? [] : [{ ...winner, roles: ['supplier', 'tenderer'] }])], buyer: { id: buyer.id, name: buyer.name },
    tender: { ...tenderOf(purchase, publication), procuringEntity: { id: buyer.id, name: buyer.name } },
    ...outcomeParts(purchase.body, publication),
    ...(parent === null || parent.ocid === null ? {} : { relatedProcesses: [{ id: '1', relationship: ['framework'], scheme: 'ocid', identifier: parent.ocid }] }),
  };
}
