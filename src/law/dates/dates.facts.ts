import { Type, type Static } from 'typebox';
import { fail, ok, type Result } from '#base';
import { count, maybe, nullable, oneOf, truth } from '../facts/schema.ts';
import { factsReader, type FactsReader } from '../facts/read.ts';
import { COMPLAINT_CASES } from '../klagenaevnsloven/p007-complaint.ts';

export const DATE_STEPS = [
  'open', 'restricted-applications', 'restricted-tenders', 'negotiated-applications', 'negotiated-tenders', 'dis-first-applications',
  'dis-decision', 'dis-tenders', 'standstill', 'award-notice', 'dis-quarterly-notice', 'complaint',
] as const;
export type DateStep = (typeof DATE_STEPS)[number];

/** Easter, and so the holidays, are reckoned for any of these years; what lies outside is a slip of the pen. */
const YEARS = '^(19|20|21)\\d\\d-';
const IN_YEARS = 'A day of the calendar from 1900 to 2199 as YYYY-MM-DD';

export function calendarDay(what: string) {
  return Type.String({ format: 'date', pattern: YEARS, description: `${what} ${IN_YEARS}.` });
}

const moment = Type.String({
  pattern: `${YEARS}(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])(T([01]\\d|2[0-3]):[0-5]\\d)?$`,
  description: `The day that the buyer has in mind for the end of the period; for the standstill, for concluding the contract. ${IN_YEARS}, which means to the end of the day, or with an hour in Danish time as YYYY-MM-DDTHH:MM.`,
});

export const priorInformationNotice = maybe(Type.Object(
  { sent: calendarDay('The day on which the prior information notice was sent.') },
  { additionalProperties: false, description: 'An object such as {"sent": "2026-01-15"}.' }));

export const DatesFactsSchema = Type.Object({
  step: oneOf(DATE_STEPS, 'What the period is for.'),
  from: calendarDay('The day from which the period runs: dispatch, receipt, notification, contract or publication, as the step says; for the quarterly notice any day in the quarter.'),
  electronic: truth('Whether tenders are submitted, or the notification is sent, electronically. Left out or null: the longer period.'),
  priorInformationNotice,
  noticeSent: maybe(calendarDay('The day on which the contract notice was sent, when "from" is the day of the invitation; only a prior information notice is held against it.')),
  urgent: truth('Whether the ordinary period cannot be kept because it is urgent. Left out: no.'),
  extended: truth('Whether deciding on a DIS application takes longer in a justified individual case. Left out: no.'),
  agreedDays: maybe(count('Days that were agreed with all who were invited.', 0, 3650)),
  proposed: maybe(moment),
  mustRunBy: maybe(calendarDay('The day by which the step must be over.')),
  case: Type.Optional(nullable(oneOf(COMPLAINT_CASES, 'What a complaint is about; for the standstill ex-ante alone counts: the wait after such a notice.'))),
}, { additionalProperties: false });

export type DatesFacts = Static<typeof DatesFactsSchema>;

const reader = factsReader(DatesFactsSchema);

/** The pattern of `proposed` lets 30 February through; this does not. */
export const datesFacts: FactsReader<typeof DatesFactsSchema> = {
  schema: DatesFactsSchema,
  read(given): Result<DatesFacts> {
    const facts = reader.read(given);
    if (!facts.ok) return facts;
    const { proposed } = facts.value;
    if (typeof proposed !== 'string' || isDay(proposed.slice(0, 10))) return ok(facts.value);
    return fail({ kind: 'invalid', message: `The field proposed cannot be "${proposed}": there is no such day.`, help: `${IN_YEARS}, with or without THH:MM.`, place: 'proposed' });
  },
};

function isDay(text: string): boolean {
  const time = Date.parse(text);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

/** The facts with nothing left out: what is not known is null. */
export type KnownFacts = { readonly [Name in keyof DatesFacts]-?: Exclude<DatesFacts[Name], undefined> };

export function known(facts: DatesFacts): KnownFacts {
  return {
    step: facts.step, from: facts.from, electronic: facts.electronic ?? null, priorInformationNotice: facts.priorInformationNotice ?? null,
    noticeSent: facts.noticeSent ?? null, urgent: facts.urgent ?? null, extended: facts.extended ?? null, agreedDays: facts.agreedDays ?? null,
    proposed: facts.proposed ?? null, mustRunBy: facts.mustRunBy ?? null, case: facts.case ?? null,
  };
}
