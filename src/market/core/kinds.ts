/** All kinds of record that a market place knows, found by name. */
import { Compile } from 'typebox/compile';
import type { Command, Kind } from './command.ts';
import type { MarketRecord, RecordKind } from './record.ts';

export interface CheckedKind extends Kind {
  /** @throws when a decision made a record that its own schema refuses: a mistake in the decision, never in what was given. */
  readonly check: (record: MarketRecord) => void;
}

export interface Kinds {
  readonly all: readonly CheckedKind[];
  of(kind: RecordKind): CheckedKind;
  byPath(path: string): CheckedKind | null;
  command(name: string): Command | null;
  kindOf(command: Command): CheckedKind;
}

/** @throws when two kinds or two commands have one name, or time is to give a command that is not there. */
export function kindsOf(given: readonly Kind[]): Kinds {
  const all = given.map(checked);
  const kinds = new Map(all.map((kind) => [kind.kind, kind]));
  const paths = new Map(all.map((kind) => [kind.path, kind]));
  const commands = new Map(all.flatMap((kind) => kind.commands.map((command) => [command.name, { command, kind }] as const)));
  if (kinds.size !== all.length || paths.size !== all.length || commands.size !== all.reduce((sum, kind) => sum + kind.commands.length, 0)) throw new Error('Two kinds of record, or two commands, have one name.');
  return {
    all,
    of: (name) => kinds.get(name) ?? unknown(name),
    byPath: (path) => paths.get(path) ?? null,
    command: (name) => commands.get(name)?.command ?? null,
    kindOf: ({ name }) => commands.get(name)?.kind ?? unknown(name),
  };
}

function checked(kind: Kind): CheckedKind {
  const body = Compile(kind.body);
  const internal = kind.internal === null ? null : Compile(kind.internal);
  return {
    ...kind,
    check: (record) => {
      if (!kind.states.includes(record.state)) throw new Error(`A record of the kind ${kind.kind} has no state "${record.state}".`);
      const [fault] = [...body.Errors(record.body), ...(internal === null || record.internal === null ? [] : internal.Errors(record.internal))];
      if (fault !== undefined) throw new Error(`A decision made a ${kind.kind} that is none: ${fault.instancePath} ${fault.message}.`);
      for (const { command } of kind.due(record)) {
        if (!kind.commands.some(({ name, byTime }) => name === command && byTime)) throw new Error(`Nothing that time can give is called ${command}.`);
      }
    },
  };
}

function unknown(name: string): never {
  throw new Error(`The market place knows no "${name}".`);
}
