import { Type, type Static } from 'typebox';
import { fail, type Result } from '#base';
import { count, maybe, oneOf, truth } from '../facts/schema.ts';
import { factsReader, type FactsReader } from '../facts/read.ts';
import { calendarDay, priorInformationNotice } from './dates.facts.ts';

export const PROCEDURES = ['open', 'restricted', 'negotiated', 'dis-purchase'] as const;
export type Procedure = (typeof PROCEDURES)[number];

function workingDays(what: string) {
  return maybe(count(`Working days for ${what}.`, 0, 500));
}

export const PlanFactsSchema = Type.Object({
  procedure: oneOf(PROCEDURES, 'The procedure.'),
  start: maybe(calendarDay('The day on which the notice, in a DIS the invitation, is sent. Left out: the latest with which the contract is signed by mustRunBy.')),
  mustRunBy: maybe(calendarDay('The day by which the contract must be signed.')),
  electronic: truth('Whether tenders are submitted and notifications sent electronically. Left out: the longer periods.'),
  urgent: truth('Whether the ordinary periods cannot be kept because it is urgent. Left out: no.'),
  priorInformationNotice,
  agreedDays: maybe(count('Days for tenders that were agreed with all who were invited.', 0, 3650)),
  selectionDays: workingDays('choosing who is invited'),
  negotiationDays: workingDays('negotiating and for the final tenders'),
  evaluationDays: workingDays('evaluating the tenders and deciding'),
  standstill: truth('In a DIS, where it is voluntary: whether a standstill is kept. Left out: yes.'),
}, { additionalProperties: false });

export type PlanFacts = Static<typeof PlanFactsSchema>;

const reader = factsReader(PlanFactsSchema);

/** A plan needs a day to begin at or one to end at. */
export const planFacts: FactsReader<typeof PlanFactsSchema> = {
  schema: PlanFactsSchema,
  read(given): Result<PlanFacts> {
    const facts = reader.read(given);
    if (!facts.ok || typeof facts.value.start === 'string' || typeof facts.value.mustRunBy === 'string') return facts;
    return fail({ kind: 'invalid', message: 'The field start is missing, and so is mustRunBy.', help: 'Give one of them: the day to begin at, or the day by which the contract must be signed.', place: 'start' });
  },
};
