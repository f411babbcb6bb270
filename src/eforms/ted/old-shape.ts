/** The shape of R2.0.9 while a form of R2.0.8 is put into it. */
import { element, type Element } from '../xml/element.ts';

/** What a rule may do: write into the new form, and go on into what stands inside. */
export interface Old {
  readonly form: string;
  /** The new form, and the lot and the award that are being read, where there is one. */
  readonly made: Element;
  readonly lot: Element;
  readonly isInLot: boolean;
  readonly award: Element | null;
}

/** Makes the elements on the way, except the last, which is always new. */
export function place(parent: Element, at: string, from: { readonly text?: string; readonly attributes?: Element['attributes']; readonly children?: Element[] } = {}): Element {
  const steps = at.split('/');
  const last = steps.pop() ?? '';
  const container = steps.reduce(within, parent);
  const made: Element = { name: last, attributes: from.attributes ?? {}, children: from.children ?? [], text: from.text ?? '' };
  container.children.push(made);
  return made;
}

/** The last element of that name, made where there is none. */
export function within(parent: Element, name: string): Element {
  const there = parent.children.findLast((one) => one.name === name);
  if (there !== undefined) return there;
  const made = element(name);
  parent.children.push(made);
  return made;
}

/** Where the forms write their own number into a name (`F17_ANNEX_B`, `AWARD_CRITERIA_DETAIL_F18`), it means the same in all. */
export function plainName(name: string): string {
  return name.replace(/^F\d\d_/, '').replace(/_F\d\d?$/, '').replace(/_CHP$/, '');
}
