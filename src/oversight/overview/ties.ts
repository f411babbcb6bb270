/**
 * Nobody edits a row of its own owner or customer. Whoever is bound to a party enters no more of it than what the party itself
 * replies, under the party's name. Pure.
 */
import type { Overview, Statement } from './overview.schema.ts';
import type { Fault, ReadContext } from './read.ts';

export interface Ties {
  readonly name: string;
  /** Municipalities and suppliers by name; "Kommune" behind a name makes no difference. */
  readonly owners: readonly string[];
  readonly customers: readonly string[];
}

export function tieFaults(overview: Overview, { publisher = NOBODY }: Pick<ReadContext, 'publisher'>): readonly Fault[] {
  const { editors = [], statements } = overview;
  const ids = editors.map(({ id }) => id);
  return [
    ...ids.flatMap((id, at): Fault[] => (ids.indexOf(id) < at ? [{ at: ['editors', at, 'id'], message: `the editor "${id}" stands twice`, help: 'Give each editor an id of its own.' }] : [])),
    ...statements.flatMap((statement, at): Fault[] => {
      const editor = editorOf(overview, statement, publisher);
      if (editor === null) return [{ at: ['statements', at, 'editor'], message: `there is no editor "${statement.editor ?? ''}"`, help: 'Enter it under editors, with its owners and customers, or mend the id.' }];
      return [...ownWord(statement, at), ...boundTo(statement, at, editor, overview)];
    }),
  ];
}

const NOBODY: Ties = { name: 'the publisher', owners: [], customers: [] };

/** Who entered a statement; null: somebody whom the file does not name. */
export function editorOf({ editors = [] }: Pick<Overview, 'editors'>, { editor }: Pick<Statement, 'editor'>, publisher: Ties): Ties | null {
  if (editor !== undefined) return editors.find(({ id }) => id === editor) ?? null;
  return editors[0] ?? publisher;
}

/** What a party says of its own purchase is its word, not a status or an outcome. */
function ownWord({ kind, about, by }: Statement, at: number): Fault[] {
  if (by === undefined || (kind !== 'way' && kind !== 'outcome') || 'other' in by || 'all' in about) return [];
  const [who, whom] = [nameIn(by), nameIn(about)];
  return who !== '' && same(who, whom) ? [{ at: ['statements', at, 'by'], message: `${who} cannot itself say how it bought or what came of it`, help: 'Enter it as a claim or a reply; a status and an outcome need somebody else.' }] : [];
}

function boundTo(statement: Statement, at: number, editor: Ties, { suppliers, statements }: Overview): Fault[] {
  const own = [...editor.owners, ...editor.customers];
  if (own.length === 0) return [];
  const { about, by } = statement;
  const concerned = 'all' in about ? [...suppliers, ...statements.flatMap((one) => ('municipality' in one.about ? [one.about.municipality] : []))] : [nameIn(about)];
  const party = concerned.find((name) => own.some((bound) => same(bound, name)));
  if (party === undefined) return [];
  if (statement.kind === 'reply' && by !== undefined && !('other' in by) && same(nameIn(by), party)) return [];
  const tie = editor.owners.some((name) => same(name, party)) ? 'owner' : 'customer';
  return [{
    at: ['statements', at], message: `${editor.name} may not enter this: ${party}, whom it concerns, is its ${tie}`,
    help: `Let another editor enter it. For ${party} nothing but its own reply may be entered: kind: reply, with by.`,
  }];
}

function nameIn(party: { readonly municipality: string } | { readonly supplier: string } | { readonly all: true }): string {
  if ('municipality' in party) return party.municipality;
  return 'supplier' in party ? party.supplier : '';
}

function same(one: string, other: string): boolean {
  return plain(one) === plain(other);
}

function plain(name: string): string {
  return name.trim().replace(/ (?:regions)?kommune$/i, '').toLowerCase();
}
