/** The OCDS release that tells the register of a dynamic purchasing system. */
import { endOfDayInCopenhagen, startOfDayInCopenhagen, copenhagenDate } from '#base';
import type { OrganisationFacts, Publication } from '../core/command.ts';
import { groundsAsked } from '../espd/check.ts';
import { da as espd } from '../espd/espd.da.ts';
import type { Dis, DisBody } from './dis.schema.ts';

const TAGS: Readonly<Record<string, string>> = { 'dis.publish': 'tender', 'dis.cancel': 'tenderCancellation' };

const STATUS: Readonly<Record<string, { readonly tender: string; readonly system: string }>> = {
  open: { tender: 'active', system: 'active' }, ended: { tender: 'complete', system: 'terminated' }, cancelled: { tender: 'cancelled', system: 'cancelled' },
};

/** Null: nothing was ever published. */
export function disRelease(record: Dis, { ocid, releaseId, at, url, command, context }: Publication): unknown {
  const { body } = record;
  const status = STATUS[record.state];
  if (body.publishedAt === undefined || status === undefined) return null;
  const owner = context.organisation(record.owner);
  const buyer = reference(owner, record.owner);
  const users = body.users.flatMap(({ organisation }) => context.organisation(organisation) ?? []);
  return {
    ocid, id: releaseId, date: at.toString(), tag: [TAGS[command] ?? 'tenderUpdate'], initiationType: 'tender', language: 'da',
    parties: [
      party(buyer, owner?.cvr ?? null, ['buyer', 'procuringEntity']),
      ...users.map((user) => party(reference(user, user.id), user.cvr, ['buyer'])),
      ...body.named.map(({ name, cvr }) => party({ id: `DK-CVR-${cvr}`, name }, cvr, ['buyer'])),
    ],
    buyer,
    tender: {
      id: ocid, title: body.title, description: body.description, status: status.tender, ...statusDetails(body), procuringEntity: buyer,
      procurementMethod: 'selective', procurementMethodDetails: 'Dynamisk indkøbssystem', mainProcurementCategory: body.service,
      ...(body.value === undefined ? {} : { value: kroner(body.value) }),
      legalBasis: { scheme: 'CELEX', id: '32014L0024' },
      tenderPeriod: { startDate: body.publishedAt, endDate: body.firstPeriodEnds },
      contractPeriod: { startDate: startOfDayInCopenhagen(copenhagenDate(Temporal.Instant.from(body.publishedAt))).toString(), ...ends(body) },
      techniques: { hasDynamicPurchasingSystem: true, dynamicPurchasingSystem: { type: body.allMunicipalities ? 'open' : 'closed', status: status.system } },
      submissionMethod: ['electronicSubmission'], submissionMethodDetails: url,
      awardCriteriaDetails: body.awardCriteria,
      exclusionGrounds: { criteria: groundsAsked(body).map(({ code }) => ({ type: code, description: espd[code as keyof typeof espd] })) },
      ...(body.selection.length === 0 ? {} : { selectionCriteria: { criteria: body.selection.map(({ code, requirement }) => ({ type: SELECTION_TYPE[code] ?? 'technical', description: espd[code as keyof typeof espd], minimum: requirement })) } }),
      items: body.categories.map(({ id }) => ({ id, classification: { scheme: 'CPV', id: body.cpv }, relatedLot: id })),
      lots: body.categories.map((category) => lot(category, status.tender)),
      documents: [{ id: 'system', documentType: 'tenderNotice', title: body.title, url, language: 'da' }],
    },
  };
}

/** Kinds of requirement as OCDS has them; the others are technical. */
const SELECTION_TYPE: Readonly<Record<string, string>> = {
  'prof-regist': 'suitability', 'trade-regist': 'suitability', 'gen-year-to': 'economic', 'aver-year-to': 'economic', 'spec-year-to': 'economic', 'spec-aver-to': 'economic',
  'finan-rat': 'economic', 'indem-insu': 'economic',
};

function statusDetails({ cancelled, ended, periods }: DisBody): { readonly statusDetails?: string } {
  const reason = cancelled?.reason ?? ended?.reason ?? periods.at(-1)?.reason;
  return reason === undefined ? {} : { statusDetails: reason };
}

function ends({ endsOn }: DisBody): { readonly endDate?: string } {
  return endsOn === undefined ? {} : { endDate: endOfDayInCopenhagen(Temporal.PlainDate.from(endsOn)).toString() };
}

function lot({ id, categoryTitle, categoryDescription, suitability }: DisBody['categories'][number], status: string) {
  return {
    id, title: categoryTitle, description: categoryDescription, status,
    selectionCriteria: { criteria: [{ type: 'suitability', description: suitability }] },
  };
}

function kroner(amount: string): { readonly amount: number; readonly currency: string } {
  return { amount: Number(amount), currency: 'DKK' };
}

function reference(organisation: OrganisationFacts | null, id: string): { readonly id: string; readonly name: string } {
  const cvr = organisation?.cvr ?? null;
  return { id: cvr === null ? id : `DK-CVR-${cvr}`, name: organisation?.name ?? '' };
}

function party(who: { readonly id: string; readonly name: string }, cvr: string | null, roles: readonly string[]) {
  return { ...who, roles, ...(cvr === null ? {} : { identifier: { scheme: 'DK-CVR', id: cvr, legalName: who.name } }) };
}
