/** What a settings file asks for: which indicators run, and how. */
import { fail, ok, type Failure, type Result } from '#base';
import { LIMITS_OF_DAYS, list, type Described, type Indicator, type Setting, type Text } from '../indicators/indicator.ts';
import { INDICATORS } from '../indicators/list.ts';
import { mistake, readIni, type IniEntry, type IniSection } from './ini.ts';

/** As in the file: `R024.threshold`, and `currency` for what stands above the sections. Null: not given, and no default. */
export interface FlagSettings<One extends Described = Indicator> {
  readonly runs: readonly One[];
  readonly numbers: ReadonlyMap<string, number | null>;
  readonly texts: ReadonlyMap<string, string>;
  readonly lists: ReadonlyMap<string, readonly string[]>;
  readonly days: ReadonlyMap<string, ReadonlyMap<string, number>>;
}

/** Lists that hold for all indicators that compare prices. */
export const GENERAL: Readonly<Record<string, Setting | { readonly kind: 'text'; readonly help: Text }>> = {
  currency: { kind: 'text', help: { da: 'Den valuta, hvis beløb sammenlignes; ellers den første i filen', en: 'The currency whose amounts are compared; else the first in the file' } },
  no_price_comparison_procurement_methods: list([], 'Procedurer (procurementMethodDetails), hvis priser ikke kan sammenlignes', 'Procedures (procurementMethodDetails) whose prices cannot be compared'),
  price_comparison_procurement_methods: list([], 'De eneste procedurer, hvis priser kan sammenlignes', 'The only procedures whose prices can be compared'),
};

export const EXCLUSIONS: Readonly<Record<string, Setting>> = {
  procurement_method_details: list([], 'Procedurer (procurementMethodDetails), der springes over', 'Procedures (procurementMethodDetails) that are left out'),
};
export const EXCLUDED = 'exclusions.procurement_method_details';

/** Sections of the same file that are meant for preparing data, which the compatible mode does not do. */
export const ELSEWHERE = new Set(['defaults', 'redactions', 'corrections', 'modifications', 'codelists.bid_status', 'codelists.award_status']);

/** All published indicators with their defaults. */
export function defaultSettings(): FlagSettings {
  return defaultsOf(INDICATORS);
}

export function defaultsOf<One extends Described>(indicators: readonly One[]): FlagSettings<One> {
  const drafted = draft<One>();
  for (const indicator of indicators) begin(drafted, indicator);
  return drafted;
}

/** Settings of the published indicators. */
export function readSettings(text: string): Result<FlagSettings> {
  return readSettingsOf(INDICATORS, text);
}

/** @param text of a settings file: an indicator runs when its section is there; an unknown section or key is a failure */
export function readSettingsOf<One extends Described>(indicators: readonly One[], text: string): Result<FlagSettings<One>> {
  const sections = readIni(text);
  if (!sections.ok) return sections;
  const drafted = draft<One>();
  for (const section of sections.value) {
    const failure = takeSection(drafted, indicators, section);
    if (failure !== null) return fail(failure);
  }
  drafted.runs.sort((a, b) => indicators.indexOf(a) - indicators.indexOf(b));
  return ok(drafted);
}

interface Draft<One extends Described> extends FlagSettings<One> {
  readonly runs: One[];
  readonly numbers: Map<string, number | null>;
  readonly texts: Map<string, string>;
  readonly lists: Map<string, readonly string[]>;
  readonly days: Map<string, Map<string, number>>;
}

/** Where values go, whatever runs. */
type Drafted = Pick<Draft<Described>, 'numbers' | 'texts' | 'lists' | 'days'>;

function draft<One extends Described>(): Draft<One> {
  return { runs: [], numbers: new Map(), texts: new Map(), lists: new Map(), days: new Map() };
}

/** The indicator runs, by its defaults until the file says otherwise. */
function begin<One extends Described>({ runs, numbers, lists, days }: Draft<One>, indicator: One): void {
  if (runs.includes(indicator)) return;
  runs.push(indicator);
  for (const [key, setting] of Object.entries(indicator.settings)) {
    const name = `${indicator.code}.${key}`;
    if (setting.kind === 'list') lists.set(name, setting.fallback);
    else if (setting.kind === 'days') days.set(name, new Map());
    else numbers.set(name, setting.fallback);
  }
}

