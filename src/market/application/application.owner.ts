/** What the owner of the system does with an application, and what time does. */
import { copenhagenDate, fail, ok, refuse, type Failure } from '#base';
import type { Change, Context } from '../core/command.ts';
import { da as rulesDa } from '../dis/dis.rules.da.ts';
import { en as rulesEn } from '../dis/dis.rules.en.ts';
import { decisionLimit, removalFindings, renewalLimit, type REMOVAL_GROUNDS } from '../dis/dis.rules.ts';
import { findingTold, lawRule } from '../findings.ts';
import { clockOf, dayAt } from './application.clock.ts';
import { decisionLetter, letter, type Letter, type LetterAbout } from './application.letters.ts';
import type { Application, ApplicationBody } from './application.schema.ts';
import { ended, notOpen, systemOf, withLast, type Decided } from './application.supplier.ts';

const BOTH = 'parties' as const;

const todayOf = (now: Temporal.Instant): string => copenhagenDate(now).toString();
const about = (context: Context): LetterAbout => ({ system: systemOf(context), now: context.now, organisation: context.organisation });

/** A change that the supplier is written to about. */
function told(state: string, body: ApplicationBody, type: string, sent: Letter, data: Readonly<Record<string, unknown>> = {}): Decided {
  return ok<Change<ApplicationBody, null>>({ state, body: { ...body, letters: [...body.letters, sent] }, happened: [{ type, audience: BOTH, data }] });
}

function notAhead(day: string, now: Temporal.Instant): Failure | null {
  return day > todayOf(now) ? null : refuse('invalid', { da: ['Dagen skal ligge ude i fremtiden.', 'Vælg en senere dag.'], en: ['The day must lie ahead.', 'Choose a later day.'] }, 'answerBy');
}

/** Formal errors and what is missing; the supplier sends again, and the time runs from then. */
export function askCorrection({ body }: Application, { text, answerBy }: { readonly text: string; readonly answerBy: string }, context: Context): Decided {
  const failure = notOpen(systemOf(context)) ?? notAhead(answerBy, context.now);
  if (failure !== null) return fail(failure);
  const { watch, ...rest } = body;
  void watch;
  return told('correction', { ...rest, correction: { at: context.now.toString(), text, answerBy } }, 'correction-asked', letter('correction', about(context), { text, answerBy }), { text, answerBy });
}

/** To fifteen working days; told in time, that is before the ten are over. */
export function extend({ body }: Application, { reason }: { readonly reason: string }, context: Context): Decided {
  const system = systemOf(context);
  const today = todayOf(context.now);
  const limit = clockOf(body, system.body, context.siblings, context.now);
  if (body.extendedBecause !== undefined) return fail(refuse('conflict', { da: ['Tiden er allerede forlænget.', 'Den kan forlænges én gang, til femten arbejdsdage.'], en: ['The time is extended already.', 'It can be extended once, to fifteen working days.'] }));
  if (limit === null || limit.overdueSince !== null) return fail(refuse('conflict', { da: ['Tiden til at afgøre ansøgningen er gået, og den kan kun forlænges før det.', 'Afgør ansøgningen.'], en: ['The time to decide is over; it can only be extended before that.', 'Decide the application.'] }));
  const receivedOn = dayAt(body.completedAt ?? body.receivedAt ?? context.now.toString());
  const { last } = decisionLimit({ receivedOn, extendedBecause: reason, prolongedTo: null, firstInvitationOn: null, decidedOn: null }, today);
  return told('submitted', { ...body, extendedBecause: reason, watch: last }, 'extended', letter('extended', about(context), { reason, last }), { text: reason, last });
}

interface Row { readonly category: string; readonly admitted: boolean; readonly reason?: string }

/** Suitability is judged in each category for itself: in at least one the supplier is admitted, and each refusal has its reason. */
export function admit({ body }: Application, { verdicts }: { readonly verdicts: readonly Row[] }, context: Context): Decided {
  const closed = notOpen(systemOf(context));
  if (closed !== null) return fail(closed);
  const rows = new Map(verdicts.map((row) => [row.category, row]));
  if (rows.size !== verdicts.length || rows.size !== body.categories.length || body.categories.some((id) => !rows.has(id))) {
    return fail(refuse('invalid', { da: [`Hver kategori skal afgøres én gang: ${body.categories.join(', ')}.`, 'Hver kategori har sine egne mindstekrav.'], en: [`Decide each category once: ${body.categories.join(', ')}.`, 'Each has its own minimum requirements.'] }, 'verdicts'));
  }
  const bare = verdicts.find(({ admitted, reason }) => !admitted && reason === undefined);
  if (bare !== undefined) return fail(refuse('invalid', { da: [`Afslaget i kategori ${bare.category} er ikke begrundet.`, 'Skriv, hvilket krav der ikke er opfyldt, og hvorfor.'], en: [`The refusal in category ${bare.category} has no reason.`, 'Say which requirement is not met, and why.'] }, 'verdicts'));
  const admitted = verdicts.filter((row) => row.admitted).map(({ category }) => category);
  if (admitted.length === 0) return fail(refuse('invalid', { da: ['Ingen kategori er optaget.', 'Marker en kategori, eller afvis ansøgningen.'], en: ['Nothing is admitted.', 'Mark a category, or refuse the application.'] }, 'verdicts'));
  return decided('admitted', body, verdicts, { admission: { categories: admitted, from: context.now.toString() } }, context);
}

