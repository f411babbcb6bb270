/** What a page needs of a kind of record beside its rules: its words, its content, and what can be chosen in its forms. */
import type { VNode } from 'preact';
import { fill, type Language } from '#base';
import type { Actor } from '#people';
import type { Option, Site } from '#ui';
import { da as coreDa } from './core.da.ts';
import { en as coreEn } from './core.en.ts';
import type { Command, OrganisationFacts } from './command.ts';
import type { MarketDatabase, HistoryLine } from './records.store.ts';
import type { Proposal } from './orders.store.ts';
import type { MarketRecord } from './record.ts';
import type { CheckedKind, Kinds } from './kinds.ts';
import type { Market } from './run.ts';

/**
 * Keys: `kind`, `state.<state>`, `command.<name>` (what its button says), `about.<name>` (what it does), `field.<name>`, `help.<name>`,
 * `one.<list>` (one row of a list), `choice.<field>.<value>`, `event.<type>`. What several kinds share stands in the texts of the core.
 */
export type KindTexts = Readonly<Record<Language, Readonly<Record<string, string>>>>;

/** All that a page shows of a record, as the reader may see it. */
export interface RecordView<Extra = unknown> {
  readonly site: Site;
  readonly now: Temporal.Instant;
  readonly actor: Actor | null;
  readonly record: MarketRecord;
  readonly parent: MarketRecord | null;
  /** Those that the reader may see. */
  readonly children: readonly MarketRecord[];
  readonly history: readonly HistoryLine[];
  readonly proposals: readonly Proposal[];
  /** Steps that the reader may take now. */
  readonly steps: readonly Command[];
  readonly organisations: ReadonlyMap<string, OrganisationFacts>;
  readonly persons: ReadonlyMap<string, string>;
  readonly extra: Extra;
}

export interface Reading {
  readonly market: Market;
  /** Sees what the reader may see. */
  readonly trx: MarketDatabase;
  readonly actor: Actor | null;
  readonly kinds: Kinds;
}

export interface Presentation {
  readonly kind: CheckedKind['kind'];
  readonly texts: KindTexts;
  /** What comes before everything else, also on forms; null: nothing. */
  readonly lead: (about: Pick<FormAbout, 'site' | 'extra'>) => VNode | null;
  /** What stands between the steps and the history. */
  readonly content: (view: RecordView) => VNode | null;
  /** Beyond the record itself, by the rights of the reader. */
  readonly load: (reading: Reading, record: MarketRecord) => Promise<unknown>;
  /** What can be chosen in a field, where the schema does not say it; null: what it says. */
  readonly options: (command: string, field: string, about: FormAbout) => readonly Option[] | null;
  /** Names of the rows of a list that has one for each of something known, in the order in which the form is filled; null: rows are added freely. */
  readonly rowNames: (command: string, list: string, about: FormAbout) => readonly string[] | null;
  /** What a form is filled with before anybody has typed. */
  readonly initial: (command: string, about: FormAbout) => unknown;
}

/** What a form is about. */
export interface FormAbout {
  readonly site: Site;
  readonly now: Temporal.Instant;
  readonly actor: Actor | null;
  /** Null: the command begins a record. */
  readonly record: MarketRecord | null;
  /** Of the record, or under which it begins. */
  readonly parent: MarketRecord | null;
  readonly extra: unknown;
}

interface Definition<Extra> extends Pick<Presentation, 'kind' | 'texts'>, Partial<Pick<Presentation, 'options' | 'rowNames' | 'initial' | 'lead'>> {
  readonly load?: (reading: Reading, record: MarketRecord) => Promise<Extra>;
  readonly content: (view: RecordView<Extra>) => VNode | null;
}

export function presentation<Extra = null>(definition: Definition<Extra>): Presentation {
  return { load: async () => null, options: () => null, rowNames: () => null, lead: () => null, initial: () => ({}), ...definition } as unknown as Presentation;
}

const core: KindTexts = { da: coreDa, en: coreEn };

/** A text of the kind, or of the core. @throws when nobody has written it. */
export function say(texts: KindTexts, lang: Language, key: string, values: Readonly<Record<string, string | number>> = {}): string {
  const text = saidOf(texts, lang, key);
  if (text === null) throw new Error(`The market place has no text "${key}".`);
  return fill(text, values);
}

export function saidOf(texts: KindTexts, lang: Language, key: string): string | null {
  return texts[lang][key] ?? core[lang][key] ?? null;
}
