/** What the register is told of an agreement: that it can be used, and when it ended. OCDS 1.1 with lots and techniques. */
import type { Publication } from '../core/command.ts';
import { partiesTold, referTo } from '../core/release-parties.ts';
import type { Framework, FrameworkBody } from './framework.schema.ts';
import { lastDay } from './call-off.ts';

const METHOD = { direct: 'withoutReopeningCompetition', 'mini-competition': 'withReopeningCompetition', both: 'withAndWithoutReopeningCompetition' } as const;

type Json = Readonly<Record<string, unknown>>;

function dkk(amount: string): Json {
  return { amount: Number(amount), currency: 'DKK' };
}

/** @returns a release of the agreement as it is now */
export function frameworkRelease(record: Framework, publication: Publication): Json {
  const { body, owner } = record;
  const { ocid, releaseId, at, command, context } = publication;
  const suppliers = body.parties.map(({ organisation }) => organisation);
  const isNew = command === 'framework.publish';
  return {
    ocid, id: releaseId, date: at.toString(), tag: isNew ? ['tender', 'award'] : ['tenderUpdate'], initiationType: 'tender', language: 'da',
    parties: partiesTold(context.organisation, [[owner, ['buyer', 'procuringEntity']], ...suppliers.map((id) => [id, ['supplier']] as const)]),
    buyer: referTo(context.organisation, owner),
    tender: tenderOf(record.id, body, publication.url, usersTold(record, publication)),
    ...(isNew ? { awards: body.parties.map(({ organisation, lots }) => awardOf(record, organisation, lots, publication)) } : {}),
  };
}

function tenderOf(id: string, body: FrameworkBody, url: string, users: string): Json {
  const period = { startDate: `${body.from}T00:00:00Z`, endDate: `${lastDay(body)}T23:59:59Z` };
  const agreement = { method: METHOD[body.method], maximumParticipants: body.parties.length, period, buyerCategories: users, ...(body.longReason === undefined ? {} : { periodRationale: body.longReason }) };
  return {
    id, title: body.title, description: body.description, status: 'complete', mainProcurementCategory: body.service, value: dkk(body.value),
    items: [{ id: '1', description: body.title, classification: { scheme: 'CPV', id: body.cpv } }],
    techniques: { hasFrameworkAgreement: true, frameworkAgreement: { ...agreement, value: dkk(body.maximum) } },
    lots: body.lots.map((lot) => ({
      id: lot.id, title: lot.lotTitle, description: lot.lotDescription, status: 'complete',
      techniques: {
        hasFrameworkAgreement: true,
        frameworkAgreement: {
          ...agreement, maximumParticipants: body.parties.filter(({ lots }) => lots.includes(lot.id)).length, ...(lot.lotMaximum === undefined ? {} : { value: dkk(lot.lotMaximum) }),
        },
      },
    })),
    documents: [{ id: 'torvet', title: body.title, url, format: 'text/html', language: 'da' }],
  };
}

/** Named so that each can be identified. */
function usersTold({ owner, body }: Framework, { context }: Publication): string {
  const names = [owner, ...body.users.map(({ organisation }) => organisation)].map((id) => context.organisation(id)?.name ?? id);
  return [...names, ...body.named.map(({ name, cvr }) => `${name} (CVR ${cvr})`), ...(body.allMunicipalities ? ['Alle danske kommuner'] : [])].join('; ');
}

function awardOf({ id, body }: Framework, organisation: string, lots: readonly string[], { at, context }: Publication): Json {
  return {
    id: `${id}-${organisation}`, title: body.title, status: 'active', date: at.toString(), suppliers: [referTo(context.organisation, organisation)], relatedLots: lots,
    estimatedValue: dkk(body.value), maximumValue: dkk(body.maximum),
  };
}
