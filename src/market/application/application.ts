/** An application to be admitted in a dynamic purchasing system, from the first word to the end of the admission. Seen by the supplier and the owner of the system. */
import { Type } from 'typebox';
import { endOfDayInCopenhagen } from '#base';
import { kind, start, step, type Due } from '../core/command.ts';
import { choice, day, fields, list, maybe, NOTHING, text, truth } from '../core/fields.ts';
import { REMOVAL_GROUNDS } from '../dis/dis.rules.ts';
import { ApplicationBodySchema, ApplicationWriting, CategoryId, type Application, type ApplicationBody } from './application.schema.ts';
import { admit, askCorrection, askRenewal, extend, hear, keep, noteLateRenewal, noteOverdue, remove, turnDown } from './application.owner.ts';
import { begin, renew, respond, submit, withdraw, write } from './application.supplier.ts';

const Beginning = fields({ categories: list(CategoryId, 30, 1) });
const Reason = fields({ reason: text(4000) });
const Verdicts = fields({ verdicts: list(fields({ category: Type.String({ minLength: 1, maxLength: 20, form: 'hidden' }), admitted: truth(), reason: maybe(text(4000)) }), 30, 1) });

const SYSTEM = ['parent'] as const;
/** With all that is below the system: other applications, and purchases, of which the first ends the longer time to assess. */
const ALL_IN_IT = ['parent', 'siblings'] as const;

function endOf(on: string): Temporal.Instant {
  return endOfDayInCopenhagen(Temporal.PlainDate.from(on));
}

function due({ state, body }: Application): readonly Due[] {
  const asked = body.renewals.at(-1);
  return [
    ...(state === 'submitted' && body.watch !== undefined ? [{ command: 'application.note-overdue', at: endOf(body.watch) }] : []),
    ...(state === 'renewal' && asked !== undefined && asked.late !== true ? [{ command: 'application.note-late-renewal', at: endOf(asked.due) }] : []),
  ];
}

export const application = kind<ApplicationBody>({
  kind: 'application',
  path: 'ansoegning',
  states: ['draft', 'submitted', 'correction', 'admitted', 'refused', 'renewal', 'hearing', 'removed', 'withdrawn', 'left'],
  body: ApplicationBodySchema,
  titleOf: ({ body }) => body.system,
  due,
  commands: [
    start<typeof Beginning, ApplicationBody, null>({ name: 'application.start', input: Beginning, below: 'dis', asks: ALL_IN_IT, decide: begin }),
    step<typeof ApplicationWriting, ApplicationBody, null>({ name: 'application.write', input: ApplicationWriting, from: ['draft', 'correction'], asks: SYSTEM, decide: write }),
    step({ name: 'application.submit', input: NOTHING, from: ['draft', 'correction'], asks: SYSTEM, decide: (record: Application, _input, context) => submit(record, context) }),
    step({ name: 'application.admit', input: Verdicts, from: ['submitted'], asks: SYSTEM, decide: admit }),
    step({ name: 'application.refuse', input: Reason, from: ['submitted'], asks: SYSTEM, decide: turnDown }),
    step({ name: 'application.ask-correction', input: fields({ text: text(4000), answerBy: day() }), from: ['submitted'], asks: SYSTEM, decide: askCorrection }),
    step({ name: 'application.extend', input: Reason, from: ['submitted'], asks: ALL_IN_IT, decide: extend }),
    step({ name: 'application.ask-renewal', input: fields({ text: text(4000) }), from: ['admitted'], asks: SYSTEM, decide: askRenewal }),
    step<typeof ApplicationWriting, ApplicationBody, null>({ name: 'application.renew', input: ApplicationWriting, from: ['renewal'], asks: SYSTEM, decide: renew }),
    step({ name: 'application.hear', input: fields({ ground: choice(REMOVAL_GROUNDS), text: text(4000), answerBy: day() }), from: ['admitted', 'renewal'], asks: SYSTEM, decide: hear }),
    step({ name: 'application.respond', input: fields({ text: text(), selfCleaning: maybe(text()) }), from: ['hearing'], decide: respond }),
    step({ name: 'application.keep', input: Reason, from: ['hearing'], asks: SYSTEM, decide: keep }),
    step({ name: 'application.remove', input: fields({ reason: text(4000), assessment: maybe(text(4000)) }), from: ['hearing'], twoPersons: true, asks: SYSTEM, decide: remove }),
    step({ name: 'application.withdraw', input: fields({ reason: maybe(text(2000)) }), from: ['draft', 'submitted', 'correction', 'admitted', 'renewal', 'hearing'], decide: withdraw }),
    step({ name: 'application.note-overdue', input: NOTHING, from: ['submitted'], byTime: true, asks: ALL_IN_IT, decide: (record: Application, _input, context) => noteOverdue(record, context) }),
    step({ name: 'application.note-late-renewal', input: NOTHING, from: ['renewal'], byTime: true, decide: (record: Application) => noteLateRenewal(record) }),
  ],
});
