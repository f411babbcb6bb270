import { isObject } from '#base';
import type { SchemaNode } from '../schema/keywords.ts';
import type { Check } from './compile.ts';
import { addFault, type FaultList } from './fault.ts';

/**
 * Exactly one of the alternatives must fit. When none does, the faults of the alternative that was most likely meant
 * are named, and not those of all: the releases of a record are links, or they are written out.
 */
export function compileOneOf(
  node: SchemaNode, alternatives: readonly SchemaNode[], compile: (node: SchemaNode) => Check,
): (value: unknown, list: FaultList | undefined) => boolean {
  const checks = alternatives.map((alternative) => ({ alternative, check: compile(alternative) }));
  return (value, list) => {
    const fitting = checks.filter(({ check }) => check(value)).length;
    if (fitting === 1) {
      // The faults of format in the alternative that fits are still to be named.
      if (list?.formats) for (const { check } of checks) if (check(value)) check(value, list);
      return true;
    }
    if (!list) return false;
    if (fitting > 1) addFault(list, 'oneOf', node, value);
    else mostLikely(checks, value)?.check(value, list);
    return false;
  };
}

interface Alternative {
  readonly alternative: SchemaNode;
  readonly check: Check;
}

/** The alternative that requires most of the fields that the first item has. */
function mostLikely(checks: readonly Alternative[], value: unknown): Alternative | undefined {
  const first: unknown = Array.isArray(value) ? value[0] : undefined;
  if (!isObject(first)) return checks.at(-1);
  const missing = ({ alternative }: Alternative): number => (alternative.items?.required ?? []).filter((name) => first[name] === undefined).length;
  return checks.toSorted((left, right) => missing(left) - missing(right))[0];
}