function takeSection<One extends Described>(drafted: Draft<One>, indicators: readonly One[], { name, line, entries }: IniSection): Failure | null {
  if (ELSEWHERE.has(name)) return null;
  if (name === '') return firstFailure(entries, (entry) => takeGeneral(drafted, entry));
  if (name === 'exclusions') return firstFailure(entries, (entry) => takeKnown(drafted, EXCLUSIONS, name, entry));
  const [code, within] = split(name);
  const indicator = indicators.find((one) => one.code === code);
  if (indicator === undefined || (within !== null && indicator.settings[within]?.kind !== 'days')) {
    return mistake(line, `there is no section [${name}]`, `There are: ${sectionsOf(indicators).map((one) => `[${one}]`).join(', ')}.`);
  }
  begin(drafted, indicator);
  return firstFailure(entries, (entry) => (within === null ? takeKnown(drafted, indicator.settings, code, entry) : takeDays(drafted, name, entry)));
}

function sectionsOf(indicators: readonly Described[]): readonly string[] {
  const within = indicators.flatMap(({ code, settings }) => Object.entries(settings).flatMap(([key, { kind }]) => (kind === 'days' ? [`${code}.${key}`] : [])));
  // Who has those thresholds is compatible, and leaves out what is excluded.
  return [...(within.length === 0 ? [] : ['exclusions']), ...indicators.map(({ code }) => code), ...within];
}

function split(name: string): readonly [string, string | null] {
  const point = name.indexOf('.');
  return point < 0 ? [name, null] : [name.slice(0, point), name.slice(point + 1)];
}

function firstFailure(entries: readonly IniEntry[], take: (entry: IniEntry) => Failure | null): Failure | null {
  for (const entry of entries) {
    const failure = take(entry);
    if (failure !== null) return failure;
  }
  return null;
}

function takeGeneral(drafted: Drafted, entry: IniEntry): Failure | null {
  const setting = Object.hasOwn(GENERAL, entry.key) ? GENERAL[entry.key] : undefined;
  if (setting?.kind !== 'text') return takeKnown(drafted, GENERAL as Readonly<Record<string, Setting>>, '', entry);
  drafted.texts.set(entry.key, entry.value);
  return null;
}

function takeKnown(drafted: Drafted, known: Readonly<Record<string, Setting>>, section: string, { key, value, line }: IniEntry): Failure | null {
  const setting = Object.hasOwn(known, key) ? known[key] : undefined;
  const name = section === '' ? key : `${section}.${key}`;
  if (setting === undefined || setting.kind === 'days') {
    const names = Object.keys(known).filter((one) => known[one]?.kind !== 'days');
    return mistake(line, section === '' ? `"${key}" is no setting` : `[${section}] has no setting "${key}"`, names.length === 0 ? `[${section}] has no settings.` : `There are: ${names.join(', ')}.`);
  }
  if (setting.kind === 'list') {
    drafted.lists.set(name, listOf(value));
    return null;
  }
  const number = numberOf(setting, value);
  if (typeof number === 'string') return mistake(line, `"${key}" is ${value === '' ? 'empty' : `"${value}"`}, which is not ${number}`, 'Mend it, or leave the line out for the default.');
  drafted.numbers.set(name, number);
  return null;
}

function takeDays(drafted: Drafted, section: string, { key, value, line }: IniEntry): Failure | null {
  const number = numberOf({ kind: 'whole', fallback: null, ...LIMITS_OF_DAYS }, value);
  if (typeof number === 'string') return mistake(line, `"${key}" is "${value}", which is not ${number}`, 'Give a number of days.');
  drafted.days.get(section)?.set(key, number);
  return null;
}

/** The number, or what it should have been. */
function numberOf(setting: Extract<Setting, { kind: 'whole' | 'decimal' }> | { kind: 'whole'; fallback: null; least: number; most: number }, value: string): number | string {
  if (setting.kind === 'decimal') return /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i.test(value) && Number.isFinite(Number(value)) ? Number(value) : 'a number with a point';
  const number = /^[+-]?\d+$/.test(value) ? Number(value) : Number.NaN;
  return number >= setting.least && number <= setting.most ? number : `a whole number from ${setting.least} to ${setting.most}`;
}

/** Words with | between. An end of nothing after the last | is no word. */
function listOf(value: string): readonly string[] {
  const words = value.split('|');
  if (words.at(-1) === '') words.pop();
  return [...new Set(words)];
}

