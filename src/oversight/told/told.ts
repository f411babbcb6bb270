/** What a run says, gathered for whoever reads it outside the register: table, JSON, CSV, or one process explained. */
import { fail, ok, type Result } from '#base';
import type { Answering } from '#register';
import { ASKED } from '../indicators/asked.ts';
import type { Asked } from '../indicators/indicator.ts';
import { dayOf, keptRow } from '../own/keep.store.ts';
import { runQuestions, type Answered, type Coverage, type Evidence, type Finding } from '../own/run.store.ts';
import { readOwnSettings } from '../settings/own-settings.ts';
import { defaultsOf, type FlagSettings } from '../settings/settings.ts';
import { namesOf } from './names.store.ts';
import type { EvidenceRow, FlagRow } from '../flags/flags.view.ts';

/** What one indicator said of everything. */
export interface Told {
  readonly indicator: Asked;
  readonly flags: readonly FlagRow[];
  /** What was looked at and not flagged. */
  readonly others: readonly Finding[];
  readonly coverage: readonly Coverage[];
}

/**
 * Which indicators are asked, and how.
 * @param text of a settings file; null: all of them, by their defaults
 * @param codes only these; empty: all that the settings name
 */
export function askedSettings(text: string | null, codes: readonly string[]): Result<FlagSettings<Asked>> {
  const settings = text === null ? ok(defaultsOf(ASKED)) : readOwnSettings(ASKED, text);
  if (!settings.ok || codes.length === 0) return settings;
  const known = ASKED.map(({ code }) => code);
  const stranger = codes.find((code) => !known.includes(code));
  if (stranger !== undefined) return fail({ kind: 'invalid', message: `There is no indicator ${stranger}.`, help: `There are: ${known.join(', ')}.`, place: stranger });
  const runs = settings.value.runs.filter(({ code }) => codes.includes(code));
  const missing = codes.find((code) => !runs.some((one) => one.code === code));
  if (missing !== undefined) return fail({ kind: 'invalid', message: `The settings do not run ${missing}.`, help: `Add the section [${missing}] to the settings file; it may be empty.`, place: missing });
  return ok({ ...settings.value, runs });
}

/** One indicator after the other. */
export async function* tellAll(answering: Answering, settings: FlagSettings<Asked>): AsyncGenerator<Told> {
  const ask = (sql: string): ReturnType<Answering['query']> => answering.query(sql);
  for await (const answered of runQuestions(ask, settings)) {
    yield { indicator: answered.indicator, flags: await flagRows(ask, answered), others: await answered.others(), coverage: answered.coverage };
  }
}

async function flagRows(ask: (sql: string) => ReturnType<Answering['query']>, { indicator, flagged, evidence }: Answered): Promise<readonly FlagRow[]> {
  const rows = Map.groupBy(evidence, keyOf);
  const { titles, organisations } = await namesOf(ask, flagged);
  const link = (key: string | null): FlagRow['buyer'] => (key === null ? null : { key, name: organisations.get(key) ?? key });
  return flagged.map((finding): FlagRow => ({
    indicator: indicator.code, ocid: finding.ocid, part: finding.part, title: titles.get(finding.ocid) ?? null, buyer: link(finding.buyer), supplier: link(finding.supplier),
    country: finding.country === '' ? null : finding.country, day: dayOf(finding, rows.get(keyOf(finding)) ?? []), value: finding.value, evidence: (rows.get(keyOf(finding)) ?? []).map((row): EvidenceRow => keptRow(row)),
  }));
}

function keyOf({ ocid, part }: Pick<Evidence, 'ocid' | 'part'>): string {
  return JSON.stringify([ocid, part]);
}

export interface ToldCounts {
  readonly flagged: number;
  readonly clear: number;
  readonly notAssessed: number;
  /** By reason, the most frequent first. */
  readonly reasons: readonly (readonly [string, number])[];
}

export function countsOf({ flags, others }: Told): ToldCounts {
  const not = others.filter(({ outcome }) => outcome === 'not-assessed');
  const reasons = [...Map.groupBy(not, ({ reason }) => reason ?? '')].map(([reason, some]) => [reason, some.length] as const).toSorted(([, one], [, other]) => other - one);
  return { flagged: flags.length, clear: others.length - not.length, notAssessed: not.length, reasons };
}

/** Everything, for programs. */
export function toldJson(told: Told): object {
  const { code, title, says, cannotBeAssessed, innocent, question } = told.indicator;
  const { flagged, clear, notAssessed, reasons } = countsOf(told);
  return {
    code, title, says, cannotBeAssessed, innocent, value: question.value, unit: question.unit, flagged, clear, notAssessed,
    reasons: reasons.map(([reason, count]) => ({ reason, count, ...question.reasons[reason] })), rows: question.rows, coverage: told.coverage, flags: told.flags,
    others: told.others.map(({ ocid, part, buyer, supplier, outcome, reason, value }) => ({ ocid, part, buyer, supplier, outcome, reason, value })),
  };
}

/** What it says of one process, that it stands at or that it rests on. */
export function ofProcess({ indicator, flags, others, coverage }: Told, ocid: string): Told {
  return { indicator, coverage, flags: flags.filter((flag) => flag.ocid === ocid || flag.evidence.some(({ source }) => source === ocid)), others: others.filter((one) => one.ocid === ocid) };
}
