/** The editor's joins as what they connect in the register. */
import { bareName } from './bare-name.ts';
import { JOINS, type Side } from './corrections.ts';
import { blockOf } from './identify.ts';
import type { Edge, Known } from './known.ts';

/** A number, or a name in its country. */
export type Place = { readonly number: string } | { readonly bare: string; readonly block: string; readonly country: string };

export interface Join {
  readonly one: Place;
  readonly other: Place;
}

export const JOINED: readonly Join[] = JOINS.map(({ one, other }) => ({ one: placeOf(one), other: placeOf(other) }));

function placeOf({ text, country }: Side): Place {
  if (country === null) return { number: text };
  const { bare } = bareName(text);
  return { bare, block: blockOf(bare), country };
}

/** One edge for each join of which both sides are there. */
export function declaredEdges(rows: readonly Known[], joins: readonly Join[]): Edge[] {
  const byNumber = Map.groupBy(rows, ({ number }) => number ?? '');
  const byBlock = Map.groupBy(rows, ({ block }) => block);
  const keysAt = (place: Place): string[] => {
    if ('number' in place) return keysOf((byNumber.get(place.number) ?? []).filter(({ unit }) => unit === null));
    const named = (byBlock.get(place.block) ?? []).filter(({ bare, country }) => bare === place.bare && country === place.country);
    // Where two organisations bear the name, the editor means those mentions that have no number.
    const bare = named.filter(({ number }) => number === null);
    return keysOf(bare.length > 0 ? bare : named);
  };
  return joins.flatMap(({ one, other }) => {
    const [first, second] = [keysAt(one)[0], keysAt(other)[0]];
    return first === undefined || second === undefined || first === second ? [] : [{ one: first, other: second, rule: 'correction' as const }];
  });
}

function keysOf(rows: readonly Known[]): string[] {
  return [...new Set(rows.map(({ key }) => key))].toSorted();
}
