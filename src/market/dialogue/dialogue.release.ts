/** What the register is told of a dialogue: an OCDS 1.1 release of the planning, as everybody may read it, and so with nobody who took part. */
import type { Publication } from '../core/command.ts';
import { partiesTold, referTo } from '../core/release-parties.ts';
import type { Dialogue } from './dialogue.schema.ts';

export function dialogueRelease({ owner, body }: Dialogue, { ocid, releaseId, at, url, command, context: { organisation } }: Publication): unknown {
  const buyer = referTo(organisation, owner);
  return {
    ocid, id: releaseId, date: at.toString(), tag: [command === 'dialogue.start' ? 'planning' : 'planningUpdate'], initiationType: 'tender', language: 'da',
    parties: partiesTold(organisation, [[owner, ['buyer', 'procuringEntity']]]), buyer,
    planning: {
      rationale: body.announcement,
      documents: [{ id: 'dialogue', documentType: 'marketStudies', title: body.title, url, datePublished: body.openedAt, language: 'da' }],
      milestones: [{ id: 'closes', title: 'Markedsdialogen lukker', type: 'engagement', dueDate: body.closesAt, status: body.closed === undefined ? 'scheduled' : 'met', ...(body.closed === undefined ? {} : { dateMet: body.closed.at }) }],
    },
    tender: {
      id: ocid, title: body.title, description: body.wanted, status: 'planning', procuringEntity: buyer,
      hasEnquiries: body.questions.length > 0, enquiries: body.questions.map(({ id, question, answer, at: answered }) => ({ id, description: question, answer, dateAnswered: answered })),
    },
  };
}
