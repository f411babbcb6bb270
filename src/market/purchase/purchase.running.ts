/** What happens between announcement and deadline: answers, changes, later deadlines; and the end of it. */
import { Type } from 'typebox';
import { copenhagenDate, fail, ok, refuse, type Failure, type Language, type Result } from '#base';
import { deadlineSigner, intakeIn, type DeadlineFacts, type DeadlineSignature } from '#intake';
import type { Contribution } from '../contribution/contribution.ts';
import { lookBids } from '../assessment/opened-bids.store.ts';
import type { OpenedBid } from '../assessment/opened-bid.ts';
import { cancellationLetters } from '../award/letters.ts';
import { step, type Context, type Look } from '../core/command.ts';
import { choice, fields, maybe, moment, text, truth } from '../core/fields.ts';
import type { MarketRecord } from '../core/record.ts';
import { checkLateChange, moveDeadline as movedDeadline, type LateChange } from '../deadline.ts';
import { findingTold, lawRule, type MarketFinding } from '../findings.ts';
import { rulesOfWay } from '../kinds/competitive.ts';
import { lookPending } from '../document/document.store.ts';
import { withDocuments, WrittenDocuments, type Pending } from './purchase.documents.ts';
import { instantOf, NO_SUCH_TIME, textFailure } from './purchase.draft.ts';
import { beforeDeadline, deadlineOf, internalOf, isCompetitive } from './purchase.life.ts';
import { PURCHASE_TEXTS, type Purchase, type PurchaseBody } from './purchase.schema.ts';
import { warningTexts } from './purchase.warnings.ts';

/** Questions that nobody has answered, oldest first. */
export function unanswered({ body }: Pick<Purchase, 'body'>, children: readonly MarketRecord[]): readonly Contribution[] {
  return children.filter((one): one is Contribution => one.kind === 'contribution' && (one as Contribution).body.type === 'question' && body.questions.every(({ id }) => id !== one.id));
}

/** A finding of § 93 as a refusal, whether the rule blocks or asks: after the announcement it is the later deadline that mends it. */
function lateFailure(findings: readonly MarketFinding[]): Failure | null {
  const [found] = findings;
  if (found === undefined) return null;
  const { rule } = found;
  const told = (lang: Language): string => `${findingTold(warningTexts, found, lang)}${rule === null ? '' : ` (${lawRule(rule).paragraph})`}`;
  return refuse('conflict', { da: [told('da'), 'Flyt fristen først, eller i samme ændring.'], en: [told('en'), 'Move the deadline first, or in the same change.'] }, 'deadline');
}

export const Answer = fields({
  question: Type.String({ format: 'uuid', form: 'choice' }),
  /** As it is shown to all: without what tells who asked. */
  shown: text(4000),
  answer: text(10_000),
  important: truth(),
});

export const answer = step({
  name: 'purchase.answer', input: Answer, from: ['announced'], publishes: true, asks: ['parent', 'children'], applies: isCompetitive,
  decide: (purchase: Purchase, { question, shown, answer: given, important }, { children, now }) => {
    const open = beforeDeadline(purchase, now);
    if (!open.ok) return open;
    if (unanswered(purchase, children).every(({ id }) => id !== question)) return fail(refuse('invalid', { da: ['Spørgsmålet findes ikke, eller det er besvaret.', 'Vælg et, der venter på svar.'], en: ['There is no such question, or it is answered.', 'Choose one that waits.'] }, 'question'));
    const late = lateFailure(checkLateChange({ kind: 'information', askedInTime: true, important, urgent: false }, { now, deadline: open.value, newDeadline: null }));
    if (late !== null) return fail(late);
    const { body } = purchase;
    return ok({
      state: 'announced', body: { ...body, questions: [...body.questions, { id: question, question: shown, answer: given, at: now.toString() }] },
      happened: [{ type: 'answered', audience: 'public', data: { text: shown } }],
    });
  },
});

export const CHANGE_KINDS = ['information', 'significant', 'basic'] as const;

