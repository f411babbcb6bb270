import { label, type CodeList } from '../codes/labels.ts';
import type { Draft } from './draft.ts';

/** A code of a list as OCDS writes it: with the list as scheme and its English label. */
export function classification(list: CodeList, scheme: string, code: string | null): Draft | undefined {
  if (code === null) return undefined;
  const description = label(list, code);
  return { id: code, scheme, ...(description === null ? {} : { description }) };
}
