/** What stands in the way of announcing a draft: a DIS, a purchase in one, or a mini-competition. */
import { copenhagenDate, COPENHAGEN, holidayTexts, isWorkingDay, publicHolidays, type HolidayId } from '#base';
import { judgeDates, said, type DatesResult, type Said } from '#law';
import { modelFaults, type Model } from './evaluation/model.ts';
import { faultTold } from './evaluation/told.ts';
import { forbids, warns, type MarketFinding } from './findings.ts';

interface Common {
  /** ISO date in Copenhagen on which it is to be announced. */
  readonly announcedOn: string;
  readonly deadline: Temporal.Instant | null;
  readonly background: string;
  /** Number of lots; 1: not divided. */
  readonly lots: number;
  readonly whyNotDivided: string;
}

export interface PurchaseDraft extends Common {
  readonly kind: 'dis-purchase' | 'mini-competition';
  readonly evaluation: Model | null;
  /** Days that were agreed with all who are admitted; null: none were. */
  readonly agreedDays: number | null;
}

export interface DisDraft extends Common {
  readonly kind: 'dis';
  /** Last day of the system, ISO date; null: not said. */
  readonly endsOn: string | null;
  readonly estimatedQuantity: string;
  readonly awardCriteria: string;
  /** Minimum requirements of suitability; where there are categories each has its own. */
  readonly suitability: string;
  readonly categories: readonly { readonly id: string; readonly description: string; readonly suitability: string }[];
}

export type PublicationDraft = PurchaseDraft | DisDraft;

export interface TimeLeft {
  /** Last day of the shortest period by law, to its end; null: the law sets none. */
  readonly shortestEndsOn: string | null;
  readonly workingDays: number;
  /** Of these, those outside vacations and open by custom. */
  readonly effectiveWorkingDays: number;
  /** Public holidays on a weekday between announcement and deadline. */
  readonly holidays: readonly { readonly date: string; readonly name: Said }[];
}

export interface PublicationCheck {
  readonly findings: readonly MarketFinding[];
  /** Null: no deadline after the announcement is set. */
  readonly time: TimeLeft | null;
}

/** Hours of the day, local, between which a question just before the deadline is answered; our own advice, no rule. */
const OFFICE = { from: 9, to: 16 } as const;

/** Never throws for a date from 1900 to 2199. */
export function checkPublication(draft: PublicationDraft): PublicationCheck {
  const contents = [...common(draft), ...(draft.kind === 'dis' ? systemFindings(draft) : evaluationFindings(draft))];
  const { deadline, announcedOn } = draft;
  if (deadline === null) return { findings: [...contents, forbids('udbudsloven-93-3', 'no-deadline')], time: null };
  const proposed = localMinute(deadline);
  if (proposed.slice(0, 10) <= announcedOn) return { findings: [...contents, forbids('udbudsloven-93-1', 'deadline-before-announcement', { proposed })], time: null };
  const dates = judgeDates({ step: draft.kind === 'dis' ? 'dis-first-applications' : 'dis-tenders', from: announcedOn, proposed, agreedDays: draft.kind === 'dis-purchase' ? draft.agreedDays : null });
  const time = {
    // A mini-competition has no shortest period; its days are only counted.
    shortestEndsOn: draft.kind === 'mini-competition' ? null : dates.last,
    workingDays: dates.workingDays ?? 0, effectiveWorkingDays: dates.effectiveWorkingDays ?? 0, holidays: holidaysBetween(announcedOn, proposed.slice(0, 10)),
  };
  return { findings: [...contents, ...(draft.kind === 'mini-competition' ? [] : shortest(draft, dates, proposed)), ...calendarFindings(dates, time), ...hourFindings(dates, proposed)], time };
}

function common({ kind, background, lots, whyNotDivided }: PublicationDraft): readonly MarketFinding[] {
  return [
    ...(isBlank(background) ? [kind === 'dis' ? forbids('udbudsloven-101-documents', 'no-background') : warns(null, 'no-background')] : []),
    ...(lots > 1 || !isBlank(whyNotDivided) ? [] : [warns('udbudsloven-49', 'not-divided')]),
  ];
}