/** What is changed is written as it shall be; what is left out stays. The new deadline, if there is one, comes in the same step. */
export const ChangePurchase = fields({
  significance: choice(CHANGE_KINDS),
  important: truth(),
  reason: text(2000),
  deadline: maybe(moment()),
  background: maybe(PURCHASE_TEXTS.background),
  wanted: maybe(PURCHASE_TEXTS.wanted),
  term: maybe(PURCHASE_TEXTS.term),
  security: maybe(text()),
  requirements: maybe(PURCHASE_TEXTS.requirements),
  ...WrittenDocuments,
});

const CHANGEABLE = ['background', 'wanted', 'term', 'security', 'requirements', 'documents'] as const;

function changesBetween(before: PurchaseBody, after: PurchaseBody): PurchaseBody['versions'][number]['changed'] {
  return CHANGEABLE.filter((field) => JSON.stringify(before[field]) !== JSON.stringify(after[field])).map((field) => ({ field, from: before[field] ?? null, to: after[field] ?? null }));
}

type Sign = (facts: DeadlineFacts) => DeadlineSignature;

const lookSign: Look = async ({ trx, installation, now }) => deadlineSigner(intakeIn(trx), installation, now);

interface LookedUp {
  readonly pending: readonly Pending[];
  readonly sign: Sign;
}

const lookChange: Look = async (looking): Promise<LookedUp> => ({ pending: await lookPending(looking) as readonly Pending[], sign: await lookSign(looking) as Sign });

export const changePurchase = step({
  name: 'purchase.change', input: ChangePurchase, from: ['announced'], twoPersons: true, publishes: true, asks: ['parent'], look: lookChange, applies: isCompetitive,
  decide: (purchase: Purchase, { significance, important, reason, deadline: local, documents, requirements, ...texts }, { now, looked }: Context) => {
    const open = beforeDeadline(purchase, now);
    if (!open.ok) return open;
    const { body } = purchase;
    const { pending, sign } = looked as LookedUp;
    const files = withDocuments(body.documents, documents, pending, now);
    if (!files.ok) return files;
    const isChanged = requirements !== undefined && requirements.length > 0;
    const after: PurchaseBody = { ...body, ...texts, ...(isChanged ? { requirements } : {}), documents: [...files.value] };
    const changed = changesBetween(body, after);
    const wrong = textFailure(after) ?? (changed.length === 0 ? refuse('invalid', { da: ['Intet er ændret.', 'Skriv det, der skal være anderledes.'], en: ['Nothing is changed.', 'Write what shall be otherwise.'] }, 'reason') : null);
    if (wrong !== null) return fail(wrong);
    const moved = local === undefined ? ok(body) : laterDeadline(purchase, { local, reason, now, outage: false, sign });
    if (!moved.ok) return moved;
    const change: LateChange = { kind: significance, askedInTime: true, important, urgent: false };
    const late = lateFailure(checkLateChange(change, { now, deadline: open.value, newDeadline: local === undefined ? null : deadlineOf({ body: moved.value }) }));
    if (late !== null) return fail(late);
    const version = { version: body.versions.length + 1, at: now.toString(), changed: [...changed], reason };
    return ok({
      state: 'announced', body: { ...after, deadline: moved.value.deadline ?? body.deadline ?? '', deadlineMoves: moved.value.deadlineMoves, versions: [...body.versions, version] },
      happened: [{ type: 'changed', audience: 'public', data: { text: reason, changed: changed.map(({ field }) => field) } }],
    });
  },
});

interface Move {
  /** Local minute. */
  readonly local: string;
  readonly reason: string;
  readonly now: Temporal.Instant;
  readonly outage: boolean;
  readonly sign: Sign;
}

