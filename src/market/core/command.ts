/** What a command, a change and a kind of record are. Pure: who stores and who shows stands beside it. */
import type { Static, TObject } from 'typebox';
import { refuse, type Failure, type Result, type Words } from '#base';
import type { Actor, OrganisationName } from '#people';
import type { KeySet } from '#seal';
import type { MarketTransaction } from '../tables.ts';
import type { Audience, MarketRecord, RecordKind } from './record.ts';

export type OrganisationFacts = OrganisationName;

/** What is known when a command is decided. The records are locked for the length of the transaction. */
export interface Context {
  readonly now: Temporal.Instant;
  /** Null: time gave the command, nobody did. */
  readonly actor: Actor | null;
  /** Who proposed a step that takes two persons; null: it takes one. */
  readonly proposer: string | null;
  /** Asked for by `asks`; otherwise null or empty. */
  readonly parent: MarketRecord | null;
  /** Records whose parent is this record's parent, of whatever kind and owner, without the record itself. */
  readonly siblings: readonly MarketRecord[];
  /** Records whose parent this one is, of whatever owner. */
  readonly children: readonly MarketRecord[];
  /** Names and numbers of the organisations of all these records, and of the actor. */
  readonly organisation: (id: string) => OrganisationFacts | null;
  readonly newId: () => string;
  /** What the command's `look` found; null: it has none. */
  readonly looked: unknown;
}

/** What a command is given to look up beyond records: keys of persons, files. Read by the server, and shown to nobody. */
export interface Looking {
  readonly trx: MarketTransaction;
  /** Public address of the installation and world, as receipts name it. */
  readonly installation: string;
  readonly now: Temporal.Instant;
  readonly actor: Actor | null;
  /** Null: the command begins one. */
  readonly record: MarketRecord | null;
  readonly parent: MarketRecord | null;
  /** Null: the warnings are read before anything is given. */
  readonly input: unknown;
}

/** Reads, and draws what is random; changes nothing. */
export type Look = (looking: Looking) => Promise<unknown>;

export type Asks = 'parent' | 'siblings' | 'children';

/** A line of the record's history. */
export interface Happening {
  /** `announced`, `deadline-moved`, …: a key of the kind's texts. */
  readonly type: string;
  readonly audience: Audience;
  /** What changed, old and new values: shown and kept as it is. */
  readonly data: Readonly<Record<string, unknown>>;
}

/** A new record that a command makes beside its own. */
export interface NewRecord {
  /** Where the record that makes it must name it; otherwise it gets one. */
  readonly id?: string;
  readonly kind: RecordKind;
  readonly owner: string;
  readonly parent: string | null;
  readonly state: string;
  readonly audience: Audience;
  readonly parties: readonly string[];
  readonly body: unknown;
  readonly internal?: unknown;
}

/** Another record that a step moves on, such as the need that is bought for. Read whole and locked by the step's `look`; written by the server. */
export interface Moved {
  readonly record: MarketRecord;
  readonly state: string;
  readonly happened: readonly Happening[];
}

export interface Change<Body = unknown, Internal = unknown> {
  readonly state: string;
  readonly body: Body;
  /** Left out: as before. */
  readonly internal?: Internal;
  /** For the server alone. Left out: as before. */
  readonly withheld?: unknown;
  readonly audience?: Audience;
  readonly parties?: readonly string[];
  readonly happened: readonly Happening[];
  readonly creates?: readonly NewRecord[];
  readonly moves?: readonly Moved[];
  /** What the giver says of interests of its own in the record: kept with the person, and what keeps it out by the rules of rows. */
  readonly declares?: { readonly conflict: boolean; readonly text: string };
}

/** The first state of a record, and where it belongs. */
export interface Beginning<Body = unknown, Internal = unknown> extends Change<Body, Internal> {
  readonly audience: Audience;
  readonly parties: readonly string[];
  readonly owner: string;
  readonly parent: string | null;
}

/** Something that is not forbidden but must be given a reason; the reason is kept and, where the command publishes, published. */
export interface Warning {
  /** A key of the texts of the publication check. */
  readonly code: string;
  /** Rule of `law` that it comes from, by its id; null: good practice only. */
  readonly rule: string | null;
  readonly data: Readonly<Record<string, unknown>>;
}

interface CommandBase {
  /** Also the name of its action in the policy table: `dis.publish`. */
  readonly name: string;
  readonly input: TObject;
  readonly asks: readonly Asks[];
  /** Given by one, confirmed by another person with the role of approver. */
  readonly twoPersons: boolean;
  /** Given by time alone; no person, form or API may. */
  readonly byTime: boolean;
  /** Its release goes to the register. */
  readonly publishes: boolean;
  /** Null: the records say all that it is decided by. */
  readonly look: Look | null;
}

/** A command that begins a record of the kind. A parent is given by its key, and then read as `context.parent`. */
export interface StartCommand extends CommandBase {
  readonly starts: true;
  /** Kinds that its parent may have; null: it has none. */
  readonly below: readonly RecordKind[] | null;
  /** Whether the right to it is one to the new record or to its parent: who asks does something to the dialogue. */
  readonly rightTo: 'itself' | 'parent';
  readonly decide: (input: unknown, context: Context) => Result<Beginning>;
}

