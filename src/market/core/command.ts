/** What a command, a change and a kind of record are. Pure: who stores and who shows stands beside it. */
import type { TObject } from 'typebox';
import type { Failure, Result } from '#base';
import type { Actor, OrganisationKind } from '#people';
import type { Audience, MarketRecord, RecordKind } from './record.ts';

export interface OrganisationFacts {
  readonly id: string;
  readonly name: string;
  /** Danish CVR number, eight digits; null where it has none. */
  readonly cvr: string | null;
  readonly kind: OrganisationKind;
}

/** What is known when a command is decided. The records are locked for the length of the transaction. */
export interface Context {
  readonly now: Temporal.Instant;
  /** Null: time gave the command, nobody did. */
  readonly actor: Actor | null;
  /** Asked for by `asks`; otherwise null or empty. */
  readonly parent: MarketRecord | null;
  /** Records with the same parent and kind, without the record itself. */
  readonly siblings: readonly MarketRecord[];
  /** Records whose parent this one is. */
  readonly children: readonly MarketRecord[];
  /** Of the parent: its children of other kinds (admitted applications of the DIS that a purchase is in). */
  readonly cousins: readonly MarketRecord[];
  /** Names and numbers of the organisations of all these records. */
  readonly organisation: (id: string) => OrganisationFacts | null;
  readonly newId: () => string;
}

export type Asks = 'parent' | 'siblings' | 'children' | 'cousins';

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
  readonly id: string;
  readonly kind: RecordKind;
  readonly owner: string;
  readonly parent: string | null;
  readonly state: string;
  readonly audience: Audience;
  readonly parties: readonly string[];
  readonly body: unknown;
}

export interface Change<Body, State extends string> {
  readonly state: State;
  readonly body: Body;
  /** Left out: as before. */
  readonly audience?: Audience;
  readonly parties?: readonly string[];
  readonly happened: readonly Happening[];
  readonly creates?: readonly NewRecord[];
}

/** Something that is not forbidden but must be given a reason; the reason is kept and, where the command publishes, published. */
export interface Warning {
  /** A key of the kind's texts. */
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
}

/** A command that begins a record. */
export interface StartCommand<Input, Body, State extends string> extends CommandBase {
  readonly starts: true;
  readonly decide: (input: Input, context: Context) => Result<Change<Body, State> & { readonly owner: string; readonly parent: string | null }>;
}

/** A command that changes one. */
export interface StepCommand<Input, Body, State extends string> extends CommandBase {
  readonly starts: false;
  readonly from: readonly State[];
  readonly decide: (record: MarketRecord<Body, State>, input: Input, context: Context) => Result<Change<Body, State>>;
  /** What is shown before it is given, and must have its reasons in `input.reasons[code]`. Left out: nothing. */
  readonly warnings?: (record: MarketRecord<Body, State>, input: Input, context: Context) => readonly Warning[];
}

export type Command<Input = never, Body = unknown, State extends string = string> = StartCommand<Input, Body, State> | StepCommand<Input, Body, State>;

/** When time gives a command. */
export interface Due {
  /** Name of a command that is `byTime`. */
  readonly command: string;
  readonly at: Temporal.Instant;
}

/** Everything that the core must know of a kind of record. */
export interface Kind<Body = never, State extends string = string> {
  readonly kind: RecordKind;
  readonly states: readonly State[];
  readonly body: TObject;
  readonly commands: readonly Command<never, Body, State>[];
  /** All that is due of the record as it is now; replaces what was due before. */
  readonly due: (record: MarketRecord<Body, State>) => readonly Due[];
  /** Persons, for the policy table. */
  readonly persons: (record: MarketRecord<Body, State>) => { readonly conflicted: readonly string[]; readonly named: readonly string[] };
}

/** A failure that names the paragraph that forbids it. */
export function forbiddenByLaw(rule: string, message: string, help: string, place?: string): Failure {
  return { kind: 'conflict', message: `${message} (${rule})`, help, ...(place === undefined ? {} : { place }) };
}