/** The body with a later deadline and the old one kept, signed. Earlier is refused: who counted on the old one would have less time. */
function laterDeadline(purchase: Purchase, { local, reason, now, outage, sign }: Move): Result<PurchaseBody> {
  const { body } = purchase;
  const [to, deadline] = [instantOf(local), deadlineOf(purchase)];
  if (to === null) return fail(NO_SUCH_TIME);
  if (Temporal.Instant.compare(to, deadline) <= 0) return fail(refuse('invalid', { da: ['En frist kan kun flyttes til et senere tidspunkt.', 'Vælg et senere.'], en: ['A deadline is only moved to a later instant.', 'Choose a later one.'] }, 'deadline'));
  const announcedOn = copenhagenDate(Temporal.Instant.from(body.announcedAt ?? now.toString())).toString();
  const moved = movedDeadline({ now, announcedOn, deadline, past: [], step: rulesOfWay(body.way).period, agreedDays: body.agreedDays ?? null, outage }, to, reason);
  if (!moved.ok) return moved;
  const move = { from: deadline.toString(), to: to.toString(), at: now.toString(), reason: reason.trim() };
  const signature = sign({ purchase: purchase.id, number: body.deadlineMoves.length + 1, ...move });
  return ok({ ...body, deadline: to.toString(), deadlineMoves: [...body.deadlineMoves, { ...move, rule: 'udbudsloven-93-4', signed: signature }] });
}

export const MoveDeadline = fields({ deadline: moment(), reason: text(2000), outage: truth() });

/** Also after the deadline, where Torvet was down and nothing is opened: then bids are taken again. */
export const moveDeadline = step({
  name: 'purchase.move-deadline', input: MoveDeadline, from: ['announced', 'closed'], twoPersons: true, publishes: true, asks: ['parent'], look: lookSign, applies: isCompetitive,
  decide: (purchase: Purchase, { deadline, reason, outage }, { now, looked }) => {
    const moved = laterDeadline(purchase, { local: deadline, reason, now, outage, sign: looked as Sign });
    if (!moved.ok) return moved;
    return ok({ state: 'announced', body: moved.value, happened: [{ type: 'deadline-moved', audience: 'public', data: { text: reason, from: purchase.body.deadline ?? '', to: moved.value.deadline ?? '' } }] });
  },
});

/** Says to all who are invited how long there is; it knows of no bid, and so tells of none. */
export const remind = step({
  name: 'purchase.remind', input: fields({}), from: ['announced'], byTime: true,
  decide: (purchase: Purchase, _input, { now }) => {
    const internal = internalOf(purchase);
    return ok({ state: 'announced', body: purchase.body, internal: { ...internal, told: { ...internal.told, reminder: now.toString() } }, happened: [{ type: 'reminded', audience: 'parties', data: {} }] });
  },
});

/** The deadline has passed. Nothing is opened by it, and whether a bid was in time is not asked here. */
export const close = step({
  name: 'purchase.close', input: fields({}), from: ['announced'], byTime: true,
  decide: (purchase: Purchase, _input, { now }) => {
    if (beforeDeadline(purchase, now).ok) return fail(refuse('conflict', { da: ['Fristen er ikke gået endnu.', 'Købet lukker af sig selv, når tiden er inde.'], en: ['The deadline is still ahead.', 'Time closes the purchase.'] }));
    return ok({ state: 'closed', body: purchase.body, happened: [{ type: 'closed', audience: 'public', data: {} }] });
  },
});

export const CANCELLABLE = ['draft', 'announced', 'closed', 'opened', 'assessed', 'decided', 'shortlisted'] as const;

/** Of whatever way. What was public stays public, with the reason; a draft nobody has seen stays the buyer's. */
export const cancel = step({
  name: 'purchase.cancel', input: fields({ reason: text(4000) }), from: [...CANCELLABLE], twoPersons: true, publishes: true, asks: ['parent'], look: lookBids,
  decide: (purchase: Purchase, { reason }, context) => ok({
    state: 'cancelled', body: { ...purchase.body, cancelled: { at: context.now.toString(), reason } }, happened: [{ type: 'cancelled', audience: purchase.audience, data: { text: reason } }],
    // Who has bid is told why (§ 171); before the opening nobody knows who has.
    creates: cancellationLetters(purchase, reason, context.looked as readonly OpenedBid[], context),
  }),
});