/** A command that changes a record. */
export interface StepCommand extends CommandBase {
  readonly starts: false;
  readonly from: readonly string[];
  /** False: no step of this record's life, though of its kind's: a direct award takes no bids. */
  readonly applies: (record: MarketRecord) => boolean;
  readonly decide: (record: MarketRecord, input: unknown, context: Context) => Result<Change>;
  /** What is shown before it is given, and must have its reasons in `input.reasons`. */
  readonly warnings: (record: MarketRecord, context: Context) => readonly Warning[];
}

export type Command = StartCommand | StepCommand;

type Defaulted = 'asks' | 'twoPersons' | 'byTime' | 'publishes' | 'look';

interface StepDefinition<Schema extends TObject, Body, Internal> extends Partial<Pick<CommandBase, Defaulted>> {
  readonly name: string;
  readonly input: Schema;
  readonly from: readonly string[];
  readonly applies?: (record: MarketRecord<Body, Internal>) => boolean;
  readonly decide: (record: MarketRecord<Body, Internal>, input: Static<Schema>, context: Context) => Result<Change<Body, Internal>>;
  readonly warnings?: (record: MarketRecord<Body, Internal>, context: Context) => readonly Warning[];
}

interface StartDefinition<Schema extends TObject, Body, Internal> extends Partial<Pick<CommandBase, Defaulted>> {
  readonly name: string;
  readonly input: Schema;
  readonly below?: RecordKind | readonly RecordKind[];
  readonly rightTo?: 'parent';
  readonly decide: (input: Static<Schema>, context: Context) => Result<Beginning<Body, Internal>>;
}

const DEFAULTS = { asks: [], twoPersons: false, byTime: false, publishes: false, look: null } as const;

/** The core checks input and body by their schemas before it calls `decide`, which is what makes forgetting their types safe. */
export function step<Schema extends TObject, Body, Internal>(definition: StepDefinition<Schema, Body, Internal>): StepCommand {
  return { warnings: () => [], applies: () => true, ...DEFAULTS, ...definition, starts: false } as unknown as StepCommand;
}

export function start<Schema extends TObject, Body, Internal>(definition: StartDefinition<Schema, Body, Internal>): StartCommand {
  const { below = null } = definition;
  return { rightTo: 'itself', ...DEFAULTS, ...definition, below: typeof below === 'string' ? [below] : below, starts: true } as unknown as StartCommand;
}

/** When time gives a command. */
export interface Due {
  /** Name of a command that is `byTime`. */
  readonly command: string;
  readonly at: Temporal.Instant;
}

/** What the intake must know of a purchase whose bids it takes. */
export interface TargetFacts {
  readonly lots: readonly string[];
  readonly keySet: KeySet;
  /** A whole millisecond. */
  readonly deadline: Temporal.Instant;
  /** Organisations that may bid. */
  readonly invited: readonly string[];
  readonly cancelled: boolean;
}

/** Everything that the core must know of a kind of record. */
export interface Kind {
  readonly kind: RecordKind;
  /** Part of addresses, ASCII: `dis`, `koeb`. */
  readonly path: string;
  readonly states: readonly string[];
  readonly body: TObject;
  readonly internal: TObject | null;
  readonly commands: readonly Command[];
  readonly titleOf: (record: MarketRecord) => string;
  /** All that is due of the record as it is now; replaces what was due before. */
  readonly due: (record: MarketRecord) => readonly Due[];
  /** Persons, for the policy table; who is named may depend on the action. */
  readonly persons: (record: MarketRecord, action: string) => { readonly conflicted: readonly string[]; readonly named: readonly string[] };
  /** What the register is told after a command that publishes; null: the kind is never public. */
  readonly release: ((record: MarketRecord, publication: Publication) => unknown) | null;
  /** Null: no bids come to it. */
  readonly target: ((record: MarketRecord) => TargetFacts | null) | null;
}

/** Where and when something is published, for the release that tells of it. */
export interface Publication {
  readonly ocid: string;
  readonly releaseId: string;
  readonly at: Temporal.Instant;
  /** Public address of the record's page. */
  readonly url: string;
  readonly command: string;
  readonly context: Context;
  /** What the command makes beside the record. */
  readonly created: readonly NewRecord[];
}

interface KindDefinition<Body, Internal> extends Omit<Kind, 'titleOf' | 'due' | 'persons' | 'release' | 'target' | 'internal'> {
  readonly internal?: TObject;
  readonly titleOf: (record: MarketRecord<Body, Internal>) => string;
  readonly due?: (record: MarketRecord<Body, Internal>) => readonly Due[];
  readonly persons?: (record: MarketRecord<Body, Internal>, action: string) => ReturnType<Kind['persons']>;
  readonly release?: (record: MarketRecord<Body, Internal>, publication: Publication) => unknown;
  readonly target?: (record: MarketRecord<Body, Internal>) => TargetFacts | null;
}

export function kind<Body, Internal = null>(definition: KindDefinition<Body, Internal>): Kind {
  return { internal: null, due: () => [], persons: () => ({ conflicted: [], named: [] }), release: null, target: null, ...definition } as unknown as Kind;
}

/** A failure that names the paragraph that forbids it. */
export function forbiddenByLaw(rule: string, { da, en }: Words, place?: string): Failure {
  return refuse('conflict', { da: [`${da[0]} (${rule})`, da[1]], en: [`${en[0]} (${rule})`, en[1]] }, place);
}