function evaluationFindings({ evaluation }: PurchaseDraft): readonly MarketFinding[] {
  if (evaluation === null) return [forbids('udbudsloven-160', 'no-evaluation')];
  return modelFaults(evaluation).map((fault) => forbids(fault.code === 'weights-do-not-sum' ? 'udbudsloven-165' : 'udbudsloven-160', 'evaluation-fault', { fault: fault.code, detail: said(faultTold(fault, 'da'), faultTold(fault, 'en')) }));
}

function systemFindings({ announcedOn, endsOn, estimatedQuantity, awardCriteria, suitability, categories }: DisDraft): readonly MarketFinding[] {
  return [
    ...(endsOn === null ? [forbids('udbudsloven-102-1', 'no-duration')] : []),
    ...(endsOn !== null && endsOn <= announcedOn ? [forbids('udbudsloven-102-1', 'ends-before-it-begins', { endsOn })] : []),
    ...(isBlank(estimatedQuantity) ? [forbids('udbudsloven-101-documents', 'no-quantity')] : []),
    ...(isBlank(awardCriteria) ? [forbids('udbudsloven-102-1', 'no-award-criteria')] : []),
    ...(categories.length === 0 && isBlank(suitability) ? [forbids('udbudsloven-102-1', 'no-suitability')] : []),
    ...categories.filter((one) => isBlank(one.description)).map(({ id }) => forbids('udbudsloven-102-2', 'category-not-described', { category: id })),
    ...categories.filter((one) => isBlank(one.suitability)).map(({ id }) => forbids('udbudsloven-102-2', 'category-without-suitability', { category: id })),
  ];
}

function shortest({ kind }: PublicationDraft, { proposedIsLawful, last, days, lastIfClosed }: DatesResult, proposed: string): readonly MarketFinding[] {
  const rule = kind === 'dis' ? 'udbudsloven-101-applications' : 'udbudsloven-101-tenders';
  if (proposedIsLawful === false) return [forbids(rule, 'too-short', { proposed, last, days })];
  return proposedIsLawful === null ? [warns(rule, 'turns-on-closed-day', { proposed, last, lastIfClosed })] : [];
}

function calendarFindings({ warnings }: DatesResult, { workingDays, effectiveWorkingDays }: TimeLeft): readonly MarketFinding[] {
  return warnings.filter(({ kind }) => kind !== 'before-start').map(({ kind, detail, date }) => (
    warns(kind === 'few-working-days' ? 'udbudsloven-93-1' : null, kind, { detail: { da: detail.da, en: detail.en }, date, workingDays, effectiveWorkingDays })));
}

function hourFindings({ warnings }: DatesResult, proposed: string): readonly MarketFinding[] {
  const hour = Number(proposed.slice(11, 13)) + Number(proposed.slice(14, 16)) / 60;
  const isOutside = hour < OFFICE.from || hour > OFFICE.to;
  return isOutside && warnings.every(({ kind }) => kind !== 'night') ? [warns(null, 'outside-office-hours', { hour: proposed.slice(11), ...OFFICE })] : [];
}

function holidaysBetween(from: string, to: string): TimeLeft['holidays'] {
  const years = Array.from({ length: Number(to.slice(0, 4)) - Number(from.slice(0, 4)) + 1 }, (_, at) => Number(from.slice(0, 4)) + at);
  return years.flatMap((year) => publicHolidays(year)).map(({ id, date }) => ({ date, id }))
    .filter(({ date }) => date.dayOfWeek <= 5 && !isWorkingDay(date) && date.toString() > from && date.toString() <= to)
    .map(({ id, date }) => ({ date: date.toString(), name: holidayName(id) }));
}

function holidayName(id: HolidayId): Said {
  return said(holidayTexts.da[id], holidayTexts.en[id]);
}

/** `2026-05-20T12:00` on the clocks of Copenhagen. */
export function localMinute(instant: Temporal.Instant): string {
  return `${copenhagenDate(instant).toString()}T${instant.toZonedDateTimeISO(COPENHAGEN).toPlainTime().toString({ smallestUnit: 'minute' })}`;
}

function isBlank(text: string): boolean {
  return text.trim() === '';
}
