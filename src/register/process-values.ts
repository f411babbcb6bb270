import type { Json, JsonObject } from '#base';
import { amount, count, object, objects, text, wording } from './dirty.ts';
import type { PeriodKind, PeriodView, StageValue, ValueKind } from './process-details.view.ts';

/** How much, step by step: budget, estimate, awards, contracts. */
export function readValues(release: JsonObject): readonly StageValue[] {
  const tender = object(release['tender']);
  const budgets = objects(release['planning']).map((planning) => object(planning['budget']));
  return [
    ...budgets.flatMap((budget) => valueAt('budget', budget['amount'] ?? budget['value'], null)),
    ...valueAt('estimate', tender['value'], null),
    ...valueAt('minimum', tender['minValue'], null),
    ...objects(release['awards']).flatMap((award) => valueAt('award', award['value'], nameOf(award))),
    ...objects(release['contracts']).flatMap((contract) => valueAt('contract', contract['value'], nameOf(contract))),
  ];
}

function valueAt(kind: ValueKind, value: Json | undefined, of: string | null): StageValue[] {
  const figure = amount(value);
  return figure === null ? [] : [{ kind, value: figure, of }];
}

function nameOf(part: JsonObject): string | null {
  return wording(part, 'title') ?? text(part['id']);
}

/** When: the periods of the tender and its lots, and of the contracts signed. */
export function readPeriods(release: JsonObject): readonly PeriodView[] {
  const tender = object(release['tender']);
  const whole = [
    ...period('tender', tender['tenderPeriod'], null),
    ...period('enquiry', tender['enquiryPeriod'], null),
    ...period('award', tender['awardPeriod'], null),
    ...period('standstill', tender['standstillPeriod'], null),
    ...period('contract', tender['contractPeriod'], null),
  ];
  const inLots = objects(tender['lots']).flatMap((lot) =>
    period('tender', lot['tenderPeriod'], nameOf(lot)).concat(period('contract', lot['contractPeriod'], nameOf(lot))));
  const signed = objects(release['contracts']).flatMap((part) => period('signed-contract', part['period'], nameOf(part)));
  return withoutRepeats([...whole, ...inLots, ...signed]);
}

function period(kind: PeriodKind, value: Json | undefined, of: string | null): PeriodView[] {
  const { startDate, endDate, durationInDays } = object(value);
  const days = count(durationInDays);
  const found = { kind, start: text(startDate), end: text(endDate), days: days === '0' ? null : days, of };
  return found.start === null && found.end === null && found.days === null ? [] : [found];
}

/** The same period for several lots is said once, without naming a lot. */
function withoutRepeats(periods: readonly PeriodView[]): PeriodView[] {
  const seen = new Map<string, PeriodView>();
  for (const entry of periods) {
    const key = [entry.kind, entry.start, entry.end, entry.days].join(' ');
    seen.set(key, seen.has(key) ? withoutName(entry) : entry);
  }
  return [...seen.values()];
}

function withoutName(period: PeriodView): PeriodView {
  return { ...period, of: null };
}