export function turnDown({ body }: Application, { reason }: { readonly reason: string }, context: Context): Decided {
  const closed = notOpen(systemOf(context));
  return closed !== null ? fail(closed) : decided('refused', body, body.categories.map((category) => ({ category, admitted: false, reason })), {}, context);
}

function decided(state: 'admitted' | 'refused', body: ApplicationBody, rows: readonly Row[], more: Pick<ApplicationBody, 'admission'>, context: Context): Decided {
  const verdicts = rows.map(({ category, admitted, reason }) => ({ category, admitted, reason: reason ?? '' }));
  const { watch, ...rest } = body;
  void watch;
  const decision = { at: context.now.toString(), verdicts };
  return told(state, { ...rest, ...more, decision }, state, decisionLetter(about(context), body.receivedAt ?? decision.at, verdicts));
}

export function askRenewal({ body }: Application, { text }: { readonly text: string }, context: Context): Decided {
  const { last } = renewalLimit(todayOf(context.now));
  const renewals = [...body.renewals, { askedAt: context.now.toString(), text, due: last }];
  return told('renewal', { ...body, renewals }, 'renewal-asked', letter('renewal', about(context), { text, last }), { text, due: last });
}

interface Heard { readonly ground: (typeof REMOVAL_GROUNDS)[number]; readonly text: string; readonly answerBy: string }

/** Before a supplier is removed it can answer, and show that it is reliable again. */
export function hear({ body }: Application, { ground, text, answerBy }: Heard, context: Context): Decided {
  const failure = notAhead(answerBy, context.now);
  if (failure !== null) return fail(failure);
  const hearings = [...body.hearings, { at: context.now.toString(), ground, text, answerBy }];
  return told('hearing', { ...body, hearings }, 'heard', letter('hearing', about(context), { ground: lawRule(ground).paragraph, text, answerBy }), { ground, text, answerBy });
}

export function keep({ body }: Application, { reason }: { readonly reason: string }, context: Context): Decided {
  const outcome = { at: context.now.toString(), removed: false, reason };
  return told('admitted', { ...body, hearings: withLast(body.hearings, (one) => ({ ...one, outcome })) }, 'kept', letter('kept', about(context), { reason }), { text: reason });
}

/** Only for a ground that the law knows, after hearing, and after what was shown against it is assessed (§ 138). */
export function remove({ body }: Application, { reason, assessment }: { readonly reason: string; readonly assessment?: string }, context: Context): Decided {
  const hearing = body.hearings.at(-1);
  if (hearing === undefined) throw new Error('Whoever is in a hearing was heard.');
  const { ground, at, answerBy, answer } = hearing;
  const first = removalFindings({
    ground, heardOn: dayAt(at), answerBy, answeredOn: answer === undefined ? null : dayAt(answer.at),
    selfCleaning: { offered: answer?.selfCleaning !== undefined, assessed: assessment ?? null },
  }, todayOf(context.now)).find(({ severity }) => severity === 'blocks');
  if (first !== undefined) {
    const paragraph = first.rule === null ? '' : ` (${lawRule(first.rule).paragraph})`;
    const texts = { da: rulesDa, en: rulesEn };
    return fail(refuse('conflict', {
      da: [`${findingTold(texts, first, 'da')}${paragraph}`, 'Leverandøren er optaget indtil da.'],
      en: [`${findingTold(texts, first, 'en')}${paragraph}`, 'The supplier stays admitted until then.'],
    }, first.code === 'self-cleaning-not-assessed' ? 'assessment' : undefined));
  }
  const outcome = { at: context.now.toString(), removed: true, reason, ...(assessment === undefined ? {} : { assessment }) };
  const after = ended({ ...body, hearings: withLast(body.hearings, (one) => ({ ...one, outcome })) }, context.now);
  return told('removed', after, 'removed', letter('removed', about(context), { reason, assessment: assessment ?? '', ground: lawRule(ground).paragraph }), { text: reason });
}

/** Time looks whether it is decided. What the documents prolonged is looked at again at its own end. */
export function noteOverdue({ body }: Application, context: Context): Decided {
  const system = systemOf(context);
  const { watch, ...rest } = body;
  void watch;
  const limit = system.state === 'open' ? clockOf(body, system.body, context.siblings, context.now) : null;
  if (limit === null) return ok({ state: 'submitted', body: rest, happened: [] });
  if (limit.overdueSince === null) return ok({ state: 'submitted', body: { ...rest, watch: limit.last }, happened: [] });
  return ok({ state: 'submitted', body: { ...rest, overdueSince: limit.overdueSince }, happened: [{ type: 'overdue', audience: BOTH, data: { last: limit.last } }] });
}

export function noteLateRenewal({ body }: Application): Decided {
  return ok({ state: 'renewal', body: { ...body, renewals: withLast(body.renewals, (asked) => ({ ...asked, late: true })) }, happened: [{ type: 'renewal-late', audience: BOTH, data: {} }] });
}
