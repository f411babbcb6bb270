/** What came of it and what the party says of it: nobody is named without. Pure. */
import type { Overview, Statement, StatementOf } from './overview.schema.ts';
import { currentOf } from './rows.ts';
import { partyName, speakerName } from './rules.ts';

export interface Answered {
  /** Of the party itself; where there is none, of all. */
  readonly outcomes: readonly StatementOf<'outcome'>[];
  /** Its explanations and replies, the question it was asked, or that its words were not found. */
  readonly words: readonly Statement[];
}

const IN_PLACE_OF_WORDS: ReadonlySet<Statement['kind']> = new Set(['question', 'silence']);

/** @param name of a municipality or supplier */
export function answeredOf({ statements }: Pick<Overview, 'statements'>, name: string): Answered {
  const current = currentOf(statements);
  const outcomes = current.filter((statement) => statement.kind === 'outcome');
  const own = outcomes.filter(({ about }) => partyName(about) === name);
  return {
    outcomes: own.length > 0 ? own : outcomes.filter(({ about }) => 'all' in about),
    words: current.filter(({ kind, about, by }) => (by !== undefined && speakerName(by) === name) || (IN_PLACE_OF_WORDS.has(kind) && (partyName(about) === name || 'all' in about))),
  };
}
